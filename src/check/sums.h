#pragma once
#include "check/check.h"

/// Sums beyond a project's table, for sum-mismatch.

namespace jibiao::check {

/// Amounts of a section's sentences that are the sum of others (templates/figures.h).
void check_figures(const Context& context, Findings& findings);
/// The department's tables: quantity × price, subtotals, totals, kinds of funds, of-which parts.
void check_tables(const Context& context, Findings& findings);

} // namespace jibiao::check
