#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"

#include <algorithm>
#include <optional>

namespace jibiao::check::cost_ne_budget {
namespace {

bool is_numeral(char32_t c) {
    constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十";
    return is_digit(c) || numerals.find(c) != std::u32string_view::npos;
}

/// 3年 does not stand in 2023年.
bool says_any(std::string_view text, const Words& words) {
    return contains_any(text, words) && std::ranges::any_of(words, [text](const std::string& word) {
               for (std::size_t at = text.find(word); at != std::string_view::npos;
                    at = text.find(word, at + 1)) {
                   if (!is_numeral(code_point_at(word, 0).value) || !is_numeral(code_point_before(text, at)))
                       return true;
               }
               return false;
           });
}

bool states_cost(const RowFacts& row, const Profile& profile) {
    const std::string category = row.level1 + row.level2;
    if (!contains_any(category, profile.cost_words))
        return false;
    std::string description = row.description;
    if (ends_with_any(row.name, profile.list("total_cost_names"))) { // The budget's, whatever explains it.
        for (const std::string& word : profile.list("investment_words"))
            description = replace_all(description, word, " ");
    }
    return !says_any(category + row.name + description, profile.not_budget_words);
}

/// The amount in 元 that a cost row states; nullopt for rates and unit prices, and for lower
/// bounds: they are no ceiling.
std::optional<Decimal> cost_of(const TargetValue& value) {
    const bool lower_bound =
        value.comparator == Comparator::at_least || value.comparator == Comparator::more_than;
    if (value.kind != TargetKind::number || lower_bound)
        return std::nullopt;
    const bool money = value.unit == "元" || (value.unit.empty() && value.multiplier > 1);
    return money ? std::optional(value.amount()) : std::nullopt;
}

/// Half a unit of the last place that the cost prints: 13.46万元 may be written as 13.5万元.
Decimal rounding_of(const TargetValue& value) {
    std::int64_t unit = 1'000'000;
    for (int i = 0; i < value.number.places(); ++i)
        unit /= 10;
    return Decimal::from_millionths(unit).times(value.multiplier).divided_by(2);
}

/// Amounts so far apart were written in different units (元, 万元): yuan-wan-confusion, not a dear project.
constexpr std::int64_t other_unit = 1'000;

Fix the_budget(const Indicator& indicator, TargetValue value, Decimal budget, const Template& form) {
    const Decimal number = budget.divided_by(value.multiplier);
    value.number = Decimal::from_millionths(number.millionths());
    return {"改为“" + print_target(value, notation_of(form)) + "”",
            {"成本改为预算数", set_target(indicator, value, form)},
            false};
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const std::string_view unit = money_unit_of(project, context.form);
    const auto budget = read_money(project.budget_total.text, unit);
    if (unit.empty() || !budget || budget->is_zero())
        return;
    for (const auto& row : context.facts.rows) {
        const Indicator& indicator = *row->row;
        const TargetValue& value = row->target;
        const auto cost = cost_of(value);
        if (!cost || *cost - *budget <= rounding_of(value))
            continue;
        if (*cost > budget->times(other_unit) || !states_cost(*row, context.profile))
            continue;
        const std::string budget_text = in_unit(*budget, unit, budget->places()) + std::string(unit);
        Finding& finding = findings.add(
            {Field::target_value, indicator.id},
            "成本“" + indicator.target.text + "”大于" + short_label(context.form, Field::budget_total) + " " +
                budget_text + "，多 " + in_unit(*cost - *budget, unit) + std::string(unit) + "。");
        finding.related.push_back({Field::budget_total, project.id});
        finding.fix = the_budget(indicator, value, *budget, context.form);
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 校舍维修总成本 | 校舍维修项目总投资 | ≤30万元 | 财政评审报告",
     "projects[0].indicators[3].target_value", "≤27万元"},
    {"budget_total: 18.00\nbudget_fiscal: 18.00\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | ≤20万元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤18万元"},
    {"money_unit: 元\nbudget_total: 37500.00\nbudget_fiscal: 37500.00\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | 3.85万元 | 项目预算",
     "projects[0].indicators[3].target_value", "3.75万元"},
    {"without: 成本指标\nindicator: 成本指标 | 经济成本指标 | 总成本 | 经费控制数 | ≤280000元 | 项目预算",
     "projects[0].indicators[5].target_value", "≤270000元"},
    {"money_unit: 元\nbudget_total: 37500.00\nbudget_fiscal: 37500.00\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | 3.75万元 | 项目预算",
     ""},
    {"template: heb-2020-open\nbudget_total: 18.00\nbudget_fiscal: 18.00\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 2023年经费控制数 | 20万元 | 项目预算\n"
     "comparator: <=",
     "projects[0].indicators[3].target_value", "18万元"},
    {"money_unit: 千元\nbudget_total: 180\nbudget_fiscal: 180\nbudget_other: 0\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | ≤20万元 | 项目预算",
     "projects[0].indicators[3].target_value", "≤18万元"},
    {"money_unit: 百元\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | ≤30万元 | 项目预算",
     ""},
    {"indicator: 产出指标 | 成本指标 | 争取上级资金 | 到位资金 | 300万元 | 年度工作计划", ""},
    {"indicator: 产出指标 | 成本指标 | 到位资金 | 到位的资金 | ≥300万元 | 年度工作计划", ""},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 3年的支出 | ≤81万元 | 可研批复", ""},
    {"indicator: 产出指标 | 成本指标 | 培训成本 | 培训支出 | ≤20万元 | 项目预算", ""},
    {"money_unit: 元\nindicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | ≤27万元 | 项目预算", ""},
    {"budget_total: 13.46\nbudget_fiscal: 13.46\n"
     "indicator: 产出指标 | 成本指标 | 总成本 | 经费控制数 | ≤13.5万元 | 项目预算",
     ""},
    {"indicator: 产出指标 | 成本指标 | 物业费单价 | 每平方米物业费 | ≤35元/平方米 | 服务合同", ""},
    {"indicator: 产出指标 | 成本指标 | 工程总投资 | 三年建设期总投资 | ≤300万元 | 可研批复", ""},
    {"indicator: 产出指标 | 数量指标 | 带动社会投入 | 带动社会投入的金额 | ≥100万元 | 年度工作计划", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "cost-ne-budget",
    .severity = Severity::error,
    .title = "成本指标大于预算",
    .title_en = "Cost indicator exceeds the budget",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "成本指标是支出的上限，不能超过本项目的预算数，否则等于计划超支。单项成本小于预算数没有问题。",
    .how_to_mend = "核对是预算数还是成本写错，把成本指标改成不超过预算数的金额，注意元和万元。",
    .source =
        "资金匹配性审核（财预〔2015〕88 号审核表“资金匹配性”，凭记忆）；45 份样本文本中 7 份金额与目标不符",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::cost_ne_budget
