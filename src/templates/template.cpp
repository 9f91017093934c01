#include "templates/template.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jibiao {
namespace {

constexpr std::array<std::pair<Field, std::string_view>, 40> default_labels{{
    {Field::title, "标题"},
    {Field::heading, "小标题"},
    {Field::paragraph, "正文"},
    {Field::caption, "表名"},
    {Field::unit_code, "单位编码"},
    {Field::unit_name, "单位名称"},
    {Field::money_unit, "金额单位"},
    {Field::code, "项目编码"},
    {Field::name, "项目名称"},
    {Field::leader, "项目负责人"},
    {Field::phone, "联系电话"},
    {Field::category, "项目类别"},
    {Field::attribute, "项目属性"},
    {Field::period, "计划实施时间"},
    {Field::duties, "职能描述"},
    {Field::basic_expenditure, "基本支出"},
    {Field::project_expenditure, "项目支出"},
    {Field::budget_total, "预算数"},
    {Field::budget_fiscal, "其中：财政资金"},
    {Field::budget_other, "其他资金"},
    {Field::fund_nature, "资金性质"},
    {Field::purpose, "资金用途"},
    {Field::organisation, "组织机构"},
    {Field::rules, "管理制度"},
    {Field::plan_checkpoint, "时间节点"},
    {Field::plan_percent, "资金支出计划"},
    {Field::goal, "绩效目标"},
    {Field::detail_goal, "明细目标"},
    {Field::phase_period, "阶段时间"},
    {Field::phase_text, "阶段计划"},
    {Field::indicators, "绩效指标"},
    {Field::level1, "一级指标"},
    {Field::level2, "二级指标"},
    {Field::indicator_name, "三级指标"},
    {Field::description, "绩效指标描述"},
    {Field::comparator, "符号"},
    {Field::target_value, "指标值"},
    {Field::target_unit, "单位"},
    {Field::basis, "指标值确定依据"},
    {Field::explanation, "指标解释"},
}};

std::string_view default_label(Field field) {
    for (const auto& [named, label] : default_labels) {
        if (named == field)
            return label;
    }
    return {};
}

template <class Level>
bool is_called(const Level& level, std::string_view folded) {
    return level.name == folded ||
           std::find(level.aliases.begin(), level.aliases.end(), folded) != level.aliases.end();
}

std::string numbered(std::string_view what, std::size_t index, const Cell* name = nullptr) {
    std::string words = std::string(what) + " " + std::to_string(index + 1);
    if (name && !name->empty())
        words += " " + shorten(name->text, 24);
    return words;
}

std::string section_in_words(const Section& section) {
    return section.heading.empty() ? "开头" : "“" + shorten(section.heading.text, 24) + "”";
}

/// The row inside its project or section; "" for the project or section itself.
std::string row_in_words(const Book& book, const Template& form, const RowPlace& place, ProjectKind kind) {
    switch (place.kind) {
    case RowKind::section:
    case RowKind::project:
        return {};
    case RowKind::paragraph:
        return numbered("第", place.index) + " 段";
    case RowKind::plan_line: {
        const Cell& checkpoint = book.projects[place.owner].plan[place.index].checkpoint;
        return checkpoint.empty() ? numbered("时间节点", place.index) : checkpoint.text;
    }
    case RowKind::goal:
        return numbered(form.label(Field::goal, kind), place.index);
    case RowKind::detail_goal:
        return numbered(form.label(Field::detail_goal, kind), place.index);
    case RowKind::phase:
        return numbered("阶段", place.index);
    case RowKind::indicator:
        return numbered("指标", place.index, &book.projects[place.owner].indicators[place.index].name);
    }
    return {};
}

/// Whether the row's own words already say which cell is meant.
bool is_the_row_itself(Field field) {
    return field == Field::none || field == Field::goal || field == Field::detail_goal ||
           field == Field::paragraph || field == Field::heading;
}

} // namespace

bool Template::has_column(Field column) const {
    return std::find(indicator_columns.begin(), indicator_columns.end(), column) != indicator_columns.end();
}

std::string_view Template::label(Field field, ProjectKind kind) const {
    const std::string key(field_key(field));
    if (kind == ProjectKind::department) {
        if (const auto found = department_labels.find(key); found != department_labels.end())
            return found->second;
    }
    const auto found = labels.find(key);
    return found != labels.end() ? std::string_view(found->second) : default_label(field);
}

const Level1* Template::find_level1(std::string_view text) const {
    const std::string folded = fold(text);
    for (const Level1& level : levels) {
        if (is_called(level, folded))
            return &level;
    }
    return nullptr;
}

const Level2* Template::find_level2(std::string_view text, const Level1** parent) const {
    const std::string folded = fold(text);
    for (const Level1& level : levels) {
        for (const Level2& child : level.children) {
            if (!is_called(child, folded))
                continue;
            if (parent)
                *parent = &level;
            return &child;
        }
    }
    return nullptr;
}

const Template& Templates::get(std::string_view id) const {
    static const Template none;
    const Template* general = templates_.empty() ? &none : &templates_.front();
    for (const Template& form : templates_) {
        if (form.id == id)
            return form;
        if (form.general)
            general = &form;
    }
    return *general;
}

std::size_t number_of_project(const Book& book, std::size_t index) {
    if (book.projects[index].kind == ProjectKind::department)
        return 0;
    std::size_t number = 0;
    for (std::size_t i = 0; i <= index; ++i)
        number += book.projects[i].kind == ProjectKind::project ? 1 : 0;
    return number;
}

std::string project_in_words(const Book& book, std::size_t index) {
    const Project& project = book.projects[index];
    if (project.kind == ProjectKind::project)
        return numbered("项目", number_of_project(book, index) - 1, &project.name);
    return project.name.empty() ? "部门整体" : "部门整体 " + shorten(project.name.text, 24);
}

std::string place_in_words(const Book& book, const Template& form, FieldRef ref) {
    const auto place = find_row(book, ref.row);
    if (!place)
        return std::string(form.label(Field::title));
    const bool in_section = place->kind == RowKind::section || place->kind == RowKind::paragraph;
    std::string words =
        in_section ? section_in_words(book.sections[place->owner]) : project_in_words(book, place->owner);
    const ProjectKind kind = in_section ? ProjectKind::project : book.projects[place->owner].kind;
    const std::string row = row_in_words(book, form, *place, kind);
    if (!row.empty())
        words += " › " + row;
    if (!is_the_row_itself(ref.field))
        words += " › " + std::string(form.label(ref.field, kind));
    return words;
}

} // namespace jibiao
