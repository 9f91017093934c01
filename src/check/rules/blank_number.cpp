#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <array>

namespace jibiao::check::blank_number {
namespace {

/// The parts of the budget. The total is the business of required-missing.
struct Amount {
    Field field;
    Cell Project::*cell;
};
constexpr std::array parts{Amount{Field::budget_fiscal, &Project::budget_fiscal},
                           Amount{Field::budget_other, &Project::budget_other}};

/// What is left of the total for the one blank part; nullopt where it cannot be said.
std::optional<Decimal> rest_of(const Project& project, const Cell& blank, std::string_view unit) {
    const auto total = read_money(project.budget_total.text, unit);
    if (!total)
        return std::nullopt;
    Decimal rest = *total;
    for (const Amount& part : parts) {
        const Cell& cell = project.*part.cell;
        if (&cell == &blank)
            continue;
        const auto amount = read_money(cell.text, unit);
        if (!amount)
            return std::nullopt;
        rest = rest - *amount;
    }
    return rest;
}

bool has_field(const ProjectContext& context, Field field) {
    const auto& fields = context.project.kind == ProjectKind::department ? context.form.department_fields
                                                                         : context.form.project_fields;
    return std::ranges::find(fields, field) != fields.end();
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    if (project.budget_total.empty() || (!project.budget_fiscal.empty() && !project.budget_other.empty()))
        return;
    const std::string_view unit = money_unit_of(project, context.form);
    const bool imported = project.budget_total.line > 0;
    for (const Amount& part : parts) {
        const Cell& cell = project.*part.cell;
        // An imported table that has no such cell has no blank either.
        if (!cell.empty() || (imported && cell.line == 0) || !has_field(context, part.field))
            continue;
        const auto rest = rest_of(project, cell, unit);
        const bool zero = rest && rest->is_zero();
        const std::string label = short_label(context.form, part.field);
        Finding& finding =
            findings.add({part.field, project.id},
                         "“" + label + "”空着，看不出是没有还是漏填" +
                             (zero ? "；其余各项已等于" + short_label(context.form, Field::budget_total) +
                                         " " + project.budget_total.text + "，应填 0。"
                              : rest ? "；按" + short_label(context.form, Field::budget_total) + " " +
                                           project.budget_total.text + " 推算为 " + in_unit(*rest, unit) +
                                           std::string(unit) + "，请核对后填写。"
                                     : "；没有就填 0。"));
        if (zero)
            finding.fix = Fix{"填“0”", edit::set_text(finding.at, "0", "补填" + label), true};
    }
}

/// A list of things to buy has cells that do not apply; a table of assets has none.
bool expects_amounts(const TableForm& form) {
    return form.find_column(Field::amount) && !form.find_column(Field::price);
}

void check_table(const Table& table, const TableForm& form, Findings& findings) {
    const auto with = std::count_if(table.rows.begin(), table.rows.end(),
                                    [](const TableRow& row) { return !row.amount.empty(); });
    if (with * 2 <= static_cast<std::ptrdiff_t>(table.rows.size()))
        return;
    for (const TableRow& row : table.rows) {
        if (row.label.empty() || !row.amount.empty())
            continue;
        findings.add({Field::amount, row.id}, "“" + row.label.text + "”的“" +
                                                  form.find_column(Field::amount)->label +
                                                  "”空着，看不出是没有还是漏填；没有就填 0。");
    }
}

void check_tables(const Context& context, Findings& findings) {
    for (const Section& section : context.book.sections) {
        for (const Table& table : section.tables) {
            const TableForm* form = context.form.find_table(table.form);
            if (form && expects_amounts(*form))
                check_table(table, *form, findings);
        }
    }
}

constexpr Example examples[] = {
    {"budget_other:", "projects[0].budget_other", "0"},
    {"budget_fiscal:", "projects[0].budget_fiscal"},
    {"budget_total: 30.00\nbudget_other:", "projects[0].budget_other"},
    {"budget_fiscal:\nbudget_other:", "projects[0].budget_fiscal projects[0].budget_other"},
    {"template: heb-2020-open\nsection: 七、国有资产情况\ntable: assets\nrow: 资产总额\nquantity: ——\n"
     "amount: 6.00\nrow: 1、房屋\namount: 6.00\nrow: 2、车辆",
     "sections[0].tables[0].rows[2].amount"},
    {"template: heb-2020-open\nsection: 七、国有资产情况\ntable: assets\nrow: 资产总额\nquantity: ——\n"
     "amount: 6.00\nrow: 1、房屋\namount: 6.00\nrow: 2、车辆\namount: ——",
     ""},
    {"budget_other: 0", ""},
    {"budget_other: —", ""},
    {"template: gz-2024\nbudget_other:", ""},
    {"budget_total:\nbudget_fiscal:\nbudget_other:", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "blank-number",
    .severity = Severity::hint,
    .title = "金额空着没有填 0",
    .title_en = "Blank amount",
    .check_project = check,
    .check_book = check_tables,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "金额空着，看不出是没有这项资金还是漏填，也无法核对合计。",
    .how_to_mend = "没有这项资金的填 0，有的填写金额。",
    .source = "经验；从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::blank_number
