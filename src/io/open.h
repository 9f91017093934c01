#pragma once
#include "base/result.h"
#include "model/book.h"
#include "templates/template.h"

#include <string_view>

namespace jibiao::io {

/// Opens any supported file, recognised by its content and not by its name: our JSON, our binary form, text.
/// What is known but not supported yet (Word, Excel, PDF, web page) is refused by name, with what to do.
Result<Book> open_book(std::string_view bytes, std::string_view file_name, const Templates& templates,
                       std::string_view template_id = {});

} // namespace jibiao::io
