#include "ui/page.h"

#include "app/guidance.h"
#include "ui/views/views.h"

namespace help_test {

using namespace jibiao;
using namespace page_test;

namespace {

/// A page that knows what belongs into two of its fields.
struct HelpPage : Page {
    HelpPage() {
        machine.give_asset(
            std::string(app::guidance_asset),
            "= name\n用途：项目的名称。\n示例：科普经费\n规则：typo\n"
            "= target_value\n用途：要达到多少。\n示例：≥40场\n= all\n规则：typo punctuation\n");
    }
    void go_to(FieldRef at) {
        machine.focus_by_user(id_of(at));
        settle();
    }
    FieldRef name() const { return {Field::name, project().id}; }
    FieldRef target() const { return {Field::target_value, row().id}; }
    std::string title() const { return machine.find("guidance/title")->name; }
};

bool lies_apart(const platform::Rect& a, const platform::Rect& b) {
    return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
}

} // namespace

TEST_CASE("what belongs into a field is said beside it, and follows the keyboard") {
    for (const int width : {1366, 820}) {
        CAPTURE(width);
        HelpPage page;
        page.machine.resize({.width = width, .height = 1000, .scale = 1, .coarse_pointer = width < 1000});
        page.go_to(page.name());
        const std::size_t described = page.machine.find(page.id_of(page.name()))->description.size();
        page.command("guidance");
        REQUIRE(page.machine.find("guidance/region"));
        CHECK(page.machine.find("guidance/region")->role == Role::region);
        CHECK(page.title() == "填写说明：项目名称");
        CHECK(page.machine.find("guidance/part/1/text")->name == "科普经费");
        CHECK(page.machine.find("guidance/rule/typo"));
        CHECK(page.machine.find("guidance/others")->name == "另有 2 条规则检查所有文字");
        CHECK(page.machine.focused() == page.id_of(page.name()));
        CHECK(page.machine.find(page.id_of(page.name()))->description.size() == described);
        page.go_to(page.target());
        CHECK(page.title() == "填写说明：指标值");
        const Node* cell = page.machine.find(page.id_of(page.target()));
        CHECK(lies_apart(cell->clip, page.machine.find("guidance/region")->rect));
        CHECK(cell->value == "≥10场"); // The example is never content.
        page.command("guidance");
        CHECK_FALSE(page.machine.find("guidance/region"));
    }
}

TEST_CASE("Escape in it brings the keyboard back to the field, and in the field leaves it open") {
    HelpPage page;
    page.go_to(page.name());
    page.command("guidance");
    page.command("escape");
    CHECK(page.machine.find("guidance/region"));
    page.machine.focus_by_user("guidance/rule/typo");
    page.settle();
    page.command("escape");
    CHECK_FALSE(page.machine.find("guidance/region"));
    CHECK(page.machine.focused() == page.id_of(page.name()));
}

TEST_CASE("a mark at the label and at the head of a column leads there, large enough for fingers") {
    HelpPage page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.settle();
    CHECK_FALSE(page.machine.find("guidance/mark"));
    page.go_to(page.name());
    REQUIRE(page.machine.find("guidance/mark"));
    const platform::Rect at_label = page.machine.find("guidance/mark")->rect;
    CHECK(lies_apart(at_label, page.machine.find(page.id_of(page.name()))->rect));
    page.go_to(page.target());
    const platform::Rect at_head = page.machine.find("guidance/mark")->rect;
    CHECK(at_head.y != at_label.y);
    CHECK(lies_apart(at_head, page.machine.find(page.id_of(page.target()))->rect));
    for (const platform::Rect& rect : {at_label, at_head})
        CHECK(std::min(rect.w, rect.h) >= 44);
    page.tap(at_head);
    CHECK(page.title() == "填写说明：指标值");
    CHECK_FALSE(page.machine.find("guidance/mark"));
    page.press("guidance/close");
    CHECK(page.machine.find("guidance/mark"));
}

TEST_CASE("the mark does not lie over what is said of the cell") {
    HelpPage page;
    int beside = 0, left_out = 0;
    for (const int height : {520, 640, 768, 900}) {
        CAPTURE(height);
        page.machine.resize({.width = 1366, .height = height, .scale = 1});
        page.settle();
        for (const check::Finding& finding : std::vector(page.state.report.findings)) {
            if (!find_cell(page.book(), finding.at))
                continue;
            page.go_to(finding.at);
            const auto* told = page.machine.find("field-message");
            const auto* mark = page.machine.find("guidance/mark");
            if (told && mark)
                CHECK(lies_apart(told->rect, mark->rect));
            beside += told && mark;
            left_out += told && !mark;
        }
    }
    CHECK(beside > 0);
    CHECK(left_out > 0);
}

TEST_CASE("what cannot be fetched is said, and comes when it is asked for again") {
    Page page;
    page.machine.focus_by_user(page.id_of({Field::name, page.project().id}));
    page.command("guidance");
    REQUIRE(page.machine.find("guidance/again"));
    const int before = page.machine.asset_requests();
    page.settle();
    CHECK(page.machine.asset_requests() == before);
    const auto give = [&page](const char* text) {
        page.machine.give_asset(std::string(app::guidance_asset), text);
        page.press("guidance/again");
    };
    for (const char* other : {"", "<!doctype html><title>登录</title>"}) {
        give(other);
        CHECK(page.machine.find("guidance/waits")->name == "没有取到，请检查网络后再试");
    }
    give("= name\n用途：项目的名称。\n\n= all\n规则：typo\n");
    CHECK(page.machine.find("guidance/part/0/text")->name == "项目的名称。");
}

namespace {

/// A page that the guide is going through.
struct GuidedPage : Page {
    GuidedPage() {
        update(app::Guided{});
        settle();
    }
    void update(const app::Action& action) { app::update(state, action, knowledge, machine); }
    app::GuideStep step() const { return state.guide.step; }
    bool is_over() const { return !machine.find("guide") && machine.preference("guide") == app::guide_seen; }
};

} // namespace

TEST_CASE("the guide is of the book with which it began") {
    GuidedPage page;
    REQUIRE(page.machine.find("guide/text"));
    CHECK(page.machine.find("guide/text")->name.find("示例") == std::string::npos); // It is the person's own.
    page.update(app::NewBook{"heb-2021"});
    page.settle();
    CHECK_FALSE(page.machine.find("guide"));
    page.update(app::OpenSample{});
    page.settle();
    CHECK(page.machine.find("guide/text")->name.starts_with("1/4　这是一份示例。"));
}

TEST_CASE("the guide goes on by itself when a person does what it says, and does not come again") {
    GuidedPage page;
    REQUIRE(page.machine.find("guide/text"));
    CHECK(page.machine.find("guide/said")->role == Role::status);
    CHECK(page.machine.find("guide/text")->name.starts_with("1/4"));
    const check::Finding finding = page.state.report.findings.front();
    page.update(app::GoTo{finding.at});
    page.settle();
    CHECK(page.step() == app::GuideStep::fix);
    page.machine.enter_text(page.id_of({Field::name, page.project().id}), "演出经费2");
    page.settle();
    CHECK(page.step() == app::GuideStep::fix); // That mended nothing.
    page.update(app::RemoveRow{page.project().id});
    page.settle();
    CHECK(page.step() == app::GuideStep::saved);
    page.press("guide/next");
    CHECK(page.machine.find("guide/text")->name.starts_with("4/4"));
    page.update(app::SaveFile{});
    page.settle();
    CHECK(page.is_over());
}

TEST_CASE("the guide can be skipped at any time and begun again from the list of commands") {
    GuidedPage page;
    page.press("guide/end");
    CHECK(page.is_over());
    page.command("shortcuts");
    page.press("shortcuts/guide");
    CHECK(page.step() == app::GuideStep::look);
    for (int i = 0; i < app::guide_steps; ++i)
        page.press("guide/next");
    CHECK(page.is_over());
}

TEST_CASE("the guide leaves everything where it can be pressed") {
    GuidedPage page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.settle();
    page.tap(page.machine.find("show-findings")->rect);
    CHECK(page.machine.find(Role::region, "检查结果"));
    for (const char* id : {"guide/next", "guide/end"}) {
        CHECK(page.machine.find(id)->rect.h >= 44);
        CHECK(page.machine.find(id)->clip.w > 0);
    }
    page.command("home");
    CHECK(page.is_over());
}

} // namespace help_test
