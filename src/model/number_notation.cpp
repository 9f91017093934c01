#include "base/text.h"
#include "base/utf8.h"
#include "model/notation.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

using std::string_view;

constexpr std::size_t ideograph = 3; ///< Bytes of the common ones.
/// A cell longer than this (bytes) is a sentence, whatever numbers it holds.
constexpr std::size_t longest_number = 150;

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(string_view text) {
    return std::ranges::any_of(text, is_ascii_digit);
}

string_view take_number(string_view& text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == ',' || text[end] == '.'))
        ++end;
    const string_view number = text.substr(0, end);
    text.remove_prefix(end);
    return number;
}

string_view take_fraction_word(string_view& text) {
    for (const string_view word : {"百分之", "千分之", "万分之"}) {
        if (take_prefix(text, word))
            return word;
    }
    return {};
}

/// 达到, 保持在 …: only with another word does it say whether more would do.
bool take_reach(string_view& text) {
    static constexpr auto words =
        std::to_array<string_view>({"达到", "达", "保持在", "稳定在", "维持在", "介于", "在"});
    return take_any(text, words);
}

/// A number, or a sign and a number, to the end.
bool is_amount(string_view text) {
    return !text.empty() &&
           (is_ascii_digit(text.front()) || take_comparator(text) != Comparator::none ||
            !take_fraction_word(text).empty() || take_reach(text) || take_chinese_number(text));
}

/// 每月, 平均每人每年: up to where the amount begins.
string_view take_each(string_view& text) {
    constexpr std::size_t most = 8;
    string_view rest = text;
    take_prefix(rest, "平均");
    if (!take_prefix(rest, "每"))
        return {};
    for (std::size_t length = 0; length < most && !rest.empty(); ++length) {
        if (length > 0 && is_amount(rest)) {
            const string_view words = text.substr(0, text.size() - rest.size());
            text = rest;
            return words;
        }
        rest.remove_prefix(code_point_at(rest, 0).length);
    }
    return {};
}

/// Words in front of an amount that make it a rate (每月, 人均) or a total (全年, 累计).
string_view take_lead(string_view& text) {
    if (const string_view each = take_each(text); !each.empty())
        return each;
    static constexpr auto words = std::to_array<string_view>(
        {"人均",     "户均",   "日均", "周均", "月均",   "年均", "场均", "次均", "亩均", "村均", "全年共计",
         "全年累计", "全年共", "全年", "年内", "本年度", "年度", "共计", "共",   "累计", "总计", "合计"});
    string_view rest = text;
    if (!take_any(rest, words) || !is_amount(rest))
        return {};
    const string_view lead = text.substr(0, text.size() - rest.size());
    text = rest;
    return lead;
}

/// What a rate is per: 月 of 每个月, 人·年 of 平均每人每年, 日 of 日均.
std::string base_of(string_view before) {
    if (before.ends_with("均"))
        return std::string(before.substr(0, before.size() - ideograph));
    take_prefix(before, "平均");
    std::string base;
    while (take_prefix(before, "每")) {
        if (before.size() > ideograph)
            take_prefix(before, "个");
        const string_view one = before.substr(0, before.find("每"));
        base += base.empty() ? "" : "·";
        base += one;
        before.remove_prefix(one.size());
    }
    return base;
}

/// 每年3月 and 每月5日 are dates that come again, and no rates.
bool make_rate(TargetValue& value) {
    const std::string base = base_of(value.before);
    const bool date =
        value.unit == "月" || ((value.unit == "日" || value.unit == "号") && base.ends_with("月"));
    const bool plain = !value.unit.empty() && !contains(value.unit, "/") && !is_fraction_word(value.unit);
    if (date || !plain || base.empty() || !is_unit(base))
        return false;
    value.unit += '/' + base;
    return true;
}

/// 1:10, 1比10; not 8:30.
bool read_ratio(string_view rest, TargetValue& value) {
    if (!take_prefix(rest, ":") && !take_prefix(rest, "比"))
        return false;
    const bool time_of_day = rest.size() == 2 && value.number != Decimal::whole(1);
    const auto other = read_decimal(rest);
    if (!other || time_of_day)
        return false;
    value.unit = ":" + other->to_string();
    return true;
}

/// 2023年 (以上) and 11月底 (及以上) are times; with a sign they are no amounts either.
bool is_time_unit(const TargetValue& value) {
    const bool year = value.number >= Decimal::whole(1900) && value.number <= Decimal::whole(2099) &&
                      value.multiplier == 1 && (value.unit.starts_with("年") || value.unit == "全年");
    return year || value.unit.ends_with("底") || value.unit.ends_with("季度");
}

/// Number, multiplier and unit.
bool read_amount(string_view text, TargetValue& value) {
    if (const string_view fraction = take_fraction_word(text); !fraction.empty()) {
        auto number = read_decimal(text);
        if (!number)
            number = read_chinese_number(text);
        value.number = number.value_or(Decimal());
        value.unit = fraction;
        return number.has_value();
    }
    auto number = read_decimal(take_number(text));
    if (!number)
        number = take_chinese_number(text);
    if (!number)
        return false;
    value.number = *number;
    value.multiplier = take_multiplier(text);
    if (value.multiplier == 1 && read_ratio(text, value))
        return true;
    value.unit = text;
    const bool twice_multiplied = is_fraction_word(text) && value.multiplier > 1;
    return is_unit(text) && !twice_multiplied && !is_time_unit(value);
}

bool read_one(string_view text, TargetValue& value) {
    const Comparator behind = take_trailing_comparator(text);
    value.before = take_lead(text);
    bool reaches = take_reach(text);
    value.comparator = take_comparator(text);
    reaches = take_reach(text) || reaches;
    if (behind != Comparator::none) {
        if (value.comparator != Comparator::none && value.comparator != behind)
            return false;
        value.comparator = behind;
    }
    if ((reaches && value.comparator == Comparator::none) || !read_amount(text, value))
        return false;
    const bool month = value.unit == "月" && value.multiplier == 1;
    value.kind = month ? TargetKind::month : TargetKind::number;
    if (month && !value.before.empty())
        return false;
    return !is_rate_word(value.before) || make_rate(value);
}

struct Mark {
    std::size_t at = string_view::npos;
    std::size_t length = 0;
};

/// The first sign between the ends of a range.
Mark find_mark(string_view text) {
    Mark first;
    for (const string_view mark : {"——", "--", "—", "–", "―", "─", "-", "~", "至", "到"}) {
        const std::size_t at = text.find(mark);
        if (at < first.at)
            first = {at, mark.size()};
    }
    return first;
}

/// The ends of a range: 8-10次, 80%~90%, 1-2万人次, 三至五天. A range without a unit may be anything.
bool read_ends(string_view text, TargetValue& value) {
    auto lower = read_decimal(take_number(text));
    if (!lower) {
        const auto numeral = take_numeral(text);
        if (!numeral)
            return false;
        lower = Decimal::whole(*numeral);
    }
    const std::int64_t first_multiplier = take_multiplier(text);
    const Mark mark = find_mark(text);
    if (mark.length == 0)
        return false;
    const string_view first_unit = text.substr(0, mark.at);
    text.remove_prefix(mark.at + mark.length);
    auto upper = read_decimal(take_number(text));
    if (!upper)
        upper = take_chinese_number(text);
    if (!upper)
        return false;
    value.multiplier = take_multiplier(text);
    value.number = *lower;
    value.upper = *upper;
    value.unit = text;
    const bool shared = first_multiplier == 1 && first_unit.empty();
    const bool same = first_multiplier == value.multiplier && text.starts_with(first_unit);
    const bool counted = !text.empty() || value.multiplier > 1;
    return (shared || same) && counted && is_unit(text) && *lower < *upper;
}

bool read_range(string_view folded, TargetValue& value) {
    if (find_mark(folded).length == 0)
        return false;
    string_view text = folded;
    take_suffix(text, "之间");
    const Comparator behind = take_trailing_comparator(text);
    value.before = take_lead(text);
    if (!take_reach(text))
        take_prefix(text, "控制在");
    const Comparator in_front = take_comparator(text);
    const bool allowed = (in_front == Comparator::none || in_front == Comparator::about) &&
                         (behind == Comparator::none || behind == Comparator::about ||
                          (behind == Comparator::at_most && in_front == Comparator::none));
    if (!allowed || !read_ends(text, value))
        return false;
    if (is_rate_word(value.before) && !make_rate(value))
        return false;
    value.comparator = behind != Comparator::none ? behind : in_front;
    value.kind = TargetKind::range;
    value.text = folded;
    return true;
}

/// 收到申请后, 自受理之日起 in front of a length of time; "" if there is none.
string_view take_event(string_view& text) {
    constexpr std::size_t longest = 20 * ideograph;
    for (const string_view word : {"后", "起"}) {
        for (std::size_t at = text.find(word); at < longest; at = text.find(word, at + word.size())) {
            string_view rest = text.substr(at + word.size());
            take_prefix(rest, ",");
            const string_view event = text.substr(0, text.size() - rest.size());
            string_view amount = rest;
            const bool follows = !rest.empty() && (is_ascii_digit(rest.front()) || take_numeral(amount) ||
                                                   take_comparator(amount) != Comparator::none);
            if (!follows || has_digit(event))
                continue;
            text = rest;
            return event;
        }
    }
    return {};
}

/// 收到申请后5日内, 3日内完成, 自受理之日起15个工作日内办结.
bool read_deadline(string_view text, TargetValue& value) {
    const string_view event = take_event(text);
    const std::size_t within = text.find("内");
    if (within == string_view::npos && event.empty())
        return false;
    const string_view time = within == string_view::npos ? text : text.substr(0, within + ideograph);
    const string_view deed = text.substr(time.size());
    if (!deed.empty() && !is_deed(deed))
        return false;
    string_view number = time;
    take_trailing_comparator(number);
    if (!read_one(time, value) || value.comparator != Comparator::at_most || !value.before.empty() ||
        value.multiplier != 1 || !is_length_of_time(value.unit))
        return false;
    value.before = event;
    value.after = text.substr(number.size());
    return true;
}

} // namespace

bool is_rate_word(string_view before) {
    return before.starts_with("每") || before.starts_with("平均每") || before.ends_with("均");
}

std::optional<TargetValue> read_number(string_view folded) {
    if (folded.size() > longest_number)
        return std::nullopt;
    using Read = bool (*)(string_view, TargetValue&);
    for (const Read read : {Read{read_one}, Read{read_range}, Read{read_deadline}}) {
        TargetValue value;
        if (read(folded, value))
            return value;
    }
    return std::nullopt;
}

} // namespace jibiao
