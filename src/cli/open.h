#pragma once
#include "base/result.h"
#include "cli/cli.h"
#include "io/prepared_forms.h"
#include "model/book.h"
#include "templates/template.h"

#include <optional>
#include <string>
#include <string_view>

namespace jibiao::cli {

/// Any file that we can read, as a book; its form is recognised unless `template_id` names it. Errors name
/// the file.
Result<Book> open(const std::string& path, const io::PreparedForms& forms, const Streams& streams,
                  std::string_view template_id = {});

/// An error that lists the forms there are, unless `id` is one of them or empty.
std::optional<Error> check_template_id(std::string_view id, const Templates& forms);

} // namespace jibiao::cli
