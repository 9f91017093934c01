#pragma once
#include "base/decimal.h"
#include "base/text.h"
#include "edit/edit.h"
#include "model/book.h"
#include "model/target_value.h"
#include "templates/template.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What several rules read from a form in the same way.

namespace jibiao::check {

/// A row that states something: it has a name, a description or a target. Category labels alone do not count.
bool is_filled(const Indicator& indicator);

/// 培训参加人次（人次） is measured as 培训参加人次; what stands in the brackets at its end is 人次. Both
/// folded.
struct MeasuredName {
    std::string name;
    std::string in_brackets;
};
MeasuredName measured_name(std::string_view folded);
inline MeasuredName measured_name(const Indicator& indicator) {
    return measured_name(fold(indicator.name.text));
}

using Words = WordList;

TargetNotation notation_of(const Template& form);

/// The edits that make `value` the target of an indicator: sign, number and unit go where each stood before,
/// be it one cell or three. A unit that stood nowhere goes to the form's column for it, else behind the
/// number.
std::vector<edit::Operation> set_target(const Indicator& indicator, const TargetValue& value,
                                        const Template& form);

/// A percentage of the spending plan: 25.00%, 25.
std::optional<Decimal> read_percent(std::string_view text);

/// 元, 千元 or 万元: of the table, else of its form; "" if the table states another one: its amounts cannot
/// be read.
std::string_view money_unit_of(const Project& project, const Template& form);
/// How many 元 a money unit is: 1, 1000, 10000.
std::int64_t yuan_in(std::string_view unit);
/// An amount in 元 as the number that stands before `unit` (元, 千元, 万元); `places` at least.
std::string in_unit(Decimal yuan, std::string_view unit, int places = 0);

/// A price for a whole number of things; nothing if the number is not whole.
std::optional<Decimal> product(Decimal quantity, Decimal price);

/// A form's label without "其中：".
std::string short_label(const Template& form, Field field, ProjectKind kind = ProjectKind::project);

} // namespace jibiao::check
