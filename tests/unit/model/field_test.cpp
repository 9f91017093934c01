#include "model/field.h"

#include <doctest/doctest.h>

#include <set>

namespace field_test {

using namespace jibiao;

namespace {

Book small_book() {
    Book book;
    Section& section =
        book.sections.push_back({.id = book.new_row_id(), .level = 1, .heading = {.text = "一、总体"}});
    section.body.push_back({.id = book.new_row_id(), .text = {.text = "段落", .line = 3}});
    Table& table = section.tables.push_back({.id = book.new_row_id(), .form = "procurement"});
    for (int i = 0; i < 2; ++i)
        table.rows.push_back({.id = book.new_row_id(), .label = {.text = "日常公用经费", .line = 5 + i}});
    book.contents.push_back({.id = book.new_row_id(), .text = {.text = "一、总体"}});
    for (int p = 0; p < 2; ++p) {
        Project& project = book.projects.push_back({.id = book.new_row_id()});
        project.name = {.text = "项目", .line = 10 + p};
        project.plan.push_back({.id = book.new_row_id()});
        project.goals.push_back({.id = book.new_row_id(), .text = {.text = "目标"}});
        project.detail_goals.push_back({.id = book.new_row_id(), .text = {.text = "明细"}});
        project.phases.push_back({.id = book.new_row_id()});
        for (int i = 0; i < 3; ++i) {
            Indicator& indicator = project.indicators.push_back({.id = book.new_row_id()});
            indicator.target = {.text = "≥" + std::to_string(i), .line = 20 + 10 * p + i};
        }
    }
    return book;
}

} // namespace

TEST_CASE("every field but 'none' has a key of its own that leads back to it") {
    std::set<std::string_view> keys;
    for (int i = 1; i <= static_cast<int>(Field::explanation); ++i) {
        const auto field = static_cast<Field>(i);
        CAPTURE(i);
        CHECK_FALSE(field_key(field).empty());
        CHECK(keys.insert(field_key(field)).second);
        CHECK(field_from_key(field_key(field)) == field);
    }
    CHECK(field_key(Field::none).empty());
    CHECK_FALSE(field_from_key("nonsense"));
}

TEST_CASE("every cell that is visited can be addressed, has a path of its own, and is the same cell") {
    const Book book = small_book();
    std::set<std::string> paths;
    for_each_cell(book, [&](FieldRef ref, const Cell& cell) {
        const std::string path = path_of(book, ref);
        CAPTURE(path);
        CHECK(find_cell(book, ref) == &cell);
        CHECK(paths.insert(path).second);
    });
    CHECK(paths.count("title") == 1);
    CHECK(paths.count("sections[0].heading") == 1);
    CHECK(paths.count("sections[0].body[0]") == 1);
    CHECK(paths.count("sections[0].tables[0].caption") == 1);
    CHECK(paths.count("sections[0].tables[0].rows[1].quantity") == 1);
    CHECK(paths.count("contents[0].contents_page") == 1);
    CHECK(paths.count("handler_phone") == 1);
    CHECK(paths.count("projects[1].goals[0]") == 1);
    CHECK(paths.count("projects[1].plan[0].plan_percent") == 1);
    CHECK(paths.count("projects[1].indicators[2].target_value") == 1);
}

TEST_CASE("rows read at once are where they are found one by one") {
    const Book book = small_book();
    const RowPlaces places(book);
    for (RowId row = 0; row <= book.last_row_id + 1; ++row) {
        CAPTURE(row);
        const auto at_once = places.find(row);
        const auto alone = find_row(book, row);
        REQUIRE(at_once.has_value() == alone.has_value());
        if (!alone)
            continue;
        CHECK(at_once->kind == alone->kind);
        CHECK(at_once->owner == alone->owner);
        CHECK(at_once->index == alone->index);
        CHECK(at_once->table == alone->table);
    }
}

TEST_CASE("a field that a row does not have is no cell") {
    const Book book = small_book();
    const RowId goal = book.projects[0].goals[0].id;
    CHECK(find_cell(book, {Field::goal, goal}));
    CHECK_FALSE(find_cell(book, {Field::detail_goal, goal}));
    CHECK_FALSE(find_cell(book, {Field::target_value, goal}));
    CHECK_FALSE(find_cell(book, {Field::goal, 9999}));
    CHECK_FALSE(find_cell(book, {Field::name, 0}));
    CHECK_FALSE(find_cell(book, {Field::quantity, book.sections[0].tables[0].id}));
}

TEST_CASE("the line of a table is that of its first row") {
    const Book book = small_book();
    CHECK(line_of(book, {Field::indicators, book.projects[1].id}) == 30);
    CHECK(line_of(book, {Field::none, book.projects[1].indicators[2].id}) == 32);
    CHECK(line_of(book, {Field::none, book.projects[1].id}) == 11);
    CHECK(line_of(book, {Field::none, book.sections[0].tables[0].id}) == 5);
    CHECK(line_of(book, {Field::goal, book.projects[0].goals[0].id}) == 0);
}

TEST_CASE("writing to a cell leaves copies of the book alone, and shares every other row") {
    Book book = small_book();
    const Book copy = book;
    const RowId row = book.projects[1].indicators[1].id;
    find_cell_to_edit(book, {Field::target_value, row})->text = "≥9";
    CHECK(copy.projects[1].indicators[1].target.text == "≥1");
    CHECK(book.projects[1].indicators[1].target.text == "≥9");
    CHECK(book.projects.shares(0, copy.projects, 0));
    CHECK_FALSE(book.projects.shares(1, copy.projects, 1));
    CHECK(book.projects[1].indicators.shares(0, copy.projects[1].indicators, 0));
    CHECK(book.sections.shares(0, copy.sections, 0));
}

TEST_CASE("the project of a cell is found, and sections have none") {
    const Book book = small_book();
    CHECK(project_of(book, {Field::goal, book.projects[1].goals[0].id}) == &book.projects[1]);
    CHECK(project_of(book, {Field::paragraph, book.sections[0].body[0].id}) == nullptr);
}

} // namespace field_test
