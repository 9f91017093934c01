#pragma once
#include "base/result.h"
#include "io/format.h"
#include "model/book.h"
#include "model/patch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Our own files. All forms hold the same and lose nothing; books of earlier versions are brought up to date
/// (upgrade.h). Sizes have bounds (bounds.h). Where readers had to change something, the book's notes say so;
/// row ids that are 0 or stand twice are replaced, with a note.

namespace jibiao::io {

/// {"format":"jibiao-book","version":5,"book":{…}}: readable keys, enumerators by name, defaults left out, a
/// key a line, so that two versions of a file can be compared.
std::string write_json(const Book& book);
/// A missing key has its default, one that nobody knows is left out, so is a value of a wrong type unless it
/// can be read all the same: each with a note that names the path. Errors are only for what is no such file.
Result<Book> read_json(std::string_view text);

/// <jibiao-book version="5"><book>…: the same keys as elements. Read in the same way.
std::string write_xml(const Book& book);
Result<Book> read_xml(std::string_view text);
/// Whether it is XML, of whatever kind.
bool is_xml(std::string_view text);

/// The same for storage: magic, kind, version, length and CRC-32 in front of a compact cereal archive.
std::string write_binary(const Book& book);
Result<Book> read_binary(std::string_view bytes);
bool is_binary(std::string_view bytes);
/// The CRC-32 that a file of this version carries. Since version 5 it is of the version, too: by another one
/// the payload may make sense as well.
std::uint32_t checksum(int version, std::string_view payload);

/// One entry of the journal.
std::string write_patch(const Patch& patch);
Result<Patch> read_patch(std::string_view bytes);
/// Does to `book` what the entry says, and brings it up to date if the entry is of an earlier version. On an
/// error the book is as before.
std::optional<Error> replay(Book& book, std::string_view entry);

} // namespace jibiao::io
