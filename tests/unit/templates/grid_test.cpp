#include "templates/grid.h"

#include <doctest/doctest.h>

namespace grid_test {

using namespace jibiao;

namespace {

Cell text(const char* said) {
    return {.text = said};
}

Template form() {
    Template made;
    made.indicator_columns = {Field::level1, Field::target_value};
    made.labels = {{"target_value", "目标值"}};
    made.tables = {{.id = "goods", .columns = {{Field::goods, "物品", "采购"}, {Field::amount, "金额", ""}}}};
    return made;
}

struct Books {
    Book book;
    RowId project, indicator, table, row;

    Books() {
        Project& one = book.projects.push_back({.id = project = book.new_row_id()});
        one.indicators.push_back({.id = indicator = book.new_row_id(), .target = text("≥3次")});
        Section& section = book.sections.push_back({.id = book.new_row_id()});
        section.tables.push_back({.id = book.new_row_id(), .form = "unknown"});
        Table& goods = section.tables.push_back({.id = table = book.new_row_id(), .form = "goods"});
        goods.rows.push_back({.id = row = book.new_row_id(), .price = text("5"), .amount = text("10")});
    }
};

std::vector<std::string> labels(const Grid& grid) {
    std::vector<std::string> all;
    for (const TableColumn& column : grid.columns)
        all.push_back(column.group + "|" + column.label);
    return all;
}

} // namespace

TEST_CASE("grid: a project's indicators in the form's columns") {
    const Books given;
    const auto grid = find_grid(given.book, form(), {Field::target_value, given.indicator});
    REQUIRE(grid);
    CHECK(grid->kind == RowKind::indicator);
    CHECK(grid->owner == given.project);
    CHECK(labels(*grid) == std::vector<std::string>{"|一级指标", "|目标值"});
    REQUIRE(grid->size() == 1);
    CHECK(grid->text(0, 1) == "≥3次");
    CHECK(grid->at(0, 1) == FieldRef{Field::target_value, given.indicator});
    CHECK(find_grid(given.book, form(), {Field::indicators, given.project}));
}

TEST_CASE("grid: a table has its form's columns, then what else is filled") {
    const Books given;
    const auto grid = find_grid(given.book, form(), {Field::none, given.table});
    REQUIRE(grid);
    CHECK(grid->owner == given.table);
    CHECK(labels(*grid) == std::vector<std::string>{"采购|物品", "|金额", "其他内容（本表样没有）|单价"});
    CHECK(grid->text(0, 2) == "5");
    CHECK(find_grid(given.book, form(), {Field::price, given.row}));
    const Table& unknown = given.book.sections[0].tables[0];
    CHECK(table_columns(form(), unknown).size() == 1);
}

TEST_CASE("grid: what stands in no column is in no grid") {
    const Books given;
    for (const FieldRef at : {FieldRef{Field::basis, given.indicator},
                              {Field::nature, given.row},
                              {Field::name, given.project},
                              {Field::caption, given.table},
                              {Field::title, 0},
                              {Field::amount, 999}})
        CHECK_FALSE(find_grid(given.book, form(), at));
}

} // namespace grid_test
