#include "check/explained.h"
#include "support/session.h"

#include <algorithm>
#include <set>

/// Findings where the work is: filter, message at the cell, fixing all with a preview, finding words, the
/// history.
namespace findings_test {

using namespace jibiao;
using platform::Rect;
using platform::Size;
using support::Node;
using support::Role;
using support::Session;

namespace {

struct Person : Session {
    Person() { open("heb-2021-shili.txt"); }

    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void focus(const std::string& node) {
        machine.focus_by_user(node);
        settle();
    }
    /// Of an open list of choices.
    void choose(const char* list, std::string_view option) {
        press(std::string("choice/") + list);
        const auto found = std::ranges::find_if(machine.tree(), [option](const Node& node) {
            return node.role == Role::option && node.name.starts_with(option);
        });
        CAPTURE(option);
        REQUIRE(found != machine.tree().end());
        press(std::string(found->id));
    }
    const check::Finding& first(std::string_view rule) const {
        const auto& all = state().report.findings;
        const auto found = std::ranges::find(all, rule, &check::Finding::rule);
        REQUIRE(found != all.end());
        return *found;
    }
    /// A finding with a safe fix, of the rule that has the fewest findings.
    check::Finding fixable() const {
        const check::Finding* rarest = nullptr;
        const auto& all = state().report.findings;
        for (const check::Finding& one : all) {
            if (one.fix && one.fix->safe &&
                (!rarest || std::ranges::count(all, one.rule, &check::Finding::rule) <
                                std::ranges::count(all, rarest->rule, &check::Finding::rule)))
                rarest = &one;
        }
        REQUIRE(rarest);
        return *rarest;
    }
    std::string title(const check::Finding& finding) const {
        return std::string(check::find_rule(finding.rule)->title);
    }
    std::string text(std::string_view node) const {
        CAPTURE(node);
        REQUIRE(machine.find(node));
        return machine.find(node)->name;
    }
    Rect rect(std::string_view node) const {
        CAPTURE(node);
        REQUIRE(machine.find(node));
        return machine.find(node)->rect;
    }
};

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

} // namespace

// ---- the filter ----

TEST_CASE("the list shows one rule alone, says so, and F8 goes through its findings only") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.choose("filter/rule", page.title(wanted) + " ");
    const auto shown = page.state().shown_findings();
    REQUIRE_FALSE(shown.empty());
    CHECK(shown.size() < page.state().report.findings.size());
    CHECK(std::ranges::all_of(shown, [&](const auto* one) { return one->rule == wanted.rule; }));
    CHECK(page.machine.find("choice/filter/rule")->value ==
          page.title(wanted) + " " + std::to_string(shown.size()));
    CHECK(page.text("filter/end") == "取消筛选：" + page.title(wanted));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        page.command("next-finding");
        const auto at = page.state().current_finding_at;
        CHECK(std::ranges::any_of(shown, [&](const auto* one) { return one->at == at; }));
    }
    page.press("filter/end");
    CHECK(page.state().shown_findings().size() == page.state().report.findings.size());
    CHECK_FALSE(page.machine.find("filter/end"));
    CHECK(page.machine.focused() == "choice/filter/rule"); // Not into nothing.
}

TEST_CASE("the list goes along from finding to finding") {
    Person page;
    page.machine.resize({.width = 1366, .height = 768, .scale = 1});
    page.settle();
    const auto findings = page.state().report.findings;
    REQUIRE(findings.size() > 8); // More than fit.
    for (const char* direction : {"next-finding", "previous-finding"}) {
        for (std::size_t i = 0; i < findings.size(); ++i) {
            page.command(direction);
            page.settle();
            const auto at = page.state().current_finding_at;
            REQUIRE(at);
            const auto found = std::ranges::find(findings, *at, &check::Finding::at);
            const auto* card =
                page.machine.find("finding/" + std::string(found->rule) + "/" + page.id_of(*at) + "/go");
            REQUIRE(card);
            CHECK(card->selected);
            CHECK(card->clip.h == card->rect.h);
        }
    }
}

TEST_CASE("the list shows one project alone, or what belongs to none") {
    Person page;
    page.choose("filter/project", "项目 1 ");
    for (const check::Finding* one : page.state().shown_findings())
        CHECK(project_of(page.book(), one->at) == &page.book().projects[0]);
    page.choose("filter/project", "部门整体绩效文本");
    for (const check::Finding* one : page.state().shown_findings())
        CHECK_FALSE(project_of(page.book(), one->at));
    page.choose("filter/project", "全部");
    CHECK(page.state().filter.is_empty());
}

TEST_CASE("a filter whose findings are all mended goes, and the message keeps its undo") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.choose("filter/rule", page.title(wanted) + " ");
    for (int i = 0; i < 50 && !page.state().filter.is_empty(); ++i) {
        const auto shown = page.state().shown_findings();
        const std::string node =
            "finding/" + std::string(wanted.rule) + "/" + page.id_of(shown.front()->at) + "/fix";
        page.press(node);
    }
    CHECK(page.state().filter.is_empty());
    REQUIRE(page.state().message);
    CHECK(page.state().message->text.starts_with("已修复"));
    CHECK(page.state().message->text.ends_with("没有筛选的问题了，现在列出全部"));
    CHECK(page.state().message->offers_undo);
}

TEST_CASE("another book is not filtered as the one before") {
    Person page;
    page.choose("filter/project", "项目 1 ");
    page.open("heb-2021-shili.txt");
    CHECK(page.state().filter.is_empty());
}

// ---- the message at the cell ----

TEST_CASE("below the cell with the keyboard stands what its description says, and mends it") {
    Person page;
    const check::Finding wanted = page.fixable();
    CHECK_FALSE(page.machine.find("field-message"));
    const std::string cell = page.id_of(wanted.at);
    page.press("finding/" + std::string(wanted.rule) + "/" + cell + "/go");
    REQUIRE(page.machine.focused() == cell);
    const std::string said = page.text("field-message/text");
    CHECK(said.find(page.title(wanted)) != std::string::npos);
    CHECK(page.machine.find(cell)->description.starts_with(said));
    CHECK_FALSE(overlap(page.rect("field-message"), page.machine.find(cell)->clip));
    for (const Node& node : page.machine.tree()) { // Nor does a field take what is meant for it.
        if (node.role == Role::textbox && node.clip.w > 0)
            CHECK_FALSE(overlap(page.rect("field-message"), node.clip));
    }
    const Book before = page.book();
    page.command("fix-here");
    CHECK(page.book() != before);
    CHECK(page.machine.focused() == cell);
}

TEST_CASE("while a text is typed nothing is said that was not said before") {
    Person page;
    const FieldRef at{Field::indicator_name, page.book().projects[0].indicators[0].id};
    const std::string cell = page.id_of(at);
    page.focus(cell);
    REQUIRE_FALSE(page.machine.find("field-message"));
    page.machine.change_text(cell, "演出（场次");
    page.settle();
    CHECK_FALSE(page.machine.find("field-message"));
    page.machine.commit_text(cell, "演出（场次");
    page.settle();
    CHECK(page.machine.find("field-message"));
    page.machine.change_text(cell, "演出（场次次");
    page.settle();
    CHECK(page.machine.find("field-message"));
    page.machine.change_text(cell, "演出场次");
    page.settle();
    CHECK_FALSE(page.machine.find("field-message"));
}

TEST_CASE("the message stays within what a soft keyboard leaves, and off the cell") {
    for (const auto& [width, height] : {std::pair(360, 640), {820, 1180}, {1180, 820}}) {
        Person page;
        Size size{.width = width, .height = height, .scale = 1, .coarse_pointer = true};
        page.machine.resize(size);
        page.settle();
        const check::Finding wanted = page.fixable();
        page.command("next-finding");
        while (page.state().current_finding_at != wanted.at)
            page.command("next-finding");
        size.insets.bottom = static_cast<float>(height) * 0.45f;
        page.machine.resize(size);
        page.settle();
        const std::string cell = page.id_of(wanted.at);
        REQUIRE(page.machine.focused() == cell);
        const Rect message = page.rect("field-message");
        CHECK_FALSE(overlap(message, page.machine.find(cell)->clip));
        CHECK(message.y >= 0);
        CHECK(message.y + message.h <= static_cast<float>(height) * 0.55f + 1);
        CHECK(message.x >= 0);
        CHECK(message.x + message.w <= static_cast<float>(width));
    }
}

TEST_CASE("over the message at the cell the wheel scrolls what lies beneath, over a dialog it does not") {
    Person page;
    const check::Finding wanted = page.fixable();
    const std::string cell = page.id_of(wanted.at);
    page.press("finding/" + std::string(wanted.rule) + "/" + cell + "/go");
    const auto turn_wheel = [&page](const Rect& over, float by) {
        page.machine.push_input(jibiao::platform::Scroll{over.x + over.w / 2, over.y + over.h / 2, 0, by});
        page.settle();
    };
    const float before = page.rect(cell).y;
    turn_wheel(page.rect("field-message"), 20);
    const float after = page.rect(cell).y;
    CHECK(after == before - 20);
    page.press("fix-all");
    turn_wheel(page.rect("fix-all-says"), 20);
    CHECK(page.rect(cell).y == after);
}

// ---- fixing all ----

TEST_CASE("全部修复 shows first what it would change, and leaves out what is not wanted") {
    Person page;
    const Book before = page.book();
    page.press("fix-all");
    CHECK(page.book() == before);
    REQUIRE(page.machine.find(Role::dialog, "全部修复：先看会改什么"));
    CHECK(page.machine.focused() == "fix-all-apply");
    std::set<std::string> ids; // The machine knows nodes by them.
    for (const Node& node : page.machine.tree())
        CHECK_MESSAGE(ids.insert(node.id).second, node.id);
    const Node first = *page.machine.find("fix-all/0");
    CHECK(first.toggle);
    CHECK(first.pressed);
    CHECK(first.name.find("改前：") != std::string::npos);
    CHECK(first.name.find("改后：") != std::string::npos);
    const std::string all = page.text("fix-all-apply");

    page.press("fix-all/0");
    CHECK_FALSE(page.machine.find("fix-all/0")->pressed);
    CHECK(page.text("fix-all-apply") != all);
    const auto ticked = std::ranges::count_if(page.machine.tree(), [](const Node& node) {
        return node.id.starts_with("fix-all/") && node.toggle && node.pressed;
    });
    CHECK(page.text("fix-all-apply") == "应用 " + std::to_string(ticked) + " 处"); // What one sees.
    page.press("fix-all/0");
    CHECK(page.text("fix-all-apply") == all);
    page.press("fix-all/0");
    page.press("fix-all-apply");
    CHECK_FALSE(page.machine.find(Role::dialog, "全部修复：先看会改什么"));
    CHECK(page.book() != before);
    CHECK(page.state().document.undo_label() == "全部修复");
    const auto left = std::ranges::count_if(
        page.state().report.findings, [](const check::Finding& one) { return one.fix && one.fix->safe; });
    CHECK(left >= 1);
    page.command("undo");
    CHECK(page.book() == before);
}

TEST_CASE("Escape leaves everything as it is") {
    Person page;
    const Book before = page.book();
    page.focus("fix-all");
    page.press("fix-all");
    page.command("escape");
    CHECK_FALSE(page.machine.find("fix-all-apply"));
    CHECK(page.book() == before);
    CHECK(page.machine.focused() == "fix-all");
}

// ---- the verdict ----

TEST_CASE("the verdict is seen where the list is not, and leads to it") {
    Person page;
    page.machine.resize({.width = 360, .height = 640, .scale = 1, .coarse_pointer = true});
    page.settle();
    REQUIRE_FALSE(page.machine.find("verdict"));
    CHECK(page.text("show-findings").find("上报结论：有 ") != std::string::npos);
    page.press("show-findings");
    CHECK(page.machine.find("verdict"));
}

// ---- finding words ----

TEST_CASE("words are found across the whole book, one after the other, and the keyboard ends at them") {
    Person page;
    page.command("find");
    REQUIRE(page.machine.focused() == "find-words");
    page.machine.change_text("find-words", "指标");
    page.settle();
    const std::string first = page.text("find-count");
    CHECK(first.starts_with("第 1 处，共 "));
    CHECK(page.machine.focused() == "find-words"); // The page shows it, the person goes on typing.
    page.machine.commit_text("find-words", "指标");
    page.settle();
    CHECK(page.text("find-count").starts_with("第 2 处"));
    page.command("previous-match");
    page.command("previous-match");
    const std::string count = first.substr(std::string("第 1 处，共 ").size());
    CHECK(page.text("find-count") == "第 " + count + "，共 " + count); // Round the end.
    page.command("next-match");
    CHECK(page.text("find-count") == first);
    page.command("escape");
    CHECK_FALSE(page.machine.find("find-words"));
    const auto cell = ui::field_of_node(page.machine.focused());
    REQUIRE(cell);
    CHECK(find_cell(page.book(), cell->at)->text.find("指标") != std::string::npos);
}

TEST_CASE("Escape closes the bar without taking the keyboard from where it has gone since") {
    Person page;
    page.command("escape"); // The message about the file comes first.
    page.command("find");
    page.machine.change_text("find-words", "指标");
    page.settle();
    const std::string cell = page.id_of({Field::name, page.book().projects[0].id});
    page.focus(cell);
    page.command("escape");
    CHECK_FALSE(page.machine.find("find-words"));
    CHECK(page.machine.focused() == cell);
}

TEST_CASE("what is found nowhere is said, and Escape goes back to where the person was") {
    Person page;
    const std::string cell = page.id_of({Field::name, page.book().projects[0].id});
    page.focus(cell);
    page.command("find");
    page.machine.change_text("find-words", "没有这样的词");
    page.settle();
    CHECK(page.text("find-count") == "没有找到");
    CHECK(page.machine.find("find-next")->disabled);
    page.command("escape");
    CHECK(page.machine.focused() == cell);
}

TEST_CASE("leaving the field is not Enter, and a text that comes back from before is Escape") {
    Person page;
    page.command("find");
    page.machine.change_text("find-words", "指标");
    page.settle();
    page.machine.commit_text("find-words", "指标");
    page.machine.focus_by_user("");
    page.settle();
    CHECK(page.text("find-count").starts_with("第 1 处"));
    page.focus("find-words");
    page.machine.commit_text("find-words", "");
    page.settle();
    CHECK_FALSE(page.machine.find("find-words"));
}

// ---- only with findings ----

TEST_CASE("projects and rows without findings are left out on request") {
    Person page;
    const auto rows = [&page] {
        return std::ranges::count_if(page.machine.tree(), [](const Node& node) {
            return node.role == Role::row && node.position > 1;
        });
    };
    const auto all = rows();
    page.press("only-findings");
    CHECK(page.machine.find("only-findings")->pressed);
    CHECK(rows() < all);
    for (const Project& project : page.book().projects) {
        const Node* entry = page.machine.find("contents/" + std::to_string(project.id));
        if (entry && !entry->selected)
            CHECK(entry->name.find("，") != std::string::npos);
    }
    page.press("show-all-rows");
    CHECK(rows() == all);
    CHECK_FALSE(page.machine.find("only-findings")->pressed);
}

TEST_CASE("a row that is new, or that is gone to, is shown among those with findings") {
    Person page;
    const Project& project = page.book().projects[0];
    const auto is_clean = [&page](const Indicator& row) {
        return std::ranges::none_of(page.state().report.findings,
                                    [&row](const auto& one) { return one.at.row == row.id; });
    };
    const auto clean = std::ranges::find_if(project.indicators, is_clean);
    REQUIRE(clean != project.indicators.end());
    const FieldRef at{Field::target_value, clean->id};
    page.focus(page.id_of(at));
    page.command("comment");
    page.machine.change_text(page.machine.focused(), "再看看");
    page.settle();
    page.press("comment/add");
    page.press("only-findings");
    page.press("add-indicator");
    CHECK(page.machine.focused() == page.id_of({Field::indicator_name, page.book().last_row_id}));
    CHECK_FALSE(page.machine.find(page.id_of(at)));
    page.press("thread/" + page.id_of(at) + "/go");
    CHECK(page.machine.focused() == page.id_of(at));
}

TEST_CASE("rows that are not shown are not deleted along with those around them") {
    Person page;
    const Rows<Indicator>& rows = page.book().projects[0].indicators;
    page.press("only-findings");
    std::size_t first = rows.size(), last = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (page.machine.find(page.id_of({Field::target_value, rows[i].id})))
            first = std::min(first, i), last = i;
    }
    REQUIRE(first + 1 < last);
    const std::size_t before = rows.size();
    page.focus(page.id_of({Field::target_value, rows[first].id}));
    page.machine.push(platform::CellKey{page.id_of({Field::target_value, rows[last].id}), "Shift+Click"});
    page.settle();
    page.command("remove-rows");
    CHECK(page.book().projects[0].indicators.size() == before);
    CHECK(page.state().message->text.find("没有显示出来") != std::string::npos);
    page.command("only-findings");
    page.command("remove-rows");
    CHECK(page.book().projects[0].indicators.size() < before);
}

TEST_CASE("the key that mends a cell mends what was typed into it last") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.focus(page.id_of(wanted.at));
    page.machine.push(platform::TextChanged{page.id_of(wanted.at), "另外的文字", false, 1});
    page.machine.push(platform::Command{"fix-here"});
    page.settle();
    CHECK(find_cell(page.book(), wanted.at)->text.starts_with("另外的文字"));
}

// ---- the history ----

TEST_CASE("the history lists the steps by name, and one press goes back by several, another one on") {
    Person page;
    const Book before = page.book();
    const RowId row = page.book().projects[0].id;
    page.type(page.id_of({Field::name, row}), "甲");
    page.type(page.id_of({Field::name, row}), "乙");
    page.press("remove/" + std::to_string(page.book().projects[0].indicators[0].id));
    const Book after = page.book();
    page.command("history");
    REQUIRE(page.machine.find(Role::dialog, "修改记录"));
    CHECK(page.machine.focused() == "history/3");
    CHECK(page.text("history/3") == "3，删除，现在");
    CHECK(page.text("history/1").starts_with("1，"));
    page.press("history/0");
    CHECK(page.book().projects[0].name.text == before.projects[0].name.text);
    CHECK(page.state().message->text == "已回到最早的样子");
    page.command("history");
    CHECK(page.text("history/3").ends_with("已撤销"));
    page.press("history/3");
    CHECK(page.book() == after);
}

// ---- the rule's page ----

TEST_CASE("the page of a rule says why, how to mend it, the source and examples, and lists its findings") {
    Person page;
    page.machine.give_asset(std::string(check::explained_asset), check::write_explained());
    const check::Finding wanted = page.fixable();
    const std::string card = "finding/" + std::string(wanted.rule) + "/" + page.id_of(wanted.at);
    page.press(card + "/rule");
    REQUIRE(page.machine.find(Role::dialog, page.title(wanted)));
    const check::Rule& rule = *check::find_rule(wanted.rule);
    CHECK(page.text("rule-page-kind").find(rule.title_en) != std::string::npos);
    const auto parts = check::explained(rule); // As `jibiao explain` has them.
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].text.empty())
            continue;
        CHECK(page.shows(Role::heading, parts[i].heading));
        const bool is_example = i >= 3;
        const std::string id = "rule-page/" + std::to_string(i) + (is_example ? "/0" : "/text");
        CHECK(parts[i].text.starts_with(page.text(id)));
    }
    page.press("rule-page-list");
    CHECK_FALSE(page.machine.find(Role::dialog, page.title(wanted)));
    CHECK(page.state().filter == app::FindingFilter{.rule = rule.id});
    page.focus(card + "/rule");
    page.press(card + "/rule");
    page.command("escape");
    CHECK(page.machine.focused() == card + "/rule");
}

TEST_CASE("from the page of a rule its findings are listed, whatever the panel shows") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.focus(page.id_of(wanted.at));
    page.press("show-comments");
    page.command("pictures");
    page.command("explain");
    page.press("rule-page-list");
    CHECK(page.machine.focused() == "choice/filter/rule");
}

TEST_CASE("what a server gives in place of the rules' texts is not shown as such") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.focus(page.id_of(wanted.at));
    for (const char* answer : {"", "<!doctype html><title>404</title>"}) {
        page.machine.give_asset(std::string(check::explained_asset), answer);
        page.command("explain");
        const int asked = page.machine.asset_requests();
        REQUIRE(page.machine.find("rule-page/again"));
        page.settle();
        CHECK(page.machine.asset_requests() == asked);
        page.command("escape");
    }
}

TEST_CASE("the page of a rule opens from the cell too; what cannot be fetched is said and tried again") {
    Person page;
    const check::Finding wanted = page.fixable();
    page.press("finding/" + std::string(wanted.rule) + "/" + page.id_of(wanted.at) + "/go");
    page.command("explain");
    REQUIRE(page.machine.find("rule-page/again"));
    CHECK(page.machine.asset_requests() == 1); // Not in every frame.
    page.machine.give_asset(std::string(check::explained_asset), check::write_explained());
    page.press("rule-page/again");
    CHECK(page.shows(Role::heading, "为什么"));
    CHECK(page.machine.asset_requests() == 2);
}

} // namespace findings_test
