#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::goal_indicator_mismatch {
namespace {

/// Of a goal: the standard allows 2,000 letters.
constexpr std::size_t most_bytes = 6'000;

constexpr std::size_t one_letter = 3; ///< Bytes.

/// What a row measures without 次数, 数量 at the end and 开展, 完成 in front.
std::string_view measured_thing(const RowFacts& row, const Profile& profile) {
    return without_ends(row.measured.name, profile.list("action_openings"), profile.list("count_endings"));
}

bool is_of_thing(const RowFacts& row, const Quantity& quantity, std::string_view phrase,
                 const Profile& profile) {
    if (row.target.kind != TargetKind::number || row.target.unit != quantity.unit)
        return false;
    const std::string_view thing = measured_thing(row, profile);
    return thing.size() >= 2 * one_letter && (phrase.ends_with(thing) || quantity.after.starts_with(thing));
}

void check_goal(const Goal& goal, const ProjectContext& context, Findings& findings) {
    const std::string folded = fold(goal.text.text).substr(0, most_bytes);
    const auto quantities = quantities_of(folded, context.profile);
    for (const Quantity& quantity : quantities) {
        if (contains_any(quantity.before, context.profile.list("each_words")) ||
            contains_any(quantity.before, context.profile.list("other_period_words")))
            continue;
        const std::string_view phrase =
            without_ends(quantity.before, {}, context.profile.list("bound_openings"));
        const RowFacts* row = nullptr;
        std::size_t rows = 0;
        for (const auto& one : context.facts.rows) {
            if (!is_of_thing(*one, quantity, phrase, context.profile))
                continue;
            row = one.get();
            ++rows;
        }
        if (rows != 1 || row->target.amount() == quantity.amount)
            continue;
        Finding& finding =
            findings.add({Field::target_value, row->id()},
                         "目标里写“" + std::string(phrase) + std::string(quantity.text) + "”，指标“" +
                             row->row->name.text + "”却是“" + row->target_text + "”：两处应一致。");
        finding.related = {{Field::goal, goal.id}};
    }
}

void check(const ProjectContext& context, Findings& findings) {
    constexpr std::size_t most = 50; // Each is compared with each indicator.
    for (std::size_t i = 0; i < std::min(context.project.goals.size(), most); ++i)
        check_goal(context.project.goals[i], context, findings);
}

constexpr Example examples[] = {
    {"goal: 开展科普培训5次\nindicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥8次 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 修建村级道路不少于12公里\nindicator: 产出指标 | 数量指标 | 村级道路里程 | 修建的里程 | ≥10公里 | "
     "计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 举办3场演出\nindicator: 产出指标 | 数量指标 | 演出场次 | 举办的场次 | ≥5场 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 开展科普培训5次，受益群众300人", ""},
    {"goal: 开展农民培训5次\nindicator: 产出指标 | 数量指标 | 干部培训次数 | 开展培训的次数 | ≥8次 | 计划",
     ""},
    {"goal: 每个县区开展培训2次\nindicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥8次 | 计划",
     ""},
    {"goal: 参观人数达到1.2万人\nindicator: 产出指标 | 数量指标 | 参观人数 | 参观的人数 | ≥12000人 | 统计",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-indicator-mismatch",
    .severity = Severity::error,
    .title = "目标与指标的数不一致",
    .title_en = "Goal and indicator state different numbers",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "目标和指标说的是同一件事，数却不同，考核时不知道以哪个为准。",
    .how_to_mend = "核对工作计划，把两处改成同一个数。",
    .source = "绩效目标审核的“一致性”要求；已公开文本的常见问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::goal_indicator_mismatch
