#pragma once
#include "check/check.h"

#include <string>
#include <vector>

namespace jibiao::check {

/// Names each finding of a report, then each suppressed one, by what it is about and not by where it stands,
/// so that it is known again in another year's report or after rows were added: rule, project, indicator,
/// cell and what the cell says. 16 hexadecimal digits, and ":2" for the second of the same name.
std::vector<std::string> fingerprints(const Book& book, const Report& report);

} // namespace jibiao::check
