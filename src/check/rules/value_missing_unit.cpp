#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <optional>

namespace jibiao::check::value_missing_unit {
namespace {

bool has_bracketed_unit(const RowFacts& row) {
    return !row.measured.in_brackets.empty() || row.description.ends_with(')');
}

bool may_be_a_year(const TargetValue& value) {
    return value.comparator == Comparator::none && value.number >= Decimal::whole(1990) &&
           value.number <= Decimal::whole(2100);
}

/// The unit that the end of a name asks for. "" if it asks for one without saying which; nullopt if unknown.
std::optional<std::string> unit_for(const std::string& name, const Profile& profile) {
    std::optional<std::string> unit;
    std::size_t longest = 0;
    const auto weigh = [&](const std::string& ending, const std::string& its_unit) {
        if (ending.size() <= longest || !name.ends_with(ending))
            return;
        longest = ending.size();
        unit = its_unit;
    };
    for (const auto& [ending, its_unit] : profile.unit_of_name)
        weigh(ending, its_unit);
    for (const std::string& ending : profile.ratio_words)
        weigh(ending, "%");
    return unit;
}

Fix with_unit(const Indicator& indicator, TargetValue value, const std::string& unit,
              const RowContext& context) {
    value.unit = unit;
    const std::string title = context.form.has_column(Field::target_unit)
                                  ? "单位填“" + unit + "”"
                                  : "改为“" + print_target(value, notation_of(context.form)) + "”";
    return {title, {"补写单位", set_target(indicator, value, context.form)}};
}

/// 0.95 of a rate may be 95%, and 1 may be all of it; 2.5 is no number of people. Nothing is 0% in any case.
bool is_certain(const std::string& unit, const TargetValue& value) {
    constexpr std::int64_t one = 1'000'000;
    if (unit.empty())
        return false;
    if (unit != "%")
        return value.amount().millionths() % one == 0;
    const bool on_scale = value.number > Decimal::whole(1) && value.number <= Decimal::whole(100);
    return value.multiplier == 1 && (value.number.is_zero() || on_scale);
}

void check(const RowContext& context, Findings& findings) {
    const Indicator& indicator = *context.row.row;
    const TargetValue& value = context.row.target;
    if (value.kind != TargetKind::number || !value.unit.empty() || may_be_a_year(value))
        return;
    const std::string& name = context.row.measured.name;
    if (has_bracketed_unit(context.row) || ends_with_any(name, context.profile.unitless_words))
        return;
    const auto unit = unit_for(name, context.profile);
    const bool known = unit && is_certain(*unit, value);
    Finding& finding =
        findings.add({Field::target_value, indicator.id},
                     "“" + print_target(value, notation_of(context.form)) + "”只有数字，没有计量单位" +
                         (known ? "，按指标名称应为“" + *unit + "”。" : "。"));
    // Nothing of anything is nothing; and without a telling name a reviewer may understand the number.
    if (value.number.is_zero() || !unit)
        finding.severity = Severity::warning;
    if (known)
        finding.fix = with_unit(indicator, value, *unit, context);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | ≥2000 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥2000人次"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | ≥90 | 调查问卷",
     "projects[0].indicators[5].target_value", "≥90%"},
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 超出预算的比例 | ≤0 | 项目预算",
     "projects[0].indicators[3].target_value", "≤0%"},
    {"indicator: 效益指标 | 社会效益指标 | 对周边环境影响 | 环境改善 | ≥95 | 上年统计数据",
     "projects[0].indicators[4].target_value"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 5.00 | 年度工作计划\n"
     "comparator: >=",
     "projects[0].indicators[0].target_value", "5.00"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | ≥0.95 | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | 满意的比例 | 1 | 调查问卷",
     "projects[0].indicators[5].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 平均每天的人次 | ≥2.5 | 年度工作计划",
     "projects[0].indicators[0].target_value"},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | ≥1.8万 | 年度工作计划",
     "projects[0].indicators[0].target_value", "≥1.8万人次"},
    {"indicator: 产出指标 | 数量指标 | 参训人次 | 参加培训的人次 | 2000 | 年度工作计划\ncomparator: ≥",
     "projects[0].indicators[0].target_value", "2000人次"},
    {"indicator: 效益指标 | 生态效益指标 | 出水pH值 | 出水的pH值 | ≥7 | 监测报告", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人次（人次） | 参加培训的人次 | ≥2000 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 空气质量综合指数 | 全年平均 | ≤5 | 上年统计数据", ""},
    {"indicator: 产出指标 | 时效指标 | 培训完成时间 | 完成全部培训 | 2021 | 年度工作计划", ""},
    {"indicator: 产出指标 | 数量指标 | 建设数量 | 建设站点的数量 | 3个 | 年度工作计划", ""},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | 5.00 | 年度工作计划\n"
     "comparator: >=\n"
     "target_unit: 开展培训4次以上",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-missing-unit",
    .severity = Severity::error,
    .title = "指标值没有计量单位",
    .title_en = "Target value without a unit",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "只有数字看不出是次、人次还是百分比，年底无法对照考核。",
    .how_to_mend = "在数字后面写上计量单位，例如“≥2000人次”“≥95%”；表格有单位栏的填在单位栏。",
    .source = "各地指标填报说明要求指标值细化量化、带计量单位；45 份样本文本中 13 份有单位缺失或错误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_missing_unit
