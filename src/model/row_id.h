#pragma once
#include <cstdint>

namespace jibiao {

/// Names a row (project, goal, plan line, indicator, paragraph …) for as long as its book lives: unique in
/// the book, never reused, kept by every archive. 0 is no row; the book itself is addressed with 0.
using RowId = std::uint32_t;

} // namespace jibiao
