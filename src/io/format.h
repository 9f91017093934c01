#pragma once

namespace jibiao::io {

/// The version of our own file format that is written. Every version ever released can be read.
///   1  first release
///   2  cover, table of contents, tables about the department, weights
inline constexpr int format_version = 2;

} // namespace jibiao::io
