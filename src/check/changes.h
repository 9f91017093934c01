#pragma once
#include "model/book.h"

namespace jibiao::check {

/// Whether two books differ in nothing but cells of indicators, and in none of their level 1, level 2 and
/// name.
bool differ_in_details_only(const Book& a, const Book& b);

} // namespace jibiao::check
