#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::direction_reversed {
namespace {

bool asks_for_much(const TargetValue& value) {
    const bool all = is_rate(value) && value.number == Decimal::whole(100) && !has_upper_bound(value);
    return all || has_lower_bound(value);
}

void check_unwanted(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const std::string& name = row.measured.name;
    if (!asks_for_much(row.target) || !ends_with_any(name, context.profile.list("unwanted_endings")) ||
        contains_any(name, context.profile.list("reducing_words")))
        return;
    findings.add({Field::target_value, row.id()}, "“" + row.row->name.text + "”越少越好，目标“" +
                                                      quoted_target(row) + "”的方向反了。应写“" +
                                                      context.form.at_most + "”，或者改用越高越好的指标。");
}

void check_wanted(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (!has_upper_bound(row.target) || row.kind == CategoryKind::cost)
        return;
    const std::string& name = row.measured.name;
    if (!is_rate(row.target) || !ends_with_any(name, context.profile.list("wanted_endings")) ||
        contains_any(name, context.profile.list("reducing_words")))
        return;
    findings.add({Field::target_value, row.id()},
                 "“" + row.row->name.text + "”越高越好，目标“" + quoted_target(row) +
                     "”的方向反了：一点没做也算完成。应写“" + context.form.at_least + "”。");
}

void check(const RowContext& context, Findings& findings) {
    if (context.row.target.kind != TargetKind::number)
        return;
    check_unwanted(context, findings);
    check_wanted(context, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 设备故障率 | 发生故障的比例 | ≥5% | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 时效指标 | 贷款逾期率 | 逾期的比例 | 100% | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 安全事故发生次数 | 发生的安全事故 | ≥3次 | 统计数据",
     "projects[0].indicators[4].target_value"},
    {"indicator: 效益指标 | 社会效益指标 | 安全事故发生次数 | 发生的安全事故 | ≥0次 | 统计数据",
     "projects[0].indicators[4].target_value"},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ≤95% | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 质量指标 | 设备故障率 | 发生故障的比例 | ≤5% | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 投诉处理率 | 处理的比例 | ≥95% | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 事故发生率下降幅度 | 比上年下降 | ≥5% | 统计数据", ""},
    {"indicator: 产出指标 | 数量指标 | 扑救火灾次数 | 扑救的次数 | ≥30次 | 统计数据", ""},
    {"indicator: 效益指标 | 社会效益指标 | 无事故率 | 没有事故的比例 | 100% | 统计数据", ""},
    {"indicator: 产出指标 | 成本指标 | 预算完成率 | 支出占预算的比例 | ≤100% | 项目预算", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "direction-reversed",
    .severity = Severity::error,
    .title = "指标值方向反了",
    .title_en = "Target points the wrong way",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "逾期率“≥100%”等于要求越逾期越好，合格率“≤95%”等于越差越算完成。",
    .how_to_mend = "不希望发生的写“≤”，希望做到的写“≥”。",
    .source = "经验：45 份样本文本中 2 份有此错误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::direction_reversed
