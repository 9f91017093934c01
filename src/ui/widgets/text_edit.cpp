#include "ui/widgets/text_edit.h"

#include <cmath>

namespace jibiao::ui {
namespace {

int grow_string(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto& text = *static_cast<std::string*>(data->UserData);
        text.resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text.data();
    }
    return 0;
}

} // namespace

void edit_with_imgui(Frame& frame, FieldRef at, const std::string& id, const Rect& rect,
                     const EditLook& look) {
    std::string& text = frame.view.typing_text;
    frame.view.typing_drawn = true;
    const float scale = frame.scale;
    ImGui::SetCursorScreenPos({rect.x * scale, rect.y * scale});
    // ImGui's lines are as high as the text, ours have room around it.
    const float above = std::floor((frame.line_height(look.text) - frame.font_size(look.text)) * scale / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(look.pad_x * scale, look.pad_y * scale + above));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0); // The field has been drawn.
    ImGui::SetNextItemWidth(rect.w * scale);
    if (frame.view.typing_begins)
        ImGui::SetKeyboardFocusHere();
    const auto flags = ImGuiInputTextFlags_CallbackResize; // Undo is the field's own meanwhile.
    const std::string label = "##" + id;
    const bool changed =
        look.multiline
            ? ImGui::InputTextMultiline(label.c_str(), text.data(), text.capacity() + 1,
                                        {rect.w * scale, rect.h * scale}, flags, grow_string, &text)
            : ImGui::InputText(label.c_str(), text.data(), text.capacity() + 1, flags, grow_string, &text);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (changed)
        frame.wish(app::SetCell{at, text, false});
    const bool left = !frame.view.typing_begins && !ImGui::IsItemActive();
    frame.view.typing_begins = false;
    if (left) {
        frame.wish(app::SetCell{at, text, true});
        frame.view.typing_node.clear();
        if (frame.has_focus(id))
            frame.view.focused.clear();
    }
}

void begin_typing_on_click(Frame& frame, FieldRef at, const std::string& id, const Rect& rect,
                           std::string_view text) {
    const bool clicked = frame.press(id, rect).clicked;
    if (!clicked && !frame.activated(id))
        return;
    frame.view.typing_node = id;
    frame.view.typing_drawn = true;
    frame.view.typing_text = text;
    frame.view.typing_begins = true;
    frame.view.focused = id;
    frame.wish(app::BeginTyping{at});
}

} // namespace jibiao::ui
