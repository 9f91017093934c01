#pragma once
#include "ui/frame.h"

/// The controls of the page. Each draws itself, leaves its node in the semantics mirror, and says what was
/// done to it.

namespace jibiao::ui {

enum class ButtonKind : std::uint8_t {
    plain,   ///< Outlined, on a card.
    primary, ///< Filled: the one thing to do here.
    quiet,   ///< Text only until hovered.
    on_bar,  ///< On the dark bar.
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::plain;
    bool enabled = true;
    std::string accessible_name = {}; ///< Where the label alone would not say what it is for.
};

/// True when pressed, by whatever means.
bool button(Frame& frame, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look = {});
/// Width that a button needs for its label.
float button_width(const Frame& frame, std::string_view label);

/// A heading that screen readers and tests can find.
void heading(Frame& frame, const std::string& id, float x, float y, float width, std::string_view text,
             int level, const TextLook& look);

/// Round, triangle or ring: severities differ in shape, not only in colour.
void severity_icon(Frame& frame, float x, float y, float size, check::Severity severity);

/// A card's white background.
void card(Frame& frame, const Rect& rect);

struct FieldLook {
    bool multiline = false;
    bool numeric = false;
    bool bold = false;
    bool required = false;
    bool framed = true; ///< False in table cells: the table draws the lines.
    bool dense = false; ///< Smaller text, closer to the edges; not with touch.
    std::string placeholder = {};
};

/// Height that the text needs in a field of this width; one line at least.
float field_height(const Frame& frame, std::string_view text, float width, const FieldLook& look = {});

/// A cell that can be edited. On the web the machine's own element edits it, elsewhere ImGui. Findings at the
/// cell mark it and are its description.
void text_field(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect, std::string accessible_name,
                const FieldLook& look = {});

} // namespace jibiao::ui
