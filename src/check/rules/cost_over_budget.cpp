#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/values.h"
#include "check/wording.h"

#include <optional>
#include <string>
#include <vector>

namespace jibiao::check::cost_over_budget {
namespace {

/// What a ceiling for one piece or month comes to.
struct Cost {
    Decimal yuan;
    std::string times; ///< 300人, 12个月.
    FieldRef related;  ///< Where the number stands; none for months.
};

/// What tells one matter from another in a name.
std::string matter_of(std::string text, const Profile& profile) {
    for (const std::string& filler : profile.list("matter_fillers"))
        text = replace_all(text, filler, " ");
    return text;
}

struct Count {
    const RowFacts* row = nullptr;
    std::string matter;
};

/// Each is compared with each cost.
constexpr std::size_t most_counts = 50;

std::vector<Count> counts_of(const ProjectContext& context) {
    std::vector<Count> counts;
    for (const auto& row : context.facts.rows) {
        if (row->kind == CategoryKind::quantity && row->target.kind == TargetKind::number &&
            !has_upper_bound(row->target) && counts.size() < most_counts)
            counts.push_back({row.get(), matter_of(row->measured.name, context.profile)});
    }
    return counts;
}

/// With the fewest pieces of all rows that count what the cost is of.
std::optional<Cost> of_pieces(const RowFacts& cost, std::string_view unit, const std::vector<Count>& counts,
                              const Profile& profile) {
    const std::string matter = matter_of(cost.measured.name, profile);
    std::optional<Cost> least;
    for (const Count& count : counts) {
        const TargetValue& target = count.row->target;
        if (target.unit != unit || !share_a_word(matter, count.matter))
            continue;
        const auto yuan = product(target.amount(), cost.target.amount());
        if (yuan && (!least || *yuan < least->yuan))
            least = {*yuan,
                     target.amount().to_short_string() + target.unit,
                     {Field::target_value, count.row->id()}};
    }
    return least;
}

/// How many months a text speaks of.
std::optional<Decimal> months_in(std::string_view text, const Profile& profile) {
    std::optional<Decimal> least;
    for (const Quantity& quantity : quantities_of(text, profile)) {
        if (quantity.unit == "个月" && (!least || quantity.amount < *least))
            least = quantity.amount;
    }
    if (!least && contains_any(text, profile.list("whole_year_words")))
        return Decimal::whole(12);
    return least;
}

/// How many months the project says that it pays for.
std::optional<Decimal> months_of(const ProjectContext& context) {
    const TargetValue period = read_target(context.project.period.text);
    if (period.kind == TargetKind::period && period.from.year == period.to.year && period.from.month > 0 &&
        period.to.month >= period.from.month)
        return Decimal::whole(period.to.month - period.from.month + 1);
    return months_in(context.facts.purpose + '\n' + context.facts.goals, context.profile);
}

/// The row itself knows best how long it pays.
std::optional<Cost> of_months(const RowFacts& cost, std::optional<Decimal> months, const Profile& profile) {
    if (const auto own = months_in(cost.description + '\n' + cost.explanation, profile))
        months = own;
    const auto yuan = months ? product(*months, cost.target.amount()) : std::nullopt;
    if (!yuan)
        return std::nullopt;
    return Cost{*yuan, months->to_short_string() + "个月", {}};
}

/// What the project says of its pieces and months.
struct Said {
    std::vector<Count> counts;
    std::optional<Decimal> months;
};

constexpr std::string_view per = "元/";

/// 场 of 8000元/场, and of 单场巡展成本 8000元; "" if it is no price of a piece.
std::string_view piece_of(const RowFacts& row, const Profile& profile) {
    const std::string_view unit = row.target.unit;
    if (unit.starts_with(per))
        return unit.substr(per.size());
    const std::string_view name = row.measured.name;
    const std::string_view opening = profile.list("piece_openings").front_of(name);
    if (unit != "元" || opening.empty())
        return {};
    return profile.list("count_units").front_of(name.substr(opening.size()));
}

bool is_of_a_month(const TargetValue& cost, const Profile& profile) {
    const Words& monthly = profile.list("monthly_words");
    return cost.unit.starts_with(per) ? is_any(std::string_view(cost.unit).substr(per.size()), monthly)
                                      : cost.unit == "元" && is_any(cost.before, monthly);
}

std::optional<Cost> cost_of(const RowFacts& row, const Said& said, const Profile& profile) {
    if (is_of_a_month(row.target, profile))
        return of_months(row, said.months, profile);
    return of_pieces(row, piece_of(row, profile), said.counts, profile);
}

/// 慰问金标准 2000元/户 stands under quality as often as under cost.
bool may_be_a_cost(CategoryKind kind) {
    return kind == CategoryKind::cost || kind == CategoryKind::quantity || kind == CategoryKind::quality;
}

/// Ceilings for one piece or month.
std::vector<const RowFacts*> unit_costs_of(const ProjectContext& context) {
    std::vector<const RowFacts*> costs;
    for (const auto& row : context.facts.rows) {
        const TargetValue& target = row->target;
        if (may_be_a_cost(row->kind) && target.kind == TargetKind::number && !has_lower_bound(target) &&
            (!piece_of(*row, context.profile).empty() || is_of_a_month(target, context.profile)) &&
            !contains_any(row->name + row->description, context.profile.not_budget_words))
            costs.push_back(row.get());
    }
    return costs;
}

bool is_over(Decimal cost, Decimal budget, const Profile& profile) {
    return cost > budget.divided_by(100).times(100 + profile.limit("cost_over_budget_percent", 5));
}

void check(const ProjectContext& context, Findings& findings) {
    const Project& project = context.project;
    const std::string_view unit = money_unit_of(project, context.form);
    const auto budget = read_money(project.budget_total.text, unit);
    const auto rows = unit_costs_of(context);
    if (unit.empty() || !budget || budget->is_zero() || rows.empty())
        return;
    const Said said{counts_of(context), months_of(context)};
    for (const RowFacts* row : rows) {
        const auto cost = cost_of(*row, said, context.profile);
        if (!cost || !is_over(cost->yuan, *budget, context.profile))
            continue;
        const std::string unit_text(unit);
        Finding& finding = findings.add({Field::target_value, row->id()},
                                        "“" + row->row->name.text + "”" + quoted_target(*row) + "，" +
                                            cost->times + "共 " + in_unit(cost->yuan, unit) + unit_text +
                                            "，超过" + short_label(context.form, Field::budget_total) + " " +
                                            in_unit(*budget, unit, budget->places()) + unit_text + "，多 " +
                                            in_unit(cost->yuan - *budget, unit) + unit_text + "。");
        finding.related = {{Field::budget_total, project.id}};
        if (cost->related.row != 0)
            finding.related.push_back(cost->related);
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 科普巡展场次 | 举办的巡展 | ≥50场 | 年度工作计划\n"
     "indicator: 产出指标 | 成本指标 | 单场巡展成本 | 一次巡展的支出 | ≤8000元 | 经费测算",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 数量指标 | 慰问困难户数 | 慰问的困难户 | ≥500户 | 年度工作计划\n"
     "indicator: 产出指标 | 数量指标 | 困难户慰问金标准 | 每户的慰问金 | 2000元/户 | 年度工作计划",
     "projects[0].indicators[6].target_value"},
    {"indicator: 产出指标 | 数量指标 | 培训人数 | 参加培训的人数 | ≥800人 | 年度工作计划\n"
     "indicator: 产出指标 | 成本指标 | 人均培训成本 | 每人的培训支出 | ≤500元/人 | 培训费管理办法",
     "projects[0].indicators[3].target_value"},
    {"money_unit: 元\nbudget_total: 270000\nbudget_fiscal: 270000\n"
     "indicator: 产出指标 | 数量指标 | 道路养护面积 | 养护的面积 | ≥1.2万平方米 | 养护计划\n"
     "indicator: 产出指标 | 成本指标 | 道路养护单价 | 每平方米的支出 | ≤30元/平方米 | 定额",
     "projects[0].indicators[3].target_value"},
    {"purpose: 用于全年租用办公场所。\n"
     "indicator: 产出指标 | 成本指标 | 房屋租金 | 每月的租金 | ≤3万元/月 | 租赁合同",
     "projects[0].indicators[3].target_value"},
    {"indicator: 产出指标 | 成本指标 | 保安服务费 | 租用10个月 | 每月不超过3万元 | 服务合同",
     "projects[0].indicators[3].target_value"},
    {"template: gz-2024\nwithout: 成本指标\nperiod: 2024年1月-2024年12月\nmoney_unit: 万元\n"
     "indicator: 成本指标 | 经济成本指标 | 房屋租金 | | ≤3万元/月 | | 每月的租金",
     "projects[0].indicators[5].target_value"},
    {"indicator: 产出指标 | 成本指标 | 房屋租金 | 每月的租金 | ≤3万元/月 | 租赁合同", ""},
    {"indicator: 产出指标 | 成本指标 | 房屋租金 | 租用6个月 | ≤3万元/月 | 租赁合同", ""},
    {"indicator: 产出指标 | 数量指标 | 培训人数 | 参加培训的人数 | ≥560人 | 年度工作计划\n"
     "indicator: 产出指标 | 成本指标 | 人均培训成本 | 每人的培训支出 | ≤500元/人 | 培训费管理办法",
     ""},
    {"indicator: 产出指标 | 数量指标 | 展览参观人数 | 参观的人数 | ≥80000人 | 年度工作计划\n"
     "indicator: 产出指标 | 成本指标 | 人均培训成本 | 每人的培训支出 | ≤500元/人 | 培训费管理办法",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "cost-over-budget",
    .severity = Severity::error,
    .title = "数量乘单价超过预算",
    .title_en = "Quantity times unit cost exceeds the budget",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why =
        "按指标里的数量和单位成本（或每月的上限和月数）算出的钱大于预算数，照这样做钱不够，审核时会被问哪一个"
        "数是错的。",
    .how_to_mend = "核对数量、单价和预算数；单价是上限的，写实际测算用的单价。",
    .source = "资金匹配性审核（财预〔2015〕88 号审核表“资金匹配性”，凭记忆）；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::cost_over_budget
