#pragma once
#include <imgui.h>

#include <string>

namespace jibiao::ui {

/// ImGui's editor of one text, on machines without text fields of their own. Screen gets it as a pointer: the
/// page names it nowhere and so does not carry it.
struct TextEntry {
    const char* label;
    std::string& text;
    ImVec2 size; ///< In device pixels.
    bool multiline = false;
};
using EditText = bool (*)(const TextEntry&);

/// Where ImGui's cursor stands. True if the text has changed.
bool edit_text(const TextEntry& entry);

} // namespace jibiao::ui
