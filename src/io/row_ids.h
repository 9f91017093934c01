#pragma once
#include "model/book.h"

namespace jibiao::io {

/// Makes every row's id unique and not 0, and last_row_id the highest of them or higher; what had to be
/// changed becomes a note. For books from files, which anyone may have edited.
void repair_row_ids(Book& book);

} // namespace jibiao::io
