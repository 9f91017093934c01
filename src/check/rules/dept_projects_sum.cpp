#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"

#include <optional>

namespace jibiao::check::dept_projects_sum {
namespace {

/// Projects may be rounded to the table's last place each.
constexpr std::int64_t rounding = 100; ///< 元 a project: 0.01万元.

struct Sum {
    Decimal yuan;
    std::int64_t projects = 0;
};

/// Of all projects; nothing if an amount cannot be read: then nobody knows the sum. `department`: its table,
/// if there is one; more of them are of more departments.
std::optional<Sum> sum_of_projects(const Context& context, const Project* department) {
    Sum sum;
    for (const auto& facts : context.facts.projects) {
        const Project& project = *facts->project;
        if (&project == department)
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
    if (sum.projects == 0)
        return std::nullopt;
    return sum;
}

/// `said`: the amount as it stands. `unit`: 元 or 万元.
void compare(FieldRef at, const std::string& said, Decimal stated, const Sum& sum, std::string_view unit,
             const Context& context, Findings& findings) {
    const Decimal gap = stated < sum.yuan ? sum.yuan - stated : stated - sum.yuan;
    if (gap <= Decimal::whole(rounding * sum.projects))
        return;
    const std::string unit_text(unit);
    Finding& finding = findings.add(
        at, said + "，" + std::to_string(sum.projects) + " 个项目的预算合计 " + in_unit(sum.yuan, unit) +
                unit_text + "，差 " + in_unit(gap, unit) + unit_text +
                (sum.yuan < stated ? "：有的项目没有绩效目标表，补上或说明。" : "：核对哪一个数填错。"));
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind != ProjectKind::department)
            finding.related.push_back({Field::budget_total, facts->project->id});
    }
}

void check_department(const Project& department, const Context& context, Findings& findings) {
    const std::string_view unit = money_unit_of(department, context.form);
    const auto stated = read_money(department.project_expenditure.text, unit);
    const auto sum = sum_of_projects(context, &department);
    if (unit.empty() || !stated || !sum)
        return;
    compare({Field::project_expenditure, department.id},
            short_label(context.form, Field::project_expenditure) + " " +
                department.project_expenditure.text + std::string(unit),
            *stated, *sum, unit, context, findings);
}

/// 项目支出 of 共安排项目7个，项目支出454.20万元; "" where more is said of it: 机关项目支出, 2020年项目支出.
std::string_view sum_words(std::string_view before, const Profile& profile) {
    const std::string_view said = without_ends(before, {}, profile.list("bound_openings"));
    return is_any(said, profile.list("project_sum_words")) ? said : std::string_view{};
}

/// Of this year, as far as the text goes.
void check_text(const Text& text, const Sum& sum, const Context& context, Findings& findings) {
    for (const Quantity& quantity : text.without_ordinal().quantities(context.profile)) {
        const std::string_view words = sum_words(quantity.before, context.profile);
        if (quantity.unit != "元" || words.empty())
            continue;
        const std::string_view unit = contains(quantity.text, "万") ? "万元" : "元";
        compare(text.at, "“" + std::string(words) + std::string(quantity.text) + "”", quantity.amount, sum,
                unit, context, findings);
    }
}

void check(const Context& context, Findings& findings) {
    bool has_table = false;
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind != ProjectKind::department)
            continue;
        has_table = true;
        check_department(*facts->project, context, findings);
    }
    if (has_table || context.facts.projects.size() < 2)
        return;
    const auto& chapters = chapters_of(context, "whole_goal_chapters");
    const auto sum = chapters.empty() ? std::nullopt : sum_of_projects(context, nullptr);
    if (!sum)
        return;
    for (const TextChapter& chapter : chapters) {
        for (const Text& text : chapter.texts) {
            if (text.at.field == Field::paragraph && contains(text.cell->text, "项目"))
                check_text(text, *sum, context, findings);
        }
    }
}

constexpr Example examples[] = {
    {"kind: department\nproject_expenditure: 86.28\nproject: 科普\nbudget_total: 750000\nmoney_unit: 元",
     "projects[0].project_expenditure"},
    {"kind: department\nproject_expenditure: 50\nproject: 科普\nproject: 宣传",
     "projects[0].project_expenditure"},
    {"kind: department\nproject_expenditure: 27.1\nproject: 科普", "projects[0].project_expenditure"},
    {"project: 宣传\nsection: 一、总体绩效目标\nparagraph: "
     "共安排项目2个，项目支出64.2万元，重点实现以下目标。",
     "sections[0].body[0]"},
    {"project: 宣传\nsection: 一、总体绩效目标\nparagraph: "
     "共安排项目2个，项目支出54万元，上年项目支出60万元。\n"
     "paragraph: 机关项目支出30万元，下属单位项目支出24万元，2020年项目支出50万元。",
     ""},
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
