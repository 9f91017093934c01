#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <optional>

namespace jibiao::check::plan_not_100 {
namespace {

constexpr Decimal hundred = Decimal::whole(100);

/// The plan's numbers; blanks count as zero. nullopt if any cell holds something else than a percentage.
std::optional<std::vector<Decimal>> percentages(const Project& project) {
    std::vector<Decimal> result;
    for (const PlanLine& line : project.plan) {
        const auto percent = line.percent.empty() ? Decimal() : read_percent(line.percent.text);
        if (!percent)
            return std::nullopt;
        result.push_back(*percent);
    }
    return result;
}

Decimal sum_of(const std::vector<Decimal>& numbers) {
    Decimal sum;
    for (const Decimal number : numbers)
        sum = sum + number;
    return sum;
}

/// Some people state money or fractions (0.25 … 1) instead of percentages: another fault, if it is one.
bool states_no_percentages(const Project& project, const std::vector<Decimal>& numbers) {
    const bool signs = std::any_of(project.plan.begin(), project.plan.end(), [](const PlanLine& line) {
        return contains(fold(line.percent.text), "%");
    });
    const auto budget = read_decimal(project.budget_total.text);
    const bool fractions = std::ranges::all_of(numbers, [](Decimal n) { return n <= Decimal::whole(1); });
    const bool beyond = std::ranges::any_of(numbers, [](Decimal n) { return n > hundred; });
    const bool money = budget && (numbers.back() == *budget || sum_of(numbers) == *budget);
    return !signs && (fractions || beyond || money);
}

/// Quarter by quarter 20, 30, 30, 20: they wanted 20, 50, 80, 100.
void propose_cumulative(Finding& finding, const Project& project, const std::vector<Decimal>& numbers) {
    Fix fix{"改为累计比例", {"资金支出计划改为累计比例", {}}, false};
    Decimal sum;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        sum = sum + numbers[i];
        fix.edit.operations.push_back(
            edit::SetText{{Field::plan_percent, project.plan[i].id}, sum.to_string() + "%"});
    }
    finding.fix = std::move(fix);
}

void check_plan(const Project& project, Findings& findings) {
    const bool any = std::any_of(project.plan.begin(), project.plan.end(),
                                 [](const PlanLine& line) { return !line.percent.empty(); });
    const auto numbers = percentages(project);
    if (!any || !numbers || numbers->back() == hundred || states_no_percentages(project, *numbers))
        return;
    const PlanLine& last = project.plan.back();
    const FieldRef at{Field::plan_percent, last.id};
    if (last.percent.empty()) {
        Finding& finding = findings.add(at, last.checkpoint.text + "没有填支出比例，年底应为 100%。");
        finding.fix = Fix{"填“100%”", edit::set_text(at, "100%", "补填资金支出计划"), true};
        return;
    }
    const bool by_quarter = sum_of(*numbers) == hundred;
    Finding& finding =
        findings.add(at, last.checkpoint.text + "的累计支出比例为 " + last.percent.text + "，应为 100%。" +
                             (by_quarter ? "各节点之和正好是 100%，像是分段填写的，这里应填累计数。" : ""));
    if (by_quarter)
        propose_cumulative(finding, project, *numbers);
}

void check(const ProjectContext& context, Findings& findings) {
    check_plan(context.project, findings);
}

constexpr Example examples[] = {
    {"plan: 25% 50% 75% 95%", "projects[0].plan[3].plan_percent"},
    {"plan: 25% 50% 75% -", "projects[0].plan[3].plan_percent", "100%"},
    {"plan: 10% 20% 30% 40%", "projects[0].plan[3].plan_percent", "100%"},
    {"plan: 25 50 75 100.00", ""},
    {"plan: 0.25 0.5 0.75 1", ""},
    {"plan: 5 10 20 27", ""},
    {"plan: - - - -", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "plan-not-100",
    .severity = Severity::error,
    .title = "资金支出计划最后不是 100%",
    .title_en = "Spending plan does not end at 100 %",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "年度预算应在年内安排完，12 月底的累计支出比例应为 100%。",
    .how_to_mend = "最后一个时间节点填 100%。各节点填累计比例，不填当季的比例。",
    .source = "河北省部门预算绩效文本表样：资金支出计划（%）最后一栏为 100%（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::plan_not_100
