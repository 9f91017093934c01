#pragma once
#include "base/result.h"
#include "model/book.h"
#include "model/patch.h"

#include <string>
#include <string_view>

namespace jibiao::io {

/// The version that is written. Every version ever released can be read.
inline constexpr int format_version = 1;

/// Our own file: {"format":"jibiao-book","version":1,"book":{…}}. Keys are those of model/field.h; what is
/// empty is left out, so a file reads well and two of them compare well.
std::string write_json(const Book& book);

/// Keys that are not known become notes of the book; missing ones take their defaults. Errors: no JSON, not
/// our format, a newer version, a value of the wrong type (named by its path).
Result<Book> read_json(std::string_view json);

/// Portable binary, for the journal: magic, version, length and CRC-32, then the book. Errors: not this form,
/// newer, cut off, changed on the way. No size read from the bytes makes an allocation larger than what is
/// left of them.
std::string write_binary(const Book& book);
Result<Book> read_binary(std::string_view bytes);

/// The same for what changed between two revisions.
std::string write_patch(const Patch& patch);
Result<Patch> read_patch(std::string_view bytes);

} // namespace jibiao::io
