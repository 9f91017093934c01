#include "model/target_value.h"

#include "base/text.h"
#include "model/notation.h"

#include <algorithm>
#include <array>

namespace jibiao {
namespace {

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
    case Comparator::about:
        return "约";
    }
    return "";
}

/// Whether the words behind a number say what its sign would: 内 of 5日内完成.
bool states_comparator(std::string_view after, Comparator comparator) {
    static constexpr std::array<std::string_view, 3> within{"内", "以内", "之内"};
    return comparator == Comparator::at_most && take_any(after, within);
}

/// 次 of 每月1次: the words in front say the rest of the unit.
std::string_view printed_unit(const TargetValue& value) {
    const std::string_view unit = value.unit;
    return is_rate_word(value.before) ? unit.substr(0, unit.find('/')) : unit;
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
        const auto value = read_number(rest);
        if (value && value->kind == TargetKind::number && value->amount() == number.amount())
            return value->unit;
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
        if (in_words && (value.kind == TargetKind::number || value.kind == TargetKind::range)) {
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
    for (const auto read : {read_time, read_number, read_grade}) {
        if (auto found = read(folded))
            return *std::move(found);
    }
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

    const bool words_behind = states_comparator(value.after, value.comparator);
    std::string result = value.before;
    if (!words_behind)
        result += comparator_sign(value.comparator, notation);
    const std::string number = value.number.to_string();
    if (is_fraction_word(value.unit))
        return result + value.unit + number;
    const std::string_view unit = printed_unit(value);
    const bool blank = notation.blank_before_unit && !unit.empty() && unit != "%" && unit != "‰";
    result += number;
    if (blank)
        result += ' ';
    result += multiplier_word(value.multiplier);
    result += unit;
    return words_behind ? result + value.after : result;
}

std::optional<Decimal> read_money(std::string_view text, std::string_view table_unit) {
    const std::string folded = fold_signs(text);
    std::string_view rest = folded;
    take_any(rest, std::array<std::string_view, 3>{"人民币", "¥", "￥"});
    take_suffix(rest, "整");
    const auto value = read_number(rest);
    if (!value || value->kind != TargetKind::number || !value->before.empty())
        return std::nullopt;
    if (value->unit == "元" || (value->unit.empty() && value->multiplier > 1))
        return value->amount();
    if (value->unit == "千元")
        return value->number.times(1000);
    if (!value->unit.empty())
        return std::nullopt;
    std::string_view unit = table_unit;
    const std::int64_t factor = take_multiplier(unit);
    return value->number.times(unit == "千元" ? 1000 : factor);
}

} // namespace jibiao
