#include "base/text.h"
#include "check/explanation.h"
#include "check/suppression.h"

#include <set>
#include <tuple>

namespace jibiao::check::unused_suppression {
namespace {

constexpr std::size_t longest_quote = 40;

std::string title_of(std::string_view id) {
    const Rule* known = find_rule(id);
    return std::string(known ? known->title : id);
}

std::string message_about(const Suppression& suppression, bool is_back) {
    const std::string title = "“" + title_of(suppression.rule) + "”";
    if (trim(suppression.reason).empty())
        return "这里的" + title + "说明不改，却没有写理由，不起作用。请写明理由，或删去这条说明。";
    return "这里写过" + title + "不改的理由（" + shorten_in_line(suppression.reason, longest_quote) + "）" +
           (is_back ? "，但内容后来变了，问题重新列出。仍然不改请重新说明。"
                    : "，现在已没有这个问题，理由不再需要。");
}

using Place = std::tuple<std::string_view, RowId, Field>;

/// Where each rule has found something.
std::set<Place> places_of(std::span<const Finding> findings) {
    std::set<Place> places;
    for (const Finding& finding : findings)
        places.emplace(finding.rule, finding.at.row, finding.at.field);
    return places;
}

void check(const SuppressionContext& context, Findings& findings) {
    const std::set<Place> places = places_of(context.findings);
    for (const Suppression* suppression : context.unused) {
        const bool is_back = places.contains({suppression->rule, suppression->at.row, suppression->at.field});
        Finding& finding = findings.add(suppression->at, message_about(*suppression, is_back));
        finding.fix = Fix{"删去这条理由", unsuppress(*suppression), false};
    }
}

constexpr Example examples[] = {
    {"purpose: 用于开展培训。\nsuppressed: placeholder | purpose | 里面的“XX”是没有替换掉的占位符",
     "projects[0].purpose"},
    {"purpose: 用于XX县的培训。\nsuppressed: placeholder | purpose | "
     "“用于XX县的培训。”里的“XX”是没有替换掉的占位符，应填实际内容。",
     ""},
    {"", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "unused-suppression",
    .severity = Severity::hint,
    .title = "不改的理由已不适用",
    .title_en = "Reason for leaving a finding no longer applies",
    .check_suppressions = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "不改的理由只对写理由时的那个问题有效。内容改了或问题没有了，旧理由留在文本里会让审核人以为它还在"
           "起作用。",
    .how_to_mend = "问题已经解决的，删去理由；内容变了但仍然不改的，重新说明。",
    .source = "经验：审核时要看得出哪些问题是有意保留的",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::unused_suppression
