#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <string>

namespace jibiao::check::missing_label {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words)
        result += (result.empty() ? "" : "、") + word;
    return result;
}

/// Checkpoints of the form that no line of the plan names. Empty if the plan has checkpoints of its own: it
/// is another form's.
std::vector<std::string> lost_checkpoints(const Rows<PlanLine>& plan, const Template& form) {
    std::vector<std::string> lost = form.plan_checkpoints;
    for (const PlanLine& line : plan) {
        if (line.checkpoint.empty())
            continue;
        const auto found = std::ranges::find(lost, fold(line.checkpoint.text));
        if (found == lost.end())
            return {};
        lost.erase(found);
    }
    return lost;
}

void check(const ProjectContext& context, Findings& findings) {
    const Rows<PlanLine>& plan = context.project.plan;
    if (plan.empty())
        return;
    std::size_t unlabelled = 0;
    for (const PlanLine& line : plan) {
        const FieldRef at{Field::plan_checkpoint, line.id};
        if (line.checkpoint.origin == Origin::rebuilt) {
            findings.add(at, "原文“" + line.percent.text + "”上面没有时间节点，导入时按表样补为“" +
                                 line.checkpoint.text + "”，请核对原表。");
        } else if (line.checkpoint.empty() && !line.percent.empty()) {
            ++unlabelled;
            const auto lost = lost_checkpoints(plan, context.form);
            Finding& finding =
                findings.add(at, "支出比例“" + line.percent.text + "”没有写时间节点" +
                                     (lost.empty() ? std::string() : "，表样中还有 " + joined(lost)) + "。");
            if (lost.size() == 1)
                finding.fix =
                    Fix{"填“" + lost.front() + "”", edit::set_text(at, lost.front(), "补填时间节点"), true};
        }
    }
    const std::size_t expected = context.form.plan_checkpoints.size();
    if (unlabelled > 0 || plan.size() >= expected)
        return;
    const auto lost = lost_checkpoints(plan, context.form);
    if (lost.size() + plan.size() != expected)
        return;
    findings.add({Field::plan_checkpoint, plan.back().id},
                 "资金支出计划只有 " + std::to_string(plan.size()) + " 个时间节点，表样为 " +
                     std::to_string(expected) + " 个，缺 " + joined(lost) + "。");
}

constexpr Example examples[] = {
    {"checkpoints: 3月底 6月底 10月底 -", "projects[0].plan[3].plan_checkpoint", "12月底"},
    {"checkpoints: - 6月底 10月底 12月底", "projects[0].plan[0].plan_checkpoint", "3月底"},
    {"checkpoints: 3月底 - 10月底 -",
     "projects[0].plan[1].plan_checkpoint projects[0].plan[3].plan_checkpoint"},
    {"checkpoints: 3月底 6月底 12月底", "projects[0].plan[2].plan_checkpoint"},
    {"plan: 25% 50% 75% 100%", ""},
    {"plan: 25% - 75% 100%\ncheckpoints: 3月底 - 10月底 12月底", ""},
    {"checkpoints: 一季度 二季度 三季度", ""},
    {"template: gz-2024\ncheckpoints: 3月底 6月底", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "missing-label",
    .severity = Severity::warning,
    .title = "资金支出计划缺时间节点",
    .title_en = "Spending plan lacks a checkpoint",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "有比例没有时间节点，不知道是哪个时点的支出进度，后面无法按节点监控。",
    .how_to_mend = "照表样补齐时间节点，每个节点下面填到该节点为止的累计比例。",
    .source = "河北省部门预算绩效文本表样：资金支出计划（%）按 3、6、10、12 月底填写（从已公开文本归纳）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::missing_label
