#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

namespace jibiao::check::yuan_wan_confusion {
namespace {

constexpr std::int64_t factor = 10'000;

/// Nine to eleven thousand times as much: nothing but the unit.
bool is_other_unit(Decimal small, Decimal large) {
    const Decimal exact = small.times(factor);
    const Decimal tolerance = exact.divided_by(10);
    return !small.is_zero() && large >= exact - tolerance && large <= exact + tolerance;
}

struct Budget {
    Decimal yuan;
    std::string_view unit; ///< Of the table's amounts.
};

std::string in_words(const Budget& budget, const Template& form) {
    return short_label(form, Field::budget_total) + " " +
           in_unit(budget.yuan, budget.unit, budget.yuan.places()) + std::string(budget.unit);
}

/// The budget itself, by what stands in front: other amounts are other money, or a price.
bool is_called_budget(std::string_view before, const Profile& profile) {
    const std::string_view name = without_ends(before, {}, profile.list("bound_openings"));
    const bool called =
        ends_with_any(name, profile.list("fund_words")) || ends_with_any(name, profile.list("grant_verbs"));
    return called && !contains_any(before, profile.list("each_words")) &&
           !contains_any(before, profile.list("wanted_money")) &&
           !contains_any(before, profile.list("wanted_money_words")) &&
           !contains_any(before, profile.list("other_period_words"));
}

/// In running text only the very amount is meant.
bool is_budget_in_other_unit(const Quantity& quantity, Decimal yuan, const Profile& profile) {
    return quantity.unit == "元" &&
           (quantity.amount == yuan.times(factor) || quantity.amount.times(factor) == yuan) &&
           is_called_budget(quantity.before, profile);
}

/// 安排360000万元 beside a budget of 36万元.
void check_text(FieldRef at, const Statement& said, const Budget& budget, const ProjectContext& context,
                Findings& findings) {
    for (const Quantity& quantity : said.quantities(context.profile)) {
        if (!is_budget_in_other_unit(quantity, budget.yuan, context.profile))
            continue;
        findings
            .add(at, "“" + std::string(quantity.text) + "”与" + in_words(budget, context.form) +
                         "相差一万倍：有一处的元和万元写错了。")
            .related = {{Field::budget_total, context.project.id}};
        return;
    }
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const std::string_view unit = money_unit_of(project, context.form);
    const auto read = read_money(project.budget_total.text, unit);
    if (unit.empty() || !read || read->is_zero())
        return;
    const Budget budget{*read, unit};
    if (contains(context.facts.purpose, "元"))
        check_text({Field::purpose, project.id}, Statement(context.facts.purpose), budget, context, findings);
    for (std::size_t i = 0; i < project.goals.size(); ++i) {
        if (contains(context.facts.statements[i].text(), "元"))
            check_text({Field::goal, project.goals[i].id}, context.facts.statements[i], budget, context,
                       findings);
    }
    for (const auto& row : context.facts.rows) {
        const TargetValue& cost = row->target;
        if (row->kind != CategoryKind::cost || cost.kind != TargetKind::number || cost.unit != "元")
            continue;
        const Decimal amount = cost.amount();
        if (!is_other_unit(budget.yuan, amount) && !is_other_unit(amount, budget.yuan))
            continue;
        Finding& finding = findings.add({Field::target_value, row->id()},
                                        "成本“" + row->target_text + "”与" + in_words(budget, context.form) +
                                            "相差一万倍：有一处的元和万元写错了。");
        finding.related = {{Field::budget_total, project.id}};
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤270000万元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"money_unit: 元\nindicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 预算",
     "projects[0].indicators[3].target_value"},
    {"purpose: 安排270000万元，用于举办科普讲座和制作展板", "projects[0].purpose"},
    {"goal: 安排财政资金27元，开展科普培训5次", "projects[0].goals[0]"},
    {"purpose: 安排27万元，用于举办科普讲座和制作展板，每块展板27元，带动社会投资27亿元", ""},
    {"indicator: 产出指标 | 成本指标 | 项目总成本 | 项目支出总额 | ≤27万元 | 预算", ""},
    {"indicator: 产出指标 | 成本指标 | 资料印制成本 | 每册资料的成本 | ≤5元 | 预算", ""},
    {"indicator: 产出指标 | 成本指标 | 资料印制成本 | 每册资料的成本 | ≤27元/册 | 预算", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "yuan-wan-confusion",
    .severity = Severity::warning,
    .title = "元和万元混淆",
    .title_en = "Amounts differ by a factor of 10,000",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一笔钱一处写元、一处写万元而没有换算，差一万倍。",
    .how_to_mend = "看清表头的单位，把写错的一处改正。",
    .source = "已公开文本中可见（45 份样本中 5 份资金数有误）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::yuan_wan_confusion
