#include "ui/regions.h"

#include "platform/tab_order.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace jibiao::ui {
namespace {

using platform::Node;
using platform::Role;

/// How much the keyboard wants to go there; 0: it cannot.
int rank_of(const Node& node, std::string_view favourite) {
    int rank = 0;
    if (node.role == Role::textbox)
        rank = 3;
    else if (node.role == Role::button || node.role == Role::combobox)
        rank = 2;
    else if (node.role == Role::heading)
        rank = 1;
    if (rank == 0 || node.disabled)
        return 0;
    if (node.clip.w > 0)
        rank += 10;
    if (node.selected)
        rank += 100;
    return node.id == favourite ? rank + 1000 : rank;
}

struct Part {
    const Node* best = nullptr;
    bool has_focus = false;
};

} // namespace

const Node* next_region(const platform::Tree& tree, std::string_view focused, std::string_view favourite,
                        bool backwards) {
    if (std::ranges::find(tree, Role::dialog, &Node::role) != tree.end())
        return nullptr;
    std::vector<Part> parts;
    for (const Node& node : tree) {
        // What follows stands in it. A button by itself belongs to what it was drawn over.
        if (parts.empty() || (node.parent.empty() && node.role != Role::button))
            parts.emplace_back();
        Part& part = parts.back();
        part.has_focus = part.has_focus || node.id == focused;
        if (rank_of(node, favourite) > (part.best ? rank_of(*part.best, favourite) : 0))
            part.best = &node;
    }
    std::erase_if(parts, [](const Part& part) { return !part.best; });
    const auto here = std::ranges::find(parts, true, &Part::has_focus);
    if (parts.empty() || (parts.size() == 1 && here != parts.end()))
        return nullptr;
    if (here == parts.end())
        return (backwards ? parts.back() : parts.front()).best;
    const auto count = parts.size();
    const auto index = static_cast<std::size_t>(here - parts.begin());
    return parts[(index + (backwards ? count - 1 : 1)) % count].best;
}

std::string stop_behind(const platform::Tree& tree, std::string_view from, app::WayOut way) {
    std::size_t at = platform::index_of(tree, from);
    if (way == app::WayOut::beyond) {
        while (at < tree.size() && tree[at].role != Role::grid)
            at = platform::index_of(tree, tree[at].parent);
        // What stands in it follows it.
        std::unordered_set<std::string_view> inside;
        for (; at < tree.size() && (inside.empty() || inside.contains(tree[at].parent)); ++at)
            inside.insert(tree[at].id);
        --at;
    }
    const std::size_t stop = platform::tab_stop(tree, at, way == app::WayOut::back ? -1 : 1);
    return stop < tree.size() ? tree[stop].id : "";
}

} // namespace jibiao::ui
