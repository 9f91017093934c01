#include "templates/template.h"

#include "base/text.h"
#include "base/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jibiao {
namespace {

constexpr std::array<std::pair<Field, std::string_view>, 68> default_labels{{
    {Field::title, "标题"},
    {Field::attachment, "附件号"},
    {Field::compiled_by, "封面编制单位"},
    {Field::reviewed_by, "封面审核单位"},
    {Field::handler, "经办人"},
    {Field::handler_phone, "经办人电话"},
    {Field::contents_text, "目录"},
    {Field::contents_page, "页码"},
    {Field::authority, "主管部门"},
    {Field::year_line, "年度"},
    {Field::prepared_by, "编制部门"},
    {Field::as_of, "截止时间"},
    {Field::item_label, "名称"},
    {Field::nature, "单位性质"},
    {Field::grade, "单位规格"},
    {Field::funding, "经费保障形式"},
    {Field::source_budget, "预算资金"},
    {Field::goods, "采购物品名称"},
    {Field::catalogue_code, "政府采购目录序号"},
    {Field::item_unit, "计量单位"},
    {Field::quantity, "数量"},
    {Field::price, "单价"},
    {Field::amount, "金额"},
    {Field::general_budget, "一般公共预算拨款"},
    {Field::fund_budget, "基金预算拨款"},
    {Field::capital_budget, "国有资本经营预算拨款"},
    {Field::account_funds, "财政专户核拨"},
    {Field::other_funds, "其他来源收入"},
    {Field::weight, "分值"},
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

/// `what`: with {1} for the number.
std::string numbered(std::string_view what, std::size_t index, const Cell* name = nullptr) {
    std::string words = fill(what, {std::to_string(index + 1)});
    if (name && !name->empty())
        words += " " + shorten(name->text, 24);
    return words;
}

std::string section_in_words(const Section& section) {
    return section.heading.empty() ? std::string(tr("开头")) : "“" + shorten(section.heading.text, 24) + "”";
}

std::string table_in_words(const Template& form, const Table& table) {
    if (!table.caption.empty())
        return shorten(table.caption.text, 24);
    const TableForm* known = form.find_table(table.form);
    return known && !known->captions.empty() ? known->captions.front() : std::string(tr("表"));
}

/// The row inside its project or section; "" for the project or section itself.
std::string row_in_words(const Book& book, const Template& form, const RowPlace& place, ProjectKind kind) {
    switch (place.kind) {
    case RowKind::section:
    case RowKind::project:
        return {};
    case RowKind::contents_line:
        return numbered(tr("第 {1} 行"), place.index);
    case RowKind::paragraph:
        return numbered(tr("第 {1} 段"), place.index);
    case RowKind::table:
        return table_in_words(form, book.sections[place.owner].tables[place.index]);
    case RowKind::table_row: {
        const Table& table = book.sections[place.owner].tables[place.table];
        return table_in_words(form, table) + " › " + numbered(tr("第 {1} 行"), place.index);
    }
    case RowKind::plan_line: {
        const Cell& checkpoint = book.projects[place.owner].plan[place.index].checkpoint;
        return checkpoint.empty() ? numbered(tr("时间节点 {1}"), place.index) : checkpoint.text;
    }
    case RowKind::goal:
        return std::string(form.label(Field::goal, kind)) + " " + std::to_string(place.index + 1);
    case RowKind::detail_goal:
        return std::string(form.label(Field::detail_goal, kind)) + " " + std::to_string(place.index + 1);
    case RowKind::phase:
        return numbered(tr("阶段 {1}"), place.index);
    case RowKind::indicator:
        return numbered(tr("指标 {1}"), place.index,
                        &book.projects[place.owner].indicators[place.index].name);
    }
    return {};
}

/// A column of a table is called what the table's form calls it.
std::string label_at(const Book& book, const Template& form, const RowPlace& place, Field field,
                     ProjectKind kind) {
    if (place.kind == RowKind::table_row) {
        const TableForm* known = form.find_table(book.sections[place.owner].tables[place.table].form);
        if (const TableColumn* column = known ? known->find_column(field) : nullptr)
            return column->label;
    }
    return std::string(form.label(field, kind));
}

constexpr const char* numbered_project = word("项目 {1}");
constexpr const char* whole_department = word("部门整体");

/// A project by its number, the department's table by `whole`; and by its name.
std::string called(const Book& book, std::size_t index, std::string_view number, std::string_view whole) {
    const Project& project = book.projects[index];
    if (project.kind == ProjectKind::project)
        return numbered(number, number_of_project(book, index) - 1, &project.name);
    std::string words(whole);
    return project.name.empty() ? words : words + " " + shorten(project.name.text, 24);
}

/// Whether the row's own words already say which cell is meant.
bool is_the_row_itself(Field field) {
    return field == Field::none || field == Field::goal || field == Field::detail_goal ||
           field == Field::paragraph || field == Field::heading || field == Field::contents_text;
}

/// `project(index)`: a project in words.
std::string in_words(const Book& book, const Template& form, Field field,
                     const std::optional<RowPlace>& place, auto&& project) {
    if (!place)
        return std::string(form.label(field == Field::none ? Field::title : field));
    const bool in_section = place->kind == RowKind::section || place->in_section();
    std::string words = place->kind == RowKind::contents_line ? std::string(tr("目录"))
                        : in_section                          ? section_in_words(book.sections[place->owner])
                                                              : project(place->owner);
    const ProjectKind kind = place->in_project() ? book.projects[place->owner].kind : ProjectKind::project;
    const std::string row = row_in_words(book, form, *place, kind);
    if (!row.empty())
        words += " › " + row;
    if (!is_the_row_itself(field))
        words += " › " + label_at(book, form, *place, field, kind);
    return words;
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

const WordList& Profile::list(const Name& list_name) const {
    static const WordList none;
    const WordList* found = lists.find(list_name);
    return found ? *found : none;
}

const WordTable& Profile::table(const Name& table_name) const {
    static const WordTable none;
    const WordTable* found = tables.find(table_name);
    return found ? *found : none;
}

int Profile::limit(const Name& limit_name, int otherwise) const {
    const int* found = limits.find(limit_name);
    return found ? *found : otherwise;
}

const TableColumn* TableForm::find_column(Field field) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [field](const TableColumn& column) { return column.field == field; });
    return found == columns.end() ? nullptr : &*found;
}

const TableForm* Template::find_table(std::string_view table_id) const {
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [table_id](const TableForm& table) { return table.id == table_id; });
    return found == tables.end() ? nullptr : &*found;
}

std::vector<std::string> Templates::names() const {
    std::vector<std::string> names;
    for (const Template& form : templates_)
        names.push_back(form.name);
    return names;
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
    return called(book, index, tr(numbered_project), tr(whole_department));
}

std::string project_in_chinese(const Book& book, std::size_t index) {
    return called(book, index, numbered_project, whole_department);
}

std::string place_in_words(const Book& book, const Template& form, FieldRef ref) {
    return in_words(book, form, ref.field, find_row(book, ref.row),
                    [&book](std::size_t index) { return project_in_words(book, index); });
}

std::string PlacesInWords::of(FieldRef ref) {
    projects_.resize(book_.projects.size());
    return in_words(book_, form_, ref.field, rows_.find(ref.row), [this](std::size_t index) {
        std::string& words = projects_[index];
        return words.empty() ? words = project_in_words(book_, index) : words;
    });
}

} // namespace jibiao
