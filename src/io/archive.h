#pragma once
#include "base/result.h"
#include "io/format.h"
#include "model/book.h"
#include "model/patch.h"

#include <string>
#include <string_view>

namespace jibiao::io {

/// {"format":"jibiao-book","version":2,"book":{…}}: readable keys, enumerators by name, defaults left out, a
/// key a line, so that two versions of a file can be compared. Loss-free.
std::string write_json(const Book& book);
/// Missing keys have their defaults, unknown ones become notes, a wrong type is an error that names its path.
/// Row ids that are 0 or stand twice are replaced, with a note.
Result<Book> read_json(std::string_view text);

/// The same for storage: magic, kind, version, length and CRC-32 in front of a compact cereal archive.
std::string write_binary(const Book& book);
Result<Book> read_binary(std::string_view bytes);
bool is_binary(std::string_view bytes);

/// One entry of the journal.
std::string write_patch(const Patch& patch);
Result<Patch> read_patch(std::string_view bytes);

} // namespace jibiao::io
