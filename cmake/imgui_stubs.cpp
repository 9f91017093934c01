// Stand-ins for Dear ImGui's tables and columns: ours are drawn by ui/views. The core calls these few
// functions for tables that somebody might have open; without imgui_tables.cpp the page is 8 kB smaller.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {
void EndColumns() {}
// What imgui.cpp calls to close tabs, menus, trees and selections that somebody forgot (ThirdParty.cmake): we
// have none, and all of their code would come with it.
void EndNone() {}
ImGuiMultiSelectIO* EndNoSelection() {
    return nullptr;
}
void EndTable() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopColumnChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}
} // namespace ImGui
