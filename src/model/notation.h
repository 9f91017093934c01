#pragma once
#include "model/target_value.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The pieces from which notations of target values are read. Each take_… removes what it reads from the
/// front (or the end) of `text`, or leaves `text` alone.

namespace jibiao {

/// fold(), and signs that it leaves alone (≮, ⩾, ﹥) in their common forms.
std::string fold_signs(std::string_view text);

inline bool take_prefix(std::string_view& text, std::string_view prefix) {
    // Nearly all that is tried does not stand there: its last byte says so without a call.
    if (prefix.size() > text.size() || (!prefix.empty() && text[prefix.size() - 1] != prefix.back()) ||
        !text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}
bool take_suffix(std::string_view& text, std::string_view suffix);
/// The first of `prefixes` that stands there.
bool take_any(std::string_view& text, std::span<const std::string_view> prefixes);

/// ≥, 不少于, 控制在 … in front of a number or date.
Comparator take_comparator(std::string_view& text);
/// 以上, 以内 … behind it.
Comparator take_trailing_comparator(std::string_view& text);

/// A whole number below 10,000 in Chinese numerals (三, 十二, 一百零五), whatever follows it.
std::optional<int> take_numeral(std::string_view& text);
/// The same in front of 万, 亿 or a counting word: 三次, 五个工作日, not 三级, 一次性, 一定程度; and 半 in
/// front of a length of time. It is printed in digits.
std::optional<Decimal> take_chinese_number(std::string_view& text);
/// The whole of `text` in Chinese numerals, with decimals or without: 九十五点五 of 百分之九十五点五.
std::optional<Decimal> read_chinese_number(std::string_view text);

/// 百, 万 … behind a number; 1 if there is none.
std::int64_t take_multiplier(std::string_view& text);
std::string_view multiplier_word(std::int64_t factor);

/// 日, 个工作日, 小时 …: behind it 内 means "within".
bool is_length_of_time(std::string_view unit);
/// 完成, 办结, 完成全部任务: what is to be done by a date or within a time. Short, and without a number.
bool is_deed(std::string_view text);
/// Whether `text` can be counted in: letters, ideographs, / and the like, and no words of a sentence.
bool is_unit(std::string_view text);
/// 百分之, 千分之, 万分之: units that stand before their number.
bool is_fraction_word(std::string_view unit);
/// 每月, 平均每人每年, 日均: makes what follows a rate.
bool is_rate_word(std::string_view before);

/// The whole of `folded` as a number or a range of numbers.
std::optional<TargetValue> read_number(std::string_view folded);
/// The grade that `folded` is or asks for at least, and the comparator: 合格以上, 二级及以上, 优秀.
std::optional<TargetValue> read_grade(std::string_view folded);
/// The whole of `folded` as a date or a period of time; nullopt for anything else, N月 included.
std::optional<TargetValue> read_time(std::string_view folded);

} // namespace jibiao
