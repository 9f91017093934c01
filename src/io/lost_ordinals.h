#pragma once
#include "model/book.h"

namespace jibiao::io {

/// Headings whose automatic number a converter has lost stand as paragraphs among numbered sections: makes
/// them sections again, with the number that their place gives them and a note.
void restore_lost_ordinals(Book& book);

} // namespace jibiao::io
