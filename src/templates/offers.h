#pragma once
#include "templates/template.h"

#include <vector>

/// Texts that a form offers for a cell. Any other text may be typed.

namespace jibiao {

/// Whether the form offers texts for such cells at all.
bool has_offers(const Template& form, Field field);
/// They: the form's own choices, else of the category cells the names of its tree. Of level 2 those below the
/// level 1 of `row`, the indicator that the cell belongs to; all of them if that is blank or unknown.
std::vector<std::string> offers(const Template& form, Field field, const Indicator* row = nullptr);

} // namespace jibiao
