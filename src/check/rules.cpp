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
// Indicators
extern const Rule wrong_category;
extern const Rule output_as_benefit;
extern const Rule category_inconsistent;
extern const Rule name_not_measurable;
extern const Rule name_contains_unit;
extern const Rule description_repeats_name;
extern const Rule description_vague;
extern const Rule basis_not_a_source;
extern const Rule basis_self_reference;
extern const Rule basis_mismatch;
extern const Rule explanation_restates_value;
extern const Rule indicator_duplicated;
extern const Rule conflicting_values;
extern const Rule count_vs_rate_conflict;
extern const Rule table_value_inconsistent;
extern const Rule input_as_output;
extern const Rule name_is_a_sentence;
extern const Rule void_row;

namespace {

/// In the order of rules.md's chapters: completeness, target values, indicators, money, language.
constexpr const Rule* all[] = {
    &missing_category,
    &basis_missing,
    &placeholder,
    &plan_blank_quarter,
    &plan_not_monotone,
    &plan_not_100,
    &value_percent_cap,
    &value_missing_unit,
    &value_repeated_digits,
    // Indicators
    &wrong_category,
    &output_as_benefit,
    &category_inconsistent,
    &name_not_measurable,
    &name_contains_unit,
    &description_repeats_name,
    &description_vague,
    &basis_not_a_source,
    &basis_self_reference,
    &basis_mismatch,
    &explanation_restates_value,
    &indicator_duplicated,
    &conflicting_values,
    &count_vs_rate_conflict,
    &table_value_inconsistent,
    &input_as_output,
    &name_is_a_sentence,
    &void_row,
    // Money
    &cost_ne_budget,
    &sum_mismatch,
    &unbalanced_bracket,
};

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
