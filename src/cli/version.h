#pragma once
#include <string_view>

namespace jibiao::cli {

/// Of the program: 0.4.0.
std::string_view version();

} // namespace jibiao::cli
