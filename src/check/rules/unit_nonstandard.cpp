#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::unit_nonstandard {
namespace {

Fix with_unit(const RowContext& context, TargetValue value, const std::string& unit) {
    value.unit = unit;
    const std::string title = context.row.row->target_unit.empty()
                                  ? "改为“" + print_target(value, notation_of(context.form)) + "”"
                                  : "单位改为“" + unit + "”";
    return {title, {"改用规范的单位", set_target(*context.row.row, value, context.form)}};
}

void check(const RowContext& context, Findings& findings) {
    const TargetValue& value = context.row.target;
    if (value.kind != TargetKind::number || value.unit.empty())
        return;
    const WordTable::Entry* found = context.profile.table("standard_units").find(value.unit);
    if (!found)
        return;
    findings
        .add({Field::target_value, context.row.id()}, "“" + quoted_target(context.row) + "”的单位“" +
                                                          value.unit + "”不规范，应写“" + found->value +
                                                          "”。")
        .fix = with_unit(context, value, found->value);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ≥90百分比 | 年度工作计划",
     "projects[0].indicators[1].target_value", "≥90%"},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | ≥200人/次 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥200人次"},
    {"indicator: 产出指标 | 数量指标 | 改造面积 | 改造的面积 | ≥2000平米 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥2000平方米"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | 90.00 | 年度工作计划\n"
     "comparator: >=\n"
     "target_unit: 百分比",
     "projects[0].indicators[1].target_value", "90.00"},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ≥90% | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 普及率提高幅度 | 比上年提高 | ≥2个百分点 | 上年统计数据", ""},
    {"indicator: 产出指标 | 成本指标 | 物业费单价 | 每月的单价 | ≤15元/平方米·月 | 物业合同", ""},
    {"indicator: 产出指标 | 数量指标 | 造林面积 | 造林的面积 | ≥300亩 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unit-nonstandard",
    .severity = Severity::warning,
    .title = "计量单位不规范",
    .title_en = "Unit not written as it should be",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一个单位写法不一，汇总和系统校验时会被当成不同的单位；“90百分比”不是通行的写法。",
    .how_to_mend = "比率用“%”，人次写“人次”，面积写“平方米”。",
    .source = "《量和单位》国家标准的通行写法；经验：45 份样本文本中 13 份单位缺失或错误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unit_nonstandard
