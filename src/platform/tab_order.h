#pragma once
#include "platform/semantics.h"

#include <cstddef>
#include <string_view>

/// Which node has the keyboard next, on machines whose window knows of no nodes (desktop, fake): the tree in
/// its order. In a browser the elements' own order is the same.

namespace jibiao::platform {

/// Whether Platform::focus() can give it the keyboard.
bool takes_keyboard(const Node& node);
/// Whether Tab stops there. Options are reached by arrow keys, so are the tabs beside the selected one;
/// headings only by a jump.
bool is_tab_stop(const Node& node);
/// Enter and Space press it.
bool is_pressed_by_keys(const Node& node);

/// Index of a node, the tree's size if it is not there.
std::size_t index_of(const Tree& tree, std::string_view id);
/// Where Tab (`step` 1) or Shift+Tab (-1) stops after the node at `from`, round the whole tree, or round the
/// open dialog. From beyond the tree: the first or the last stop. The tree's size: there is none.
std::size_t tab_stop(const Tree& tree, std::size_t from, int step);
/// What Enter goes on to from a text field: the next one, or the first of the options that it looks for;
/// `down`: only to those. The tree's size: none.
std::size_t following_field(const Tree& tree, std::size_t from, bool down = false);
/// The node of the same parent and role that the arrow keys reach; `from` itself at the end.
std::size_t sibling(const Tree& tree, std::size_t from, int step);

} // namespace jibiao::platform
