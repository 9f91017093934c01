#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/values.h"

namespace jibiao::check::value_percent_cap {
namespace {

constexpr Decimal hundred = Decimal::whole(100);

/// The unit may stand in the name: 合格率（%）.
bool is_percentage(const RowFacts& row) {
    return is_rate(row.target) || (row.target.kind == TargetKind::number && row.target.multiplier == 1 &&
                                   row.target.unit.empty() && is_percent(row.measured.in_brackets));
}

/// Whether the name says that there can be no more than all.
bool names_a_ratio(const RowFacts& row, const Profile& profile) {
    return ends_with_any(row.measured.name, profile.capped_words) ||
           ends_with_any(row.measured.name, profile.ratio_words);
}

/// Whether ≥ 100 % makes no sense here. Above 100 only where the name says that there is a ceiling.
bool breaks_the_cap(const RowFacts& row, const Profile& profile) {
    if (!has_lower_bound(row.target) || !is_percentage(row) || row.target.number < hundred)
        return false;
    if (contains_any(row.measured.name + row.description, profile.uncapped_words))
        return false;
    return row.target.number == hundred || ends_with_any(row.measured.name, profile.capped_words);
}

Fix exactly_100(const Indicator& indicator, TargetValue value, const Template& form) {
    const bool only_the_sign = !indicator.comparator.empty() && value.number == hundred;
    value.comparator = Comparator::none;
    value.number = Decimal::from_millionths(hundred.millionths(), value.number.places());
    const std::string title =
        only_the_sign ? "符号改为“=”" : "改为“" + print_target(value, notation_of(form)) + "”";
    return {title, {"改为 100%", set_target(indicator, value, form)}};
}

void check(const RowContext& context, Findings& findings) {
    const Indicator& indicator = *context.row.row;
    const TargetValue& value = context.row.target;
    if (!breaks_the_cap(context.row, context.profile))
        return;
    Finding& finding =
        findings.add({Field::target_value, indicator.id},
                     "“" + indicator.comparator.text + indicator.target.text +
                         "”：比率最高就是 100%，不会大于它。应写“100%”，或者写一个低于 100% 的下限。");
    finding.fix = exactly_100(indicator, value, context.form);
    const bool ratio = names_a_ratio(context.row, context.profile);
    finding.fix->safe = ratio && value.number == hundred;
    if (!ratio)
        finding.severity = Severity::warning;
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ≥100% | 年度工作计划",
     "projects[0].indicators[1].target_value", "100%"},
    {"indicator: 产出指标 | 时效指标 | 按期完成率 | 年底前完成的比例 | ≥100百分比 | 年度工作计划",
     "projects[0].indicators[2].target_value", "100百分比"},
    {"indicator: 满意度指标 | 服务对象满意度指标 | 为群众提供优质服务 | 服务优质 | 不低于100% | 调查问卷",
     "projects[0].indicators[5].target_value", "100%"},
    {"indicator: 产出指标 | 质量指标 | 设备完好率（%） | 完好设备的比例 | ≥100 | 年度工作计划",
     "projects[0].indicators[1].target_value", "100"},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | ＞120％ | 年度工作计划",
     "projects[0].indicators[1].target_value", "100%"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | 100.00 | 年度工作计划\n"
     "comparator: >=\n"
     "target_unit: %",
     "projects[0].indicators[1].target_value", "100.00"},
    {"template: heb-2020-open\n"
     "indicator: 产出指标 | 质量指标 | 设备完好率 | 完好设备的比例 | 120% | 年度工作计划\n"
     "comparator: >=",
     "projects[0].indicators[1].target_value", "100%"},
    {"indicator: 产出指标 | 质量指标 | 设备利用率 | 使用时间的比例 | ≥100% | 年度工作计划",
     "projects[0].indicators[1].target_value", "100%"},
    {"indicator: 产出指标 | 质量指标 | 设备利用率 | 使用时间的比例 | ≥120% | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 高中阶段毛入学率 | 在校人数的比例 | ≥100% | 上年统计数据", ""},
    {"indicator: 效益指标 | 经济效益指标 | 本息覆盖率 | 收入与本息的比例 | ≥120% | 上年统计数据", ""},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | 100% | 年度工作计划", ""},
    {"indicator: 产出指标 | 质量指标 | 培训合格率 | 考核合格的比例 | =100% | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 门票收入增长率 | 比上年增长 | ≥100% | 上年统计数据", ""},
    {"indicator: 产出指标 | 数量指标 | 参训人数 | 参加培训的人数 | ≥100人 | 年度工作计划", ""},
    {"indicator: 效益指标 | 社会效益指标 | 社会资金投入 | 与财政资金相比 | ≥150% | 上年统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "value-percent-cap",
    .severity = Severity::error,
    .title = "比率写成“≥100%”",
    .title_en = "Ratio with a lower bound of 100 %",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "完成率、覆盖率、满意度一类的比率最高就是 100%，“≥100%”等于要求超过上限，考核时没有意义，"
           "说明指标值没有经过测算。",
    .how_to_mend = "确实要求全部做到，写“100%”；允许有少量做不到，写“≥95%”这样的下限。"
                   "增长率等可以超过 100% 的指标不受影响。",
    .source = "经验：45 份样本文本中 8 份有此问题，财政部门审核时普遍退回；国家文件没有直接条文",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::value_percent_cap
