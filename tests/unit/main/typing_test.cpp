#include "app/limits.h"
#include "base/utf8.h"
#include "support/session.h"

namespace typing_test {

using namespace jibiao;
using support::Node;
using support::Role;
using support::Session;

namespace {

/// A document with a person in one of its fields.
struct Typing : Session {
    FieldRef at;
    std::string id;

    explicit Typing(Field field = Field::purpose) {
        open("heb-2021-shili.txt");
        at = {field, book().projects[0].id};
        id = id_of(at);
        machine.focus_by_user(id);
        settle();
    }
    const Node& node() const {
        REQUIRE(machine.find(id));
        return *machine.find(id);
    }
    const std::string& text() const { return find_cell(book(), at)->text; }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    while (times-- > 0)
        all += text;
    return all;
}

} // namespace

TEST_CASE("a field's value answers the last text that was applied") {
    Typing page;
    CHECK(page.node().revision == 0);
    const auto first = page.machine.change_text(page.id, "培训");
    const auto second = page.machine.change_text(page.id, "培训费");
    page.program.frame(page.clock += 0.016);
    CHECK(second > first);
    CHECK(page.node().revision == second);
    CHECK(page.node().value == "培训费");
    page.machine.change_text(page.id, "培训费y", true); // A preedit is no text, so nothing answers it.
    page.settle();
    CHECK(page.node().revision == second);
    CHECK(page.node().value == "培训费");
    const auto third = page.machine.commit_text(page.id, "培训费用");
    page.settle();
    CHECK(page.node().revision == third);
    CHECK(page.node().value == "培训费用");
    const FieldRef other{Field::name, page.at.row};
    CHECK(page.machine.find(page.id_of(other))->revision == 0); // Each field counts for itself.
}

TEST_CASE("a text that is not accepted is answered by the one from before") {
    Typing page;
    const std::string before = page.text();
    // Typed and taken back before a frame was drawn.
    const auto revision = page.machine.change_text(page.id, "不要的");
    page.machine.push(platform::Command{"undo"});
    page.settle();
    CHECK(page.node().value == before);
    CHECK(page.node().revision == revision);
}

TEST_CASE("the reason for leaving a finding is answered, too") {
    Typing page;
    const check::Finding finding = page.state().report.findings.front();
    const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
    page.press(card + "/explain");
    const auto revision = page.machine.change_text(card + "/reason", "上级要求");
    page.settle();
    CHECK(page.machine.find(card + "/reason")->revision == revision);
}

TEST_CASE(
    "a page that goes away in the middle of a composition keeps its letters, and the composition goes on") {
    Typing page;
    page.machine.change_text(page.id, "ni", true);
    page.machine.commit_text(page.id, "ni");
    page.settle();
    CHECK(page.text() == "ni");
    page.machine.change_text(page.id, "nihao", true);
    page.settle();
    CHECK(page.text() == "ni");
    const auto last = page.machine.change_text(page.id, "你好");
    page.settle();
    CHECK(page.text() == "你好");
    CHECK(page.node().revision == last);
}

TEST_CASE("Enter goes on from what holds no line breaks") {
    Typing page;
    const Project& project = page.book().projects[0];
    const auto goes_on = [&](FieldRef at) {
        const Node* node = page.machine.find(page.id_of(at));
        REQUIRE(node);
        CHECK(node->next == (node->one_line || !node->multiline));
        return node->next;
    };
    CHECK(goes_on({Field::name, project.id}));
    CHECK(goes_on({Field::plan_percent, project.plan[0].id}));
    CHECK(goes_on({Field::budget_total, project.id}));
    CHECK(goes_on({Field::target_value, project.indicators[0].id}));
    CHECK_FALSE(goes_on({Field::purpose, project.id}));
    CHECK_FALSE(goes_on({Field::goal, project.goals[0].id}));
}

// ---- limits ----

TEST_CASE("what is too long is cut when the person is done, with a word about it, and can be had back") {
    Typing page;
    const std::size_t most = app::most_characters(page.at.field);
    CHECK(page.node().limit == most);
    const std::string before = page.text();
    const std::string whole = repeated("绩", most - 1) + "葛\U000E0100" + "效效";
    page.machine.change_text(page.id, whole);
    page.settle();
    CHECK(page.text() == whole); // Not while it is typed: it may be a word too many for a moment only.
    const auto revision = page.machine.commit_text(page.id, whole);
    page.settle();
    CHECK(page.text() == repeated("绩", most - 1)); // The last character would have lost its selector.
    CHECK(page.node().value == page.text());
    CHECK(page.node().revision == revision);
    REQUIRE(page.state().message);
    CHECK(page.state().message->text.find("“资金用途”太长：20003 个字，只留下前 19999 个") !=
          std::string::npos);
    page.press("message-undo");
    CHECK(page.text() == whole);
    page.press("undo");
    CHECK(page.text() == before);
    page.press("redo");
    page.press("redo");
    CHECK(count_code_points(page.text()) == most - 1);
}

TEST_CASE("names and values have less room than texts") {
    Typing page(Field::name);
    CHECK(page.node().limit == 2000);
    page.machine.commit_text(page.id, repeated("名", 2000));
    page.settle();
    CHECK(count_code_points(page.text()) == 2000);
    page.machine.commit_text(page.id, repeated("名", 2001));
    page.settle();
    CHECK(count_code_points(page.text()) == 2000);
}

TEST_CASE("what was longer already stays, but does not grow") {
    Typing page(Field::name);
    page.machine.commit_text(page.id, repeated("名", 2500));
    page.settle();
    page.press("message-undo");
    page.machine.focus_by_user("");
    page.machine.focus_by_user(page.id);
    page.settle();
    page.machine.commit_text(page.id, "新" + repeated("名", 2499));
    page.settle();
    CHECK(count_code_points(page.text()) == 2500);
    page.machine.commit_text(page.id, "新" + repeated("名", 2500));
    page.settle();
    CHECK(count_code_points(page.text()) == 2500);
}

// ---- undo ----

TEST_CASE("undo and redo show what they change, wherever it stands, and leave the keyboard where it is") {
    Typing page;
    REQUIRE(page.book().projects.size() > 1);
    const auto& rows = page.book().projects[0].indicators;
    const FieldRef far{Field::target_value, rows[rows.size() - 1].id};
    page.machine.focus_by_user(page.id_of(far));
    page.settle();
    page.machine.commit_text(page.id_of(far), "≥99%");
    page.settle();
    page.machine.focus_by_user("undo");
    page.press("contents/" + std::to_string(page.book().projects[1].id));
    CHECK_FALSE(page.machine.find(page.id_of(far)));
    page.command("undo");
    REQUIRE(page.machine.find(page.id_of(far)));
    CHECK(page.machine.find(page.id_of(far))->clip.h > 20);
    CHECK(page.machine.focused() == "undo");
    page.press("contents/texts");
    page.command("redo");
    REQUIRE(page.machine.find(page.id_of(far)));
    CHECK(page.machine.find(page.id_of(far))->clip.h > 20);
    CHECK(page.machine.find(page.id_of(far))->value == "≥99%");
}

TEST_CASE("undoing a deletion shows the row again, undoing an insertion its project") {
    Typing page;
    const auto& rows = page.book().projects[0].indicators;
    const FieldRef last{Field::indicator_name, rows[rows.size() - 1].id};
    page.machine.focus_by_user("undo");
    page.press("remove/" + std::to_string(last.row));
    page.press("contents/texts");
    page.command("undo");
    REQUIRE(page.machine.find(page.id_of(last)));
    CHECK(page.machine.find(page.id_of(last))->clip.h > 20);
    page.press("add-indicator");
    page.press("contents/texts");
    page.command("undo");
    CHECK(page.state().page == app::Page::project);
    CHECK(page.state().project == page.book().projects[0].id);
}

TEST_CASE("from within a field undo goes on into the field before, and redo comes back") {
    Typing page;
    const std::string purpose = page.text();
    const FieldRef name{Field::name, page.at.row};
    const std::string old_name = find_cell(page.book(), name)->text;
    page.machine.enter_text(page.id, "新的用途");
    page.machine.focus_by_user(page.id_of(name));
    page.machine.commit_text(page.id_of(name), "新的名称");
    page.settle();
    page.command("undo");
    CHECK(find_cell(page.book(), name)->text == old_name);
    CHECK(page.text() == "新的用途");
    page.command("undo");
    CHECK(page.text() == purpose);
    CHECK(page.machine.focused() == page.id_of(name));
    page.command("redo");
    page.command("redo");
    CHECK(page.text() == "新的用途");
    CHECK(find_cell(page.book(), name)->text == "新的名称");
}

} // namespace typing_test
