#pragma once
#include "model/book.h"

/// Books as a careful office writes them: several projects of different fields, in which no rule finds
/// anything. For planting mistakes in them, and for measuring the checker on realistic text.
namespace sound_books {

/// Equal for equal seeds. `projects` of the topics in turn; from the second round on with other places and
/// numbers.
jibiao::Book sound_book(unsigned seed, int projects = 6);

} // namespace sound_books
