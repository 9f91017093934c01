#pragma once
#include "app/state.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What can be done by a key or found by its name: one table for the window's shortcuts, for the page's
/// (tests/web/unit/keys.test.mjs compares web/keys.js with it), for hints beside buttons and for the list
/// that F1 shows.

namespace jibiao::app {

struct Command {
    std::string_view id; ///< As platform::Command has it.
    std::string_view words, english;
    /// As aria-keyshortcuts has them, the usual one first: "Control+Y Control+Shift+Z".
    std::string_view keys;
};

/// All, in the order in which people look for them.
std::span<const Command> commands();
/// `id` must be one of commands().
const Command& command(std::string_view id);
/// As people see it.
std::string_view name_of(const Command& command);
/// What it does to the program; nothing for what only moves about on the page.
std::optional<Action> action_of(std::string_view id);
/// Whether there is anything for it to do.
bool is_possible(std::string_view id, const State& state);

/// Keys for people: "Ctrl+Y 或 Ctrl+Shift+Z".
std::string keys_in_words(std::string_view keys);
/// The usual one: "Ctrl+Y".
std::string first_key(std::string_view keys);

} // namespace jibiao::app
