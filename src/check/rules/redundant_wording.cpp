#include "base/text.h"
#include "check/explanation.h"
#include "check/triggers.h"
#include "check/wording.h"

namespace jibiao::check::redundant_wording {
namespace {

/// A word in front of a number and one behind it that say the same: 至少 … 以上.
struct Pair {
    Name front;
    Name end;
};
constexpr Pair pairs[] = {{"lower_bound_words", "lower_bound_endings"},
                          {"upper_bound_words", "upper_bound_endings"},
                          {"about_words", "about_endings"}};

/// The ending that `after` begins with; a noun may stand before it only if the number has no unit of its own.
std::string_view ending_of(std::string_view after, const Words& endings) {
    for (const std::string& ending : endings) {
        if (after.starts_with(ending))
            return ending;
    }
    return {};
}

/// The word must stand before this number and no other: 至少3次，达到5人以上.
std::string_view front_of(std::string_view before, const Words& words) {
    std::string_view best;
    std::size_t best_at = 0;
    for (const std::string& word : words) {
        const std::size_t at = before.rfind(word);
        if (at == std::string_view::npos || (!best.empty() && at + word.size() <= best_at + best.size()))
            continue;
        best = word;
        best_at = at;
    }
    if (best.empty() || before.find_first_of("0123456789", best_at) != std::string_view::npos)
        return {};
    return best;
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (text.size() < 12)
        return;
    for (const Pair& pair : pairs) {
        const auto& endings = context.profile.list(pair.end);
        if (!contains_any(text, endings) || !contains_any(text, context.profile.list(pair.front)))
            continue;
        for (const Quantity& quantity : quantities_of(text, context.profile)) {
            const std::string_view front = front_of(quantity.before, context.profile.list(pair.front));
            const std::string_view end = ending_of(quantity.after, endings);
            if (front.empty() || end.empty())
                continue;
            Finding& finding =
                findings.add(context.at, "“" + std::string(front) + "…" + std::string(quantity.text) +
                                             std::string(end) + "”里“" + std::string(front) + "”和“" +
                                             std::string(end) + "”意思重复，保留一个。");
            std::string mended = text;
            mended.erase(static_cast<std::size_t>(quantity.after.data() - text.data()), end.size());
            finding.fix = Fix{"删去“" + std::string(end) + "”",
                              edit::set_text(context.at, mended, "删去重复的词"), false};
            return;
        }
    }
}

constexpr Example examples[] = {
    {"goal: 全年至少开展科普活动30次以上", "projects[0].goals[0]", "全年至少开展科普活动30次"},
    {"goal: 参训人员不少于300人以上，满意度高", "projects[0].goals[0]", "参训人员不少于300人，满意度高"},
    {"goal: 每次会议费用不超过5万元以内", "projects[0].goals[0]", "每次会议费用不超过5万元"},
    {"goal: 覆盖社区大约20个左右", "projects[0].goals[0]", "覆盖社区大约20个"},
    {"goal: 至少开展活动3次，达标率90%以上", ""},
    {"goal: 不少于5次，每次50人以上", ""},
    {"goal: 县级以上媒体报道不少于5篇", ""},
};

} // namespace

void triggers(const Profile& profile, CellGate& gate);
void triggers(const Profile& profile, CellGate& gate) {
    for (const Pair& pair : pairs)
        gate.add(profile.list(pair.end));
}

extern const Rule rule;
const Rule rule{
    .id = "redundant-wording",
    .severity = Severity::hint,
    .title = "限度词重复",
    .title_en = "Bound stated twice",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "“至少…以上”把下限说了两遍，目标到底是多少容易有歧义。",
    .how_to_mend = "“至少30次”或“30次以上”，保留一个。",
    .source = "经验：常见语病",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::redundant_wording
