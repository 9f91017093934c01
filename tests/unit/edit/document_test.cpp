#include "edit/document.h"

#include "model/patch.h"

#include <doctest/doctest.h>

#include <random>

namespace document_test {

using namespace jibiao;
using namespace jibiao::edit;

namespace {

Book two_projects() {
    Book book;
    for (int p = 0; p < 2; ++p) {
        Project& project = book.projects.push_back({.id = book.new_row_id()});
        project.name.text = "项目" + std::to_string(p + 1);
        for (int i = 0; i < 3; ++i)
            project.indicators.push_back({.id = book.new_row_id(), .name = {.text = std::to_string(i)}});
    }
    Section& section = book.sections.push_back({.id = book.new_row_id()});
    section.body.push_back({.id = book.new_row_id()});
    return book;
}

/// Any edit that could happen, some of them with rows that do not exist.
Edit random_edit(const Book& book, std::mt19937& random) {
    const auto any = [&random](std::size_t below) {
        return static_cast<std::size_t>(random() % (below ? below : 1));
    };
    const RowId row = static_cast<RowId>(any(book.last_row_id + 3));
    switch (any(4)) {
    case 0: {
        std::vector<FieldRef> cells;
        for_each_cell(book, [&cells](FieldRef ref, const Cell&) { cells.push_back(ref); });
        return set_text(cells[any(cells.size())], std::to_string(random() % 3));
    }
    case 1:
        return {"增加", {InsertRow{static_cast<RowKind>(any(8)), row, any(5)}}};
    case 2:
        return {"删除", {RemoveRow{row}}};
    default:
        return {"移动", {MoveRow{row, any(5)}, SetTemplate{"t" + std::to_string(any(2))}}};
    }
}

} // namespace

TEST_CASE("suppressing is an edit; a new reason takes the old one's place") {
    Document document(two_projects());
    const FieldRef name{Field::name, document.book().projects[0].id};
    Suppression one{"typo", name, "项目1", "问题", "理由", "2026-11-22"};
    CHECK(document.apply({"说明不改", {Suppress{one}}}));
    CHECK_FALSE(document.apply({"说明不改", {Suppress{one}}}));
    one.reason = "更好的理由";
    CHECK(document.apply({"说明不改", {Suppress{one}}}));
    REQUIRE(document.book().suppressions.size() == 1);
    CHECK(document.book().suppressions[0].reason == "更好的理由");
    CHECK(document.undo());
    CHECK(document.book().suppressions[0].reason == "理由");
    CHECK(document.apply({"恢复", {Unsuppress{one}}})); // Whatever the reason is now.
    CHECK(document.book().suppressions.empty());
    CHECK_FALSE(document.apply({"恢复", {Unsuppress{one}}}));
    one.at.row = 9999;
    CHECK_FALSE(document.apply({"说明不改", {Suppress{one}}}));
}

TEST_CASE("suppressions stay with rows that move, go with rows that go, and come back with them") {
    Document document(two_projects());
    const Project& project = document.book().projects[1];
    const RowId row = project.indicators[2].id;
    document.apply({"说明不改",
                    {Suppress{{"a", {Field::target_value, row}, "", "", "理由", ""}},
                     Suppress{{"b", {Field::indicators, project.id}, "", "", "理由", ""}},
                     Suppress{{"c", {Field::title, 0}, "", "", "理由", ""}}}});
    document.apply({"移动", {MoveRow{row, 0}, MoveRow{project.id, 0}}});
    CHECK(document.book().suppressions.size() == 3);
    document.apply({"删除", {RemoveRow{row}}});
    CHECK(document.book().suppressions.size() == 2);
    document.apply({"删除", {RemoveRow{document.book().projects[0].id}}});
    REQUIRE(document.book().suppressions.size() == 1);
    CHECK(document.book().suppressions[0].rule == "c");
    document.undo();
    document.undo();
    CHECK(document.book().suppressions.size() == 3);
}

TEST_CASE("an edit that changes nothing is no revision and no undo step") {
    Document document(two_projects());
    const FieldRef name{Field::name, document.book().projects[0].id};
    CHECK_FALSE(document.apply(set_text(name, "项目1")));
    CHECK_FALSE(document.apply(set_text({Field::name, 9999}, "x")));
    CHECK(document.revision() == 0);
    CHECK_FALSE(document.can_undo());
}

TEST_CASE("editing a cell forgets what stood in the source, but not where") {
    Book book = two_projects();
    book.projects.edit(0).name = {"旧", "旧 ", 7, 7, Origin::read};
    Document document(book);
    REQUIRE(document.apply(set_text({Field::name, book.projects[0].id}, "新")));
    const Cell& cell = document.book().projects[0].name;
    CHECK(cell.text == "新");
    CHECK(cell.raw.empty());
    CHECK(cell.line == 7);
    CHECK(cell.origin == Origin::typed);
    REQUIRE(document.undo());
    CHECK(document.book() == book);
}

TEST_CASE("the steps stand in the order in which they were made, taken back or not") {
    Document document(two_projects());
    const RowId row = document.book().projects[0].id;
    document.apply(set_text({Field::name, row}, "甲", "输入"));
    document.apply(set_text({Field::name, row}, "乙", "选择"));
    document.apply({"删除", {RemoveRow{row}}});
    document.undo();
    document.undo();
    CHECK(document.steps_made() == 1);
    const auto steps = document.steps();
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].label == "输入");
    CHECK(steps[1].label == "选择");
    CHECK(steps[2].label == "删除");
    CHECK(steps[1].at == FieldRef{Field::name, row});
}

TEST_CASE("typing in one cell is one undo step") {
    Document document(two_projects());
    const FieldRef name{Field::name, document.book().projects[0].id};
    document.apply(set_text(name, "a"), 1);
    document.apply(set_text(name, "ab"), 1);
    document.apply(set_text(name, "abc"), 2);
    CHECK(document.undo());
    CHECK(document.book().projects[0].name.text == "ab");
    CHECK(document.undo());
    CHECK(document.book().projects[0].name.text == "项目1");
    CHECK_FALSE(document.undo());
    CHECK(document.redo());
    CHECK(document.undo_label() == "输入");
}

TEST_CASE("an undone insertion does not give its id to the next row") {
    Document document(two_projects());
    const Edit insert{"增加", {InsertRow{RowKind::indicator, document.book().projects[0].id, 0}}};
    document.apply(insert);
    const RowId first = document.book().projects[0].indicators[0].id;
    document.undo();
    document.apply(insert);
    CHECK(document.book().projects[0].indicators[0].id > first);
}

TEST_CASE("a new row can say something from the start") {
    Document document(two_projects());
    document.apply(
        {"增加",
         {InsertRow{RowKind::indicator, document.book().projects[1].id, 99, {{Field::level2, "成本指标"}}}}});
    CHECK(document.book().projects[1].indicators.back().level2.text == "成本指标");
}

TEST_CASE("a project that is inserted again gets ids of its own") {
    Document document(two_projects());
    document.apply({"复制", {InsertCopy{RowKind::project, 0, 1, document.book().projects[0]}}});
    const Book& book = document.book();
    REQUIRE(book.projects.size() == 3);
    CHECK(book.projects[1].name == book.projects[0].name);
    CHECK(book.projects[1].id > book.projects[2].id);
    CHECK(book.projects[1].indicators[0].id > book.projects[1].id);
    CHECK(book.projects[0].indicators[0].id < book.projects[0].indicators[1].id);
}

TEST_CASE("any edits, undone, give back every state, and redone give them again; patches say what changed") {
    std::mt19937 random(20211);
    for (int round = 0; round < 50; ++round) {
        Document document(two_projects());
        std::vector<Book> states{document.book()};
        std::vector<std::uint64_t> revisions{document.revision()};
        while (states.size() < 20) {
            if (document.apply(random_edit(document.book(), random))) {
                states.push_back(document.book());
                revisions.push_back(document.revision());
            }
        }
        for (std::size_t i = 0; i + 1 < states.size(); ++i) {
            CHECK(revisions[i + 1] == revisions[i] + 1);
            Book patched = states[i];
            apply_patch(patched, difference(states[i], states[i + 1]));
            CHECK(patched == states[i + 1]);
            CHECK(patched.last_row_id == states[i + 1].last_row_id);
        }
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            REQUIRE(document.undo());
            CHECK(document.book() == states[i]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            REQUIRE(document.redo());
            CHECK(document.book() == states[i]);
        }
        CHECK_FALSE(document.redo());
    }
}

TEST_CASE("a patch holds only the projects that changed") {
    const Book before = two_projects();
    Book after = before;
    find_cell_to_edit(after, {Field::name, after.projects[1].id})->text = "新";
    const Patch patch = difference(before, after);
    CHECK_FALSE(patch.head);
    CHECK(patch.new_sections.empty());
    CHECK(patch.new_projects.empty());
    REQUIRE(patch.changed_projects.size() == 1);
    CHECK(patch.changed_projects[0].project.id == after.projects[1].id);
    CHECK(patch.changed_projects[0].project.indicators.empty());
    CHECK_FALSE(patch.changed_projects[0].indicators);
}

TEST_CASE("a patch holds only the rows of a table that changed, and their order if it is another one") {
    Book before;
    Project& project = before.projects.push_back({.id = before.new_row_id()});
    for (int i = 0; i < 1'000; ++i)
        project.indicators.push_back({.id = before.new_row_id(), .name = {.text = "指标"}});
    const auto patch_of = [&before](Operation operation) {
        Book after = before;
        apply(after, {"改", {std::move(operation)}});
        Patch patch = difference(before, after);
        Book patched = before;
        apply_patch(patched, patch);
        CHECK(patched == after);
        CHECK(patch.new_projects.empty());
        REQUIRE(patch.changed_projects.size() == 1);
        return std::move(patch.changed_projects[0]);
    };
    const RowId row = before.projects[0].indicators[500].id;
    const ProjectPatch typed = patch_of(SetText{{Field::indicator_name, row}, "新"});
    REQUIRE(typed.project.indicators.size() == 1);
    CHECK(typed.project.indicators[0].id == row);
    CHECK_FALSE(typed.indicators);
    const ProjectPatch removed = patch_of(RemoveRow{row});
    CHECK(removed.project.indicators.empty());
    CHECK(removed.indicators->size() == 999);
    const ProjectPatch moved = patch_of(MoveRow{row, 0});
    CHECK(moved.project.indicators.empty());
    CHECK(moved.indicators->front() == row);
}

TEST_CASE("a patch of a project that is not there any more is left out") {
    const Book before = two_projects();
    Book after = before;
    find_cell_to_edit(after, {Field::name, after.projects[1].id})->text = "新";
    const Patch patch = difference(before, after);
    Book other = before;
    other.projects.erase(1);
    const Book expected = other;
    apply_patch(other, patch);
    CHECK(other == expected);
}

TEST_CASE("a step knows the cell that it changes, and a row the cell that stands for it") {
    Document document(two_projects());
    const RowId project = document.book().projects[0].id;
    const RowId row = document.book().projects[0].indicators[0].id;
    CHECK(document.undo_place() == FieldRef());
    document.apply(set_text({Field::purpose, project}, "新的用途"));
    CHECK(document.undo_place() == FieldRef{Field::purpose, project});
    document.apply({"删除", {RemoveRow{row}}});
    CHECK(document.undo_place() == FieldRef{Field::indicator_name, row});
    document.apply({"增加", {InsertRow{RowKind::goal, project, 0}}});
    CHECK(document.undo_place() == FieldRef{Field::goal, document.book().projects[0].goals[0].id});
    document.apply({"复制", {InsertCopy{RowKind::project, 0, 1, document.book().projects[0]}}});
    CHECK(document.undo_place() == FieldRef{Field::name, document.book().projects[1].id});
    document.apply({"换表样", {SetTemplate{"另一个"}}});
    CHECK(document.undo_place() == FieldRef());
    for (int i = 0; i < 4; ++i)
        document.undo();
    CHECK(document.undo_place() == FieldRef{Field::purpose, project});
    CHECK(document.redo_place() == FieldRef{Field::indicator_name, row});
}

TEST_CASE("typing that comes back to the text from before leaves no step and the cell as it was imported") {
    Book book = two_projects();
    const FieldRef at{Field::name, book.projects[0].id};
    find_cell_to_edit(book, at)->raw = " 原来的 ";
    find_cell_to_edit(book, at)->text = "原来的";
    Document document(book);
    document.apply(set_text(at, "原来的x"), 7);
    const std::uint64_t typed = document.revision();
    CHECK(document.can_undo());
    document.apply(set_text(at, "原来的"), 7);
    CHECK_FALSE(document.can_undo());
    CHECK(document.revision() > typed);
    CHECK(document.book() == book);
    document.apply(set_text(at, "别的"), 7);
    document.end_merge();
    document.apply(set_text(at, "原来的"), 7); // Not in one go: a step of its own.
    REQUIRE(document.undo());
    CHECK(find_cell(document.book(), at)->text == "别的");
}

} // namespace document_test
