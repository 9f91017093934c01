#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>

namespace jibiao::check::goal_without_indicator {
namespace {

/// Of a goal: the standard allows 2,000 letters.
constexpr std::size_t most_bytes = 6'000;

/// The first two letters of what is counted: 县区 of 四个县区.
std::string_view counted(std::string_view after) {
    std::size_t end = 0;
    for (int letters = 0; letters < 2; ++letters) {
        if (end >= after.size())
            return {};
        const CodePoint c = code_point_at(after, end);
        if (!is_ideograph(c.value))
            return {};
        end += c.length;
    }
    return after.substr(0, end);
}

/// 每个县区 says nothing about how many 县区 there are.
bool speaks_of(std::string_view text, std::string_view noun, const Profile& profile) {
    for (std::size_t at = text.find(noun); at != std::string_view::npos;
         at = text.find(noun, at + noun.size())) {
        if (!contains_any(just_before(text, at, 6), profile.list("each_words")))
            return true;
    }
    return false;
}

/// Any row that speaks of it, or has the same number.
bool has_indicator(const ProjectFacts& facts, const Quantity& quantity, std::string_view noun,
                   const Profile& profile) {
    return std::ranges::any_of(facts.rows, [&](const auto& row) {
        if (row->target.kind == TargetKind::number && row->target.amount() == quantity.amount)
            return true;
        return speaks_of(row->name, noun, profile) || speaks_of(row->description, noun, profile) ||
               speaks_of(row->explanation, noun, profile) || speaks_of(row->target_text, noun, profile);
    });
}

/// The number of things in a goal like 在四个县区完成巡展, 建成3个示范基地. Others are not certain enough.
bool counts_things(const Quantity& quantity, const Profile& profile) {
    return is_any(quantity.unit, profile.list("counting_words")) &&
           !contains_any(quantity.before, profile.list("each_words"));
}

/// What is done of a clause that begins with its verb: 学术交流活动 of 组织开展学术交流活动.
std::string_view work_of(std::string_view clause, const Profile& profile) {
    clause = without_ends(clause, profile.list("work_openings"), {});
    std::string_view rest = clause;
    for (bool again = true; again;) {
        const WordFound verb = find_first(rest, profile.list("work_verbs"));
        again = !verb.word.empty() && verb.at == 0;
        if (again)
            rest.remove_prefix(verb.word.size());
    }
    return rest.size() == clause.size() ? std::string_view{} : rest;
}

/// All that the rows say.
std::string all_rows(const ProjectFacts& facts) {
    std::string text;
    for (const auto& row : facts.rows)
        text +=
            row->name + "\n" + row->description + "\n" + row->explanation + "\n" + row->target_text + "\n";
    return text;
}

/// A piece of work that no row speaks of: no two letters of it stand in any.
void check_work(const Goal& goal, const std::string& folded, const ProjectContext& context,
                Findings& findings) {
    constexpr std::size_t fewest_letters = 4;
    constexpr std::size_t most_letters = 14;
    const std::string rows = all_rows(context.facts);
    for (const std::string_view clause : clauses_of(folded)) {
        if (has_quantity(clause, context.profile))
            continue; // Said above.
        const std::string_view work = work_of(clause, context.profile);
        std::string matter(work);
        for (const std::string& filler : context.profile.list("matter_fillers"))
            matter = replace_all(matter, filler, " ");
        const std::size_t letters = letters_of(work).size();
        if (letters < fewest_letters || letters > most_letters || !share_a_word(matter, matter) ||
            share_a_word(matter, rows))
            continue;
        findings.add({Field::goal, goal.id},
                     "目标里的“" + std::string(clause) + "”没有任何指标提到：加一行指标，或从目标里删去。");
        return;
    }
}

void check_goal(const Goal& goal, const ProjectContext& context, Findings& findings) {
    const std::string folded = fold(goal.text.text).substr(0, most_bytes);
    for (const Quantity& quantity : quantities_of(folded, context.profile)) {
        if (!counts_things(quantity, context.profile))
            continue;
        const std::string_view noun = counted(quantity.after);
        if (noun.empty() || has_indicator(context.facts, quantity, noun, context.profile))
            continue;
        findings.add({Field::goal, goal.id}, "目标里的“" + std::string(quantity.text) +
                                                 std::string(quantity.after) +
                                                 "”没有对应的指标：加一行数量指标，或从目标里删去。");
        return;
    }
    check_work(goal, folded, context, findings);
}

void check(const ProjectContext& context, Findings& findings) {
    if (context.facts.rows.empty())
        return;
    constexpr std::size_t most = 50; // Each is compared with each indicator.
    for (std::size_t i = 0; i < std::min(context.project.goals.size(), most); ++i)
        check_goal(context.project.goals[i], context, findings);
}

constexpr Example examples[] = {
    {"goal: 在四个县区完成巡展工作", "projects[0].goals[0]"},
    {"goal: 开展科普培训5次，建成3个示范基地", "projects[0].goals[0]"},
    {"goal: 支持12家企业开展技术改造", "projects[0].goals[0]"},
    {"goal: 加强科普宣传，组织开展学术交流活动", "projects[0].goals[0]"},
    {"goal: 开展科普培训5次，受益群众300人", ""},
    {"goal: 组织开展培训活动", ""},
    {"goal: 建成3个示范基地\nindicator: 产出指标 | 数量指标 | 示范基地数量 | 建成的基地 | ≥3个 | 计划", ""},
    {"goal: 每个县区组织3家单位参加培训", ""},
    {"goal: 引导四大人群掌握一个方法", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-without-indicator",
    .severity = Severity::hint,
    .title = "目标没有对应的指标",
    .title_en = "Goal without an indicator",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "目标里承诺的数量没有指标来考核，年底无法证明是否完成。",
    .how_to_mend = "为目标里的每项产出设一个指标，或者删去不考核的内容。",
    .source = "绩效目标审核的“相关性、完整性”要求（财预〔2015〕88 号审核表，凭记忆）",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::goal_without_indicator
