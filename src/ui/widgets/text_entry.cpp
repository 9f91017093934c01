#include "ui/widgets/text_entry.h"

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

bool edit_text(const TextEntry& entry) {
    const auto flags = ImGuiInputTextFlags_CallbackResize; // Undo is the field's own meanwhile.
    std::string& text = entry.text;
    if (entry.multiline)
        return ImGui::InputTextMultiline(entry.label, text.data(), text.capacity() + 1, entry.size, flags,
                                         grow_string, &text);
    ImGui::SetNextItemWidth(entry.size.x);
    return ImGui::InputText(entry.label, text.data(), text.capacity() + 1, flags, grow_string, &text);
}

} // namespace jibiao::ui
