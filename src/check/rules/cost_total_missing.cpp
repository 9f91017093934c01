#include "base/text.h"
#include "check/explanation.h"
#include "check/values.h"

namespace jibiao::check::cost_total_missing {
namespace {

/// The project's total is named as such; prices and single costs may lie far below the budget.
bool names_total(const RowFacts& row, const Profile& profile) {
    return is_any(row.measured.name, profile.list("total_cost_names"));
}

/// But for rounding.
bool is_about(Decimal amount, Decimal budget) {
    const Decimal gap = amount < budget ? budget - amount : amount - budget;
    return gap <= budget.divided_by(100);
}

/// 每册印刷费 ≤12元, 人均补助标准 ≤79元: a price, though its unit does not say so.
bool is_price_in_words(const RowFacts& row, Decimal budget, const Profile& profile) {
    return row.target.unit == "元" && row.target.amount().times(100) < budget &&
           contains_any(row.measured.name + row.description, profile.list("price_words"));
}

/// The prices alone do not say what may be spent.
void report_price(const ProjectContext& context, const RowFacts& price, Findings& findings) {
    findings
        .add({Field::target_value, price.id()},
             "成本指标只有单价“" + quoted_target(price) + "”，没有一行等于" +
                 short_label(context.form, Field::budget_total) + " " + context.project.budget_total.text +
                 "：加一行项目总成本。")
        .related = {{Field::budget_total, context.project.id}};
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const std::string_view unit = money_unit_of(project, context.form);
    const auto budget = read_money(project.budget_total.text, unit);
    if (unit.empty() || !budget || budget->is_zero())
        return;
    const RowFacts* named = nullptr;
    const RowFacts* price = nullptr;
    bool states_money = false;
    for (const auto& row : context.facts.rows) {
        const TargetValue& cost = row->target;
        if (row->kind != CategoryKind::cost || cost.kind != TargetKind::number)
            continue;
        if (is_price(cost) || is_price_in_words(*row, *budget, context.profile)) {
            price = row.get();
            continue;
        }
        if (cost.unit != "元")
            continue;
        states_money = true;
        const Decimal amount = cost.amount();
        if (is_about(amount, *budget))
            return;
        if (amount < *budget && amount.times(1'000) > *budget && names_total(*row, context.profile))
            named = row.get();
    }
    if (price && !states_money && project.kind == ProjectKind::project)
        report_price(context, *price, findings);
    if (!named)
        return;
    Finding& finding = findings.add({Field::target_value, named->id()},
                                    "“" + named->row->name.text + "”" + named->target_text + "，而" +
                                        short_label(context.form, Field::budget_total) + "是 " +
                                        in_unit(*budget, unit, budget->places()) + std::string(unit) +
                                        "，差 " + in_unit(*budget - named->target.amount(), unit) +
                                        std::string(unit) + "：总成本应等于预算数。");
    finding.related = {{Field::budget_total, project.id}};
}

constexpr Example examples[] = {
    {"without: 成本指标\nindicator: 产出指标 | 成本指标 | 人均补助标准 | 补助给每人的标准 | ≤79元 | 预算",
     "projects[0].indicators[5].target_value"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤20万元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"money_unit: 元\nbudget_total: 300000\nbudget_fiscal: 300000\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 总成本控制数 | 项目支出总额 | 26万元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 保洁单价 | 每平方米的保洁费 | ≤15元/平方米 | 服务合同",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 保洁单价 | 每平方米的保洁费 | ≤15元/平方米 | 服务合同\n"
     "indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 项目预算",
     ""},
    {"indicator: 产出指标 | 成本指标 | 场地租赁成本 | 租赁支出 | ≤3万元 | 预算", ""},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27.00万元 | 预算", ""},
    {"indicator: 产出指标 | 成本指标 | 单次培训总成本 | 每次的支出 | ≤5.4万元 | 预算", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "cost-total-missing",
    .severity = Severity::hint,
    .title = "总成本与预算数不等",
    .title_en = "Total cost is not the budget",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "总成本指标是本项目预算的上限，小于预算数说明预算有富余，或有一处填错。",
    .how_to_mend = "核对预算数和总成本，改成同一个数；单项成本写明是哪一项。",
    .source = "经验：已公开文本中总成本指标与预算数一致",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::cost_total_missing
