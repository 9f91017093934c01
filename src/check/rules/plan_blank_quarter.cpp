#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>

namespace jibiao::check::plan_blank_quarter {
namespace {

void propose(Finding& finding, std::string text) {
    finding.fix = Fix{"填“" + text + "”", edit::set_text(finding.at, text, "补填资金支出计划"), true};
}

void check(const ProjectContext& context, Findings& findings) {
    const Rows<PlanLine>& plan = context.project.plan;
    const bool any =
        std::any_of(plan.begin(), plan.end(), [](const PlanLine& line) { return !line.percent.empty(); });
    if (context.form.plan_checkpoints.empty() || !any)
        return;
    bool leading = true;
    for (std::size_t i = 0; i + 1 < plan.size(); ++i) { // The last is the business of plan-not-100.
        const PlanLine& line = plan[i];
        leading = leading && line.percent.empty();
        if (!line.percent.empty())
            continue;
        Finding& finding =
            findings.add({Field::plan_percent, line.id},
                         line.checkpoint.text + "的支出比例没有填，其他时间节点已经填写。" +
                             (leading ? "没有支出也应填“" + context.profile.blank_quarter + "”。"
                                      : "应填到该时间节点为止的累计比例。"));
        if (leading)
            propose(finding, context.profile.blank_quarter);
    }
}

constexpr Example examples[] = {
    {"plan: - 50% 75% 100%", "projects[0].plan[0].plan_percent", "0%"},
    {"plan: - - 75% 100%", "projects[0].plan[0].plan_percent projects[0].plan[1].plan_percent", "0%"},
    {"plan: 25% - 75% 100%", "projects[0].plan[1].plan_percent"},
    {"plan: 0% 50% 75% 100%", ""},
    {"plan: - - - -", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "plan-blank-quarter",
    .severity = Severity::warning,
    .title = "资金支出计划有空白的时间节点",
    .title_en = "Blank checkpoint in the spending plan",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "支出计划是后面按季度监控执行进度的依据。空白看不出是没有支出还是漏填，审核时会退回补填。",
    .how_to_mend = "该时间节点之前没有支出就填 0%，有支出就填到该节点为止的累计比例。",
    .source =
        "河北省部门预算绩效文本表样：资金支出计划（%）按 3、6、10、12 月底填累计比例（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::plan_blank_quarter
