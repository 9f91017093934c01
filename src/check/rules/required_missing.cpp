#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "model/field.h"

#include <algorithm>
#include <string>

namespace jibiao::check::required_missing {
namespace {

bool was_imported(const Project& project) {
    return std::ranges::any_of(project_cells(),
                               [&project](const auto& entry) { return (project.*entry.cell).line > 0; });
}

/// A table in which nothing was written yet, but for what the form prints.
bool is_begun(const Project& project) {
    return !project.indicators.empty() || !project.goals.empty() || !project.name.empty() ||
           !project.budget_total.empty();
}

/// The unit may be named elsewhere: on the cover, or as the authority.
bool is_said_elsewhere(const Context& context, const Project& project, Field field) {
    return field == Field::unit_name && (!project.authority.empty() || !context.book.compiled_by.empty());
}

bool needs(const Context& context, const Project& project, Field field) {
    const bool department = project.kind == ProjectKind::department;
    const auto& fields = department ? context.form.department_fields : context.form.project_fields;
    return std::ranges::find(fields, field) != fields.end();
}

/// The import kept rows right below that it did not understand: the content may be one of them.
bool may_be_unplaced(const Book& book, const Cell& cell, bool amount) {
    constexpr int near = 10; // Lines: a row in a text with a cell a line.
    for (const Section& section : book.sections) {
        for (const Paragraph& paragraph : section.body) {
            const bool fits = !amount || paragraph.text.text.find_first_of("0123456789") != std::string::npos;
            if (fits && paragraph.unplaced && paragraph.text.line >= cell.line &&
                paragraph.text.line <= cell.last_line + near)
                return true;
        }
    }
    return false;
}

void check_head(const Context& context, const Project& project, Findings& findings) {
    const bool imported = was_imported(project);
    for (const std::string& key : context.profile.list("required_fields")) {
        const auto field = field_from_key(key);
        const Cell* cell = field ? cell_of(project, *field) : nullptr;
        // An imported table that has no such label does not ask for it.
        if (!cell || !cell->empty() || (imported && cell->line == 0) || !needs(context, project, *field) ||
            is_said_elsewhere(context, project, *field) ||
            (cell->line > 0 && may_be_unplaced(context.book, *cell, *field == Field::budget_total)))
            continue;
        findings.add({*field, project.id},
                     "“" + fold(context.form.label(*field, project.kind)) + "”没有填写。");
    }
}

/// A name alone, typed here: somebody is about to fill the row.
bool is_just_begun(const Indicator& row) {
    return row.name.line == 0 && row.description.empty() && row.basis.empty() && row.explanation.empty() &&
           row.weight.empty();
}

/// A row that says what is measured, but not how much, or the other way round.
const Cell* blank_of(const RowFacts& facts) {
    const Indicator& row = *facts.row;
    if (row.name.empty() && !row.target.empty())
        return &row.name;
    if (is_just_begun(row))
        return nullptr;
    const bool no_target = row.target.empty() && row.target_unit.empty() && row.comparator.empty();
    return no_target && !row.name.empty() ? &row.target : nullptr;
}

/// In a table whose targets stand in a column that was not read every row would be blank.
bool most_have_targets(const ProjectFacts& facts) {
    const auto with =
        std::ranges::count_if(facts.rows, [](const auto& row) { return !row->target_text.empty(); });
    return with * 2 > static_cast<std::ptrdiff_t>(facts.rows.size());
}

void check_rows(const Context& context, const ProjectFacts& facts, Findings& findings) {
    if (!most_have_targets(facts))
        return;
    for (const auto& row : facts.rows) {
        const Cell* blank = blank_of(*row);
        if (!blank || blank->origin == Origin::inherited || is_any(row->name, context.profile.void_words))
            continue;
        const bool target = blank == &row->row->target;
        const Field field = target ? Field::target_value : Field::indicator_name;
        findings.add({field, row->id()}, target ? "“" + row->row->name.text + "”没有填写“" +
                                                      short_label(context.form, field) + "”。"
                                                : "指标值“" + row->row->target.text + "”前面没有填写“" +
                                                      short_label(context.form, field) + "”。");
    }
}

/// A table of words (单位性质, 单位规格) with one blank among cells that all other rows have. Tables of
/// amounts have cells that do not apply.
void check_table(const Table& table, const TableForm& form, Findings& findings) {
    constexpr std::size_t fewest = 3;
    if (table.rows.size() < fewest || form.find_column(Field::amount) || form.find_column(Field::quantity))
        return;
    for (const TableColumn& column : form.columns) {
        const TableRow* blank = nullptr;
        std::size_t blanks = 0;
        for (const TableRow& row : table.rows) {
            const Cell* cell = cell_of(row, column.field);
            if (!cell || !cell->empty())
                continue;
            blank = &row;
            ++blanks;
        }
        if (blanks == 1 && column.field != Field::item_label)
            findings.add({column.field, blank->id},
                         "“" + blank->label.text + "”的“" + column.label + "”没有填写，其他各行都填了。");
    }
}

void check_tables(const Context& context, Findings& findings) {
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            if (const TableForm* form = context.form.find_table(table.form))
                check_table(table, *form, findings);
        }
    }
}

void check(const Context& context, Findings& findings) {
    check_tables(context, findings);
    for (const auto& facts : context.facts.projects) {
        if (!is_begun(*facts->project))
            continue;
        check_head(context, *facts->project, findings);
        check_rows(context, *facts, findings);
    }
}

constexpr Example examples[] = {
    {"name:", "projects[0].name"},
    {"budget_total:\nbudget_fiscal:\nbudget_other:", "projects[0].budget_total"},
    {"template: gz-2024\nleader:", "projects[0].leader"},
    {"unit_name:", "projects[0].unit_name"},
    {"indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | | 开展培训的次数 | ≥5次 | 年度工作计划",
     "projects[0].indicators[0].indicator_name"},
    {"template: heb-2020-open\nsection: 一、机构设置\ntable: institutions\n"
     "row: 市妇联机关\nnature: 行政\ngrade: 正科级\nfunding: 财政拨款\n"
     "row: 活动中心\nnature: 事业\ngrade:\nfunding: 财政拨款\n"
     "row: 服务站\nnature: 事业\ngrade: 股级\nfunding: 财政拨款",
     "sections[0].tables[0].rows[1].grade"},
    {"leader:", ""},
    {"indicator: 产出指标 | 数量指标 | 展板制作数量 | | | |", ""},
    {"budget_total: 0\nbudget_fiscal: 0", ""},
    {"indicator: 效益指标 | 生态效益指标 | 无 | | |", ""},
    {"indicator: 效益指标 | 生态效益指标 | | | |", ""},
    {"template: national-2021\nunit_name:\nauthority: 示例市科学技术协会", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "required-missing",
    .severity = Severity::error,
    .title = "必填的内容没有填写",
    .title_en = "A required cell is blank",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "项目名称、单位、预算数、负责人和每个指标的名称、指标值是绩效目标表的基本内容，空着系统不能提交，"
           "审核时会退回。",
    .how_to_mend = "照表样补填。没有资金的填 0。",
    .source = "完整性审核：绩效目标填报内容应完整（各地填报说明，已读）；表样的必填栏（从已公开文本归纳）",
    .sureness = Sureness::read,
    .examples = examples,
};

} // namespace jibiao::check::required_missing
