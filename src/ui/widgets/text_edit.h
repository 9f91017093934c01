#pragma once
#include "ui/frame.h"

/// Typing where the machine has no text fields of its own (desktop): ImGui edits the one field that is being
/// typed in. What it does lies in ViewState::typing_….

namespace jibiao::ui {

/// How the text stands in its field, at rest and while it is edited.
struct EditLook {
    TextLook text;
    float pad_x = 0, pad_y = 0; ///< CSS pixels.
    bool multiline = false;
};

/// The editor of the field that is being typed in, over the field as it has been drawn.
void edit_with_imgui(Frame& frame, FieldRef at, const std::string& id, const Rect& rect,
                     const EditLook& look);
/// A click, or the keyboard that comes here, begins to type.
void begin_typing_on_click(Frame& frame, FieldRef at, const std::string& id, const Rect& rect,
                           std::string_view text);

} // namespace jibiao::ui
