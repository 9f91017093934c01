#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::cost_rate_target_zero {
namespace {

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const TargetValue& value = row.target;
    if (value.kind != TargetKind::number || !value.number.is_zero() || has_lower_bound(value))
        return;
    const std::string& name = row.measured.name;
    if (!contains_any(name, context.profile.list("control_rate_words")) ||
        contains_any(name, context.profile.list("deviation_words")))
        return;
    if (row.kind != CategoryKind::cost && !contains_any(name, context.profile.list("spending_words")))
        return; // 事故控制率 0.
    findings.add({Field::target_value, row.id()},
                 "“" + row.row->name.text + "”的目标是“" + quoted_target(row) +
                     "”，照字面等于一分钱都不能花。按支出占预算的比例应写“≤100%”；如果指的是超出预算的比例，"
                     "名称应改为“成本偏差率”“超支率”。");
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 支出占预算的比例 | ≤0% | 项目预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 项目成本控制率 | 项目成本控制率 | ≤0 | 项目预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 预算控制率（%） | 支出占预算的比例 | =0 | 项目预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 质量指标 | 交通事故控制率 | 事故的控制 | ≤0% | 统计数据", ""},
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 支出占预算的比例 | ≤100% | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 成本偏差控制率 | 偏差 | ≤0% | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 超支率 | 超支的比例 | ≤0% | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 成本节约率 | 节约的比例 | ≥0% | 项目预算", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "cost-rate-target-zero",
    .severity = Severity::warning,
    .title = "成本控制率的目标是 0",
    .title_en = "Cost control rate with a target of zero",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "成本控制率是支出与预算之比，“≤0”等于不许花钱，预算一执行就算没有完成。",
    .how_to_mend = "写“≤100%”；要控制的是超出部分，就改名为“成本偏差率”或“超支率”，写“≤0%”。",
    .source = "经验：公开文本中常见的套用错误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::cost_rate_target_zero
