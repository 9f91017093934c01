#pragma once
#include "base/decimal.h"
#include "model/book.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jibiao {

enum class Comparator : std::uint8_t { none, at_least, at_most, more_than, less_than, equal };

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
    number,      ///< ≥5次, 1.8万人次, ≤27万元, ≥95%.
    month,       ///< 11月: a calendar month or a number of months, the form does not say.
    date,        ///< 2021.12.31, 12月底, 2021年6月.
    period,      ///< 2021.3.1-2021.12.31.
    qualitative, ///< Anything else: 持续提升, 单次维修3日内完成.
};

/// A target value (指标值) as read from its notation. print(read(text)) gives back the notation of `text`,
/// but for blanks, full-width forms, thousands separators, and comparators in words (不少于, 以上), which
/// come out as the form's signs; reading that again gives the same value.
struct TargetValue {
    TargetKind kind = TargetKind::blank;
    Comparator comparator = Comparator::none;
    Decimal number;              ///< As written, before the multiplier: 1.8 in 1.8万人次.
    std::int64_t multiplier = 1; ///< 1, 万 = 10,000, 百万, 千万, 亿 = 100,000,000.
    std::string unit; ///< After the multiplier: 人次, 元 (of 万元), %, 百分比. Folded. 百分之 stands
                      ///< before its number.
    Date from;        ///< The date, or the period's first day.
    Date to;          ///< The period's last day.
    std::string text; ///< The folded cell where kind is qualitative, date or period.

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
