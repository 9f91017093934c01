#pragma once
#include "base/result.h"
#include "platform/desktop/disk.h"
#include "platform/platform.h"

#include <filesystem>
#include <optional>
#include <string>

namespace jibiao::platform {

/// The journal of edits as files of one folder. For each book:
///
///   <name>.snapshot   the whole book, one record; replaced as a whole
///   <name>.journal    a record for each change after it, appended
///   <name>.meta       what is said of it in the list of books
///   <name>.*.damaged  what could not be read and was set aside
///
/// and `last`, the name of the book that was written last, and `count`, the highest number of a book that is
/// gone. In a name everything but ASCII letters, digits,
/// `-` and `_` is written as %XX. A record is: length of the bytes (4 bytes, little-endian), CRC-32 of
/// revision and bytes (4), revision (8), the bytes; these have a format and version of their own. Nothing is
/// acknowledged before fsync returned, which the caller waits for. A folder belongs to one program at a time
/// (`lock`).
class Journal {
  public:
    /// Creates the folder. What is wrong with it is the answer to everything asked later.
    explicit Journal(std::filesystem::path folder);

    /// → BooksListed or JournalFailed.
    Event list();
    /// → JournalLoaded, or JournalFailed if its snapshot is damaged (which sets it aside, so that writing can
    /// go on). After a damaged record the changes before it are given.
    Event load(std::string_view book);
    /// → JournalSaved or JournalFailed. `revision` is above those before.
    Event append(std::string_view book, std::uint64_t revision, std::string_view entry);
    Event snapshot(std::string_view book, std::uint64_t revision, std::string_view bytes);
    /// → JournalFailed or nothing.
    std::optional<Event> describe(std::string_view book, std::string_view meta);
    std::optional<Event> remove(std::string_view book);

  private:
    std::filesystem::path path(std::string_view book, const char* extension) const;
    std::optional<Error> claim();
    /// Makes `book` the current one and gives what is stored of it.
    Result<JournalLoaded> open(std::string_view book);
    std::optional<Error> read_snapshot(JournalLoaded& loaded) const;
    std::optional<Error> read_entries(JournalLoaded& loaded);
    std::optional<Error> make_current(std::string_view book);
    std::optional<Error> write_entry(std::string_view record);
    std::optional<Error> write_snapshot(std::string_view record);
    Result<BooksListed> read_list();
    std::optional<Error> delete_files(std::string_view book);
    Event answer(std::uint64_t revision, const std::optional<Error>& failure) const;
    JournalFailed not_written(const Error& error) const;
    JournalFailed not_loaded(const Error& error, std::string_view book = {}) const;

    std::filesystem::path folder_;
    std::optional<File> lock_;
    std::optional<Error> unusable_;

    std::string book_; ///< The current one, while `entries_` is open.
    std::optional<File> entries_;
    std::size_t end_ = 0; ///< Of the sound records in `entries_`.
    std::string last_;    ///< What the file `last` says.
};

} // namespace jibiao::platform
