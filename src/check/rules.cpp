#include "check/check.h"

/// The table of rules. A rule is in here or it does not exist: nothing registers itself.

namespace jibiao::check {

extern const Rule basis_mismatch;
extern const Rule basis_missing;
extern const Rule basis_not_a_source;
extern const Rule basis_self_reference;
extern const Rule blank_number;
extern const Rule caption_misplaced;
extern const Rule category_inconsistent;
extern const Rule comparator_missing;
extern const Rule comparator_wrong;
extern const Rule conflicting_values;
extern const Rule copied_text;
extern const Rule cost_ne_budget;
extern const Rule cost_rate_target_zero;
extern const Rule cost_total_missing;
extern const Rule count_vs_rate_conflict;
extern const Rule date_format_inconsistent;
extern const Rule date_outside_year;
extern const Rule dept_project_mismatch;
extern const Rule dept_projects_sum;
extern const Rule description_repeats_name;
extern const Rule description_vague;
extern const Rule direction_reversed;
extern const Rule duplicated_text;
extern const Rule duties_as_goals;
extern const Rule empty_category;
extern const Rule explanation_restates_value;
extern const Rule fake_percentage;
extern const Rule field_too_long;
extern const Rule foreign_word;
extern const Rule goal_indicator_mismatch;
extern const Rule goal_not_quantified;
extern const Rule goal_repeats_purpose;
extern const Rule goal_without_indicator;
extern const Rule heading_duplicated;
extern const Rule indicator_duplicated;
extern const Rule input_as_output;
extern const Rule label_variant;
extern const Rule level1_missing;
extern const Rule level2_invalid;
extern const Rule level2_missing;
extern const Rule level_placement_inconsistent;
extern const Rule low_target;
extern const Rule missing_category;
extern const Rule missing_label;
extern const Rule month_ambiguous;
extern const Rule name_contains_unit;
extern const Rule name_inconsistent;
extern const Rule name_is_a_sentence;
extern const Rule name_not_measurable;
extern const Rule numbering;
extern const Rule output_as_benefit;
extern const Rule period_contradiction;
extern const Rule placeholder;
extern const Rule plan_blank_quarter;
extern const Rule plan_not_100;
extern const Rule plan_not_monotone;
extern const Rule plan_not_phased;
extern const Rule project_code;
extern const Rule project_name_is_document_title;
extern const Rule punctuation;
extern const Rule purpose_duplicated;
extern const Rule purpose_too_vague;
extern const Rule redundant_wording;
extern const Rule required_missing;
extern const Rule same_output_two_projects;
extern const Rule satisfaction_100_percent;
extern const Rule satisfaction_object_missing;
extern const Rule shifted_cells;
extern const Rule stale_policy;
extern const Rule stale_year;
extern const Rule stray_cell_value;
extern const Rule sum_mismatch;
extern const Rule symbol_value_mismatch;
extern const Rule table_value_inconsistent;
extern const Rule timeliness_not_a_deadline;
extern const Rule too_few_indicators;
extern const Rule too_many_indicators;
extern const Rule typo;
extern const Rule unbalanced_bracket;
extern const Rule undefined_abbreviation;
extern const Rule unit_column_not_a_unit;
extern const Rule unit_differs_from_table;
extern const Rule unit_mismatch;
extern const Rule unit_nonstandard;
extern const Rule unrealistic_target;
extern const Rule value_missing_unit;
extern const Rule value_not_numeric;
extern const Rule value_not_quantified;
extern const Rule value_percent_cap;
extern const Rule value_repeated_digits;
extern const Rule value_repeats_description;
extern const Rule value_text_mismatch;
extern const Rule value_vague;
extern const Rule void_row;
extern const Rule wrong_category;
extern const Rule yuan_wan_confusion;

namespace {

/// In the order of rules.md's chapters: completeness, target values, money, language.
// clang-format off: a rule a line, so that lines can be merged.
constexpr const Rule* all[] = {
    &missing_category,
    &empty_category,
    &basis_missing,
    &blank_number,
    &missing_label,
    &level1_missing,
    &level2_missing,
    &level2_invalid,
    &level_placement_inconsistent,
    &label_variant,
    &shifted_cells,
    &stray_cell_value,
    &placeholder,
    &numbering,
    &heading_duplicated,
    &caption_misplaced,
    &plan_blank_quarter,
    &plan_not_phased,
    &required_missing,
    &project_code,
    &too_few_indicators,
    &too_many_indicators,
    &plan_not_monotone,
    &plan_not_100,
    &field_too_long,
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
    &goal_not_quantified,
    &goal_without_indicator,
    &goal_indicator_mismatch,
    &goal_repeats_purpose,
    &duties_as_goals,
    &purpose_too_vague,
    &purpose_duplicated,
    &project_name_is_document_title,
    &same_output_two_projects,
    &copied_text,
    &cost_ne_budget,
    &cost_total_missing,
    &dept_project_mismatch,
    &dept_projects_sum,
    &sum_mismatch,
    &yuan_wan_confusion,
    &typo,
    &foreign_word,
    &punctuation,
    &unbalanced_bracket,
    &duplicated_text,
    &redundant_wording,
    &name_inconsistent,
    &undefined_abbreviation,
    &stale_year,
    &stale_policy,
    &date_outside_year,
};
// clang-format on

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
