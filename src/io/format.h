#pragma once

namespace jibiao::io {

/// The version of our own file format that is written. Every version ever released can be read.
///   1  first release
///   2  cover, table of contents, tables about the department, weights
///   3  suppressions, the record of the last check
///   4  cells that were taken over from last year's book
///   5  comments
///   6  single indicators in the journal
inline constexpr int format_version = 6;

} // namespace jibiao::io
