#pragma once
#include "app/state.h"
#include "platform/later.h"

/// A table on its way into the book: pasted at once, or shown first.

namespace jibiao::app {

/// A table that a person is about to paste. Made anew whenever anything about it changes.
struct Pasting {
    FieldRef at;
    PasteRows rows;
    PasteOrder guessed; ///< As it would be if nobody had ever chosen anything.
    PasteOrder order;
    PastePlan plan;
    /// Revision and generation of the document for which that was made.
    std::array<std::uint64_t, 2> made_for{};
};

[[gnu::noinline]] void begin_paste(const platform::Later&, State& state, const PasteTable& action,
                                   const Knowledge& knowledge, platform::Platform& machine);
[[gnu::noinline]] void decide_paste(const platform::Later&, State& state, const DecidePaste& action,
                                    const Knowledge& knowledge, platform::Platform& machine);

} // namespace jibiao::app
