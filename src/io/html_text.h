#pragma once
#include <string>
#include <string_view>

namespace jibiao::io {

/// Text as HTML: what means something there is escaped, line ends become `line_end`.
std::string html_text(std::string_view text, std::string_view line_end = "<br>");

} // namespace jibiao::io
