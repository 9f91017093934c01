#include "model/notation.h"

#include "base/text.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jibiao {
namespace {

struct ComparatorWord {
    std::string_view word;
    Comparator comparator;
};

/// Longer words before their own beginnings.
constexpr std::array comparator_prefixes{
    ComparatorWord{"≥=", Comparator::at_least},
    ComparatorWord{"≥", Comparator::at_least},
    ComparatorWord{"大于或等于", Comparator::at_least},
    ComparatorWord{"大于等于", Comparator::at_least},
    ComparatorWord{"高于或等于", Comparator::at_least},
    ComparatorWord{"高于等于", Comparator::at_least},
    ComparatorWord{"不得少于", Comparator::at_least},
    ComparatorWord{"不得低于", Comparator::at_least},
    ComparatorWord{"不少于", Comparator::at_least},
    ComparatorWord{"不低于", Comparator::at_least},
    ComparatorWord{"不小于", Comparator::at_least},
    ComparatorWord{"至少", Comparator::at_least},
    ComparatorWord{"≤=", Comparator::at_most},
    ComparatorWord{"≤", Comparator::at_most},
    ComparatorWord{"小于或等于", Comparator::at_most},
    ComparatorWord{"小于等于", Comparator::at_most},
    ComparatorWord{"低于或等于", Comparator::at_most},
    ComparatorWord{"低于等于", Comparator::at_most},
    ComparatorWord{"不得超过", Comparator::at_most},
    ComparatorWord{"不得高于", Comparator::at_most},
    ComparatorWord{"不超过", Comparator::at_most},
    ComparatorWord{"不多于", Comparator::at_most},
    ComparatorWord{"不高于", Comparator::at_most},
    ComparatorWord{"不大于", Comparator::at_most},
    ComparatorWord{"不晚于", Comparator::at_most},
    ComparatorWord{"不迟于", Comparator::at_most},
    ComparatorWord{"控制在", Comparator::at_most},
    ComparatorWord{"至多", Comparator::at_most},
    ComparatorWord{"最多", Comparator::at_most},
    ComparatorWord{">", Comparator::more_than},
    ComparatorWord{"大于", Comparator::more_than},
    ComparatorWord{"超过", Comparator::more_than},
    ComparatorWord{"高于", Comparator::more_than},
    ComparatorWord{"多于", Comparator::more_than},
    ComparatorWord{"<", Comparator::less_than},
    ComparatorWord{"小于", Comparator::less_than},
    ComparatorWord{"少于", Comparator::less_than},
    ComparatorWord{"低于", Comparator::less_than},
    ComparatorWord{"不足", Comparator::less_than},
    ComparatorWord{"==", Comparator::equal},
    ComparatorWord{"=", Comparator::equal},
    ComparatorWord{"等于", Comparator::equal},
};

/// In law 以上, 以下, 以内 include the number itself.
constexpr std::array comparator_suffixes{
    ComparatorWord{"(含)以上", Comparator::at_least}, ComparatorWord{"及以上", Comparator::at_least},
    ComparatorWord{"以上", Comparator::at_least},     ComparatorWord{"(含)以下", Comparator::at_most},
    ComparatorWord{"(含)以内", Comparator::at_most},  ComparatorWord{"及以下", Comparator::at_most},
    ComparatorWord{"以下", Comparator::at_most},      ComparatorWord{"及以内", Comparator::at_most},
    ComparatorWord{"以内", Comparator::at_most},      ComparatorWord{"之内", Comparator::at_most},
};

/// Words that count what a target counts. A numeral in front of another word may be part of a name.
constexpr std::array<std::string_view, 40> counters{
    "次",   "场",     "场次",     "个", "件", "人", "人次", "名",   "位",     "户",
    "家",   "项",     "期",       "篇", "份", "台", "套",   "辆",   "册",     "本",
    "部",   "所",     "处",       "座", "天", "日", "年",   "周",   "个月",   "小时",
    "分钟", "工作日", "个工作日", "元", "亩", "吨", "米",   "公里", "平方米", "万元"};

/// 1 to 9; 0 if `c` is no digit.
int digit_of(char32_t c) {
    constexpr std::u32string_view digits = U"一二三四五六七八九";
    if (c == U'两')
        return 2;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

int unit_of(char32_t c) {
    return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

/// The numeral at the front of `text`; its length in bytes is 0 if there is none, or if it is colloquial
/// (一百二).
struct Numeral {
    int number = 0;
    std::size_t length = 0;
};

Numeral numeral_of(std::string_view text) {
    Numeral result;
    int digit = 0;
    int last_unit = 10'000;
    bool zero = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        const int unit = unit_of(point.value);
        const int one = digit_of(point.value);
        if (unit > 0 && unit < last_unit && (digit > 0 || (unit == 10 && at == 0))) {
            result.number += std::max(digit, 1) * unit;
            last_unit = unit;
            digit = 0;
            zero = false;
        } else if (one > 0 && digit == 0) {
            digit = one;
        } else if (point.value == U'零' && result.number > 0 && digit == 0 && !zero) {
            zero = true;
        } else {
            break;
        }
        at += point.length;
    }
    const bool colloquial = digit > 0 && last_unit < 10'000 && last_unit > 10 && !zero;
    if (at == 0 || colloquial || (zero && digit == 0))
        return {};
    return {result.number + digit, at};
}

/// Units of time, after which a bare 内 means "within".
constexpr std::array<std::string_view, 10> durations{"工作日", "日",   "天",   "周",     "个月",
                                                     "年",     "小时", "分钟", "自然日", "星期"};

} // namespace

std::string fold_signs(std::string_view text) {
    std::string result = fold(text);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> same{
        {{"≮", "≥"}, {"≯", "≤"}, {"⩾", "≥"}, {"⩽", "≤"}, {"﹥", ">"}, {"﹤", "<"}}};
    for (const auto& [from, to] : same) {
        if (contains(result, from))
            result = fold(replace_all(result, from, to));
    }
    return result;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix))
        return false;
    text.remove_suffix(suffix.size());
    return true;
}

bool take_any(std::string_view& text, std::span<const std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return take_prefix(text, prefix); });
}

Comparator take_comparator(std::string_view& text) {
    for (const auto& [word, comparator] : comparator_prefixes) {
        if (take_prefix(text, word))
            return comparator;
    }
    return Comparator::none;
}

Comparator take_trailing_comparator(std::string_view& text) {
    for (const auto& [word, comparator] : comparator_suffixes) {
        if (take_suffix(text, word))
            return comparator;
    }
    std::string_view without = text;
    if (take_suffix(without, "内") &&
        std::ranges::any_of(durations, [&](std::string_view unit) { return without.ends_with(unit); })) {
        text = without;
        return Comparator::at_most;
    }
    return Comparator::none;
}

std::optional<Decimal> read_chinese_number(std::string_view text) {
    if (text == "百")
        return Decimal::whole(100); // 百分之百.
    const Numeral numeral = numeral_of(text);
    if (numeral.length == 0 || numeral.length != text.size())
        return std::nullopt;
    return Decimal::whole(numeral.number);
}

std::optional<Decimal> take_chinese_number(std::string_view& text) {
    const Numeral numeral = numeral_of(text);
    if (numeral.length == 0)
        return std::nullopt;
    std::string_view unit = text.substr(numeral.length);
    if (!take_prefix(unit, "万"))
        take_prefix(unit, "亿");
    if (std::ranges::find(counters, unit) == counters.end())
        return std::nullopt;
    text.remove_prefix(numeral.length);
    return Decimal::whole(numeral.number);
}

} // namespace jibiao
