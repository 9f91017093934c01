#pragma once
#include "model/book.h"
#include "templates/template.h"

#include <string>

namespace jibiao::io {

/// The document as text, in the order, the words and the physical layout of `form` (templates/template.h:
/// TextLayout): what import_text reads again. A cell that was imported and not changed since comes out as it
/// came in, without bookmarks, field codes and outer blanks. Cells that the form has no place for are left
/// out. UTF-8, lines end with '\n'.
std::string export_text(const Book& book, const Template& form);

} // namespace jibiao::io
