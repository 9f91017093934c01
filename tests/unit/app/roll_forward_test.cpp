#include "app/roll_forward.h"

#include "edit/document.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

namespace roll_forward_test {

using namespace jibiao;

namespace {

struct Case {
    const char* before;
    const char* after;
};

Cell text(const char* said) {
    return {.text = said, .raw = said, .line = 3, .last_line = 3, .origin = Origin::read};
}

Book last_year() {
    Book book;
    book.template_id = "form";
    book.year = 2021;
    book.title = text("示例市文化馆2021年绩效文本");
    book.source_name = "去年.txt";
    book.notes.push_back({1, "说明"});
    Project& project = book.projects.push_back({.id = book.new_row_id(), .name = text("演出经费")});
    project.code = text("130000210000000000001");
    project.year_line = text("(2021年度)");
    project.period = text("2021.01-2021.12");
    project.budget_total = text("50.00");
    project.plan.push_back({.id = book.new_row_id(), .checkpoint = text("3月底"), .percent = text("25.00%")});
    project.goals.push_back({.id = book.new_row_id(), .text = text("2021年演十场")});
    project.indicators.push_back({.id = book.new_row_id(),
                                  .level1 = text("产出指标"),
                                  .name = text("演出场次"),
                                  .target = text("≥10场"),
                                  .weight = text("20")});
    project.indicators.edit(0).level2.origin = Origin::inherited;
    book.suppressions.push_back(
        {"typo", {Field::name, project.id}, "演出经费", "问题", "理由", "2021-01-05"});
    book.last_check = {"national", "1", "2021-01-06", "submit"};
    return book;
}

Book next_year(const Book& book) {
    platform::FakePlatform machine;
    return app::roll_forward(*machine.later(), book);
}

} // namespace

TEST_CASE("dates of the year move on") {
    for (const auto& [before, after] : {
             Case{"(2021年度)", "(2022年度)"},
             Case{"2021年1月至2021年12月", "2022年1月至2022年12月"},
             Case{"2021.1-2021.12", "2022.1-2022.12"},
             Case{"2021.03.15", "2022.03.15"},
             Case{"2021-3-15前", "2022-3-15前"},
             Case{"2021/06", "2022/06"},
             Case{"2021年3月-2022年2月", "2022年3月-2023年2月"},
             Case{"于2021年底完成", "于2022年底完成"},
             Case{"2021年", "2022年"},
         }) {
        CAPTURE(before);
        CHECK(app::a_year_later(before, 2021) == after);
    }
}

TEST_CASE("what is no date of the year stays") {
    for (const char* same : {
             "比2020年增加5%",
             "《示例市文化发展规划（2021年）》",
             "示例文〔2021〕5号",
             "示例文[2021]5号",
             "示例文(2021)5号",
             "示例局2021年第5号公告",
             "2021年5号文",
             "2021-2025年规划",
             "2021年至2025年",
             "2020-2021年连续两年",
             "培训2021人次",
             "编号12021年",
             "20211年",
             "2021.35万元",
             "2021.5万元",
             "",
             "二〇二一年",
         }) {
        CAPTURE(same);
        CHECK(app::a_year_later(same, 2021) == same);
    }
}

TEST_CASE("within one text each date is judged by itself") {
    CHECK(app::a_year_later("按《办法》（示例文〔2021〕5号），2021年演十场，比2020年多两场", 2021) ==
          "按《办法》（示例文〔2021〕5号），2022年演十场，比2020年多两场");
    CHECK(app::a_year_later("《没有右边的2021年", 2021) == "《没有右边的2022年");
    CHECK(app::a_year_later("2021年", 0) == "2021年"); // Which year the book is of, nobody knows.
}

TEST_CASE("next year's book has new dates and no amounts, and keeps its plan") {
    const Book before = last_year();
    const Book next = next_year(before);
    CHECK(next.year == 2022);
    CHECK(next.title.text == "示例市文化馆2022年绩效文本");
    REQUIRE(next.projects.size() == 1);
    const Project& project = next.projects[0];
    CHECK(project.id == before.projects[0].id);
    CHECK(project.name.text == "演出经费");
    CHECK(project.year_line.text == "(2022年度)");
    CHECK(project.period.text == "2022.01-2022.12");
    CHECK(project.budget_total.text == "");
    CHECK(project.code.text == "");
    CHECK(project.plan[0].percent.text == "25.00%");
    CHECK(project.goals[0].text.text == "2022年演十场");
    CHECK(project.indicators[0].weight.text == "20");
    CHECK(project.indicators[0].level2.origin == Origin::inherited);
    CHECK(next.source_name == "");
    CHECK(next.notes.empty());
    CHECK(next.suppressions.empty());
    CHECK(next.last_check == CheckRecord{});
    CHECK(next.last_row_id == before.last_row_id);
    for_each_cell(next, [](FieldRef, const Cell& cell) {
        CHECK(cell.raw == "");
        CHECK(cell.line == 0);
    });
}

TEST_CASE("a book that does not know its year has it in its title or in a table's head") {
    Book book = last_year();
    book.year = 0;
    CHECK(next_year(book).year == 2022);
    book.title = {};
    CHECK(next_year(book).year == 2022);
    book.projects.edit(0).year_line = {};
    const Book next = next_year(book);
    CHECK(next.year == 0);
    CHECK(next.projects[0].goals[0].text.text == "2021年演十场");
}

TEST_CASE("what is to be achieved is marked until it is changed or confirmed") {
    edit::Document document(next_year(last_year()));
    const Project& project = document.book().projects[0];
    const RowId goal = project.goals[0].id, row = project.indicators[0].id;
    const std::vector<FieldRef> all{
        {Field::goal, goal}, {Field::indicator_name, row}, {Field::target_value, row}};
    CHECK(app::carried_cells(document.book()) == all);

    CHECK_FALSE(document.apply(edit::set_text(all[0], "2022年演十场"))); // The same again says nothing.
    CHECK(document.apply(edit::set_text(all[0], "2022年演十二场")));
    CHECK(document.apply({"核对", {edit::Confirm{all[1]}}}));
    CHECK(app::carried_cells(document.book()) == std::vector<FieldRef>{all[2]});
    CHECK(find_cell(document.book(), all[1])->text == "演出场次");
    CHECK_FALSE(document.apply({"核对", {edit::Confirm{all[1]}}}));
    CHECK_FALSE(document.apply({"核对", {edit::Confirm{{Field::name, 99}}}}));
    document.undo();
    document.undo();
    CHECK(app::carried_cells(document.book()) == all);
}

} // namespace roll_forward_test
