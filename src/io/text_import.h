#pragma once
#include "base/result.h"
#include "model/book.h"
#include "templates/template.h"

#include <string_view>

namespace jibiao::io {

/// Reads a published performance target text, as converters make it of .doc and .pdf files, into a book. The
/// form is recognised unless `template_id` names it. Every cell keeps its raw text and line; what has no
/// place in the model is kept as unplaced paragraphs, and the book's notes say so. Errors: no text, an
/// encoding that is neither UTF-8, UTF-16 nor GB 18030, blank, too large (64 MB, 1 MB a line, 1,000,000
/// cells, 10,000 tables), or no performance target table and no section of one.
Result<Book> import_text(std::string_view bytes, std::string_view file_name, const Templates& templates,
                         std::string_view template_id = {});

} // namespace jibiao::io
