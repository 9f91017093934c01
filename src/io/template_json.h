#pragma once
#include "base/result.h"
#include "templates/template.h"

#include <string_view>

namespace jibiao::io {

// Readers of assets/templates/*.json, assets/profiles/*.json and assets/reading/*.json; the formats are
// described in the README.md beside them. An unknown key is an error: in these files it is a slip of the pen.
// Errors name file, line and key.

Result<Template> read_template(std::string_view json, std::string_view file_name);
Result<Profile> read_profile(std::string_view json, std::string_view file_name);
Result<ReadingWords> read_reading_words(std::string_view json, std::string_view file_name);

/// Everything that is compiled into the program. Its files are read by the tests, so none can be broken here.
Templates load_embedded_templates();
/// A profile without rules if there is none of that id.
Profile load_embedded_profile(std::string_view id);

} // namespace jibiao::io
