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

namespace {

/// In the order of rules.md's chapters: completeness, target values, money, language.
constexpr const Rule* all[] = {
    &missing_category,      &basis_missing,  &placeholder,       &plan_blank_quarter,
    &plan_not_monotone,     &plan_not_100,   &value_percent_cap, &value_missing_unit,
    &value_repeated_digits, &cost_ne_budget, &sum_mismatch,      &unbalanced_bracket,
};

} // namespace

std::span<const Rule* const> rules() {
    return all;
}

} // namespace jibiao::check
