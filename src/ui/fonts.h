#pragma once
#include "platform/platform.h"

#include <imgui.h>

namespace jibiao::ui {

/// The two faces of the page. Their glyphs are drawn by the machine when they are first needed: no font is
/// downloaded, and every character that the machine knows can be shown.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
};

/// Adds the faces to the current ImGui context. `machine` must outlive the context.
Fonts add_fonts(platform::Platform& machine);

/// Before ImGui::NewFrame(): the texture of all glyphs stays within what the renderer takes
/// (ImGuiPlatformIO::Renderer_TextureMaxWidth). True if they have to be forgotten before the frame.
bool limit_glyphs();
/// Whether, since the last call, a glyph found no room in the texture. It is a blank as wide as the glyph
/// until forget_glyphs().
bool take_glyphs_left_out();
/// A font came or went, or there is no room: every glyph is drawn anew when it is next needed. Between
/// frames.
void forget_glyphs();

} // namespace jibiao::ui
