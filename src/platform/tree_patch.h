#pragma once
#include "platform/semantics.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

/// The difference between the semantics tree of one frame and of the next, packed for a reader on the other
/// side of a language border (web/tree_patch.js). A frame in which nothing changed packs to nothing.

namespace jibiao::platform {

/// Little endian; a string is its u32 length in bytes and its UTF-8. Nodes go by handles (> 0, never reused),
/// so that ids cross the border once. Records, each after its u8 kind:
///   1 node   u32 handle, u8 Role, u8 level, u16 flags, u32 popup_of, strings id name value description
///            shortcut, and of a textbox f32 font_size line_height pad_x pad_y, u32 color background, u32
///            limit revision, string placeholder. A new node or a changed one.
///   2 place  u32 handle, f32 x y w h from the container's left top corner, u8 visible, f32 top right bottom
///   left:
///            how much of the node is cut off at each side. Only of what scrolls, which cuts all in it,
///            and of a textbox that does not.
///   3 order  u32 count, then for every node in reading order u32 handle, u32 container (0: the root). Only
///   when the
///            nodes or their order changed. A handle that is missing is gone.
/// A node stands in the nearest ancestor that can contain others; `popup_of` is the combobox whose list it is
/// (or 0).
class TreePatch {
  public:
    /// The bytes stay valid until the next call. A second node with an id that the tree already has is left
    /// out.
    const std::vector<std::uint8_t>& next(const Tree& tree);

  private:
    struct Place {
        Rect rect;
        bool visible = false;
        float top = 0, right = 0, bottom = 0, left = 0;
        bool operator==(const Place&) const = default;
    };
    struct Known {
        std::uint32_t handle = 0;
        std::uint32_t frame = 0; ///< In which it was last seen.
        Node node;
        Place place;
        std::uint32_t container = 0;
        std::uint32_t popup_of = 0;
        bool scrolls = false; ///< It stands in a Role::scroll, or is one.
    };

    void update(const Node& node);
    static Place place_of(const Node& node, const Known* container, bool is_cut);
    const Known* parent_of(const Node& node) const;
    const Known* container_of(const Node& node) const;
    void forget_unseen();

    std::unordered_map<std::string, Known> known_;
    std::vector<std::uint32_t> order_, next_order_; ///< Handle and container by turns.
    std::vector<std::uint8_t> bytes_;
    std::uint32_t last_handle_ = 0;
    std::uint32_t frame_ = 0;
};

} // namespace jibiao::platform
