#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::comparator_missing {
namespace {

bool needs_a_ceiling(const RowFacts& row, const Profile& profile) {
    const std::string all = row.measured.name + row.description;
    if (contains_any(all, profile.not_budget_words))
        return false;
    if (is_money(row.target))
        return !contains_any(all, profile.list("fixed_amount_words"));
    return is_price(row.target) ||
           (is_rate(row.target) && contains_any(row.measured.name, profile.list("cost_rate_words")));
}

/// A rate of pay or of a subsidy that a document fixes.
bool is_fixed(const RowFacts& row, const Profile& profile) {
    return is_price(row.target) &&
           contains_any(row.measured.name + row.description, profile.list("fixed_amount_words"));
}

Fix with_ceiling(const RowContext& context, TargetValue value) {
    value.comparator = Comparator::at_most;
    const std::string title = context.form.has_column(Field::comparator)
                                  ? "符号填“" + context.form.at_most + "”"
                                  : "改为“" + print_target(value, notation_of(context.form)) + "”";
    return {title, {"补写符号", set_target(*context.row.row, value, context.form)}, false};
}

void check(const RowContext& context, Findings& findings) {
    const RowFacts& row = context.row;
    if (row.kind != CategoryKind::cost || row.target.kind != TargetKind::number ||
        row.target.comparator != Comparator::none || !needs_a_ceiling(row, context.profile))
        return;
    const bool fixed = is_fixed(row, context.profile);
    Finding& finding =
        findings.add({Field::target_value, row.id()},
                     "成本“" + quoted_target(row) + "”没有写符号：" +
                         (fixed ? "文件定的标准应写“=" : "成本是上限，应写“" + context.form.at_most) +
                         quoted_target(row) + "”。");
    if (row.row->comparator.empty() && !fixed)
        finding.fix = with_ceiling(context, row.target);
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目全部支出 | 27万元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤27万元"},
    {"indicator: 产出指标 | 成本指标 | 设备购置费 | 购置设备的支出 | 35000元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤35000元"},
    {"indicator: 产出指标 | 成本指标 | 成本控制率 | 支出占预算的比例 | 100% | 项目预算",
     "projects[0].indicators[3].target_value", "≤100%"},
    {"indicator: 产出指标 | 成本指标 | 亩均补贴标准 | 每亩的补贴 | 80元/亩 | 补贴办法",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 亩均补贴标准 | 每亩的补贴 | =80元/亩 | 补贴办法", ""},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目全部支出 | ＜27万元 | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目全部支出 | =27万元 | 项目预算", ""},
    {"indicator: 产出指标 | 成本指标 | 补助标准 | 每人每月的补助标准 | 500元 | 上级文件", ""},
    {"indicator: 产出指标 | 数量指标 | 发放补助 | 发放补助的金额 | 10万元 | 年度工作计划", ""},
    {"indicator: 产出指标 | 成本指标 | 成本节约额 | 比上年节约的支出 | 2万元 | 项目预算", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "comparator-missing",
    .severity = Severity::warning,
    .title = "成本指标值没有符号",
    .title_en = "Cost target without a comparator",
    .check_row = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "成本指标是控制上限。只写金额，看不出是不得超过还是必须用完，少花钱反而算没有完成。",
    .how_to_mend = "在金额前写“≤”，例如“≤27万元”；补助标准等固定金额可以写“=”。",
    .source = "经验：45 份样本文本中 14 份成本指标写法有误",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::comparator_missing
