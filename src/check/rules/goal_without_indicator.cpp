#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/measures.h"
#include "check/reading.h"
#include "check/sections.h"
#include "check/wording.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

namespace jibiao::check::goal_without_indicator {
namespace {

/// Letters of a phrase that say what it is about: the last ones in front of a number, the first ones behind
/// it.
constexpr std::size_t noun_letters = 4;
constexpr std::size_t longest_noun = 8;

std::string utf8_of(const Letters& letters) {
    std::string text;
    for (const char32_t letter : letters)
        append_utf8(text, letter);
    return text;
}

std::array<std::string_view, 4> texts_of(const RowFacts& row) {
    return {row.name, row.description, row.explanation, row.target_text};
}

bool says(const RowFacts& row, const std::string& noun) {
    return std::ranges::any_of(texts_of(row),
                               [&noun](std::string_view text) { return share_a_word(noun, text); });
}

/// All that a row says, a text a line.
std::string lines_of(const RowFacts& row) {
    std::string lines;
    for (const std::string_view text : texts_of(row))
        lines.append(text) += '\n';
    return lines;
}

/// The same; 每个县区 says nothing about how many 县区 there are.
std::string without_each(const RowFacts& row, const Profile& profile) {
    std::string text = lines_of(row);
    for (const std::string& word : profile.list("each_words")) {
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
            std::size_t end = at + word.size();
            for (std::size_t letters = 0; letters < noun_letters && end < text.size(); ++letters)
                end += code_point_at(text, end).length;
            text.replace(at, end - at, " ");
        }
    }
    return text;
}

std::string in_words(const Quantity& quantity) {
    const bool in_front = quantity.after.empty();
    return (in_front ? std::string(quantity.before) : std::string()) + std::string(quantity.text) +
           std::string(quantity.after);
}

/// 县区 of 四个县区完成巡展: what is counted ends where something is done.
std::string noun_behind(std::string_view after, const Profile& profile) {
    const WordFound verb = find_first(after, profile.list("work_verbs"));
    const WordFound other = find_first(after, profile.list("goal_verbs"));
    const Letters letters = letters_of(after.substr(0, std::min({verb.at, other.at, after.size()})));
    return utf8_of(letters.substr(0, longest_noun));
}

/// 业务骨干 of 培训业务骨干90名.
std::string noun_in_front(std::string_view before, const Profile& profile) {
    const auto clauses = clauses_of(without_ends(before, {}, profile.list("bound_openings")));
    const Letters letters = clauses.empty() ? Letters() : letters_of(clauses.back());
    return utf8_of(letters.size() > noun_letters ? letters.substr(letters.size() - noun_letters) : letters);
}

/// What the rows of a project say. Their texts are put together when first asked for.
class RowTexts {
  public:
    RowTexts(const ProjectFacts& facts, const Profile& profile) : facts_(facts), profile_(profile) {
        for (const auto& row : facts.rows) {
            if (row->target.kind == TargetKind::number && !is_percent(row->target.unit))
                numbers_.push_back(row->target.amount());
        }
    }

    const LetterPairs& pairs() {
        if (!pairs_) {
            for (const auto& row : facts_.rows)
                text_ += lines_of(*row);
            pairs_.emplace(text_);
        }
        return *pairs_;
    }

    bool have_number(const Quantity& quantity) const {
        return std::ranges::find(numbers_, quantity.amount) != numbers_.end();
    }
    bool speak_of(const std::string& noun) {
        return share_a_word(noun, pairs()) && std::ranges::any_of(facts_.rows, [&](const auto& row) {
                   return says(*row, noun) && share_a_word(noun, without_each(*row, profile_));
               });
    }

  private:
    const ProjectFacts& facts_;
    const Profile& profile_;
    std::string text_;
    std::optional<LetterPairs> pairs_; ///< Of text_.
    std::vector<Decimal> numbers_;
};

/// Of things whose noun follows (建成3个示范基地) or stands in front (培训骨干90名). Others are not certain
/// enough.
std::string counted(const Quantity& quantity, const Profile& profile) {
    if (contains_any(quantity.before, profile.list("each_words")))
        return {};
    std::string behind = noun_behind(quantity.after, profile);
    const bool counts = is_any(quantity.unit, profile.list("counting_words"));
    if (!behind.empty() && counts)
        return behind;
    const bool in_front =
        behind.empty() && (counts || is_any(quantity.unit, profile.list("activity_units")) ||
                           is_any(quantity.unit, profile.list("beneficiary_units")));
    return in_front ? noun_in_front(quantity.before, profile) : std::string();
}

/// What is done of a clause that begins with its verb: 学术交流活动 of 组织开展学术交流活动.
std::string_view work_of(std::string_view clause, const Profile& profile) {
    clause = without_ends(clause, profile.list("work_openings"), {});
    std::string_view rest = clause;
    for (bool again = true; again;) {
        const std::size_t verb = profile.list("work_verbs").front_of(rest).size();
        again = verb != 0;
        rest.remove_prefix(verb);
    }
    return rest.size() == clause.size() ? std::string_view{} : rest;
}

/// A piece of work that no row speaks of: no two letters of it stand in any.
void check_work(const Goal& goal, const std::string& folded, RowTexts& rows, const ProjectContext& context,
                Findings& findings) {
    constexpr std::size_t fewest_letters = 4;
    constexpr std::size_t most_letters = 14;
    constexpr int names_project = 60; // Per cent.
    for (const std::string_view clause : clauses_of(folded)) {
        const std::string_view work = work_of(clause, context.profile);
        const std::size_t letters = count_letters(work, most_letters + 1);
        if (letters < fewest_letters || letters > most_letters || has_quantity(clause, context.profile))
            continue; // Quantities: said above.
        if (share_of(letters_of(work), letters_of(context.facts.name)) >= names_project)
            continue; // All rows are about the project itself.
        const std::string matter = without_fillers(std::string(work), context.profile);
        if (!share_a_word(matter, matter) || share_a_word(matter, rows.pairs()))
            continue;
        findings.add({Field::goal, goal.id},
                     "目标里的“" + std::string(clause) + "”没有任何指标提到：加一行指标，或从目标里删去。");
        return;
    }
}

void check_goal(const Goal& goal, const Statement& said, RowTexts& rows, const ProjectContext& context,
                Findings& findings) {
    for (const Quantity& quantity : said.quantities(context.profile)) {
        if (rows.have_number(quantity))
            continue;
        const std::string noun = without_fillers(counted(quantity, context.profile), context.profile);
        if (!share_a_word(noun, noun) || rows.speak_of(noun))
            continue;
        findings.add({Field::goal, goal.id},
                     "目标里的“" + in_words(quantity) + "”没有对应的指标：加一行数量指标，或从目标里删去。");
        return;
    }
    check_work(goal, said.text(), rows, context, findings);
}

void check(const ProjectContext& context, Findings& findings) {
    if (context.facts.rows.empty())
        return;
    constexpr std::size_t most = 50; // Each is compared with each indicator.
    RowTexts rows(context.facts, context.profile);
    for (std::size_t i = 0; i < std::min(context.project.goals.size(), most); ++i)
        check_goal(context.project.goals[i], context.facts.statements[i], rows, context, findings);
}

/// A row of any table speaks of it or has its number, or a project is about it.
bool is_planned(const Quantity& quantity, const std::string& noun, const BookFacts& facts) {
    const auto speaks_of_it = [&](const auto& row) {
        const TargetValue& target = row->target;
        return (target.kind == TargetKind::number && !is_percent(target.unit) &&
                target.amount() == quantity.amount) ||
               says(*row, noun);
    };
    return std::ranges::any_of(facts.projects, [&](const auto& project) {
        const bool of_project = project->project->kind == ProjectKind::project &&
                                (share_a_word(noun, project->name) || share_a_word(noun, project->purpose) ||
                                 share_a_word(noun, project->goals));
        return of_project || std::ranges::any_of(project->rows, speaks_of_it);
    });
}

/// 举办骨干培训班2期: something that will be done, not 下设3个科室.
bool is_work(const Quantity& quantity, const Profile& profile) {
    return (contains_any(quantity.before, profile.list("work_verbs")) ||
            contains_any(quantity.before, profile.list("task_verbs"))) &&
           !contains_any(quantity.before, profile.list("other_period_words"));
}

/// What the department promises and no table speaks of. One finding a paragraph. `left`: how many numbers may
/// still be looked for in all rows.
void check_promise(const Text& text, const Context& context, std::size_t& left, Findings& findings) {
    const Profile& profile = context.profile;
    const Statement& said = text.without_ordinal();
    const std::span all(said.quantities(profile));
    const auto begins_late = [&said](const Quantity& quantity) {
        return static_cast<std::size_t>(quantity.text.data() - said.text().data()) >=
               ProjectFacts::most_bytes;
    };
    const auto quantities =
        all.first(static_cast<std::size_t>(std::ranges::find_if(all, begins_late) - all.begin()));
    const auto states_reach = [&profile](const Quantity& quantity) {
        return contains_any(quantity.before, profile.list("reach_words"));
    };
    if (std::ranges::any_of(quantities,
                            states_reach)) // Whom the department reaches is dept-project-mismatch's.
        return;
    for (const Quantity& quantity : quantities) {
        if (!is_work(quantity, profile))
            continue;
        const std::string noun = without_fillers(counted(quantity, profile), profile);
        if (!share_a_word(noun, noun) || left == 0)
            continue;
        --left;
        if (is_planned(quantity, noun, context.facts))
            continue;
        findings.add(text.at, "部门目标里的“" + in_words(quantity) +
                                  "”在各项目里没有对应的指标：加一行指标，或者说明由什么经费保障。");
        return;
    }
}

bool has_numbers(const BookFacts& facts) {
    return std::ranges::any_of(facts.projects, [](const auto& project) {
        return std::ranges::any_of(project->rows,
                                   [](const auto& row) { return row->target.kind == TargetKind::number; });
    });
}

void check_book(const Context& context, Findings& findings) {
    if (!has_numbers(context.facts))
        return;
    std::size_t left = 100;
    std::set<RowId> known; // A chapter may stand in another one.
    for (const TextChapter& chapter : chapters_of(context, "goal_chapters")) {
        for (const Text& text : chapter.texts) {
            if (text.at.field == Field::paragraph && known.insert(text.at.row).second)
                check_promise(text, context, left, findings);
        }
    }
}

constexpr Example examples[] = {
    {"goal: 在四个县区完成巡展工作", "projects[0].goals[0]"},
    {"goal: 开展科普培训5次，建成3个示范基地", "projects[0].goals[0]"},
    {"goal: 支持12家企业开展技术改造", "projects[0].goals[0]"},
    {"goal: 培训卫生院业务骨干90名", "projects[0].goals[0]"},
    {"goal: 加强科普宣传，组织开展学术交流活动", "projects[0].goals[0]"},
    {"goal: 开展科普培训5次，受益群众300人", ""},
    {"goal: 组织开展培训活动", ""},
    {"goal: 建成3个示范基地\nindicator: 产出指标 | 数量指标 | 示范基地数量 | 建成的基地 | ≥3个 | 计划", ""},
    {"goal: 每个县区组织3家单位参加培训", ""},
    {"goal: 引导四大人群掌握一个方法", ""},
    {"section: 二、分项绩效目标\nparagraph: 开展科普培训5次，评选表彰优秀乡村医生23名。",
     "sections[0].body[0]"},
    {"section: 二、分项绩效目标\nparagraph: 开展科普培训5次，本单位下设3个科室。", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "goal-without-indicator",
    .severity = Severity::hint,
    .title = "目标没有对应的指标",
    .title_en = "Goal without an indicator",
    .check_project = check,
    .check_book = check_book,
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
