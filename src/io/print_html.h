#pragma once
#include "model/book.h"
#include "templates/template.h"

#include <string>

namespace jibiao::io {

/// The document for Platform::print, in the order and the words of `form`: cover, sections with their tables,
/// the projects' tables. A fragment of HTML with the classes of web/later/print.css. What the form has no
/// place for is left out, as is the table of contents: its page numbers are those of other sheets.
std::string print_html(const Book& book, const Template& form);

} // namespace jibiao::io
