#include "platform/tab_order.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace jibiao::platform {
namespace {

/// Ids of the topmost dialog and all that stands in it; empty without one.
std::unordered_set<std::string_view> dialog_of(const Tree& tree) {
    std::unordered_set<std::string_view> inside;
    const auto top =
        std::find_if(tree.rbegin(), tree.rend(), [](const Node& node) { return node.role == Role::dialog; });
    if (top == tree.rend())
        return inside;
    inside.insert(top->id);
    for (const Node& node : tree) {
        if (inside.contains(node.parent))
            inside.insert(node.id);
    }
    return inside;
}

} // namespace

bool is_tab_stop(const Node& node) {
    if (node.disabled)
        return false;
    return node.role == Role::button || node.role == Role::textbox || node.role == Role::combobox ||
           (node.role == Role::tab && node.selected);
}

bool is_pressed_by_keys(const Node& node) {
    return !node.disabled && (node.role == Role::button || node.role == Role::combobox ||
                              node.role == Role::option || node.role == Role::tab);
}

bool takes_keyboard(const Node& node) {
    return is_pressed_by_keys(node) ||
           (!node.disabled &&
            (node.role == Role::textbox || node.role == Role::dialog || node.role == Role::heading));
}

std::size_t index_of(const Tree& tree, std::string_view id) {
    return static_cast<std::size_t>(std::ranges::find(tree, id, &Node::id) - tree.begin());
}

std::size_t tab_stop(const Tree& tree, std::size_t from, int step) {
    const std::size_t count = tree.size();
    const auto inside = dialog_of(tree);
    std::size_t at = from < count ? from : step > 0 ? count - 1 : 0;
    for (std::size_t tried = 0; tried < count; ++tried) {
        at = (step > 0 ? at + 1 : at + count - 1) % count;
        if (is_tab_stop(tree[at]) && (inside.empty() || inside.contains(tree[at].id)))
            return at;
    }
    return count;
}

std::size_t following_field(const Tree& tree, std::size_t from, bool down) {
    const auto is_next = [down](const Node& node) {
        return takes_keyboard(node) && (node.role == Role::option || (node.role == Role::textbox && !down));
    };
    std::size_t at = std::min(from, tree.size());
    do
        ++at;
    while (at < tree.size() && !is_next(tree[at]));
    return std::min(at, tree.size());
}

std::size_t sibling(const Tree& tree, std::size_t from, int step) {
    for (std::size_t at = from;;) {
        if (step > 0 ? at + 1 >= tree.size() : at == 0)
            return from;
        at = step > 0 ? at + 1 : at - 1;
        if (tree[at].role == tree[from].role && tree[at].parent == tree[from].parent)
            return at;
    }
}

} // namespace jibiao::platform
