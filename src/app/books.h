#pragma once
#include "io/book_meta.h"
#include "model/book.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// All books of this machine: one of them is open at a time, of the others the list knows their BookMeta.

namespace jibiao::platform {
class Platform;
struct BooksListed;
struct JournalLoaded;
} // namespace jibiao::platform

namespace jibiao::app {

struct Knowledge;
struct State;

struct BookEntry {
    std::string id;
    io::BookMeta meta; ///< As the storage has it.
};

/// What a book is read from the storage for.
enum class ReadFor : std::uint8_t {
    resume, ///< It was open when the page was left.
    open,
    duplicate,
    roll_forward, ///< Next year's book is made from it (roll_forward.h).
    compare,      ///< To stand beside the open one (compare.h).
    open_to_compare,
};

struct Books {
    std::vector<BookEntry> all;
    std::string open; ///< Whose document the state has; "": nobody's.
    std::uint64_t next = 1;

    std::string wanted; ///< Is being read …
    ReadFor purpose = ReadFor::open;

    /// Was left before the storage had all of it.
    struct Unsaved {
        std::string id;
        Book book;
        std::uint64_t revision = 0; ///< Of the storage.
    };
    std::vector<Unsaved> unsaved;

    const BookEntry* find(std::string_view id) const;
};

/// Where the choice between the home page and a book is kept from one visit to the next.
inline constexpr std::string_view open_preference = "open";
inline constexpr std::string_view at_home = "home";

/// Those that are archived or those that are not, last changed first, with `words` in their name, unit or
/// year.
std::vector<const BookEntry*> listed(const Books& books, bool archived, std::string_view words = {});
/// Of a book in the list.
std::string name_of(const io::BookMeta& meta);
/// "今天", "昨天", "2026-11-20".
std::string day_in_words(std::string_view day, std::string_view today);

/// Takes in what the storage holds, lets go what was deleted before, and asks for the book that was open.
void take_list(State& state, const platform::BooksListed& listed, platform::Platform& machine);

/// Reads the book for `purpose`; done_reading() follows, perhaps at once.
void read_book(State& state, const std::string& id, ReadFor purpose, const Knowledge& knowledge,
               platform::Platform& machine);
/// `book` as of the storage's `revision` is what was wanted.
void done_reading(State& state, Book book, std::uint64_t revision, const Knowledge& knowledge,
                  platform::Platform& machine);

/// A book of its own beside the others, and opens it. The one that was open is left as it is.
void start_book(State& state, Book book, const Knowledge& knowledge, platform::Platform& machine,
                std::string name = {});
void go_home(State& state, platform::Platform& machine);

/// Changes what the list says of a book, for good.
void describe_book(State& state, std::string_view id, io::BookMeta meta, platform::Platform& machine);
/// The same for the open one, from its contents and its report; `changed`: just now.
void describe_open_book(State& state, bool changed, platform::Platform& machine);
void delete_book(State& state, const std::string& id, const Knowledge& knowledge,
                 platform::Platform& machine);

} // namespace jibiao::app
