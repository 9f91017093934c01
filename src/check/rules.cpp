#include "check/check.h"

/// The table of rules. A rule is in here or it does not exist: nothing registers itself.

namespace jibiao::check {

extern const Rule basis_missing;
extern const Rule copied_text;
extern const Rule cost_ne_budget;
extern const Rule date_outside_year;
extern const Rule cost_total_missing;
extern const Rule dept_project_mismatch;
extern const Rule dept_projects_sum;
extern const Rule duplicated_text;
extern const Rule duties_as_goals;
extern const Rule foreign_word;
extern const Rule goal_indicator_mismatch;
extern const Rule goal_not_quantified;
extern const Rule goal_repeats_purpose;
extern const Rule goal_without_indicator;
extern const Rule missing_category;
extern const Rule name_inconsistent;
extern const Rule placeholder;
extern const Rule plan_blank_quarter;
extern const Rule plan_not_100;
extern const Rule plan_not_monotone;
extern const Rule project_name_is_document_title;
extern const Rule punctuation;
extern const Rule purpose_duplicated;
extern const Rule purpose_too_vague;
extern const Rule redundant_wording;
extern const Rule same_output_two_projects;
extern const Rule stale_policy;
extern const Rule stale_year;
extern const Rule sum_mismatch;
extern const Rule typo;
extern const Rule unbalanced_bracket;
extern const Rule undefined_abbreviation;
extern const Rule value_missing_unit;
extern const Rule value_percent_cap;
extern const Rule value_repeated_digits;
extern const Rule yuan_wan_confusion;

namespace {

/// In the order of rules.md's chapters: completeness, target values, money, language.
constexpr const Rule* all[] = {
    // clang-format off: one a line, in the order of the chapters.
    &missing_category,
    &basis_missing,
    &placeholder,
    &plan_blank_quarter,
    &plan_not_monotone,
    &plan_not_100,
    &value_percent_cap,
    &value_missing_unit,
    &value_repeated_digits,
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
    // clang-format on
};

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
