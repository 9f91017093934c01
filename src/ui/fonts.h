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

} // namespace jibiao::ui
