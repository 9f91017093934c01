#include "base/text.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace jibiao::check::dept_project_mismatch {
namespace {

/// What the numbers of all projects' rows in a unit add up to, of those that `counts`; nullopt if none does.
template <class Counts>
std::optional<Decimal> sum_in_unit(const Context& context, std::string_view unit, Counts&& counts) {
    std::optional<Decimal> sum;
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind == ProjectKind::department)
            continue;
        for (const auto& row : facts->rows) {
            if (row->target.kind == TargetKind::number && row->target.unit == unit && counts(*row))
                sum = sum.value_or(Decimal{}) + row->target.amount();
        }
    }
    return sum;
}

/// Fewer beneficiaries in all projects together than the department promises.
using Sums = std::map<std::string_view, std::optional<Decimal>>;

void check_text(const Text& text, const Context& context, Sums& sums, Findings& findings) {
    for (const Quantity& quantity : text.said.quantities(context.profile)) {
        if (!is_any(quantity.unit, context.profile.list("beneficiary_units")) ||
            !contains_any(quantity.before, context.profile.list("reach_words")) ||
            contains_any(quantity.before, context.profile.list("each_words")))
            continue;
        const auto unit = std::ranges::find(context.profile.list("beneficiary_units"), quantity.unit);
        const auto [known, first] = sums.try_emplace(*unit);
        if (first)
            known->second = sum_in_unit(context, *unit, [](const RowFacts&) { return true; });
        const auto& sum = known->second;
        if (!sum || *sum >= quantity.amount)
            continue;
        findings.add(text.at, "部门目标写“" + std::string(quantity.before) + std::string(quantity.text) +
                                  "”，各项目以“" + std::string(quantity.unit) + "”计的指标合计只有 " +
                                  sum->to_short_string() + std::string(quantity.unit) + "，差 " +
                                  (quantity.amount - *sum).to_short_string() + "：核对哪一处写错。");
        return;
    }
}

/// What an indicator of a project counts: 接待观众 of 年接待观众数量.
struct Counted {
    std::string_view what;
    const RowFacts* row = nullptr;
};

std::vector<Counted> counted_in(const Context& context) {
    constexpr std::size_t most = 500; // Each is looked for in each sentence.
    constexpr std::size_t shortest = 12;
    const Profile& profile = context.profile;
    std::vector<Counted> counted;
    for (const auto& facts : context.facts.projects) {
        if (facts->project->kind == ProjectKind::department)
            continue;
        for (const auto& row : facts->rows) {
            const bool is_floor = row->target.kind == TargetKind::number && !row->target.unit.empty() &&
                                  row->target.unit != "%" && row->kind == CategoryKind::quantity;
            if (!is_floor)
                continue;
            const std::string_view what = without_ends(row->measured.name, profile.list("whole_openings"),
                                                       profile.list("count_endings"));
            if (what.size() >= shortest && what != row->measured.name && counted.size() < most)
                counted.push_back({what, row.get()});
        }
    }
    return counted;
}

/// The department promises less than one of its projects does.
void check_less(const Text& text, const Context& context, std::optional<std::vector<Counted>>& counted,
                Findings& findings) {
    for (const Quantity& quantity : text.said.quantities(context.profile)) {
        if (contains_any(quantity.before, context.profile.list("each_words")) ||
            contains_any(quantity.before, context.profile.list("other_period_words")))
            continue;
        if (!counted)
            counted = counted_in(context);
        for (const Counted& one : *counted) {
            if (one.row->target.unit != quantity.unit || one.row->target.amount() <= quantity.amount ||
                !contains(quantity.before, one.what))
                continue;
            findings
                .add(text.at, "部门目标写“" + std::string(quantity.before) + std::string(quantity.text) +
                                  "”，项目指标“" + one.row->row->name.text + "”一项就是 " +
                                  one.row->target.amount().to_short_string() + std::string(quantity.unit) +
                                  "：部门的目标不应低于项目。")
                .related = {{Field::indicator_name, one.row->id()}};
            return;
        }
    }
}

/// The last letters in front of a number, which name what it counts: 推广活动 of 举办阅读推广活动80场.
std::string_view head_of(std::string_view before, const Profile& profile) {
    constexpr std::size_t head_bytes = 4 * 3; // 4 ideographs.
    const auto clauses = clauses_of(without_ends(before, {}, profile.list("bound_openings")));
    if (clauses.empty() || clauses.back().size() < head_bytes)
        return {};
    const std::string_view head = clauses.back().substr(clauses.back().size() - head_bytes);
    const std::string matter = without_fillers(std::string(head), profile);
    return share_a_word(matter, matter) && letters_of(head).size() == 4 ? head : std::string_view{};
}

/// What all rows of the projects that count such things add up to; nullopt if none does.
std::optional<Decimal> planned_of(std::string_view head, const Quantity& quantity, const Context& context) {
    return sum_in_unit(context, quantity.unit, [head](const RowFacts& row) {
        return row.kind == CategoryKind::quantity &&
               (contains(row.name, head) || contains(row.description, head));
    });
}

/// A row or a goal of a project has the same number: where its rows disagree is another rule's business.
bool is_said_by_project(const Quantity& quantity, const Context& context) {
    return std::ranges::any_of(context.facts.projects, [&quantity](const auto& facts) {
        return facts->project->kind == ProjectKind::project &&
               (contains(facts->goals, quantity.text) ||
                std::ranges::any_of(facts->rows, [&quantity](const auto& row) {
                    return row->target.kind == TargetKind::number && row->target.amount() == quantity.amount;
                }));
    });
}

/// The department promises more than all projects together plan. `left`: how many numbers may still be looked
/// for in all rows.
void check_more(const Text& text, const Context& context, std::size_t& left, Findings& findings) {
    for (const Quantity& quantity : text.without_ordinal().quantities(context.profile)) {
        if (quantity.unit == "%" || quantity.unit == "元" ||
            contains_any(quantity.before, context.profile.list("each_words")) ||
            contains_any(quantity.before, context.profile.list("other_period_words")))
            continue;
        const std::string_view head = head_of(quantity.before, context.profile);
        if (head.empty() || left == 0)
            continue;
        --left;
        const auto sum = planned_of(head, quantity, context);
        if (!sum || *sum >= quantity.amount || is_said_by_project(quantity, context))
            continue;
        findings.add(text.at, "部门目标写“" + std::string(quantity.before) + std::string(quantity.text) +
                                  "”，各项目这样的指标合计只有 " + sum->to_short_string() +
                                  std::string(quantity.unit) + "，差 " +
                                  (quantity.amount - *sum).to_short_string() + "：核对哪一处写错。");
        return;
    }
}

void check(const Context& context, Findings& findings) {
    Sums sums;
    std::optional<std::vector<Counted>> counted; // Made for the first quantity.
    std::size_t left = 100;                      // Numbers of the text, each looked for in all rows.
    std::set<RowId> known;                       // A chapter may stand in another one.
    for (const TextChapter& chapter : chapters_of(context, "goal_chapters")) {
        for (const Text& text : chapter.texts) {
            if (!known.insert(text.at.row).second)
                continue;
            check_text(text, context, sums, findings);
            check_less(text, context, counted, findings);
            if (text.at.field == Field::paragraph)
                check_more(text, context, left, findings);
        }
    }
}

constexpr Example examples[] = {
    {"section: 一、总体绩效目标\nparagraph: 全年开展活动，受益人口不低于5万人。", "sections[0].body[0]"},
    {"section: 一、总体绩效目标\nparagraph: 受益群众500人。", "sections[0].body[0]"},
    {"section: 二、分项绩效目标\nparagraph: 服务群众达到1000人以上。", "sections[0].body[0]"},
    {"indicator: 产出指标 | 数量指标 | 年接待观众数量 | 接待的观众 | ≥40000人次 | 计划\n"
     "section: 一、总体绩效目标\nparagraph: 免费开放接待观众人数不少于1万人次。",
     "sections[0].body[0]"},
    {"indicator: 产出指标 | 数量指标 | 年接待观众数量 | 接待的观众 | ≥40000人次 | 计划\n"
     "section: 一、总体绩效目标\nparagraph: 免费开放，每月接待观众不少于3000人次，全年接待观众4万人次。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: 受益群众300人。", ""},
    {"section: 一、总体绩效目标\nparagraph: 全市常住人口500万人，受益群众300人。", ""},
    {"section: 一、总体绩效目标\nparagraph: 受益群众5万人次。", ""},
    {"section: 三、工作保障措施\nparagraph: 受益群众500人。", ""},
    {"indicator: 产出指标 | 数量指标 | 家庭教育讲座场次 | 讲座的场次 | ≥30场 | 计划\n"
     "section: 二、分项绩效目标\nparagraph: 举办家庭教育讲座不少于40场。",
     "sections[0].body[0]"},
    {"indicator: 产出指标 | 数量指标 | 家庭教育讲座场次 | 讲座的场次 | ≥40场 | 计划\n"
     "section: 二、分项绩效目标\nparagraph: 举办家庭教育讲座不少于40场，每月举办家庭教育讲座60场。",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "dept-project-mismatch",
    .severity = Severity::warning,
    .title = "部门目标与项目指标对不上",
    .title_en = "Department goal and project indicators disagree",
    .check_book = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "部门承诺的受益面大于所有项目指标之和，或者部门的数小于一个项目的数，说明两级目标没有衔接，或其中"
           "一处写错。",
    .how_to_mend = "把部门目标分解到项目指标，或按项目指标改部门目标。",
    .source = "部门整体目标与项目目标相衔接的要求（凭记忆）；已公开文本中可见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::dept_project_mismatch
