#include "templates/offers.h"
#include "templates/shown.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace shown_test {

using namespace jibiao;

namespace {

/// Name, purpose, goals, two columns; no plan, no phases, no table for the department.
Template small_form() {
    Template form;
    form.id = "small";
    form.labels = {{"goal", "目标"}};
    form.project_fields = {Field::name, Field::purpose};
    form.indicator_columns = {Field::level1, Field::level2, Field::target_value};
    form.cover_fields = {Field::handler};
    form.tables = {{.id = "assets",
                    .captions = {"资产表"},
                    .columns = {{Field::item_label, "项目", ""}, {Field::quantity, "数量", ""}},
                    .head = {"单位：{money_unit}"}}};
    form.levels = {{"产出指标", {"产出"}, {{"数量指标", {"数量"}}, {"质量指标", {}}}, false},
                   {"效益指标", {}, {{"社会效益指标", {}}}, false},
                   {"成本指标", {}, {}, true}};
    form.choices = {{"attribute", {"延续项目", "新增项目"}}};
    return form;
}

Cell text(const char* said) {
    return {.text = said};
}

} // namespace

TEST_CASE("what a form has no field, list or column for is not shown, everything else is") {
    const Template form = small_form();
    Project project{.id = 1, .code = text("A1"), .name = text("演出"), .purpose = text("演出费")};
    project.goals.push_back({.id = 2, .text = text("演十场")});
    project.detail_goals.push_back({.id = 3, .text = text("每月一场")});
    project.phases.push_back({.id = 4, .period = text("1月"), .text = text("准备")});
    project.plan.push_back({.id = 5, .checkpoint = text("6月底")});
    project.plan.push_back({.id = 6, .checkpoint = text("12月底"), .percent = text("100%")});
    project.indicators.push_back(
        {.id = 7, .level1 = text("产出指标"), .description = text("场次"), .target = text("10场")});
    const std::vector<FieldRef> expected{
        {Field::code, 1},         {Field::plan_percent, 5}, {Field::plan_percent, 6}, {Field::detail_goal, 3},
        {Field::phase_period, 4}, {Field::phase_text, 4},   {Field::description, 7}};
    CHECK(not_shown(form, project) == expected);
    for_each_cell(project, [&](FieldRef at, const Cell& cell) {
        const bool hidden = std::find(expected.begin(), expected.end(), at) != expected.end();
        CAPTURE(field_key(at.field));
        if (!cell.empty() && at.field != Field::plan_checkpoint)
            CHECK(shows(form, project.kind, at.field) != hidden);
    });
}

TEST_CASE("a plan that says nothing is no content") {
    Project project{.id = 1};
    project.plan.push_back({.id = 2, .checkpoint = text("6月底")});
    CHECK(not_shown(small_form(), project).empty());
    Template with_plan = small_form();
    with_plan.plan_checkpoints = {"12月底"};
    project.plan.edit(0).percent = text("50%");
    CHECK(not_shown(with_plan, project).empty());
    CHECK(not_shown(small_form(), project).size() == 1);
}

TEST_CASE("a department's table in a form without one counts once, and is shown as a project's") {
    Template form = small_form();
    Book book;
    Project& department = book.projects.push_back({.id = 1, .kind = ProjectKind::department});
    department.name = text("示例市文化馆");
    CHECK(not_shown(form, book) == std::vector<FieldRef>{{Field::none, 1}});
    CHECK(fields_of(form, ProjectKind::department) == form.project_fields);
    form.department_fields = {Field::duties};
    CHECK(not_shown(form, book) == std::vector<FieldRef>{{Field::name, 1}});
}

TEST_CASE("cover, contents and the department's tables are asked for as well") {
    Template form = small_form();
    Book book;
    book.title = text("绩效文本");
    book.handler = text("张三");
    book.reviewed_by = text("示例市财政局");
    book.contents.push_back({.id = 1, .text = text("第一部分")});
    Section& section = book.sections.push_back({.id = 2, .heading = text("一、资产")});
    Table& known = section.tables.push_back({.id = 3, .form = "assets", .money_unit = text("万元")});
    known.as_of = text("2020.12.31");
    known.rows.push_back({.id = 4, .label = text("房屋"), .nature = text("自用"), .quantity = text("2")});
    section.tables.push_back({.id = 5, .form = "vehicles", .caption = text("车辆表")});
    const std::vector<FieldRef> expected{{Field::reviewed_by, 0},
                                         {Field::contents_text, 1},
                                         {Field::as_of, 3},
                                         {Field::nature, 4},
                                         {Field::none, 5}};
    CHECK(not_shown(form, book) == expected);
    form.layout.contents_title = "目录";
    CHECK(not_shown(form, book).size() == expected.size() - 1);
}

TEST_CASE("a form offers its choices and the names of its tree, level 2 below the row's level 1") {
    const Template form = small_form();
    CHECK(has_offers(form, Field::attribute));
    CHECK(offers(form, Field::attribute) == std::vector<std::string>{"延续项目", "新增项目"});
    CHECK_FALSE(has_offers(form, Field::name));
    CHECK(offers(form, Field::name).empty());
    CHECK(offers(form, Field::level1) == std::vector<std::string>{"产出指标", "效益指标", "成本指标"});
    Indicator row{.id = 1, .level1 = text("产出")};
    CHECK(offers(form, Field::level2, &row) == std::vector<std::string>{"数量指标", "质量指标"});
    for (const char* level1 : {"", "不认识的", "成本指标"}) { // Nothing below it: all of them.
        row.level1 = text(level1);
        CHECK(offers(form, Field::level2, &row).size() == 3);
    }
}

} // namespace shown_test
