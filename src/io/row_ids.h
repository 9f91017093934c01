#pragma once
#include "model/book.h"

namespace jibiao::io {

/// Makes every row's id unique and not 0, last_row_id the highest of them or higher, Project::section a
/// section that is there, and levels of sections no deeper than files may be; drops suppressions and comments
/// of rows that are not there. What had to be changed becomes a note. For books from files, which anyone may
/// have edited.
void repair_rows(Book& book);

} // namespace jibiao::io
