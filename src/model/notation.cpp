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
    ComparatorWord{"不得小于", Comparator::at_least},
    ComparatorWord{"不短于", Comparator::at_least},
    ComparatorWord{"至少", Comparator::at_least},
    ComparatorWord{"最少", Comparator::at_least},
    ComparatorWord{"最低", Comparator::at_least},
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
    ComparatorWord{"不长于", Comparator::at_most},
    ComparatorWord{"不得大于", Comparator::at_most},
    ComparatorWord{"不得多于", Comparator::at_most},
    ComparatorWord{"不得晚于", Comparator::at_most},
    ComparatorWord{"不得迟于", Comparator::at_most},
    ComparatorWord{"不晚于", Comparator::at_most},
    ComparatorWord{"不迟于", Comparator::at_most},
    ComparatorWord{"控制在", Comparator::at_most},
    ComparatorWord{"至多", Comparator::at_most},
    ComparatorWord{"最多", Comparator::at_most},
    ComparatorWord{"最高", Comparator::at_most},
    ComparatorWord{"最迟", Comparator::at_most},
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
    ComparatorWord{"大约", Comparator::about},
    ComparatorWord{"约", Comparator::about},
};

/// In law 以上, 以下, 以内 include the number itself.
constexpr std::array comparator_suffixes{
    ComparatorWord{"(含)以上", Comparator::at_least}, ComparatorWord{"及以上", Comparator::at_least},
    ComparatorWord{"或以上", Comparator::at_least},   ComparatorWord{"以上", Comparator::at_least},
    ComparatorWord{"(含)以下", Comparator::at_most},  ComparatorWord{"(含)以内", Comparator::at_most},
    ComparatorWord{"及以下", Comparator::at_most},    ComparatorWord{"或以下", Comparator::at_most},
    ComparatorWord{"以下", Comparator::at_most},      ComparatorWord{"及以内", Comparator::at_most},
    ComparatorWord{"以内", Comparator::at_most},      ComparatorWord{"之内", Comparator::at_most},
    ComparatorWord{"左右", Comparator::about},        ComparatorWord{"上下", Comparator::about},
};

/// Words that count what a target counts. A numeral in front of another word may be part of a name.
constexpr auto counters = std::to_array<std::string_view>(
    {"次",   "场",   "场次", "个",   "件",   "人",   "人次",   "名",       "位", "户", "家", "项",
     "期",   "篇",   "份",   "台",   "套",   "辆",   "册",     "本",       "部", "所", "处", "座",
     "天",   "日",   "年",   "周",   "个月", "小时", "个小时", "分钟",     "秒", "成", "倍", "元",
     "亩",   "吨",   "米",   "公里", "万元", "课时", "工作日", "个工作日", "条", "张", "轮", "届",
     "公顷", "千米", "间",   "栋",   "株",   "棵",   "头",     "平方米"});

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

constexpr auto lengths_of_time = std::to_array<std::string_view>(
    {"工作日", "日", "天", "周", "个月", "年", "小时", "分钟", "自然日", "星期", "秒", "秒钟", "学期"});

constexpr auto deeds = std::to_array<std::string_view>(
    {"完成", "完工", "竣工", "办结", "办理", "办完", "解决", "处理", "处置", "到达", "到场",
     "到位", "抵达", "赶到", "响应", "回应", "答复", "回复", "反馈", "修复", "修好", "恢复",
     "排除", "拨付", "支付", "兑付", "发放", "送达", "交付", "交货", "提交", "上报", "报送",
     "公示", "公开", "受理", "审批", "审核", "验收", "整改", "安装", "启动", "出具", "结算"});

struct Multiplier {
    std::string_view word;
    std::int64_t factor;
};
constexpr std::int64_t ten_thousand = 10'000;
constexpr std::array multipliers{Multiplier{"百万", 100 * ten_thousand},
                                 Multiplier{"千万", 1000 * ten_thousand}, Multiplier{"万", ten_thousand},
                                 Multiplier{"亿", ten_thousand* ten_thousand}};

/// Words that show that what follows a number is a sentence and not its unit.
bool has_sentence_word(std::string_view text) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"内", "前", "后", "以", "完", "达", "及", "和", "至", "到", "余", "多", "不", "的", "未", "左右"});
    return std::ranges::any_of(words, [&](std::string_view word) { return contains(text, word); });
}

bool is_unit_character(char32_t c) {
    constexpr std::u32string_view signs = U"/·()℃°²³µμ";
    const bool square_sign = c >= 0x3380 && c <= 0x33DF; // ㎡, ㎏ …
    return is_ideograph(c) || is_latin(c) || square_sign || signs.find(c) != std::u32string_view::npos;
}

/// 个以上(含5个), 以上(含): the number is included in any case.
void take_inclusion(std::string_view& text) {
    const std::size_t open = text.rfind("(含");
    if (!text.ends_with(')') || open == std::string_view::npos)
        return;
    const std::string_view before = text.substr(0, open);
    if (before.ends_with("以上") || before.ends_with("以下") || before.ends_with("以内"))
        text = before;
}

/// With the digits behind 点: 五 of 九十五点五.
std::optional<Decimal> read_decimals(int whole, std::string_view text) {
    std::int64_t millionths = std::int64_t{whole} * 1'000'000;
    std::int64_t weight = 100'000;
    int places = 0;
    for (std::size_t at = 0; at < text.size(); ++places, weight /= 10) {
        const CodePoint point = code_point_at(text, at);
        const int digit = digit_of(point.value);
        if ((digit == 0 && point.value != U'零') || weight == 0)
            return std::nullopt;
        millionths += digit * weight;
        at += point.length;
    }
    return places == 0 ? std::nullopt : std::optional(Decimal::from_millionths(millionths, places));
}

} // namespace

std::string fold_signs(std::string_view text) {
    constexpr auto same = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"≮", "≥"}, {"≯", "≤"}, {"⩾", "≥"}, {"⩽", "≤"}, {"﹥", ">"}, {"﹤", "<"}, {"∶", ":"}});
    constexpr std::string_view first_bytes = "\xE2\xEF";
    std::string result = fold(text);
    bool has_any = false;
    for (std::size_t at = result.find_first_of(first_bytes); at != std::string::npos && !has_any;
         at = result.find_first_of(first_bytes, at + 1))
        has_any = std::ranges::any_of(
            same, [&](const auto& pair) { return result.compare(at, pair.first.size(), pair.first) == 0; });
    if (!has_any)
        return result;
    for (const auto& [from, to] : same) {
        if (contains(result, from))
            result = fold(replace_all(result, from, to));
    }
    return result;
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
    if (text.empty() || (text.front() >= '0' && text.front() <= '9'))
        return Comparator::none; // Spares most values the search.
    for (const auto& [word, comparator] : comparator_prefixes) {
        if (take_prefix(text, word))
            return comparator;
    }
    return Comparator::none;
}

Comparator take_trailing_comparator(std::string_view& text) {
    take_inclusion(text);
    for (const auto& [word, comparator] : comparator_suffixes) {
        if (take_suffix(text, word))
            return comparator;
    }
    std::string_view without = text;
    if (take_suffix(without, "内") && std::ranges::any_of(lengths_of_time, [&](std::string_view unit) {
            return without.ends_with(unit);
        })) {
        text = without;
        return Comparator::at_most;
    }
    return Comparator::none;
}

std::optional<int> take_numeral(std::string_view& text) {
    const Numeral numeral = numeral_of(text);
    if (numeral.length == 0)
        return std::nullopt;
    text.remove_prefix(numeral.length);
    return numeral.number;
}

std::optional<Decimal> read_chinese_number(std::string_view text) {
    if (text == "百")
        return Decimal::whole(100); // 百分之百.
    const auto whole = take_numeral(text);
    if (!whole)
        return std::nullopt;
    if (take_prefix(text, "点"))
        return read_decimals(*whole, text);
    return text.empty() ? std::optional(Decimal::whole(*whole)) : std::nullopt;
}

std::optional<Decimal> take_chinese_number(std::string_view& text) {
    std::string_view unit = text;
    if (take_prefix(unit, "半") && is_length_of_time(unit) && unit != "日" && !unit.ends_with("工作日")) {
        text = unit;
        return Decimal::from_millionths(500'000, 1);
    }
    const auto number = take_numeral(unit);
    if (!number)
        return std::nullopt;
    const std::string_view rest = unit;
    if (!take_prefix(unit, "万"))
        take_prefix(unit, "亿");
    if (std::ranges::find(counters, unit.substr(0, unit.find('/'))) == counters.end())
        return std::nullopt;
    text = rest;
    return Decimal::whole(*number);
}

std::int64_t take_multiplier(std::string_view& text) {
    for (const auto& [word, factor] : multipliers) {
        if (take_prefix(text, word))
            return factor;
    }
    return 1;
}

std::string_view multiplier_word(std::int64_t factor) {
    for (const auto& one : multipliers) {
        if (one.factor == factor)
            return one.word;
    }
    return {};
}

bool is_length_of_time(std::string_view unit) {
    if (unit != "个月")
        take_prefix(unit, "个");
    return std::ranges::find(lengths_of_time, unit) != lengths_of_time.end();
}

bool is_deed(std::string_view text) {
    constexpr std::size_t longest = 12 * 3; // Ideographs of three bytes.
    if (text.size() > longest || text.find_first_of("0123456789%,") != std::string_view::npos)
        return false;
    return std::ranges::any_of(deeds, [&](std::string_view deed) { return contains(text, deed); }) &&
           !contains(text, "率") && !contains(text, "不") && !contains(text, "、");
}

bool is_unit(std::string_view text) {
    constexpr std::size_t longest = 10;
    constexpr std::size_t most_bytes = longest * 4;
    if (text.empty() || is_percent(text) || text == "‰")
        return true;
    if (text.size() > most_bytes || text.front() == ')' || has_sentence_word(text))
        return false;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) {
        const CodePoint point = code_point_at(text, at);
        const bool power = (point.value == '2' || point.value == '3') && at > 0 &&
                           (text[at - 1] == 'm' || text[at - 1] == 'M'); // m2, km2, mg/m3.
        if (!power && !is_unit_character(point.value))
            return false;
        at += point.length;
    }
    return length <= longest;
}

bool is_fraction_word(std::string_view unit) {
    return unit == "百分之" || unit == "千分之" || unit == "万分之";
}

} // namespace jibiao
