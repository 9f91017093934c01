#pragma once
#include "app/state.h"
#include "io/open.h"
#include "platform/later.h"

#include <optional>
#include <string>
#include <vector>

/// A file on its way in: read and checked a piece a frame, so that the page says how far it is, and the
/// person can stop.

namespace jibiao::app {

/// A smaller file is there before anybody could read how far it is.
inline constexpr std::size_t least_bytes_of_opening = 128 * 1024;

struct Opening {
    Opening(const OpenBytes& from, const Templates& templates, bool is_to_be_compared)
        : name(from.name), file(from.bytes, from.name, templates), is_compared(is_to_be_compared) {}

    std::string name;
    io::Opening file;
    bool is_compared;              ///< With the open book, not opened.
    std::optional<Book> book;      ///< As soon as all of it has been read …
    check::Checker checker;        ///< … and what has been checked of it.
    float checked = 0;             ///< How much of it, 0 to 1.
    bool is_shown = false;         ///< The page has been drawn with it: nothing is done before.
    std::vector<OpenBytes> others; ///< Files that came meanwhile: they are opened next.

    bool is_checking() const { return book.has_value(); }
    /// Of the whole way, 0 to 1.
    float share() const;
};

/// At once, or as the State's `opening`.
[[gnu::noinline]] void begin_opening(const platform::Later&, State& state, const OpenBytes& file,
                                     const Knowledge& knowledge, platform::Platform& machine);
/// The next piece: once a frame, before anything else.
[[gnu::noinline]] void go_on_opening(const platform::Later&, State& state, const Knowledge& knowledge,
                                     platform::Platform& machine);
/// Nothing of it remains. The others follow.
[[gnu::noinline]] void cancel_opening(const platform::Later&, State& state, const Knowledge& knowledge,
                                      platform::Platform& machine);

} // namespace jibiao::app
