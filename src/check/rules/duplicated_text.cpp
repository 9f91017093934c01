#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/wording.h"
#include "model/ordinal.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

namespace jibiao::check::duplicated_text {
namespace {

std::string_view repeated_in(const std::vector<std::string_view>& pieces, std::size_t least) {
    constexpr std::size_t few = 12; // With fewer no set is needed.
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string_view piece = pieces[i];
        if (piece.size() < least)
            continue;
        const auto before = std::span(pieces).first(i);
        const bool again = pieces.size() < few ? std::ranges::find(before, piece) != before.end()
                                               : !seen.insert(piece).second;
        if (again && letters_of(piece).size() * 3 >= least)
            return piece;
    }
    return {};
}

struct Clause {
    std::string_view text;
    std::size_t letters = 0;
    std::uint64_t some = 0; ///< A bit for each of its letters: those of one clause must be in the other.
};

Clause read_clause(std::string_view text) {
    Clause clause{text};
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        if (!is_letter(c.value))
            continue;
        ++clause.letters;
        clause.some |= std::uint64_t{1} << (c.value % 64);
    }
    return clause;
}

bool has_letters_of(const Letters& whole, const Letters& part) {
    Letters all = whole;
    Letters some = part;
    jibiao::sort(all);
    jibiao::sort(some);
    return std::ranges::includes(all, some);
}

/// 组织全国科普日活动；围绕全国科普日活动主题组织科普日活动: all that the shorter of two clauses says stands
/// in the other one, nearly in the same words.
bool says_the_same(const Clause& a, const Clause& b, std::size_t least) {
    constexpr int likeness = 80; // Per cent of the pairs.
    const Clause& shorter = a.letters < b.letters ? a : b;
    const Clause& longer = a.letters < b.letters ? b : a;
    if (shorter.letters < least || (shorter.some & ~longer.some) != 0) // Nearly all.
        return false;
    const Letters some = letters_of(shorter.text);
    const Letters all = letters_of(longer.text);
    return has_letters_of(all, some) && share_of(some, all) >= likeness;
}

/// Two clauses close to each other that say the same.
std::optional<std::pair<std::string_view, std::string_view>>
said_again_in(const std::vector<std::string_view>& clauses, std::size_t least) {
    constexpr std::size_t reach = 3;
    std::vector<Clause> read;
    for (const std::string_view text : clauses) {
        const Clause clause = read_clause(text);
        for (std::size_t back = 1; back <= std::min(reach, read.size()); ++back) {
            const Clause& other = read[read.size() - back];
            if (other.text != text && says_the_same(other, clause, least))
                return std::pair(other.text, text);
        }
        read.push_back(clause);
    }
    return std::nullopt;
}

/// Two pieces that follow each other and are the same: 加强管理，加强管理; also of several clauses:
/// 规范、安全， 规范、安全. Views into a text.
std::optional<std::pair<std::string_view, std::string_view>>
stuttered_in(const std::vector<std::string_view>& clauses) {
    constexpr std::size_t least = 4 * 3; // 4 ideographs.
    constexpr std::size_t longest = 4;   // Clauses.
    const auto piece = [&clauses](std::size_t first, std::size_t count) {
        const std::string_view last = clauses[first + count - 1];
        return std::string_view(clauses[first].data(), last.data() + last.size());
    };
    for (std::size_t i = 1; i < clauses.size(); ++i) {
        for (std::size_t count = 1; count <= longest && count <= i && i + count <= clauses.size(); ++count) {
            if (clauses[i] != clauses[i - count])
                continue;
            const std::string_view first = piece(i - count, count);
            const std::string_view second = piece(i, count);
            if (first == second && first.size() >= least && letters_of(first).size() >= 4)
                return std::pair(first, second);
        }
    }
    return std::nullopt;
}

bool check_stutter(const CellContext& context, const std::vector<std::string_view>& clauses,
                   Findings& findings) {
    const std::string& text = context.cell.text;
    const auto twice = stuttered_in(clauses);
    if (!twice)
        return false;
    const auto place_behind = [&text](std::string_view piece) {
        return static_cast<std::size_t>(piece.data() + piece.size() - text.data());
    };
    std::string mended = text;
    const std::size_t begin = place_behind(twice->first);
    mended.erase(begin, place_behind(twice->second) - begin);
    findings.add(context.at, "“" + shorten(twice->first, 40) + "”连着写了两遍，删去一处。").fix =
        Fix{"删去重复的“" + shorten(twice->first, 20) + "”",
            edit::set_text(context.at, std::move(mended), "删去重复的话")};
    return true;
}

void check_cell(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (!is_running_text(context.at.field))
        return;
    auto clauses = clauses_of(text);
    if (check_stutter(context, clauses, findings) || text.size() < 60)
        return;
    const std::string_view said = without_ordinal(text);
    if (said.size() < text.size())
        clauses = clauses_of(said);
    const auto bytes = [&](const Name& limit, int otherwise) {
        return static_cast<std::size_t>(context.profile.limit(limit, otherwise)) * 3;
    };
    const std::string_view sentence = repeated_in(sentences_of(said), bytes("repeated_sentence_letters", 10));
    if (!sentence.empty()) {
        findings.add(context.at, "同一段里“" + shorten(sentence, 40) + "”出现了两次，删去一处。");
        return;
    }
    const std::string_view clause = repeated_in(clauses, bytes("repeated_clause_letters", 12));
    if (!clause.empty()) {
        findings.add(context.at, "同一段里“" + shorten(clause, 40) + "”出现了两次，看是否重复。").severity =
            Severity::hint;
        return;
    }
    const auto again = said_again_in(clauses, bytes("said_again_letters", 10) / 3);
    if (again)
        findings
            .add(context.at, "“" + shorten(again->first, 40) + "”和“" + shorten(again->second, 40) +
                                 "”说的是同一件事，看是否重复。")
            .severity = Severity::hint;
}

/// The first of the clauses that stands in `other` too.
std::string_view common_clause(const std::vector<std::string_view>& clauses, const Goal& other) {
    for (const std::string_view clause : clauses) {
        if (contains(other.text.text, clause))
            return clause;
    }
    return {};
}

void check_goals(const Rows<Goal>& goals, Field field, const ProjectContext& context, Findings& findings) {
    const auto least = static_cast<std::size_t>(context.profile.limit("repeated_goal_letters", 10));
    constexpr std::size_t most = 50; // Each is compared with each.
    for (std::size_t i = 1; i < std::min(goals.size(), most); ++i) {
        auto clauses = clauses_of(goals[i].text.text);
        std::erase_if(clauses,
                      [least](std::string_view clause) { return count_letters(clause, least) < least; });
        for (std::size_t j = 0; j < i; ++j) {
            const std::string_view clause = common_clause(clauses, goals[j]);
            if (clause.empty())
                continue;
            Finding& finding = findings.add({field, goals[i].id}, "“" + shorten(clause, 40) + "”在第 " +
                                                                      std::to_string(j + 1) +
                                                                      " 条目标里已经写过，删去一处。");
            finding.severity = Severity::warning;
            finding.related = {{field, goals[j].id}};
            break;
        }
    }
}

void check_project(const ProjectContext& context, Findings& findings) {
    check_goals(context.project.goals, Field::goal, context, findings);
    check_goals(context.project.detail_goals, Field::detail_goal, context, findings);
}

constexpr Example examples[] = {
    {"purpose: 定期检查，确保资金使用规范、安全、高效，确保资金使用规范、安全、高效", "projects[0].purpose",
     "定期检查，确保资金使用规范、安全、高效"},
    {"section: 一、总体绩效目标\nparagraph: 加强对协会的管理，加强对协会的管理，促进发展。",
     "sections[0].body[0]", "加强对协会的管理，促进发展。"},
    {"section: 一、总体绩效目标\nparagraph: "
     "加大宣传和调研力度，扩大影响。推进改革。加大宣传和调研力度，扩大影响。",
     "sections[0].body[0]"},
    {"goal: 组织宣讲并积极参加全省科技创新大赛\ngoal: 积极参加全省科技创新大赛，开展教育活动",
     "projects[0].goals[1]"},
    {"purpose: "
     "用于改善基层文化站办公和服务条件，购置设备，改善基层文化站办公和服务条件，用于改善基层文化站办公和服务"
     "条件",
     "projects[0].purpose"},
    {"section: 一、总体绩效目标\nparagraph: "
     "组织全国科普日系列活动；围绕今年全国科普日活动主题精心组织科普日系列活动，扩大影响。",
     "sections[0].body[0]"},
    {"section: 一、总体绩效目标\nparagraph: "
     "扶持国家级农业产业化龙头企业，扶持省级农业产业化龙头企业，扶持市级农业产业化龙头企业。",
     ""},
    {"goal: 开展科普培训5次\ngoal: 开展科普培训，受益群众300人", ""},
    {"section: 一、总体绩效目标\nparagraph: "
     "提高服务质量，规范管理。加强培训，提高服务质量。扎实推进各项重点工作。",
     ""},
    {"section: 一、总体绩效目标\nparagraph: "
     "普及科学知识，弘扬科学精神，传播科学思想，倡导科学方法，提高科学素质。",
     ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "duplicated-text",
    .severity = Severity::error,
    .title = "文字重复",
    .title_en = "Text repeated",
    .check_cell = check_cell,
    .check_project = check_project,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "同一句话在一段或一组目标里出现两次，是粘贴留下的，会被要求修改。",
    .how_to_mend = "删去重复的一处，检查是否本来要写别的内容。",
    .source = "经验",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::duplicated_text
