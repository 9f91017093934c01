#include "model/target_value.h"

#include "base/text.h"
#include "base/utf8.h"
#include "model/notation.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

constexpr std::int64_t ten_thousand = 10'000;

struct Multiplier {
    std::string_view word;
    std::int64_t factor;
};
constexpr std::array multipliers{Multiplier{"百万", 100 * ten_thousand},
                                 Multiplier{"千万", 1000 * ten_thousand}, Multiplier{"万", ten_thousand},
                                 Multiplier{"亿", ten_thousand* ten_thousand}};

/// Words that show that what follows a number is a sentence and not its unit.
bool has_sentence_word(std::string_view text) {
    static constexpr std::array<std::string_view, 16> words{"内", "前", "后", "以", "完", "达", "及", "和",
                                                            "至", "到", "余", "多", "不", "的", "未", "左右"};
    return std::ranges::any_of(words, [&](std::string_view word) { return contains(text, word); });
}

constexpr std::size_t longest_unit = 10;

bool is_unit(std::string_view text) {
    if (text.empty() || is_percent(text) || text == "‰")
        return true;
    const auto points = code_points(text);
    const bool plain = std::ranges::all_of(points, [](const CodePoint& point) {
        const char32_t c = point.value;
        return is_ideograph(c) || is_latin(c) || c == '/' || c == U'·' || c == '(' || c == ')' || c == U'℃' ||
               c == U'²' || c == U'³' || (c >= 0x3380 && c <= 0x33DF); // ㎡, ㎏ …
    });
    return plain && points.size() <= longest_unit && points.front().value != ')' && !has_sentence_word(text);
}

std::string_view take_number(std::string_view& text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    while (end < text.size() &&
           ((text[end] >= '0' && text[end] <= '9') || text[end] == ',' || text[end] == '.'))
        ++end;
    const std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    return number;
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

std::optional<Decimal> take_any_number(std::string_view& text, bool percent_in_words) {
    if (const auto number = read_decimal(take_number(text)))
        return number;
    if (!percent_in_words)
        return take_chinese_number(text);
    const auto percent = read_chinese_number(text);
    if (percent)
        text = {};
    return percent;
}

bool read_number(std::string_view text, TargetValue& value) {
    TargetValue result;
    std::string_view rest = text;
    result.comparator = take_comparator(rest);
    const bool reaches = take_any(rest, std::array<std::string_view, 2>{"达到", "达"});
    const Comparator trailing = take_trailing_comparator(rest);
    if (trailing != Comparator::none) {
        if (result.comparator != Comparator::none && result.comparator != trailing)
            return false;
        result.comparator = trailing;
    }
    if (reaches && result.comparator == Comparator::none)
        return false; // 达到95% does not say whether more would do.
    const bool percent_in_words = take_prefix(rest, "百分之");
    const auto number = take_any_number(rest, percent_in_words);
    if (!number)
        return false;
    result.number = *number;
    result.multiplier = percent_in_words ? 1 : take_multiplier(rest);
    if (!is_unit(rest) || (percent_in_words && !rest.empty()))
        return false;
    result.unit = percent_in_words ? "百分之" : std::string(rest);
    const bool month = result.unit == "月" && result.multiplier == 1;
    result.kind = month ? TargetKind::month : TargetKind::number;
    value = result;
    return true;
}

std::string_view comparator_sign(Comparator comparator, const TargetNotation& notation) {
    switch (comparator) {
    case Comparator::none:
        return "";
    case Comparator::at_least:
        return notation.at_least;
    case Comparator::at_most:
        return notation.at_most;
    case Comparator::more_than:
        return ">";
    case Comparator::less_than:
        return "<";
    case Comparator::equal:
        return "=";
    }
    return "";
}

/// The unit of `number` in a sentence such as 参与学生4000人次以上; empty if the number does not stand there.
std::string unit_in_sentence(std::string_view folded, const TargetValue& number) {
    constexpr std::size_t longest_sentence = 600; // A cell, not a book: the search below is quadratic.
    if (folded.size() > longest_sentence)
        return {};
    std::size_t at = 0;
    while ((at = folded.find_first_of("0123456789", at)) != std::string_view::npos) {
        std::string_view rest = folded.substr(at);
        for (const std::string_view end : {"以上", "以内", "以下", "左右"})
            rest = rest.substr(0, rest.find(end));
        TargetValue value;
        if (read_number(rest, value) && value.amount() == number.amount())
            return value.unit;
        at = std::min(folded.find_first_not_of("0123456789.,", at), folded.size());
    }
    return {};
}

/// The form has one column for the sign, one for the number and one for the unit.
TargetValue read_columns(const Indicator& indicator) {
    const std::string sign = fold_signs(indicator.comparator.text);
    std::string_view rest_of_sign = sign;
    const Comparator comparator = take_comparator(rest_of_sign);
    const bool in_words = !sign.empty() && !rest_of_sign.empty();
    if (in_words || indicator.target.empty()) {
        const Cell& cell = indicator.target_unit.empty() ? indicator.target : indicator.target_unit;
        TargetValue value = read_target(cell.text);
        if (in_words && value.kind == TargetKind::number) {
            value = {};
            value.kind = TargetKind::qualitative;
            value.text = fold_signs(cell.text);
        }
        return value;
    }
    TargetValue value = read_target(indicator.target.text + indicator.target_unit.text);
    if (value.kind == TargetKind::qualitative) {
        value = read_target(indicator.target.text);
        if (value.kind == TargetKind::number && value.unit.empty()) {
            const std::string words = fold_signs(indicator.target_unit.text);
            const std::string unit = unit_in_sentence(words, value);
            value.unit = unit.empty() ? words : unit;
        }
    }
    if (comparator != Comparator::none)
        value.comparator = comparator;
    return value;
}

} // namespace

bool is_percent(std::string_view unit) {
    static constexpr std::array<std::string_view, 5> spellings{"%", "百分比", "百分之", "个百分点", "百分点"};
    return std::ranges::find(spellings, unit) != spellings.end();
}

TargetValue read_target(std::string_view text) {
    const std::string folded = fold_signs(text);
    TargetValue value;
    if (folded.empty())
        return value;
    if (const auto time = read_time(folded))
        return *time;
    if (read_number(folded, value))
        return value;
    value.kind = TargetKind::qualitative;
    value.text = folded;
    return value;
}

TargetValue target_of(const Indicator& indicator) {
    const bool one_column = indicator.comparator.empty() && indicator.target_unit.empty();
    return one_column ? read_target(indicator.target.text) : read_columns(indicator);
}

std::string print_target(const TargetValue& value, const TargetNotation& notation) {
    if (value.kind == TargetKind::blank)
        return "";
    if (value.kind != TargetKind::number && value.kind != TargetKind::month)
        return replace_all(replace_all(value.text, "≥", notation.at_least), "≤", notation.at_most);

    std::string result(comparator_sign(value.comparator, notation));
    const std::string number = value.number.to_string();
    if (value.unit == "百分之")
        return result + value.unit + number;
    const bool blank =
        notation.blank_before_unit && !value.unit.empty() && value.unit != "%" && value.unit != "‰";
    result += number;
    if (blank)
        result += ' ';
    result += multiplier_word(value.multiplier);
    return result + value.unit;
}

std::optional<Decimal> read_money(std::string_view text, std::string_view table_unit) {
    const std::string folded = fold_signs(text);
    std::string_view rest = folded;
    take_any(rest, std::array<std::string_view, 3>{"人民币", "¥", "￥"});
    take_suffix(rest, "整");
    TargetValue value;
    if (!read_number(rest, value))
        return std::nullopt;
    if (value.unit == "元" || (value.unit.empty() && value.multiplier > 1))
        return value.amount();
    if (value.unit == "千元")
        return value.number.times(1000);
    if (!value.unit.empty())
        return std::nullopt;
    std::string_view unit = table_unit;
    const std::int64_t factor = take_multiplier(unit);
    return value.number.times(unit == "千元" ? 1000 : factor);
}

} // namespace jibiao
