#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <optional>

namespace jibiao::check::dept_projects_sum {
namespace {

/// Projects may be rounded to the table's last place each.
constexpr std::int64_t rounding = 100; ///< 元 a project: 0.01万元.

struct Sum {
    Decimal yuan;
    std::int64_t projects = 0;
};

/// Nothing if a project's amount cannot be read: then nobody knows the sum.
std::optional<Sum> sum_of_projects(const Context& context, const Project& department) {
    Sum sum;
    for (const auto& facts : context.facts.projects) {
        const Project& project = *facts->project;
        if (&project == &department)
            continue;
        if (project.kind == ProjectKind::department)
            return std::nullopt;
        const std::string_view unit = money_unit_of(project, context.form);
        const auto amount = read_money(project.budget_total.text, unit);
        if (unit.empty() || !amount)
            return std::nullopt;
        sum.yuan = sum.yuan + *amount;
        ++sum.projects;
    }
    return sum;
}

void check_department(const Project& department, const Context& context, Findings& findings) {
    const std::string_view unit = money_unit_of(department, context.form);
    const auto stated = read_money(department.project_expenditure.text, unit);
    const auto sum = sum_of_projects(context, department);
    if (unit.empty() || !stated || !sum || sum->projects == 0)
        return;
    const Decimal gap = *stated < sum->yuan ? sum->yuan - *stated : *stated - sum->yuan;
    if (gap <= Decimal::whole(rounding * sum->projects))
        return;
    const std::string unit_text(unit);
    Finding& finding = findings.add(
        {Field::project_expenditure, department.id},
        short_label(context.form, Field::project_expenditure) + " " + department.project_expenditure.text +
            unit_text + "，" + std::to_string(sum->projects) + " 个项目的预算合计 " +
            in_unit(sum->yuan, unit) + unit_text + "，差 " + in_unit(gap, unit) + unit_text +
            (sum->yuan < *stated ? "：有的项目没有绩效目标表，补上或说明。" : "：核对哪一个数填错。"));
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind != ProjectKind::department)
            finding.related.push_back({Field::budget_total, facts->project->id});
    }
}

void check(const Context& context, Findings& findings) {
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind == ProjectKind::department)
            check_department(*facts->project, context, findings);
    }
}

constexpr Example examples[] = {
    {"kind: department\nproject_expenditure: 86.28\nproject: 科普\nbudget_total: 750000\nmoney_unit: 元",
     "projects[0].project_expenditure"},
    {"kind: department\nproject_expenditure: 50\nproject: 科普\nproject: 宣传",
     "projects[0].project_expenditure"},
    {"kind: department\nproject_expenditure: 27.1\nproject: 科普", "projects[0].project_expenditure"},
    {"kind: department\nproject_expenditure: 54\nproject: 科普\nproject: 宣传", ""},
    {"kind: department\nproject_expenditure: 86.28", ""},
    {"kind: department\nproject_expenditure: 86.28\nproject: 科普\nbudget_total: 详见附表", ""},
    {"kind: department\nproject_expenditure:\nproject: 科普", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "dept-projects-sum",
    .severity = Severity::warning,
    .title = "项目支出与各项目预算之和不一致",
    .title_en = "Department's project expenditure is not the sum of its projects",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "纳入预算的项目都要编报绩效目标；部门的项目支出与项目表合计不等，说明有漏报或填错。",
    .how_to_mend = "补上没有编报的项目，或核对金额和单位（元、万元）。",
    .source = "预算绩效目标全覆盖的要求（中发〔2018〕34 号，凭记忆）；表样勾稽关系",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::dept_projects_sum
