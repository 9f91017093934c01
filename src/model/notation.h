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

bool take_prefix(std::string_view& text, std::string_view prefix);
bool take_suffix(std::string_view& text, std::string_view suffix);
/// The first of `prefixes` that stands there.
bool take_any(std::string_view& text, std::span<const std::string_view> prefixes);

/// ≥, 不少于, 控制在 … in front of a number or date.
Comparator take_comparator(std::string_view& text);
/// 以上, 以内 … behind it.
Comparator take_trailing_comparator(std::string_view& text);

/// A whole number below 10,000 in Chinese numerals (三, 十二, 一百零五) that stands in front of 万, 亿 or a
/// counting word: 三次, 五个工作日, not 三级, 一次性, 一定程度. It is printed in digits.
std::optional<Decimal> take_chinese_number(std::string_view& text);
/// The same without anything behind it: 九十 in 百分之九十.
std::optional<Decimal> read_chinese_number(std::string_view text);

/// The whole of `folded` as a date or a period of time; nullopt for anything else, N月 included.
std::optional<TargetValue> read_time(std::string_view folded);

} // namespace jibiao
