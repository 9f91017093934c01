#pragma once
#include "base/result.h"

#include <optional>
#include <string_view>

namespace jibiao::platform {

/// What a person does at the window, for tests: pushes the events that SDL would have for one line of a
/// script.
///
///   key Ctrl+Shift+Z    pressed and let go; names of keys as SDL has them: Tab, Return, F8
///   text 你好            from keyboard or input method
///   preedit ni          what an input method is composing; without a text: nothing any more
///   click 640 400       the left button, in the window's units
///
/// A blank line and one that begins with # do nothing.
std::optional<Error> push_line(std::string_view line);

} // namespace jibiao::platform
