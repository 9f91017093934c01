#pragma once
#include "base/result.h"

#include <cstddef>
#include <string_view>

namespace jibiao::io {

/// An error at a byte of a text: "第 3 行第 12 列" and then `what`, a word() or translated already. Columns
/// count code points, both from 1.
Error error_at(std::string_view text, std::size_t offset, std::string_view what);

/// 1-based line of a byte of a text.
int line_at(std::string_view text, std::size_t offset);

} // namespace jibiao::io
