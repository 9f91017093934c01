#pragma once
#include "base/result.h"
#include "templates/library.h"

#include <string_view>
#include <vector>

namespace jibiao::io {

/// The library of indicators as assets/library/README.md describes it. An Error names the line.
Result<std::vector<LibraryEntry>> read_library(std::string_view text);

} // namespace jibiao::io
