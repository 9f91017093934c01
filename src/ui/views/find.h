#pragma once
#include "ui/frame.h"

#include <optional>
#include <string_view>

/// The bar by which people find words in the whole book, and what it marks.

namespace jibiao::ui {

inline constexpr std::string_view find_node = "find-words"; ///< Its field.

/// 0 while it is closed.
float find_height(const Frame& frame);
[[gnu::noinline]] void draw_find(const platform::Later&, Frame& frame, const Rect& rect);

/// It gets the keyboard.
void open_find(ViewState& view);
/// If the keyboard was in the bar: returns the cell that was found, for it to go to; without one it goes back
/// to where it was.
std::optional<FieldRef> close_find(ViewState& view);

} // namespace jibiao::ui
