#pragma once
#include "check/check.h"

#include <string>
#include <string_view>
#include <vector>

namespace jibiao::check {

/// The finding stays as it is, for this reason. `date` as 2026-11-22: the core asks no clock.
edit::Edit suppress(const Finding& finding, std::string reason, std::string date);
edit::Edit unsuppress(const Suppression& suppression);

/// False for what is said about suppressions: its remedy is to take them back.
bool can_be_suppressed(std::string_view rule);

/// Moves the findings that the book gives a reason for to `report.suppressed`: those of the same rule and
/// place, where the cell says the same and the rule says the same of it. A blank reason is none. Returns the
/// suppressions for which there was none.
std::vector<const Suppression*> set_aside(Report& report, const Book& book);

} // namespace jibiao::check
