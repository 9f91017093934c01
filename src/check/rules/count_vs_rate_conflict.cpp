#include "check/explanation.h"
#include "check/measures.h"

namespace jibiao::check::count_vs_rate_conflict {
namespace {

/// 站点建设 of 站点建设完成率; "" if the row states no completion rate below 100 %.
std::string_view planned_thing(const RowFacts& row, const Profile& profile) {
    const bool below_all = row.target.number > Decimal() && row.target.number < Decimal::whole(100);
    const bool bound =
        row.target.comparator == Comparator::at_least || row.target.comparator == Comparator::none;
    if (!is_percent(row.target.unit) || !below_all || !bound)
        return {};
    for (const std::string& ending : profile.list("completion_ratios")) {
        const std::string_view name = row.measured.name;
        if (name.ends_with(ending))
            return name.substr(0, name.size() - ending.size());
    }
    return {};
}

/// 站点建设, 站点建设数量.
bool counts(const RowFacts& row, std::string_view thing, const Profile& profile) {
    const std::string& name = row.measured.name;
    if (row.target.kind != TargetKind::number || !name.starts_with(thing) ||
        row.target.comparator == Comparator::at_most || row.target.comparator == Comparator::less_than)
        return false;
    const bool bare_name = name.size() == thing.size();
    const Measure measure = measure_of(row, profile);
    return (measure == Measure::count || measure == Measure::people) &&
           (bare_name ||
            is_any(std::string_view(name).substr(thing.size()), profile.list("basis_measure_endings")));
}

/// `percent` of `amount`; percentages have at most two places that matter here.
Decimal part_of(Decimal amount, Decimal percent) {
    return amount.times(percent.times(100).millionths() / 1'000'000).divided_by(10'000);
}

void check(const ProjectContext& context, Findings& findings) {
    constexpr std::size_t shortest_thing = 4 * 3; // 4 ideographs: 任务, 项目 stand for too much.
    constexpr std::size_t most_rows = 1000;       // A hostile table must not take for ever.
    if (context.facts.rows.size() > most_rows)
        return;
    for (const auto& row : context.facts.rows) {
        if (row->target.kind != TargetKind::number)
            continue;
        const std::string_view thing = planned_thing(*row, context.profile);
        if (thing.size() < shortest_thing)
            continue;
        for (const auto& other : context.facts.rows) {
            if (!counts(*other, thing, context.profile))
                continue;
            const Decimal least = part_of(other->target.amount(), row->target.number);
            Finding& finding = findings.add(
                {Field::target_value, row->id()},
                "“" + row->row->name.text + "”" + stated_target(*row, context.form) + "，而“" +
                    other->row->name.text + "”" + stated_target(*other, context.form) + "：" +
                    other->target.amount().to_short_string() + "×" + row->target.number.to_short_string() +
                    "%=" + least.to_short_string() + other->target.unit + "就算完成，与数量目标不一致。");
            finding.related.push_back({Field::target_value, other->id()});
            break;
        }
    }
}

constexpr Example examples[] = {
    {"indicator: 产出指标 | 数量指标 | 科普站点建设数量 | 新建站点 | ≥10个 | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 科普站点建设完成率 | 建成站点的占比 | ≥90% | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 数量指标 | 危房改造户数 | 改造的危房 | 40户 | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 危房改造完成率 | 完成改造的占比 | ≥80% | 年度工作计划",
     "projects[0].indicators[1].target_value"},
    {"indicator: 产出指标 | 数量指标 | 教师轮训人数 | 参训的教师 | ≥200人 | 年度工作计划\n"
     "indicator: 产出指标 | 时效指标 | 教师轮训完成率 | 按期完成轮训的占比 | ≥95% | 年度工作计划",
     "projects[0].indicators[2].target_value"},
    {"indicator: 产出指标 | 数量指标 | 科普站点建设数量 | 新建站点 | ≥10个 | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 科普站点建设完成率 | 建成站点的占比 | 100% | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 数量指标 | 科普站点建设数量 | 新建站点 | ≥10个 | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 科普站点验收合格率 | 合格站点的占比 | ≥90% | 年度工作计划",
     ""},
    {"indicator: 产出指标 | 数量指标 | 项目数量 | 资助的项目 | ≥10个 | 年度工作计划\n"
     "indicator: 产出指标 | 质量指标 | 项目完成率 | 结项项目的占比 | ≥90% | 年度工作计划",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "count-vs-rate-conflict",
    .severity = Severity::hint,
    .title = "数量目标与完成率目标不一致",
    .title_en = "Completion rate contradicts the count",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "数量指标要求做满，完成率却允许少做一部分，两个指标不能同时作为考核标准。",
    .how_to_mend = "完成率改为 100%，或者把数量指标的值改成相应的数。",
    .source = "经验：从已公开文本归纳",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::count_vs_rate_conflict
