#include "check/check.h"

/// The table of rules. A rule is in here or it does not exist: nothing registers itself.

namespace jibiao::check {

extern const Rule basis_missing;
extern const Rule blank_number;
extern const Rule caption_misplaced;
extern const Rule cost_ne_budget;
extern const Rule empty_category;
extern const Rule field_too_long;
extern const Rule heading_duplicated;
extern const Rule label_variant;
extern const Rule level1_missing;
extern const Rule level2_invalid;
extern const Rule level2_missing;
extern const Rule level_placement_inconsistent;
extern const Rule missing_category;
extern const Rule missing_label;
extern const Rule numbering;
extern const Rule placeholder;
extern const Rule plan_blank_quarter;
extern const Rule plan_not_100;
extern const Rule plan_not_monotone;
extern const Rule plan_not_phased;
extern const Rule project_code;
extern const Rule required_missing;
extern const Rule shifted_cells;
extern const Rule stray_cell_value;
extern const Rule sum_mismatch;
extern const Rule too_few_indicators;
extern const Rule too_many_indicators;
extern const Rule unbalanced_bracket;
extern const Rule value_missing_unit;
extern const Rule value_percent_cap;
extern const Rule value_repeated_digits;

namespace {

/// In the order of rules.md's chapters: completeness, target values, money, language.
// clang-format off: a rule a line, so that lines can be merged.
constexpr const Rule* all[] = {
    &missing_category,      &empty_category,     &basis_missing,
    &blank_number,          &missing_label,      &level1_missing,
    &level2_missing,        &level2_invalid,     &level_placement_inconsistent,
    &label_variant,         &shifted_cells,      &stray_cell_value,
    &placeholder,           &numbering,          &heading_duplicated,
    &caption_misplaced,     &plan_blank_quarter, &plan_not_phased,
    &required_missing,      &project_code,       &too_few_indicators,
    &too_many_indicators,   &plan_not_monotone,  &plan_not_100,
    &field_too_long,        &value_percent_cap,  &value_missing_unit,
    &value_repeated_digits, &cost_ne_budget,     &sum_mismatch,
    &unbalanced_bracket,
};
// clang-format on

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
