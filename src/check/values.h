#pragma once
#include "check/facts.h"

#include <optional>
#include <string>
#include <string_view>

/// What the rules of target values read in the same way. Texts are folded.

namespace jibiao::check {

/// 文字描述, 定性 in the column of signs: the target is meant to be words.
bool is_target_in_words(const RowFacts& row, const Profile& profile);
/// A target in words that holds no number, in digits or in Chinese numerals at its front (不少于三次); "" for
/// all others, and for cells that state nothing (无, /).
std::string_view words_of_target(const RowFacts& row, const Profile& profile);
/// Words that state a standard that can be checked without a number: 验收合格, 零投诉, 低于全省平均水平.
bool is_checkable(std::string_view text, const Profile& profile);
/// The target as it stands, for quoting: sign, value and unit.
std::string quoted_target(const RowFacts& row);

/// A number in more words than sign, number and unit: 收到申请后5日内, 3日内完成, 约5次, 共4场; not 每月1次.
bool is_in_a_sentence(const TargetValue& value);
/// A plain amount of money: 27万元, 3000元; not 15元/平方米.
bool is_money(const TargetValue& value);
/// 15元/平方米.
bool is_price(const TargetValue& value);
bool is_rate(const TargetValue& value);
bool has_lower_bound(const TargetValue& value); ///< ≥ or >.
bool has_upper_bound(const TargetValue& value); ///< ≤ or <.
bool is_benefit(CategoryKind kind);

bool has_digit(std::string_view text);

} // namespace jibiao::check
