#pragma once
#include <string_view>

namespace jibiao::io {

/// Whether a paragraph ends as whole sentences, lists and quotations do: it goes on nowhere else.
bool ends_sentence(std::string_view text);
/// Whether a paragraph's end is one that a heading may have.
bool is_heading_end(std::string_view text);

} // namespace jibiao::io
