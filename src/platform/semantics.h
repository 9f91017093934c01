#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// The semantics mirror: every frame the widgets leave a list of plain nodes; the web platform turns its
/// difference to the last one into real DOM elements (keyboard focus, input methods, screen readers, browser
/// tests), the fake keeps it for tests. Nothing is drawn that is not in it.

namespace jibiao::platform {

enum class Role : std::uint8_t {
    group,    ///< div role=group with a name.
    region,   ///< section with a name.
    heading,  ///< h1 … h3 by `level`.
    text,     ///< Plain text: p.
    button,   ///< button.
    textbox,  ///< input, or textarea with `multiline`. The real editor while it has focus.
    combobox, ///< button role=combobox with aria-expanded.
    list,     ///< ul.
    listitem, ///< li.
    option,   ///< role=option with aria-selected.
    grid,     ///< role=grid, aria-multiselectable; rows and cells below it.
    row,      ///< Number in its grid: `position`.
    cell,     ///< role=gridcell, aria-selected.
    columnheader,
    tablist,
    tab,
    dialog,      ///< role=dialog aria-modal; the rest becomes inert.
    status,      ///< Polite live region.
    alert,       ///< Assertive live region.
    progressbar, ///< How far work is: `position` of 100, in words `value`.
    scroll, ///< No role: what scrolls together stands in it, so that scrolling moves one node. It cuts off
            ///< what is not seen.
};

/// In CSS pixels, from the window's top left.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;
};

/// Look of a text field's editor; the same values drew the text on the canvas.
struct TextStyle {
    float font_size = 16;   ///< CSS px.
    float line_height = 24; ///< CSS px.
    float pad_x = 0, pad_y = 0;
    bool bold = false;
    std::uint32_t color = 0xff000000;      ///< 0xAABBGGRR as ImGui has it.
    std::uint32_t background = 0xffffffff; ///< While focused.
    bool operator==(const TextStyle&) const = default;
};

struct Node {
    std::string id;     ///< Stable across frames: form path, not position on the screen.
    std::string parent; ///< Id of its parent, which stands before it in the list; "" for the root.
    Role role = Role::group;
    std::string name;        ///< Accessible name.
    std::string value;       ///< Text of a textbox.
    std::string description; ///< aria-describedby text: the finding's message.
    std::string shortcut;    ///< aria-keyshortcuts: "Control+S".
    std::string placeholder; ///< Of a textbox that is empty: what belongs there.
    Rect rect;
    Rect clip;     ///< Visible part; w = 0: scrolled out, but still reachable by Tab.
    int level = 0; ///< Of a heading.
    bool disabled = false;
    bool readonly = false;
    bool multiline = false;
    bool invalid = false;
    bool required = false;
    bool toggle = false; ///< A button that stays pressed; whether it is, says `pressed`.
    bool pressed = false;
    bool selected = false; ///< Of option, tab, cell: aria-selected; listitem, button: aria-current.
    bool expanded = false; ///< Of a combobox.
    bool numeric = false;  ///< inputmode=decimal.
    bool one_line = false; ///< `multiline` that wraps but holds no line break: Enter is done with it.
    bool next = false;     ///< Enter goes on to the next text field.
    /// Of a textbox: it is a cell of a grid. Its keys come as CellKey, a table that is pasted there as
    /// TablePasted.
    bool takes_table = false;
    std::uint32_t position =
        0; ///< Of a row: aria-rowindex, the head is 1; of a grid: aria-rowcount. 0: none. Of a progressbar.
    /// Of a textbox: most code points that its text can have; 0: any number. The program cuts what was
    /// committed; the machine never does, as it cannot tell a preedit from text.
    std::uint32_t limit = 0;
    /// Of a textbox: number of the last TextChanged or TextCommitted that `value` answers; 0: none. While the
    /// machine has sent a later one, `value` is older than what the person typed.
    std::uint32_t revision = 0;
    TextStyle style; ///< Of a textbox.
    bool operator==(const Node&) const = default;
};

using Tree = std::vector<Node>;

} // namespace jibiao::platform
