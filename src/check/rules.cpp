#include "check/check.h"

/// The table of rules. A rule is in here or it does not exist: nothing registers itself.

namespace jibiao::check {

extern const Rule basis_missing;
extern const Rule cost_ne_budget;
extern const Rule missing_category;
extern const Rule placeholder;
extern const Rule plan_blank_quarter;
extern const Rule plan_not_100;
extern const Rule plan_not_monotone;
extern const Rule sum_mismatch;
extern const Rule unbalanced_bracket;
extern const Rule value_missing_unit;
extern const Rule value_percent_cap;
extern const Rule value_repeated_digits;
extern const Rule value_vague;
extern const Rule value_not_quantified;
extern const Rule value_not_numeric;
extern const Rule value_repeats_description;
extern const Rule value_text_mismatch;
extern const Rule symbol_value_mismatch;
extern const Rule comparator_missing;
extern const Rule comparator_wrong;
extern const Rule month_ambiguous;
extern const Rule unit_mismatch;
extern const Rule unit_nonstandard;
extern const Rule unit_column_not_a_unit;
extern const Rule unit_differs_from_table;
extern const Rule satisfaction_100_percent;
extern const Rule cost_rate_target_zero;
extern const Rule unrealistic_target;
extern const Rule low_target;
extern const Rule period_contradiction;
extern const Rule date_format_inconsistent;
extern const Rule direction_reversed;
extern const Rule fake_percentage;
extern const Rule satisfaction_object_missing;
extern const Rule timeliness_not_a_deadline;

namespace {

/// In the order of rules.md's chapters: completeness, target values, money, language.
constexpr const Rule* all[] = {
    // clang-format off: a rule a line
    &missing_category,
    &basis_missing,
    &placeholder,
    &plan_blank_quarter,
    &plan_not_monotone,
    &plan_not_100,
    &value_percent_cap,
    &value_missing_unit,
    &value_repeated_digits,
    &value_vague,
    &value_not_quantified,
    &value_not_numeric,
    &value_repeats_description,
    &value_text_mismatch,
    &symbol_value_mismatch,
    &comparator_missing,
    &comparator_wrong,
    &month_ambiguous,
    &unit_mismatch,
    &unit_nonstandard,
    &unit_column_not_a_unit,
    &unit_differs_from_table,
    &satisfaction_100_percent,
    &cost_rate_target_zero,
    &unrealistic_target,
    &low_target,
    &period_contradiction,
    &date_format_inconsistent,
    &direction_reversed,
    &fake_percentage,
    &satisfaction_object_missing,
    &timeliness_not_a_deadline,
    &cost_ne_budget,
    &sum_mismatch,
    &unbalanced_bracket,
    // clang-format on
};

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
