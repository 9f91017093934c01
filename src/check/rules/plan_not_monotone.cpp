#include "check/explanation.h"
#include "check/reading.h"

namespace jibiao::check::plan_not_monotone {
namespace {

void check(const ProjectContext& context, Findings& findings) {
    const PlanLine* earlier = nullptr;
    Decimal before;
    for (const PlanLine& line : context.project.plan) {
        const auto percent = read_percent(line.percent.text);
        if (!percent)
            continue;
        if (earlier && *percent < before) {
            Finding& finding = findings.add({Field::plan_percent, line.id},
                                            line.checkpoint.text + " " + line.percent.text + " 小于" +
                                                earlier->checkpoint.text + " " + earlier->percent.text +
                                                "：累计支出比例不能下降。");
            finding.related.push_back({Field::plan_percent, earlier->id});
        }
        earlier = &line;
        before = *percent;
    }
}

constexpr Example examples[] = {
    {"plan: 25% 60% 50% 100%", "projects[0].plan[2].plan_percent"},
    {"plan: 25% 25% 75% 100%", ""},
    {"plan: 25.00% 50% ７５％ 100%", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "plan-not-monotone",
    .severity = Severity::error,
    .title = "资金支出计划后期比例小于前期",
    .title_en = "Spending plan falls",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "支出计划各时间节点填的是累计比例，后一个节点不可能比前一个小。",
    .how_to_mend = "改成到该时间节点为止的累计比例，从前到后不减少，最后一个为 100%。",
    .source = "河北省部门预算绩效文本表样：资金支出计划（%）为累计比例（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::plan_not_monotone
