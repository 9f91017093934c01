#include "platform/tree_patch.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace jibiao::platform {
namespace {

enum Kind : std::uint8_t { kind_node = 1, kind_place = 2, kind_order = 3 };

class Packer {
  public:
    explicit Packer(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

    Packer& u8(std::uint8_t value) {
        bytes_.push_back(value);
        return *this;
    }
    Packer& u16(std::uint16_t value) {
        return u8(static_cast<std::uint8_t>(value)).u8(static_cast<std::uint8_t>(value >> 8));
    }
    Packer& u32(std::uint32_t value) {
        return u16(static_cast<std::uint16_t>(value)).u16(static_cast<std::uint16_t>(value >> 16));
    }
    Packer& f32(float value) { return u32(std::bit_cast<std::uint32_t>(value)); }
    Packer& string(std::string_view text) {
        u32(static_cast<std::uint32_t>(text.size()));
        bytes_.insert(bytes_.end(), text.begin(), text.end());
        return *this;
    }

  private:
    std::vector<std::uint8_t>& bytes_;
};

bool can_contain(Role role) {
    switch (role) {
    case Role::group:
    case Role::region:
    case Role::list:
    case Role::listitem:
    case Role::grid:
    case Role::row:
    case Role::cell:
    case Role::columnheader:
    case Role::tablist:
    case Role::dialog:
    case Role::scroll:
        return true;
    default:
        return false;
    }
}

/// The page keeps live regions at its root: one that is moved or comes with its text may not be read out.
bool is_live(Role role) {
    return role == Role::status || role == Role::alert;
}

std::uint16_t flags_of(const Node& node) {
    const bool flags[] = {node.disabled, node.readonly, node.multiline, node.invalid,    node.required,
                          node.selected, node.expanded, node.numeric,   node.style.bold, node.toggle,
                          node.pressed,  node.one_line, node.next,      node.takes_table};
    unsigned packed = 0;
    for (unsigned bit = 0; bit < std::size(flags); ++bit)
        packed |= static_cast<unsigned>(flags[bit]) << bit;
    return static_cast<std::uint16_t>(packed);
}

/// Everything but where the node stands.
bool same_content(const Node& a, const Node& b) {
    return a.role == b.role && a.level == b.level && flags_of(a) == flags_of(b) && a.name == b.name &&
           a.value == b.value && a.description == b.description && a.shortcut == b.shortcut &&
           a.position == b.position && a.placeholder == b.placeholder && a.limit == b.limit &&
           a.revision == b.revision && a.style == b.style;
}

void pack_node(Packer& pack, std::uint32_t handle, std::uint32_t popup_of, const Node& node) {
    pack.u8(kind_node).u32(handle).u8(static_cast<std::uint8_t>(node.role));
    pack.u8(static_cast<std::uint8_t>(node.level)).u16(flags_of(node)).u32(popup_of);
    pack.string(node.id).string(node.name).string(node.value).string(node.description).string(node.shortcut);
    if (node.role == Role::row || node.role == Role::grid || node.role == Role::progressbar)
        pack.u32(node.position);
    if (node.role != Role::textbox)
        return;
    const TextStyle& style = node.style;
    pack.f32(style.font_size).f32(style.line_height).f32(style.pad_x).f32(style.pad_y);
    pack.u32(style.color).u32(style.background);
    pack.u32(node.limit).u32(node.revision).string(node.placeholder);
}

} // namespace

const std::vector<std::uint8_t>& TreePatch::next(const Tree& tree) {
    bytes_.clear();
    next_order_.clear();
    ++frame_;
    for (const Node& node : tree)
        update(node);
    if (next_order_ != order_) {
        Packer pack(bytes_);
        pack.u8(kind_order).u32(static_cast<std::uint32_t>(next_order_.size() / 2));
        for (const std::uint32_t number : next_order_)
            pack.u32(number);
        order_.swap(next_order_);
        forget_unseen();
    }
    return bytes_;
}

void TreePatch::update(const Node& node) {
    const Known* container = container_of(node);
    const Known* parent = parent_of(node);
    auto [position, is_new] = known_.try_emplace(node.id);
    Known& known = position->second;
    if (known.frame == frame_)
        return;
    known.frame = frame_;
    if (is_new)
        known.handle = ++last_handle_;

    const std::uint32_t popup_of = parent && parent->node.role == Role::combobox ? parent->handle : 0;
    Packer pack(bytes_);
    if (is_new || popup_of != known.popup_of || !same_content(node, known.node)) {
        pack_node(pack, known.handle, popup_of, node);
        known.node = node;
    }
    known.popup_of = popup_of;
    known.container = container ? container->handle : 0;
    next_order_.push_back(known.handle);
    next_order_.push_back(known.container);

    const bool in_scroll = container && container->scrolls;
    known.scrolls = in_scroll || node.role == Role::scroll;
    const bool is_cut = node.role == Role::scroll || (node.role == Role::textbox && !in_scroll);
    const Place place = place_of(node, container, is_cut);
    if (is_new || place != known.place) {
        pack.u8(kind_place).u32(known.handle);
        pack.f32(place.rect.x).f32(place.rect.y).f32(place.rect.w).f32(place.rect.h);
        pack.u8(place.visible).f32(place.top).f32(place.right).f32(place.bottom).f32(place.left);
    }
    known.place = place;
    known.node.rect = node.rect;
    if (known.node.parent != node.parent)
        known.node.parent = node.parent;
}

TreePatch::Place TreePatch::place_of(const Node& node, const Known* container, bool is_cut) {
    const Rect& r = node.rect;
    const Rect& c = node.clip;
    Place place;
    place.rect = r;
    place.visible = !is_cut || (c.w > 0 && c.h > 0);
    if (container) {
        place.rect.x -= container->node.rect.x;
        place.rect.y -= container->node.rect.y;
    }
    if (is_cut && place.visible) {
        place.top = std::max(0.0f, c.y - r.y);
        place.left = std::max(0.0f, c.x - r.x);
        place.right = std::max(0.0f, r.x + r.w - (c.x + c.w));
        place.bottom = std::max(0.0f, r.y + r.h - (c.y + c.h));
    }
    return place;
}

const TreePatch::Known* TreePatch::parent_of(const Node& node) const {
    if (node.parent.empty())
        return nullptr;
    const auto position = known_.find(node.parent);
    const bool is_there = position != known_.end() && position->second.frame == frame_;
    return is_there ? &position->second : nullptr;
}

const TreePatch::Known* TreePatch::container_of(const Node& node) const {
    if (is_live(node.role))
        return nullptr;
    const Known* parent = parent_of(node);
    while (parent && !can_contain(parent->node.role))
        parent = parent_of(parent->node);
    return parent;
}

void TreePatch::forget_unseen() {
    std::erase_if(known_, [&](const auto& entry) { return entry.second.frame != frame_; });
}

} // namespace jibiao::platform
