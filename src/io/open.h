#pragma once
#include "base/result.h"
#include "io/prepared_forms.h"
#include "model/book.h"
#include "templates/template.h"

#include <string_view>

namespace jibiao::io {

/// A book from whatever a person has picked, told by its first bytes: our JSON, XML or binary
/// form, or a published text. Word, Excel, PDF and the like get an error that says what they are and what to
/// do. `template_id` as in import_text.
Result<Book> open_book(std::string_view bytes, std::string_view file_name, const Templates& templates,
                       std::string_view template_id = {});
/// The same for one of many files.
Result<Book> open_book(std::string_view bytes, std::string_view file_name, const PreparedForms& forms,
                       std::string_view template_id = {});

} // namespace jibiao::io
