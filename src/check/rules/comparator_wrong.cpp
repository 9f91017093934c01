#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::comparator_wrong {
namespace {

/// A date, or the number of a calendar month.
bool is_a_point_in_time(const RowFacts& row, const Profile& profile) {
    const TargetValue& value = row.target;
    if (value.kind == TargetKind::month)
        return value.number <= Decimal::whole(12) &&
               ends_with_any(row.measured.name, profile.list("month_names"));
    return value.kind == TargetKind::date;
}

/// ≥15元/平方米: the number of 元 per something.
bool is_price(const TargetValue& value) {
    return value.kind == TargetKind::number && value.unit.starts_with("元/");
}

Fix with_ceiling(const RowContext& context) {
    TargetValue value = context.row.target;
    value.comparator = Comparator::at_most;
    const bool own_column = !context.row.row->comparator.empty();
    const std::string title = own_column ? "符号改为“" + context.form.at_most + "”"
                                         : "改为“" + print_target(value, notation_of(context.form)) + "”";
    return {title, {"改正符号", set_target(*context.row.row, value, context.form)}, false};
}

void check_time(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (contains_any(row.measured.name, context.profile.list("beginning_words")))
        return;
    const bool month = row.target.kind == TargetKind::month;
    findings.add({Field::target_value, row.id()}, "“" + quoted_target(row) + "”的符号不对：" +
                                                      (month ? "月份" : "日期") +
                                                      "没有“至少”，应写“几月底前”或者直接写日期。");
}

void check_cost(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    const Profile& profile = context.profile;
    const std::string all = row.level2 + row.measured.name + row.description;
    const bool rate =
        is_rate(row.target) && contains_any(row.measured.name, profile.list("control_rate_words"));
    if (!rate && !is_money(row.target) && !is_price(row.target))
        return;
    if (contains_any(all, profile.not_budget_words) || contains_any(all, profile.list("wanted_money_words")))
        return;
    Finding& finding =
        findings.add({Field::target_value, row.id()},
                     "成本“" + quoted_target(row) + "”的符号反了：“≥”表示花得越多越好。成本是上限，应写“" +
                         context.form.at_most + "”。");
    if (is_money(row.target))
        return; // No fix: as a ceiling the amount may exceed the budget.
    finding.severity = Severity::warning;
    finding.fix = with_ceiling(context);
}

/// 响应时间 ≥2小时: the quicker the better.
void check_duration(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.target.kind != TargetKind::number ||
        !ends_with_any(row.measured.name, context.profile.list("quick_names")) ||
        !is_any(row.target.unit, context.profile.list("units_of_time")))
        return;
    findings.add({Field::target_value, row.id()}, "“" + row.row->name.text + "”越短越好，“" +
                                                      quoted_target(row) + "”的符号反了，应写“" +
                                                      context.form.at_most + "”。");
}

void check(const RowContext& context, Findings& findings) {
    if (!has_lower_bound(context.row.target))
        return;
    if (is_a_point_in_time(context.row, context.profile))
        check_time(context, findings);
    else if (context.row.kind == CategoryKind::cost)
        check_cost(context, findings);
    else
        check_duration(context, findings);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 时效指标 | 比赛举办月份 | 在哪个月举办 | ≥3月 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 任务完成时间 | 完成全部任务 | ≥2021年11月30日 | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目全部支出 | ≥27万元 | 项目预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 物业费单价 | 每月的单价 | ≥15元/平方米·月 | 物业合同",
     "projects[0].indicators[3].target_value", "≤15元/平方米·月"},
    {"indicator: 产出指标 | 时效指标 | 故障响应时间 | 接报后到场的时间 | ≥2小时 | 服务合同",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 时效指标 | 场馆开放时间 | 全年开放的时间 | ≥200天 | 年度工作计划", ""},
    {"indicator: 产出指标 | 成本指标 | 成本节约额 | 比上年节约的支出 | ≥2万元 | 项目预算", ""},
    {"indicator: 产出指标 | 时效指标 | 任务完成时间 | 完成全部任务 | ≤2021年11月30日 | 年度工作计划", ""},
    {"indicator: 产出指标 | 时效指标 | 展出时间 | 展出的时长 | ≥3个月 | 年度工作计划", ""},
    {"indicator: 效益指标 | 经济效益指标 | 带动投资 | 带动的投资 | ≥27万元 | 统计数据", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "comparator-wrong",
    .severity = Severity::error,
    .title = "指标值的符号用错",
    .title_en = "Wrong comparator",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "月份、日期没有大小之分；成本写“≥”等于要求多花钱，与控制成本的意思相反。",
    .how_to_mend = "期限写“≤”或“几月底前”；成本写“≤”。",
    .source = "经验：45 份样本文本中 14 份成本指标、11 份时效指标写法有误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::comparator_wrong
