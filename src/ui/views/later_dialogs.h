#pragma once
#include "ui/frame.h"

/// What dialogs show, in the second part of the program.

namespace jibiao::ui {

/// The one that is open.
[[gnu::noinline]] void draw_later_dialog(const platform::Later&, Frame& frame);

/// The library of indicators: a search, filters, and what is found.
[[gnu::noinline]] void draw_library(const platform::Later&, Frame& frame);
/// The commands and their keys.
void draw_shortcuts(Frame& frame);

} // namespace jibiao::ui
