#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

namespace jibiao::check::goal_indicator_mismatch {
namespace {

/// Each is compared with each indicator.
constexpr std::size_t most_goals = 50;

constexpr std::size_t one_letter = 3; ///< Bytes.

struct Stated {
    RowId goal;
    Quantity quantity;
    Spelt phrase; ///< What stands in front of the number, without 达到, 不少于 at its end.
    Spelt after;
    std::string_view counted; ///< The phrase without 人数, 次数 at its end.
    bool only_one = false;    ///< With its unit in the goals.
};

using RowsOf = std::vector<const RowFacts*>;

/// How many letters of `whole` are left when those of `part` are taken out, in whatever order they stand
/// (衬砌渠道: 渠道衬砌); nothing if one of them is not there.
std::optional<std::size_t> left_without(const Letters& part, const Letters& whole) {
    Letters letters = whole;
    for (const char32_t letter : part) {
        const std::size_t at = letters.find(letter);
        if (at == Letters::npos)
            return std::nullopt;
        letters.erase(at, 1);
    }
    return letters.size();
}

/// Whether the words beside a number name the thing with their letters in another order. Words more (衬砌灌溉
/// 渠道) may name a part of it: that counts only where nothing else has the unit.
bool names_reordered(const Spelt& thing, const Spelt& words, bool only_one_of_unit) {
    if (!thing.may_stand_in(words)) // Nearly always.
        return false;
    const auto left = left_without(thing.letters(), words.letters());
    return left && (*left == 0 || only_one_of_unit);
}

bool is_of_thing(const RowFacts& row, const Stated& stated, bool only_one_of_unit, const Profile& profile) {
    const Spelt& measured = measured_thing(row, profile);
    const std::string_view thing = measured.text();
    if (thing.size() < 2 * one_letter)
        return false;
    if (stated.phrase.text().ends_with(thing) || stated.quantity.after.starts_with(thing))
        return true;
    return thing.size() >= 4 * one_letter &&
           (stated.counted.ends_with(thing) || stated.quantity.after.ends_with(thing) ||
            names_reordered(measured, stated.phrase, only_one_of_unit) ||
            names_reordered(measured, stated.after, only_one_of_unit));
}

/// The rows with numbers by their units. 1.5万人次 of visitors and their number in 人 are one thing for those
/// who plan both.
class RowsByUnit {
  public:
    explicit RowsByUnit(const ProjectContext& context) : people_(context.profile.list("people_units")) {
        for (const auto& row : context.facts.rows) {
            if (row->target.kind == TargetKind::number)
                of_unit_[key(row->target.unit)].push_back(row.get());
        }
    }
    RowsOf of(std::string_view unit) const {
        const auto found = of_unit_.find(key(unit));
        return found == of_unit_.end() ? RowsOf() : found->second;
    }

  private:
    std::string_view key(std::string_view unit) const {
        return is_any(unit, people_) ? people_.front() : unit;
    }

    const Words& people_;
    std::map<std::string_view, RowsOf> of_unit_;
};

/// 6.8万户 of farmers in the goal and ≥6.5万户 of beneficiaries: whom a project serves has many names, but
/// the numbers lie close to each other.
bool are_the_same_people(const Stated& stated, const RowFacts& row, const Profile& profile) {
    const Decimal planned = stated.quantity.amount;
    const Decimal target = row.target.amount();
    return is_any(stated.quantity.unit, profile.list("beneficiary_units")) &&
           contains_any(row.name, profile.list("beneficiary_words")) &&
           target >= Decimal::whole(profile.limit("telling_number", 100)) && planned < target.times(2) &&
           target < planned.times(2);
}

/// 征集优秀作品 and 征集文艺作品 begin and end alike; 救助人数 says no more than 救助.
bool have_one_head(const Stated& stated, const RowFacts& row, const Profile& profile) {
    const std::string_view thing = measured_thing(row, profile).text();
    const std::string_view phrase = stated.counted;
    if (thing.size() < 2 * one_letter || phrase.size() < 2 * one_letter)
        return false;
    const std::string_view first = phrase.substr(0, 2 * one_letter);
    const std::string_view head = phrase.substr(phrase.size() - 2 * one_letter);
    return (thing.starts_with(first) && thing.ends_with(head)) ||
           (phrase.size() == 2 * one_letter && contains(row.name, phrase));
}

/// The only row that measures what the goal states.
const RowFacts* row_of(const Stated& stated, const RowsByUnit& rows, const Profile& profile) {
    RowsOf of_unit = rows.of(stated.quantity.unit);
    const bool only_one_of_unit = stated.only_one && of_unit.size() == 1;
    if (only_one_of_unit && are_the_same_people(stated, *of_unit.front(), profile))
        return of_unit.front();
    if (stated.only_one) {
        RowsOf alike;
        std::ranges::copy_if(of_unit, std::back_inserter(alike),
                             [&](const RowFacts* row) { return have_one_head(stated, *row, profile); });
        if (alike.size() == 1)
            return alike.front();
    }
    std::erase_if(of_unit,
                  [&](const RowFacts* row) { return !is_of_thing(*row, stated, only_one_of_unit, profile); });
    return of_unit.size() == 1 ? of_unit.front() : nullptr;
}

void check_stated(const Stated& stated, const RowsByUnit& rows, const Profile& profile, Findings& findings) {
    if (contains_any(stated.quantity.before, profile.list("each_words")) ||
        contains_any(stated.quantity.before, profile.list("other_period_words")))
        return;
    const RowFacts* row = row_of(stated, rows, profile);
    if (!row || row->target.amount() == stated.quantity.amount)
        return;
    Finding& finding =
        findings.add({Field::target_value, row->id()},
                     "目标里写“" + std::string(stated.phrase.text()) + std::string(stated.quantity.text) +
                         "”，指标“" + row->row->name.text + "”却是“" + row->target_text + "”：两处应一致。");
    finding.related = {{Field::goal, stated.goal}};
}

void check(const ProjectContext& context, Findings& findings) {
    const auto& goals = context.project.goals;
    std::vector<Stated> all;
    std::map<std::string_view, int> of_unit;
    for (std::size_t i = 0; i < std::min(goals.size(), most_goals); ++i) {
        for (const Quantity& quantity : context.facts.statements[i].quantities(context.profile)) {
            const std::string_view phrase =
                without_ends(quantity.before, {}, context.profile.list("bound_openings"));
            all.push_back({goals[i].id, quantity, Spelt(phrase), Spelt(quantity.after),
                           without_ends(phrase, {}, context.profile.list("count_endings"))});
            ++of_unit[quantity.unit];
        }
    }
    if (all.empty())
        return;
    const RowsByUnit rows(context);
    for (Stated& stated : all) {
        stated.only_one = of_unit[stated.quantity.unit] == 1;
        check_stated(stated, rows, context.profile, findings);
    }
}

constexpr Example examples[] = {
    {"goal: 完成41公里城区道路养护，疏通排水管网30公里\n"
     "indicator: 产出指标 | 数量指标 | 道路养护里程 | 养护的里程 | ≥47公里 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 开展科普培训5次\nindicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥8次 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 修建村级道路不少于12公里\nindicator: 产出指标 | 数量指标 | 村级道路里程 | 修建的里程 | ≥10公里 | "
     "计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 举办3场演出\nindicator: 产出指标 | 数量指标 | 演出场次 | 举办的场次 | ≥5场 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 衬砌灌溉渠道12公里\nindicator: 产出指标 | 数量指标 | 渠道衬砌长度 | 衬砌的长度 | ≥10公里 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 受训教师健康管理人数达到1.85万人，参加体检的教师2.6万人\n"
     "indicator: 产出指标 | 数量指标 | 受训教师健康管理人数 | 纳入管理的教师 | ≥1.58万人 | 计划\n"
     "indicator: 产出指标 | 数量指标 | 教师体检人数 | 参加体检的教师 | ≥2.6万人 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 培训500人次，新型职业农民培训人数50人\n"
     "indicator: 产出指标 | 数量指标 | 培训人数 | 参加培训的人 | ≥500人 | 计划",
     ""},
    {"goal: 租用云服务器20台\nindicator: 产出指标 | 数量指标 | 云服务器租用台数 | 在用的服务器 | ≥30台 | "
     "计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 衬砌灌溉渠道12公里，清淤排洪渠道5公里\n"
     "indicator: 产出指标 | 数量指标 | 渠道衬砌长度 | 衬砌的长度 | ≥20公里 | 计划",
     ""},
    {"goal: 巡展接待观众1.5万人次\n"
     "indicator: 产出指标 | 数量指标 | 接待观众人数 | 观众的人数 | ≥1.2万人 | 计划",
     "projects[0].indicators[0].target_value"},
    {"goal: 向6.8万户种地农民发放补贴\n"
     "indicator: 产出指标 | 数量指标 | 受益农户数 | 领到补贴的农户 | ≥6.5万户 | 计划",
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
