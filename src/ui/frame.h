#pragma once
#include "app/state.h"
#include "platform/platform.h"
#include "ui/fonts.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jibiao::ui {

using platform::Rect;
using platform::Role;

/// What only the page cares about and what outlives a frame.
struct ViewState {
    std::string focused;                       ///< Node with keyboard focus; "" for none.
    std::string reveal;                        ///< Node to scroll into view as soon as it is drawn.
    std::unordered_set<std::string> activated; ///< Nodes activated since the last frame, without the pointer.
    std::string typing_node;                   ///< Desktop: the field that ImGui edits, and its text.
    std::string typing_text;
    bool typing_begins = false;
    bool typing_drawn = false;                      ///< The field was drawn in this frame.
    bool finding_list_open = false;                 ///< Narrow windows show either the form or the findings.
    std::unordered_map<std::string, float> heights; ///< Of scrolled contents in the last frame, by area.

    // Findings by cell, made anew for each frame.
    std::unordered_map<std::uint64_t, std::vector<const check::Finding*>> findings_by_cell;
};

/// How a piece of text looks. Sizes in CSS pixels.
struct TextLook {
    float size = 15;
    ImU32 color = 0;
    bool bold = false;
};

/// Everything that the widgets of one frame share. All coordinates are CSS pixels from the window's top left,
/// scrolled; Frame turns them into device pixels when it draws.
class Frame {
  public:
    Frame(platform::Platform& machine, const Fonts& fonts, const app::State& state,
          const app::Knowledge& knowledge, ViewState& view);

    const app::State& state;
    const app::Knowledge& knowledge;
    const Template& form; ///< Of the open book.
    ViewState& view;
    platform::Platform& machine;
    float scale;         ///< Device pixels per CSS pixel.
    bool coarse;         ///< Touch: everything one can hit is at least 44 high.
    float width, height; ///< Of the window.

    /// Height of anything one can hit.
    float control_height() const { return coarse ? 44 : 34; }

    // ---- wishes ----
    void wish(app::Action action) { actions_.push_back(std::move(action)); }
    std::vector<app::Action> take_actions() { return std::move(actions_); }

    // ---- semantics ----
    /// Adds a node below the current parent; its clip is the current scroll area's.
    platform::Node& node(std::string id, Role role, std::string name, const Rect& rect);
    /// Nodes added until end_group() are its children.
    void begin_group(std::string id, Role role, std::string name, const Rect& rect);
    void end_group() { parents_.pop_back(); }
    const platform::Tree& tree() const { return tree_; }
    /// True once if the node was activated by keyboard or a screen reader.
    bool activated(const std::string& id) { return view.activated.erase(id) > 0; }
    bool has_focus(const std::string& id) const { return view.focused == id; }

    // ---- drawing ----
    float snap(float css) const; ///< To whole device pixels.
    Rect snap(const Rect& rect) const;
    /// The thinnest line that looks the same everywhere: whole device pixels.
    float hairline() const;
    void fill(const Rect& rect, ImU32 color, float radius = 0);
    void outline(const Rect& rect, ImU32 color, float radius = 0, float thickness = 1);
    void line(float x0, float y0, float x1, float y1, ImU32 color, float thickness = 1);
    float text_width(std::string_view text, const TextLook& look) const;
    /// One line; `y` is the top of its line box of `line_height(look)`.
    void text(float x, float y, std::string_view text, const TextLook& look);
    /// One line, cut with "…" where it does not fit into `width`.
    void text_cut(float x, float y, float width, std::string_view text, const TextLook& look);
    std::vector<std::string_view> wrap(std::string_view text, float width, const TextLook& look) const;
    /// Wrapped text from the top; returns its height.
    float paragraph(float x, float y, float width, std::string_view text, const TextLook& look);
    float paragraph_height(float width, std::string_view text, const TextLook& look) const;
    float line_height(const TextLook& look) const;
    /// The size that is really drawn: whole device pixels.
    float font_size(const TextLook& look) const;
    bool is_visible(const Rect& rect) const;
    /// Near enough to the visible part to be drawn and published, so that Tab and screen readers can go on;
    /// far rows of long lists are left out. A row with the keyboard, or that shall be shown, is always near.
    bool is_near(const Rect& rect, RowId row) const;

    // ---- pointer ----
    struct Press {
        bool hovered = false;
        bool held = false;
        bool clicked = false;
    };
    Press press(const std::string& id, const Rect& rect);

    // ---- scrolling ----
    struct Area {
        std::string id;
        Rect rect;   ///< What is seen.
        Rect before; ///< The clip outside of it.
        float x, y;  ///< Where the content begins, scrolled.
        float width; ///< For the content: without the scroll bar.
    };
    Area begin_scroll(const std::string& id, const Rect& rect, ImU32 background);
    /// `bottom` is the y below the last of the content.
    void end_scroll(const Area& area, float bottom);
    /// What is drawn until end_overlay() lies above everything drawn before in this frame, and takes the
    /// pointer.
    void begin_overlay(const std::string& id, const Rect& rect);
    void end_overlay();
    /// Call for what may be revealed: scrolls the current area so that `rect` is seen, if `id` is wanted.
    void reveal_if_wanted(const std::string& id, const Rect& rect);

    // ---- findings ----
    /// Those at a cell, gravest first; empty if none.
    const std::vector<const check::Finding*>& findings_at(FieldRef at) const;

  private:
    ImFont* font(const TextLook& look) const { return look.bold ? fonts_.bold : fonts_.regular; }
    ImVec2 device(float x, float y) const;
    void begin_child(const std::string& id, const Rect& rect);

    const Fonts& fonts_;
    platform::Tree tree_;
    std::vector<std::string> parents_;
    std::vector<app::Action> actions_;
    Rect clip_;
};

/// Id of the node of a cell, and back.
std::string node_id(FieldRef at);
std::optional<FieldRef> field_of_node(std::string_view id);

} // namespace jibiao::ui
