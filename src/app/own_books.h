#pragma once
#include "model/book.h"
#include "platform/later.h"
#include "templates/library.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Indicators of the office's other books, for the library: read from the storage one book after the other
/// while it is open, and kept as long as they are the same.

namespace jibiao::platform {
class Platform;
}

namespace jibiao::app {

struct Knowledge;
struct State;

struct OwnBooks {
    std::vector<std::string> waiting; ///< Ids of those to be read, the last one first …
    std::string reading;              ///< … and of the one that was asked for.
    std::string beside;               ///< The book that was open then: it is not among them.
    /// A book that was to be read, and as it was then.
    struct Source {
        std::string id, name;
        int change = 0; ///< BookMeta::change.
        bool operator==(const Source&) const = default;
    };
    std::vector<Source> sources; ///< All of them, in the order of the books.
    /// In the order of the books; `book` is the name of the first one that has it.
    std::vector<LibraryEntry> entries;
    std::size_t version = 0; ///< Grows with each book.
};

/// So many are read: those changed last, archived ones after the others.
inline constexpr std::size_t most_own_books = 12;

/// Begins or goes on, or lets it be for now.
[[gnu::noinline]] void read_own_books(const platform::Later&, State& state, bool stop,
                                      platform::Platform& machine);
/// The one that was asked for; then the next.
[[gnu::noinline]] void take_own_book(const platform::Later&, State& state, const std::string& id,
                                     const Book& book, const Knowledge& knowledge,
                                     platform::Platform& machine);
/// What is in both, with the names of `first`: an indicator with the same words counts as one.
[[gnu::noinline]] std::vector<LibraryEntry> merge_own(const platform::Later&, std::vector<LibraryEntry> first,
                                                      const std::vector<LibraryEntry>& second);

} // namespace jibiao::app
