#pragma once
#include "model/book.h"

namespace jibiao::io {

/// Makes of a book as version `from` of the format stored it one of today's: one step a version, each of
/// which fills in what the later version knows and the earlier one only implied. Does nothing to what is
/// there.
void upgrade(Book& book, int from);

} // namespace jibiao::io
