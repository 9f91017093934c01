#pragma once
#include "app/state.h"
#include "platform/semantics.h"

#include <string>
#include <string_view>

namespace jibiao::ui {

/// Where the keyboard goes with F6: into the next of the page's parts in which something takes it, or into
/// the one before; round and round. There it goes to `favourite` or to what is current, else to the first
/// text field that is seen, else to whatever can take it. Null while a dialog is open, and if there is no
/// other part.
const platform::Node* next_region(const platform::Tree& tree, std::string_view focused,
                                  std::string_view favourite, bool backwards);

/// Id of the node to which a key leads out of the grid around `from`; "" if there is none.
std::string stop_behind(const platform::Tree& tree, std::string_view from, app::WayOut way);

} // namespace jibiao::ui
