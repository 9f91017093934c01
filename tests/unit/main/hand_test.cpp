#include "model/field.h"
#include "support/session.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>

/// What windows of all sizes, fingers and soft keyboards ask of the page.
namespace hand_test {

using namespace jibiao;
using platform::Insets;
using platform::Rect;
using platform::Size;
using support::Node;
using support::Role;
using support::Session;

namespace {

constexpr Size tablet_wide{.width = 1180, .height = 820, .scale = 1, .coarse_pointer = true};
constexpr Size tablet_high{.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true};
constexpr Size phone{.width = 360, .height = 640, .scale = 1, .coarse_pointer = true};

struct Hand : Session {
    explicit Hand(Size size = tablet_high, const char* document = "heb-2021-shili.txt") {
        resize(size);
        open(document);
    }
    void resize(Size size) {
        machine.resize(size);
        settle();
    }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    Rect rect(std::string_view node) {
        CAPTURE(node);
        REQUIRE(machine.find(node));
        return machine.find(node)->rect;
    }
    /// The cell that is seen first on the page.
    const Node* first_seen() const {
        const auto found = std::ranges::find_if(machine.tree(), [](const Node& node) {
            return ui::field_of_node(node.id) && node.clip.h > 0 && node.clip.h == node.rect.h;
        });
        return found == machine.tree().end() ? nullptr : &*found;
    }
    FieldRef last_value() const {
        const auto& rows = book().projects[0].indicators;
        return {Field::target_value, rows[rows.size() - 1].id};
    }
};

bool can_be_tapped(const Node& node) {
    switch (node.role) {
    case Role::button:
    case Role::textbox:
    case Role::combobox:
    case Role::option:
    case Role::tab:
        return true;
    default:
        return false;
    }
}

/// Everything that can be tapped on what is shown now.
void check_targets(const Session& page, const char* where) {
    CAPTURE(where);
    constexpr float least = 43.99f;
    for (const Node& node : page.machine.tree()) {
        if (!can_be_tapped(node) || (node.rect.w >= least && node.rect.h >= least))
            continue;
        CAPTURE(node.id);
        CAPTURE(node.rect.w);
        CAPTURE(node.rect.h);
        CHECK_MESSAGE(false, "too small for a finger");
    }
}

} // namespace

/// Goes through everything that can be shown of the document.
void check_all_targets(Hand& page) {
    const auto find = [&page](const std::string& node) { return page.machine.find(node) != nullptr; };
    check_targets(page, "a message");
    page.command("escape");
    for (const Project& project : Book(page.book()).projects) {
        while (page.state().project != project.id)
            page.press(find("contents-next") ? "contents-next" : "contents/" + std::to_string(project.id));
        check_targets(page, "a project");
    }
    if (find("show-findings"))
        page.press("show-findings");
    check_targets(page, "findings");
    const check::Finding finding = page.state().report.findings.back();
    const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
    page.press(card + "/rule");
    check_targets(page, "the page of a rule");
    page.command("escape");
    page.command("history");
    check_targets(page, "the history");
    page.command("escape");
    if (find("fix-all")) {
        page.press("fix-all");
        check_targets(page, "what would be fixed");
        page.command("escape");
    }
    page.press(card + "/explain");
    check_targets(page, "a reason");
    page.type(card + "/reason", "上级要求");
    page.press(card + "/leave");
    check_targets(page, "a message with undo");
    page.press("suppressed");
    check_targets(page, "suppressed findings");
    if (find("show-form"))
        page.press("show-form");
    page.command("find");
    check_targets(page, "the find bar");
    page.command("escape");
    page.command("next-finding");
    check_targets(page, "a message at a cell");
    page.press("choice/form");
    check_targets(page, "a list of choices");
    page.command("escape");
    while (page.state().page != app::Page::texts)
        page.press(find("contents-previous") ? "contents-previous" : "contents/texts");
    check_targets(page, "cover and texts");
    while (!page.book().notes.empty() && page.state().page != app::Page::notes)
        page.press(find("contents-next") ? "contents-next" : "contents/notes");
    check_targets(page, "notes");
}

TEST_CASE("with a coarse pointer every target is 44 pixels wide and high, on every page and window") {
    for (const char* document : {"heb-2021-shili.txt", "gz-2024-shili.txt"}) {
        CAPTURE(document);
        for (const Size& size : {tablet_wide, tablet_high, phone}) {
            CAPTURE(size.width);
            Hand page(size, document);
            check_all_targets(page);
        }
    }
    for (const int steps : {-2, 3}) {
        CAPTURE(steps);
        Hand page;
        page.machine.push(platform::ScaleStep{steps});
        page.settle();
        check_all_targets(page);
    }
    Session empty;
    empty.machine.resize(phone);
    empty.settle();
    check_targets(empty, "the beginning");
}

// ---- scale ----

TEST_CASE("everything can be made larger and smaller, within bounds, and stays so") {
    Hand page({.width = 1366, .height = 768});
    const FieldRef name{Field::name, page.book().projects[0].id};
    const Node before = *page.machine.find(page.id_of(name));
    page.machine.push(platform::ScaleStep{1});
    page.settle();
    CHECK(page.machine.preference("scale") == "110");
    const Node larger = *page.machine.find(page.id_of(name));
    CHECK(larger.style.font_size == doctest::Approx(std::round(before.style.font_size * 1.1f)));
    for (int i = 0; i < 20; ++i)
        page.command("larger");
    CHECK(page.machine.preference("scale") == "200");
    CHECK(page.machine.find(page.id_of(name))->style.font_size == 2 * before.style.font_size);
    page.machine.push(platform::ScaleStep{-20});
    page.settle();
    CHECK(page.machine.preference("scale") == "80");
    page.command("usual-size");
    CHECK(page.machine.preference("scale") == "100");
    CHECK(page.machine.find(page.id_of(name))->style == before.style);
    CHECK(page.machine.find(page.id_of(name))->rect == before.rect);
}

TEST_CASE("what was chosen last is there when the page comes back, and nonsense is not believed") {
    for (const auto& [kept, font] :
         std::initializer_list<std::pair<const char*, float>>{{"200", 30}, {"", 15}, {"-3", 12}, {"x", 15}}) {
        CAPTURE(kept);
        platform::FakePlatform machine;
        machine.native_text_fields = true;
        machine.set_preference("scale", kept);
        Session page(machine);
        page.press("new/heb-2021");
        const Node* name = machine.find(page.id_of({Field::name, page.book().projects[0].id}));
        REQUIRE(name);
        CHECK(name->style.font_size == font);
    }
}

TEST_CASE("a tap hits what is published where it is drawn, at any size of everything") {
    Hand page;
    for (const char* step : {"larger", "larger", "larger", "smaller"}) {
        page.command(step);
        const Rect place = page.rect("show-findings");
        CHECK(place.x + place.w <= 820);
        CHECK(place.y + place.h <= 1180);
        CHECK(std::abs(std::round(place.x) - place.x) < 0.001f); // On whole device pixels.
        for (const bool down : {true, false}) {
            page.machine.push_input(
                platform::PointerMoved{place.x + place.w / 2, place.y + place.h / 2, true});
            page.machine.push_input(platform::PointerButton{0, down, true});
            page.settle();
        }
        CHECK(page.shows(Role::region, "检查结果"));
        page.press("show-form");
        CHECK_FALSE(page.shows(Role::region, "检查结果"));
    }
}

TEST_CASE("text of fields is not smaller than browsers want it under a finger") {
    Hand page;
    page.command("smaller");
    page.command("smaller");
    for (const Node& node : page.machine.tree()) {
        if (node.role == Role::textbox)
            CHECK(node.style.font_size >= 16);
    }
}

// ---- insets ----

TEST_CASE("what is covered stays free of everything but colour") {
    const Insets insets{.top = 20, .right = 30, .bottom = 34, .left = 40};
    for (Size size : {tablet_wide, tablet_high, phone}) {
        Hand page(size);
        size.insets = insets;
        page.resize(size);
        CAPTURE(size.width);
        for (const Node& node : page.machine.tree()) {
            if (node.clip.w <= 0 || node.clip.h <= 0)
                continue; // Scrolled out.
            CAPTURE(node.id);
            CHECK(node.clip.x >= insets.left);
            CHECK(node.clip.y >= insets.top);
            CHECK(node.clip.x + node.clip.w <= static_cast<float>(size.width) - insets.right + 0.01f);
            CHECK(node.clip.y + node.clip.h <= static_cast<float>(size.height) - insets.bottom + 0.01f);
        }
        page.press("choice/form");
        const Rect list = page.machine.find(Role::dialog, "表样")->rect;
        CHECK(list.x >= insets.left);
        CHECK(list.y + list.h <= static_cast<float>(size.height) - insets.bottom);
    }
}

TEST_CASE("a soft keyboard leaves the field in sight that it came for, and the form takes what is left") {
    for (Size size : {tablet_high, phone}) {
        Hand page(size);
        CAPTURE(size.width);
        const std::string id = page.id_of(page.last_value());
        page.machine.focus_by_user(id);
        page.settle();
        REQUIRE(page.machine.find(id)->clip.h > 0);
        const Size whole = size;
        for (const bool covers :
             {true, false}) { // Browsers let it cover the window, or make the window lower.
            if (covers)
                size.insets.bottom = static_cast<float>(whole.height) / 2;
            else
                size.height /= 2;
            page.resize(size);
            const Node* field = page.machine.find(id);
            REQUIRE(field);
            CHECK(field->clip.h > 40);
            CHECK(field->clip.y + field->clip.h <= static_cast<float>(whole.height) / 2);
            CHECK_FALSE(page.machine.find("show-findings"));
            size = whole;
            page.resize(size);
            CHECK(page.machine.find("show-findings"));
            CHECK(page.machine.find(id)->clip.h > 40);
        }
    }
}

TEST_CASE("the reason for leaving a finding stays in sight above the keyboard") {
    Hand page(phone);
    page.press("show-findings");
    const check::Finding finding = page.state().report.findings.back();
    const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
    page.press(card + "/explain");
    const std::string id = card + "/reason";
    REQUIRE(page.machine.focused() == id);
    Size size = phone;
    size.insets.bottom = 320;
    page.resize(size);
    REQUIRE(page.machine.find(id));
    CHECK(page.machine.find(id)->clip.h > 40);
    CHECK(page.machine.focused() == id);
}

// ---- turning ----

TEST_CASE("a tablet that is turned shows the same place") {
    Hand page;
    page.press("contents-previous"); // The texts, which are long.
    REQUIRE(page.state().page == app::Page::texts);
    page.machine.push_input(platform::Scroll{400, 600, 0, 1500});
    page.settle();
    REQUIRE(page.first_seen());
    const std::string top = page.first_seen()->id;
    for (int turn = 0; turn < 3; ++turn) {
        page.resize(tablet_wide);
        REQUIRE(page.machine.find(top));
        CHECK(page.machine.find(top)->clip.h > 0);
        CHECK(page.machine.find(top)->rect.y < 200);
        page.resize(tablet_high);
        REQUIRE(page.machine.find(top));
        CHECK(page.machine.find(top)->rect.y < 250);
        page.command(turn == 0 ? "larger" : "smaller");
        REQUIRE(page.machine.find(top));
        CHECK(page.machine.find(top)->clip.h > 0);
        CHECK(page.machine.find(top)->rect.y < 300);
    }
}

TEST_CASE("what is seen from its beginning stays so") {
    Hand page;
    page.press("contents-previous");
    const float before = page.rect("cover-title").y;
    page.resize(tablet_wide);
    page.resize(tablet_high);
    CHECK(page.rect("cover-title").y == before);
}

TEST_CASE("turning a tablet loses no text, no keyboard and no list") {
    Hand page;
    const FieldRef at = page.last_value();
    const std::string id = page.id_of(at);
    page.press("show-findings");
    page.press("show-form");
    page.machine.focus_by_user(id);
    page.settle();
    page.machine.change_text(id, "≥9");
    page.machine.change_text(id, "≥9ba", true); // An input method is at work.
    page.settle();
    const auto revision = page.machine.find(id)->revision;
    for (const Size& size : {tablet_wide, tablet_high}) {
        page.resize(size);
        REQUIRE(page.machine.find(id));
        CHECK(page.machine.find(id)->clip.h > 40);
        CHECK(page.machine.find(id)->value == "≥9");
        CHECK(page.machine.find(id)->revision == revision);
        CHECK(page.machine.focused() == id);
    }
    page.machine.commit_text(id, "≥9百");
    page.settle();
    CHECK(find_cell(page.book(), at)->text == "≥9百");

    const FieldRef level2{Field::level2, at.row};
    page.machine.focus_by_user(page.id_of(level2));
    page.settle();
    page.command("open-choices");
    const std::string box = ui::choice_id(page.id_of(level2));
    for (const Size& size : {tablet_high, tablet_wide, tablet_high}) {
        page.resize(size);
        REQUIRE(page.machine.find(box));
        CHECK(page.machine.find(box)->expanded);
        CHECK(page.shows(Role::dialog, page.machine.find(box)->name));
    }
}

TEST_CASE("a window that becomes narrow shows the form where the keyboard is, not the findings") {
    Hand page;
    page.press("show-findings");
    page.resize(tablet_wide);
    const std::string id = page.id_of({Field::name, page.book().projects[0].id});
    page.machine.focus_by_user(id);
    page.settle();
    page.resize(tablet_high);
    CHECK(page.machine.find(id));
    CHECK(page.machine.focused() == id);
}

} // namespace hand_test
