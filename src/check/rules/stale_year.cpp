#include "base/decimal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/explanation.h"
#include "check/reading.h"
#include "check/wording.h"

#include <algorithm>
#include <utility>

namespace jibiao::check::stale_year {
namespace {

bool says_plans(Field field) {
    switch (field) {
    case Field::paragraph:
    case Field::purpose:
    case Field::goal:
    case Field::detail_goal:
    case Field::phase_text:
    case Field::description:
    case Field::explanation:
    case Field::indicator_name:
        return true;
    default:
        return false;
    }
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_digit(static_cast<unsigned char>(text[at]));
}

/// A year of four digits at `at` with 年 behind it; 0 for anything else, periods (2020-2022年) included.
int year_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("20") || is_digit_at(text, at + 4) ||
        (at > 0 && is_digit_at(text, at - 1)))
        return 0;
    const auto year = read_decimal(text.substr(at, 4));
    std::string_view after = text.substr(std::min(at + 4, text.size()));
    if (!year || !after.starts_with("年"))
        return 0;
    constexpr std::u32string_view joins = U"-—–~～至、和到及";
    const char32_t before = code_point_before(text, at);
    after.remove_prefix(std::string_view("年").size());
    const char32_t behind = after.empty() ? 0 : code_point_at(after, 0).value;
    const bool joined = joins.find(before) != std::u32string_view::npos ||
                        (behind != 0 && joins.find(behind) != std::u32string_view::npos);
    return joined ? 0 : static_cast<int>(year->millionths() / 1'000'000);
}

/// In 《》, quotation marks or brackets years belong to names.
bool in_brackets(std::string_view text, std::size_t at) {
    constexpr std::size_t reach = 240; // A hostile text must not be searched again for every year.
    constexpr std::pair<std::string_view, std::string_view> brackets[] = {
        {"《", "》"}, {"“", "”"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}};
    for (const auto& [open, close] : brackets) {
        const std::string_view before = just_before(text, at, reach);
        const std::size_t begin = before.rfind(open);
        if (begin != std::string_view::npos && !contains(before.substr(begin + open.size()), close) &&
            contains(text.substr(at, reach), close))
            return true;
    }
    return false;
}

/// What follows the clause of a year does not speak of it: 做好2020年…的遴选，并做好2019年…的验收.
bool looks_back(std::string_view sentence, std::size_t at, const Profile& profile) {
    constexpr std::string_view comma = "，";
    const std::size_t end = sentence.find(comma, at);
    return contains_any(sentence.substr(0, end), profile.list("retrospective_words"));
}

/// 2020年活动中心预计开放280天: a goal that begins with its year, and says that it is a plan.
bool opens_a_plan(std::string_view sentence, std::size_t at, const CellContext& context) {
    constexpr std::size_t longest = 90; // Bytes.
    const std::size_t year_bytes = 4 + std::string_view("年").size();
    if (!trim(without_ordinal(sentence.substr(0, at))).empty())
        return false;
    const std::string_view clause = clauses_of(sentence.substr(at)).front().substr(year_bytes);
    return contains_any(clause.substr(0, longest), context.profile.list("plan_words"));
}

/// Years before which a deadline is no leftover of an earlier plan.
constexpr int longest_ago = 3;

/// 2020年10月底前建成…: a deadline, and what is to be done by it.
bool is_deadline(std::string_view sentence, std::size_t at, const Profile& profile) {
    constexpr std::string_view parts[] = {"年", "月", "日", "底", "末", "上旬", "中旬", "下旬", "之", "以"};
    std::string_view rest = sentence.substr(at + 4);
    for (bool again = true; again;) {
        again = !rest.empty() && is_digit(static_cast<unsigned char>(rest.front()));
        std::size_t size = again ? 1 : 0;
        for (const std::string_view part : parts) {
            if (rest.starts_with(part))
                size = part.size();
        }
        again = size > 0;
        rest.remove_prefix(size);
    }
    constexpr std::string_view before = "前";
    if (!rest.starts_with(before))
        return false;
    rest.remove_prefix(before.size());
    rest = rest.substr(0, rest.find("，"));
    if (contains(rest.substr(0, rest.find_first_of("0123456789")), "的")) // 前建成的小区: what there is.
        return false;
    return starts_with_any(rest, profile.list("plan_verbs")) ||
           starts_with_any(rest, profile.list("plan_words"));
}

/// 做好2020年…工作: something to be done, and done in that year.
void check_sentence(std::string_view sentence, const CellContext& context, Findings& findings) {
    for (std::size_t at = sentence.find("20"); at != std::string_view::npos;
         at = sentence.find("20", at + 2)) {
        const int year = year_at(sentence, at);
        if (year == 0 || year >= context.year || in_brackets(sentence, at))
            continue;
        const std::string_view before = just_before(sentence, at, 12);
        const bool planned =
            ends_with_any(before, context.profile.list("plan_verbs")) ||
            opens_a_plan(sentence, at, context) ||
            (year >= context.year - longest_ago && is_deadline(sentence, at, context.profile));
        if (!planned)
            continue;
        if (looks_back(sentence, at, context.profile))
            return; // So do the years behind this one.
        Finding& finding = findings.add(
            context.at, "这是 " + std::to_string(context.year) + " 年的目标，却写着“" +
                            shorten(sentence.substr(at - before.size()), 24) + "”：改成本年度要做的事。");
        if (year == context.year - 1)
            finding.severity = Severity::warning;
        return;
    }
}

void check(const CellContext& context, Findings& findings) {
    const std::string& text = context.cell.text;
    if (context.year == 0 || !says_plans(context.at.field) || !contains(text, "20") || !contains(text, "年"))
        return;
    for (const std::string_view sentence : sentences_of(text)) {
        if (contains(sentence, "20"))
            check_sentence(sentence, context, findings);
    }
}

constexpr Example examples[] = {
    {"goal: 2020年活动中心预计开放280天", "projects[0].goals[0]"},
    {"goal: 2020年开放280天，今年开放300天", ""},
    {"goal: 加强监测预警，2020年10月底前建成监测哨点12个", "projects[0].goals[0]"},
    {"goal: 改造2019年底前建成的老旧小区12个，支付2018年底前完成的项目", ""},
    {"goal: 2021年6月底前建成监测哨点12个，2020年底前已完成设计", ""},
    {"goal: 做好2019年科普行动计划的组织实施", "projects[0].goals[0]"},
    {"goal: 完成2020年全部培训任务", "projects[0].goals[0]"},
    {"section: 一、总体绩效目标\nparagraph: 扎实推进2018年各项重点工作。", "sections[0].body[0]"},
    {"goal: 做好2019年受补助单位的遴选，并做好2018年受补助单位的验收检查", "projects[0].goals[0]"},
    {"goal: 支付上年结转的尾款，完成2020年全部培训任务", ""},
    {"goal: 完成2021年全部培训任务", ""},
    {"goal: 做好2020年项目的竣工决算和尾款支付", ""},
    {"goal: 落实《2019年全民健身方案》，较2020年增长5%", ""},
    {"goal: 自2015年起开展的品牌活动，2019年获全国奖", ""},
    {"goal: 完成2019—2022年三年行动的年度任务", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "stale-year",
    .severity = Severity::error,
    .title = "写着往年的年份",
    .title_en = "Year of an earlier plan",
    .check_cell = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "本年度的目标里出现往年要做的事，是沿用旧文本时没有改，会被退回。",
    .how_to_mend = "改成本年度的任务；确实是结转的，写明结转和原因。",
    .source = "绩效目标应为预算年度的目标（财预〔2015〕88 号，凭记忆）；45 份样本中 6 份有年份问题",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::stale_year
