#include "app/paste.h"

#include <doctest/doctest.h>

namespace paste_test {

using namespace jibiao;
using app::PasteFate;
using app::PastePlan;
using Block = std::vector<std::vector<std::string>>;

namespace {

Template form() {
    Template made;
    made.indicator_columns = {Field::level1, Field::indicator_name, Field::target_value};
    return made;
}

Book book() {
    Book made;
    Project& one = made.projects.push_back({.id = made.new_row_id()});
    for (const char* name : {"甲", "乙"}) {
        one.indicators.push_back(
            {.id = made.new_row_id(), .name = {.text = name}, .target = {.text = "≥1次"}});
    }
    return made;
}

Grid grid_in(const Book& book) {
    return grid_of(form(), book.projects[0]);
}

std::string rows_of(const Book& book) {
    std::string all;
    for (const Indicator& row : book.projects[0].indicators)
        all += row.level1.text + "|" + row.name.text + "|" + row.target.text + ";";
    return all;
}

} // namespace

TEST_CASE("paste: over cells that are there, beyond the last row, beside the last column") {
    Book given = book();
    const Grid grid = grid_in(given);
    const PastePlan plan =
        app::plan_paste(grid, grid.at(1, 1), {{"乙", "≥2次", "多"}, {" 丙 ", "", ""}, {"丁", "≥4次", ""}});
    using enum PasteFate;
    const std::vector<std::vector<PasteFate>> expected{
        {unchanged, changed, beside}, {added, added, unchanged}, {added, added, unchanged}};
    CHECK(plan.fates == expected);
    CHECK(in_words(plan) == "新增 2 行，改动 1 格，1 格没有变化，1 格没有粘贴：表格右边没有这些列");
    edit::apply(given, plan.edit);
    CHECK(rows_of(given) == "|甲|≥1次;|乙|≥2次;|丙|;|丁|≥4次;");
}

TEST_CASE("paste: a head that comes with the rows is left out") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block{{"一级 指标", "三级指标", "指标值"}, {"产出指标", "甲", "≥1次"}};
    const PastePlan plan = app::plan_paste(grid, grid.at(0, 0), block);
    CHECK(plan.fates[0] == std::vector(3, PasteFate::head));
    CHECK(in_words(plan) == "改动 1 格，2 格没有变化，表头没有重复粘贴");
    edit::apply(given, plan.edit);
    CHECK(rows_of(given) == "产出指标|甲|≥1次;|乙|≥1次;");
    CHECK_FALSE(app::plan_paste(grid, grid.at(0, 1), block).repeats_heads); // one column further
    CHECK_FALSE(app::plan_paste(grid, grid.at(0, 1), {{"三级指标"}, {"丙"}}).repeats_heads);
}

TEST_CASE("paste: blanks clear, line ends within a cell stay, the same again changes nothing") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block{{"", "第一行\n第二行"}};
    edit::apply(given, app::plan_paste(grid, grid.at(0, 1), block).edit);
    CHECK(rows_of(given) == "||第一行\n第二行;|乙|≥1次;");
    const Grid now = grid_in(given);
    const PastePlan again = app::plan_paste(now, now.at(0, 1), block);
    CHECK(again.edit.operations.empty());
    CHECK(in_words(again) == "2 格没有变化");
}

TEST_CASE("paste: ten thousand rows at once") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block(10'000, {"产出指标", "名称", "≥1次"});
    edit::apply(given, app::plan_paste(grid, grid.at(0, 0), block).edit);
    CHECK(given.projects[0].indicators.size() == 10'000);
}

} // namespace paste_test
