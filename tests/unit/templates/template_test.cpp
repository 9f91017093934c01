#include "templates/template.h"

#include "base/words.h"

#include <doctest/doctest.h>

namespace template_test {

using namespace jibiao;

namespace {

Template small_form() {
    Template form;
    form.id = "small";
    form.labels = {{"target_value", "目标值"}};
    form.indicator_columns = {Field::level1, Field::target_value};
    form.levels = {{"产出指标", {"产出"}, {{"数量指标", {"数量"}}}, false},
                   {"成本指标", {}, {{"经济成本指标", {}}}, true}};
    return form;
}

} // namespace

TEST_CASE("categories are found by name or alias, whatever the blanks") {
    const Template form = small_form();
    CHECK(form.find_level1(" 产 出指标")->name == "产出指标");
    CHECK(form.find_level1("产出")->name == "产出指标");
    CHECK(form.find_level1("数量指标") == nullptr);
    const Level1* parent = nullptr;
    CHECK(form.find_level2("数量", &parent)->name == "数量指标");
    CHECK(parent->name == "产出指标");
    CHECK(form.find_level2("产出指标") == nullptr);
}

TEST_CASE("a label is the form's own or the field's usual one") {
    const Template form = small_form();
    CHECK(form.label(Field::target_value) == "目标值");
    CHECK(form.label(Field::basis) == "指标值确定依据");
    CHECK(form.has_column(Field::level1));
    CHECK_FALSE(form.has_column(Field::basis));
}

TEST_CASE("an unknown form gives the general one, and none at all an empty one") {
    Template general;
    general.id = "general";
    general.general = true;
    const Templates templates({small_form(), general});
    CHECK(templates.get("small").id == "small");
    CHECK(templates.get("heb-1999").id == "general");
    CHECK(Templates().get("x").id.empty());
}

TEST_CASE("places are told in words") {
    const Template form = small_form();
    Book book;
    Section& section = book.sections.push_back({.id = 1, .heading = {.text = "一、总体绩效目标"}});
    section.body.push_back({.id = 2, .text = {.text = "正文"}});
    book.projects.push_back({.id = 3, .kind = ProjectKind::department, .name = {.text = "示例市文化馆"}});
    Project& project = book.projects.push_back({.id = 4, .name = {.text = "演出经费"}});
    project.goals.push_back({.id = 5, .text = {.text = "目标"}});
    project.plan.push_back({.id = 6, .checkpoint = {.text = "6月底"}});
    project.indicators.push_back({.id = 7, .name = {.text = "演出场次"}});

    const auto words = [&](Field field, RowId row) {
        const std::string alone = place_in_words(book, form, {field, row});
        const RowPlaces rows(book);
        PlacesInWords places(book, form, rows);
        CHECK(places.of({field, row}) == alone);
        CHECK(places.of({field, row}) == alone); // Remembered.
        return alone;
    };
    CHECK(words(Field::target_value, 7) == "项目 1 演出经费 › 指标 1 演出场次 › 目标值");
    CHECK(words(Field::none, 7) == "项目 1 演出经费 › 指标 1 演出场次");
    CHECK(words(Field::goal, 5) == "项目 1 演出经费 › 绩效目标 1");
    CHECK(words(Field::plan_percent, 6) == "项目 1 演出经费 › 6月底 › 资金支出计划");
    CHECK(words(Field::code, 4) == "项目 1 演出经费 › 项目编码");
    CHECK(words(Field::name, 3) == "部门整体 示例市文化馆 › 项目名称");
    CHECK(words(Field::paragraph, 2) == "“一、总体绩效目标” › 第 1 段");
    CHECK(words(Field::title, 0) == "标题");

    use_words({{"项目 {1}", "Project {1}"}, {"指标 {1}", "Indicator {1}"}, {"第 {1} 段", "Paragraph {1}"}});
    CHECK(words(Field::target_value, 7) ==
          "Project 1 演出经费 › Indicator 1 演出场次 › 目标值"); // The form's.
    CHECK(words(Field::paragraph, 2) == "“一、总体绩效目标” › Paragraph 1");
    use_words({});
}

} // namespace template_test
