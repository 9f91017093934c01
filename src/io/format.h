#pragma once

namespace jibiao::io {

/// The version of our own file format that is written. Every version ever released can be read.
///   1  first release
///   2  cover, table of contents, tables about the department, weights
///   3  suppressions, the record of the last check
inline constexpr int format_version = 3;

} // namespace jibiao::io
