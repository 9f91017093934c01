#pragma once
#include "base/decimal.h"
#include "model/book.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao {

/// `about`: 约, 左右.
enum class Comparator : std::uint8_t { none, at_least, at_most, more_than, less_than, equal, about };

/// A calendar date as far as it was stated: month and day are 0 where they were not.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const Date&) const = default;
};

/// What kind of target a cell states.
enum class TargetKind : std::uint8_t {
    blank,
    number,      ///< ≥5次, 1.8万人次, ≤27万元, ≥95%, 每月1次, 收到申请后5日内.
    range,       ///< 8-10次, 80%~90%, 3至5天内.
    month,       ///< 11月: a calendar month or a number of months, the form does not say.
    date,        ///< 2021.12.31, 12月底, 2021年6月.
    period,      ///< 2021.3.1-2021.12.31, 上半年.
    qualitative, ///< Anything else: 持续提升, 合格以上, 单次维修3日内完成.
};

/// A target value (指标值) as read from its notation; README.md has the grammar. print(read(text)) gives back
/// the notation of `text`, but for blanks, full-width forms, Chinese numerals, thousands separators, and
/// comparators in words (不少于, 以上, 左右), which come out as the form's signs; reading that again gives
/// the same value.
struct TargetValue {
    TargetKind kind = TargetKind::blank;
    Comparator comparator = Comparator::none;
    Decimal number; ///< As written, before the multiplier: 1.8 in 1.8万人次. A range's lower end.
    Decimal upper;  ///< A range's upper end, before the multiplier.
    std::int64_t multiplier = 1; ///< 1, 万 = 10,000, 百万, 千万, 亿 = 100,000,000.
    std::string unit; ///< After the multiplier: 人次, 元 (of 万元), %, 百分比, 次/月 (of 1次/月 and of
                      ///< 每月1次), :10 (of 1:10). Folded. 百分之, 千分之 stand before their number.
    std::string before; ///< Words of a number that stand in front of its sign: 每月, 人均, 全年, 收到申请后.
    std::string after; ///< Words of a number that stand behind its unit: 内完成, 日内 without 日.
    std::string grade; ///< The grade that a qualitative value names: 合格 of 合格以上. "" if it names none.
    Date from;         ///< The date, or the period's first day.
    Date to;           ///< The period's last day.
    std::string text; ///< The folded cell where kind is range, qualitative, date or period.

    /// number × multiplier.
    Decimal amount() const { return number.times(multiplier); }
    bool operator==(const TargetValue&) const = default;
};

/// Whether a unit is one of the spellings of per cent: %, 百分比, 百分之, 百分点.
bool is_percent(std::string_view unit);

TargetValue read_target(std::string_view text);
/// Of an indicator, whether its form has one column for the target or three (符号, 值, 单位).
TargetValue target_of(const Indicator& indicator);

/// How a form writes target values.
struct TargetNotation {
    std::string_view at_least = "≥";
    std::string_view at_most = "≤";
    bool blank_before_unit = false; ///< ≥1 次.
};
/// The target in the form's own notation.
std::string print_target(const TargetValue& value, const TargetNotation& notation = {});

/// A money amount in 元. `table_unit` is the unit to assume where `text` has none ("元" or "万元"); nullopt
/// if it is no amount of money. "3.75万元" → 37500.
std::optional<Decimal> read_money(std::string_view text, std::string_view table_unit);

} // namespace jibiao
