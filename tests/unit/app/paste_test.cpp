#include "app/paste.h"
#include "platform/platform.h"

#include <doctest/doctest.h>

namespace paste_test {

using namespace jibiao;
using app::PasteColumns;
using app::PasteFate;
using app::PasteOrder;
using app::PastePlan;
using Block = std::vector<std::vector<std::string>>;

namespace {

Template form() {
    Template made;
    made.indicator_columns = {Field::level1, Field::indicator_name, Field::target_value};
    made.levels = {{"产出指标", {}, {{"数量指标", {}}, {"质量指标", {}}}, false}, {"效益指标", {}, {}, true}};
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

Grid two_levels(const Book& book) {
    Template made = form();
    made.indicator_columns = {Field::level1, Field::level2, Field::indicator_name};
    return grid_of(made, book.projects[0]);
}

/// By the places of its columns.
PastePlan planned(const Grid& grid, FieldRef at, const Block& block) {
    return app::plan_paste(grid, form(), at, block, app::guess_order(grid, at, block, {}, 0));
}

std::vector<std::vector<PasteFate>> fates(const PastePlan& plan) {
    std::vector<std::vector<PasteFate>> all;
    for (const auto& row : plan.cells) {
        all.emplace_back();
        for (const app::PasteCell& cell : row)
            all.back().push_back(cell.fate);
    }
    return all;
}

std::string levels_of(const Book& book) {
    std::string all;
    for (const Indicator& row : book.projects[0].indicators)
        all += row.level1.text + "/" + row.level2.text + ";";
    return all;
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
        planned(grid, grid.at(1, 1), {{"乙", "≥2次", "多"}, {" 丙 ", "", ""}, {"丁", "≥4次", ""}});
    using enum PasteFate;
    const std::vector<std::vector<PasteFate>> expected{
        {unchanged, changed, refused}, {added, added, unchanged}, {added, added, unchanged}};
    CHECK(fates(plan) == expected);
    CHECK(in_words(plan) == "新增 2 行，改动 1 格，1 格没有变化；1 格没有粘贴：没有对应的列");
    CHECK(plan.pasted() == 4);
    CHECK(plan.overwritten == 1);
    CHECK_FALSE(is_plain(plan));
    edit::apply(given, plan.edit);
    CHECK(rows_of(given) == "|甲|≥1次;|乙|≥2次;|丙|;|丁|≥4次;");
}

TEST_CASE("paste: headings say which column goes where, in the form's words or those of others") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block{{"指标值", "年度 目标", "一级 指标"}, {"≥3次", "说明", "产出指标"}};
    const app::HeadingReader others = [](std::string_view cell) {
        return cell == "年度 目标" ? std::optional(Field::indicator_name) : std::nullopt;
    };
    const PasteOrder order = app::guess_order(grid, grid.at(1, 1), block, others);
    CHECK(order.heads == 1);
    CHECK(order.columns == PasteColumns{Field::target_value, Field::indicator_name, Field::level1});
    const PastePlan plan = app::plan_paste(grid, form(), grid.at(1, 1), block, order);
    CHECK(in_words(plan) == "改动 3 格，表头 1 行没有粘贴");
    CHECK_FALSE(is_plain(plan));
    edit::apply(given, plan.edit);
    CHECK(rows_of(given) == "|甲|≥1次;产出指标|说明|≥3次;");
    CHECK(app::guess_order(grid, grid.at(0, 1), {{"三级指标"}, {"丙"}}, {}).heads == 0);  // by chance
    CHECK(app::guess_order(grid, grid.at(0, 0), {{"产出指标", "丙"}}, {}, 1).heads == 1); // a person says so
    CHECK(app::guess_order(grid, grid.at(0, 1), block, {}, 0).columns ==
          PasteColumns{Field::indicator_name, Field::target_value, std::nullopt});
}

TEST_CASE("paste: a head of two rows, whose lower one says more") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block{
        {"一级指标", "指标值", "指标值"}, {"一级指标", "三级指标", "指标值"}, {"", "丙", "≥1次"}};
    const PasteOrder order = app::guess_order(grid, grid.at(0, 0), block, {});
    CHECK(order.heads == 2);
    CHECK(order.columns == PasteColumns{Field::level1, Field::indicator_name, Field::target_value});
}

TEST_CASE("paste: what does not go in is refused with its reason, column by column as wanted") {
    Book given = book();
    const Grid grid = grid_in(given);
    const std::string long_name(2001, 'a');
    const Block block{{"产出指标", long_name, "≥1次", "甲"}, {"没有的指标", "丙", "≥2次", "乙"}};
    PasteOrder order = app::guess_order(grid, grid.at(1, 0), block, {});
    const PastePlan plan = app::plan_paste(grid, form(), grid.at(1, 0), block, order);
    CHECK(in_words(plan) == "新增 1 行，改动 1 格，1 格没有变化；4 格没有粘贴：2 格没有对应的列，1 格太长，"
                            "1 格表样没有这个类别");
    CHECK(plan.cells[0][1].why == app::PasteRefusal::too_long);
    CHECK(plan.cells[1][0].why == app::PasteRefusal::no_level);
    edit::apply(given, plan.edit);
    CHECK(rows_of(given) == "|甲|≥1次;产出指标|乙|≥1次;|丙|≥2次;");
    order.columns = {Field::none, Field::none, Field::none, Field::indicator_name};
    const Book other = book();
    const PastePlan chosen = app::plan_paste(grid_in(other), form(), grid.at(0, 0), block, order);
    CHECK(in_words(chosen) == "2 格没有变化，6 格按选择不粘贴");
    CHECK(chosen.edit.operations.empty());
}

TEST_CASE("paste: merged categories are those of the first cell, until another block begins") {
    Book given = book();
    const Grid grid = two_levels(given);
    const Block block{{"产出指标", "数量指标", "丙"}, {"", "", "丁"}, {"", "质量指标", "戊"},
                      {"产出指标", "", "己"},         {"", "", ""},   {"效益指标", "", "庚"}};
    edit::apply(given, planned(grid, grid.at(1, 0), block).edit);
    CHECK(levels_of(given) == "/;产出指标/数量指标;产出指标/数量指标;产出指标/质量指标;产出指标/质量指标;/;"
                              "效益指标/;");
    // What was merged with a row above the block is no reason to clear a category.
    const Grid now = two_levels(given);
    const PastePlan plan = planned(now, now.at(1, 0), {{"", "", "改"}, {"效益指标", "", "改"}});
    edit::apply(given, plan.edit);
    CHECK(levels_of(given).starts_with("/;产出指标/数量指标;效益指标/;"));
    CHECK(in_words(plan) == "改动 4 格，2 格没有变化");
}

TEST_CASE("paste: blanks clear, line ends within a cell stay, the same again changes nothing") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block{{"", "第一行\n第二行"}};
    edit::apply(given, planned(grid, grid.at(0, 1), block).edit);
    CHECK(rows_of(given) == "||第一行\n第二行;|乙|≥1次;");
    const Grid now = grid_in(given);
    const PastePlan again = planned(now, now.at(0, 1), block);
    CHECK(again.edit.operations.empty());
    CHECK(in_words(again) == "2 格没有变化");
}

TEST_CASE("paste: a block fills a selection that it goes into") {
    CHECK(app::tiled({{"甲"}}, 2, 3) == Block{{"甲", "甲", "甲"}, {"甲", "甲", "甲"}});
    CHECK(app::tiled({{"甲", "乙"}}, 2, 4) == Block{{"甲", "乙", "甲", "乙"}, {"甲", "乙", "甲", "乙"}});
    const Block odd{{"甲", "乙"}};
    CHECK(app::tiled(odd, 2, 3) == odd);
    CHECK(app::tiled(odd, 1, 1) == odd);
}

TEST_CASE("paste: few cells into blank ones need not be seen first, many or over others do") {
    const Book given = book();
    const Grid grid = grid_in(given);
    CHECK(is_plain(planned(grid, grid.at(0, 0), {{"产出指标"}, {"效益指标"}})));
    CHECK(is_plain(planned(grid, grid.at(0, 1), {{"丙", "≥2次"}, {"丁", "≥3次"}})));
    CHECK_FALSE(is_plain(planned(grid, grid.at(1, 1), Block(51, {"丙", "≥2次"}))));
    Book longer = book();
    for (int i = 0; i < 3; ++i)
        longer.projects.edit(0).indicators.push_back({.id = longer.new_row_id(), .name = {.text = "丙"}});
    const Grid names = grid_in(longer);
    CHECK_FALSE(is_plain(planned(names, names.at(0, 1), Block(5, {"丁"}))));
}

TEST_CASE("paste: what was chosen is remembered by the shape of the block, the oldest is forgotten") {
    const PasteColumns chosen{Field::target_value, Field::none, Field::level1};
    std::string kept = app::remember_columns("", "3@level1", chosen);
    CHECK(app::remembered_columns(kept, "3@level1", 3) == chosen);
    CHECK_FALSE(app::remembered_columns(kept, "3@level1", 2));
    CHECK_FALSE(app::remembered_columns(kept, "3@name", 3));
    kept = app::remember_columns(kept, "h1", PasteColumns{Field::basis});
    CHECK(app::remembered_columns(kept, "3@level1", 3) == chosen);
    CHECK(app::remember_columns(kept, "h1", {}) == app::remember_columns("", "3@level1", chosen));
    for (int i = 0; i < 1000; ++i)
        kept = app::remember_columns(kept, std::to_string(i), chosen);
    CHECK(kept.size() <= platform::most_preference_bytes);
    CHECK(app::remembered_columns(kept, "999", 3) == chosen);
    CHECK_FALSE(app::remembered_columns(kept, "h1", 1));
    for (const char* broken : {"x", "\t", "3@level1\t", "3@level1\tx y z", "\n\n"})
        CHECK_FALSE(app::remembered_columns(broken, "h1", 3));
}

TEST_CASE("paste: blocks are of one shape by their headings, else by how many columns begin where") {
    const Book given = book();
    const Grid grid = grid_in(given);
    const FieldRef at = grid.at(0, 1);
    const PasteOrder plain{0, PasteColumns(3)}, headed{1, PasteColumns(2)};
    CHECK(app::shape_of(at, {{"a", "b", "c"}}, plain) ==
          app::shape_of(grid.at(1, 1), {{"x", "y", "z"}}, plain));
    CHECK(app::shape_of(at, {{"a", "b", "c"}}, plain) !=
          app::shape_of(grid.at(0, 0), {{"a", "b", "c"}}, plain));
    CHECK(app::shape_of(at, {{"甲", "乙"}, {"1", "2"}}, headed) ==
          app::shape_of(grid.at(0, 0), {{" 甲", "乙"}, {"3", "4"}}, headed));
    CHECK(app::shape_of(at, {{"甲", "乙"}}, headed) != app::shape_of(at, {{"乙", "甲"}}, headed));
}

TEST_CASE("paste: ten thousand rows at once") {
    Book given = book();
    const Grid grid = grid_in(given);
    const Block block(10'000, {"产出指标", "名称", "≥1次"});
    edit::apply(given, planned(grid, grid.at(0, 0), block).edit);
    CHECK(given.projects[0].indicators.size() == 10'000);
}

} // namespace paste_test
