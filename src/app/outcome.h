#pragma once
#include "app/state.h"

/// What actions leave behind.

namespace jibiao::app {

const Template& form_of(const State& state, const Knowledge& knowledge);

/// A message about something done, or about something that failed.
void say(State& state, std::string_view text, bool offers_undo = false);
void complain(State& state, std::string_view text);

/// Shows the first project if the one that was shown is gone (undo, import).
void keep_selection_valid(State& state);

/// start_book() for what came from elsewhere, with a message.
void open_new_book(State& state, Book book, const std::string& name, const Knowledge& knowledge,
                   platform::Platform& machine);

} // namespace jibiao::app
