#include "base/decimal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/triggers.h"

#include <optional>

namespace jibiao::check::stale_policy {
namespace {

/// “2020 巩固拓展脱贫攻坚成果”: the last year in which a plan may say it, and what is said since.
struct Since {
    int last_year = 0;
    std::string_view now;
};

std::optional<Since> read_since(std::string_view value) {
    const auto year = read_decimal(value.substr(0, 4));
    if (!year || value.size() < 4)
        return std::nullopt;
    return Since{static_cast<int>(year->millionths() / 1'000'000), trim(value.substr(4))};
}

/// In a title, which may still be in force (《扶贫资金管理办法》); not of a plan that lapsed with its five
/// years.
bool in_title(std::string_view text, std::size_t at, std::string_view word, const Profile& profile) {
    constexpr std::size_t reach = 240; // A hostile text must not be searched again for every term.
    const std::string_view before = just_before(text, at, reach);
    const std::size_t open = before.rfind("《");
    if (open == std::string_view::npos || contains(before.substr(open), "》"))
        return false;
    const std::string_view after = text.substr(at, reach);
    return !is_any(word, profile.list("five_year_plans")) ||
           !ends_with_any(after.substr(0, after.find("》")), profile.list("lapsing_titles"));
}

/// 党的十八大以来, 巩固拓展脱贫攻坚成果 look back; 十九届四中、五中全会 names a later one too.
bool looks_back(std::string_view text, std::size_t at, std::string_view word, const Profile& profile) {
    const std::string_view after = text.substr(at + word.size());
    if (starts_with_any(after, profile.list("policy_retrospective_endings")))
        return true;
    if (contains_any(just_before(text, at, 24), profile.list("policy_retrospective_openings")))
        return true;
    return word.ends_with("全会") && contains(after, "全会");
}

/// The last year of the period in a title: 《…纲要（2006-2010-2020年）》; 0 if it has none.
int period_end(std::string_view title) {
    int end = 0;
    int count = 0;
    for (std::size_t at = 0; at + 4 <= title.size();) {
        const auto digits = [&](std::size_t from) {
            std::size_t n = 0;
            while (from + n < title.size() && is_digit(static_cast<unsigned char>(title[from + n])))
                ++n;
            return n;
        };
        const std::size_t length = digits(at);
        if (length == 4) {
            const auto year = read_decimal(title.substr(at, 4));
            end = year ? static_cast<int>(year->millionths() / 1'000'000) : end;
            ++count;
        }
        at += length == 0 ? 1 : length;
    }
    return count >= 2 && end > 1990 ? end : 0;
}

void check_periods(const CellContext& context, Findings& findings) {
    const std::string_view text = context.cell.text;
    for (std::size_t open = text.find("《"); open != std::string_view::npos;
         open = text.find("《", open + 3)) {
        const std::size_t close = text.find("》", open);
        if (close == std::string_view::npos)
            return;
        const std::string_view title = text.substr(open, close + 3 - open);
        const int end = period_end(title);
        if (end == 0 || end >= context.year || looks_back(text, open, title, context.profile))
            continue;
        findings.add(context.at, std::string(title) + "到 " + std::to_string(end) + " 年为止，" +
                                     std::to_string(context.year) +
                                     " 年的目标不能再以它为依据：改为现行的文件。");
        return;
    }
}

void check_terms(const CellContext& context, Findings& findings) {
    const WordTable& terms = context.profile.table("stale_terms");
    const std::string_view text = context.cell.text;
    std::size_t at = 0;
    while (const WordTable::Entry* term = terms.find_in(text, at)) {
        const auto since = read_since(term->value);
        if (since && context.year > since->last_year && !in_title(text, at, term->word, context.profile) &&
            !looks_back(text, at, term->word, context.profile)) {
            findings
                .add(context.at, "“" + term->word + "”是 " + std::to_string(since->last_year) +
                                     " 年及以前的提法，" + std::to_string(context.year) + " 年已过时：" +
                                     std::string(since->now) + "。")
                .severity = Severity::hint;
            return;
        }
        at += term->word.size();
    }
}

void check(const CellContext& context, Findings& findings) {
    if (context.year == 0 || context.cell.text.size() < 9 || context.at.field == Field::contents_text)
        return;
    check_terms(context, findings);
    check_periods(context, findings);
}

constexpr Example examples[] = {
    {"goal: 助力贫困村产业发展，早日脱贫", "projects[0].goals[0]"},
    {"section: 一、总体绩效目标\nparagraph: 贯彻十九届四中全会精神。", "sections[0].body[0]"},
    {"purpose: 落实《全民健身计划（2016-2020年）》", "projects[0].purpose"},
    {"goal: 按照《样例县“十二五”科学技术普及规划》建设展厅", "projects[0].goals[0]"},
    {"goal: 按照《样例县精准扶贫资金管理办法》核对台账", ""},
    {"goal: 巩固拓展脱贫攻坚成果同乡村振兴有效衔接", ""},
    {"goal: 党的十八大以来的成就展", ""},
    {"purpose: 落实《全民健身计划（2021—2025年）》", ""},
    {"goal: 贯彻十九届五中全会精神", ""},
    {"goal: 整理脱贫攻坚档案，编写脱贫攻坚史", ""},
};

} // namespace

void triggers(const Profile& profile, CellGate& gate);
void triggers(const Profile& profile, CellGate& gate) {
    gate.add(profile.table("stale_terms"));
    gate.add("《");
}

extern const Rule rule;
const Rule rule{
    .id = "stale-policy",
    .severity = Severity::warning,
    .title = "政策提法过时",
    .title_en = "Outdated policy term",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "年度目标沿用上一时期的会议、规划或专项行动的提法，说明文本是从往年复制的，依据也可能已失效。",
    .how_to_mend = "改用本年度现行的提法和有效的文件；确实是回顾的，写明是哪一年的事。",
    .source = "会议和文件的公开日期；词表见配置文件",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::stale_policy
