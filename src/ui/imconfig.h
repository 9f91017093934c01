#pragma once

// Dear ImGui's build options; every file that includes imgui.h sees them (cmake/ThirdParty.cmake).

#define IMGUI_USE_WCHAR32          // rare characters of names lie beyond U+FFFF
#define IMGUI_DISABLE_DEMO_WINDOWS // 125 kB of download
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_ENABLE_FREETYPE      // its loader is ours (ui/fonts): stb_truetype stays out
#define IMGUI_DISABLE_DEFAULT_FONT // glyphs come from ui/fonts
