#include "ui/fonts.h"

#include <imgui_internal.h>               // ImFontLoader: the one file that depends on it.
#include <misc/freetype/imgui_freetype.h> // Its name for the loader is taken; nothing of it is linked.

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace jibiao::ui {
namespace {

/// 64 MB, and twice that while it is packed anew.
constexpr int most_texture_size = 4096;

struct Face {
    platform::Platform* machine = nullptr;
    bool bold = false;
    bool left_out = false; ///< A glyph found no room.
};

Face& face_of(const ImFontConfig* source) {
    return *static_cast<Face*>(source->FontLoaderData);
}

/// ImGui may fail to pack everything anew into a texture that cannot grow. It then leaves its lock, and a
/// packer that knows nothing of the glyphs that are there: whatever it places would lie over them.
bool is_packer_lost(const ImFontAtlas* atlas) {
    return atlas->Builder && atlas->Builder->LockDisableResize;
}

ImFontAtlasRectId find_room(ImFontAtlas* atlas, int width, int height) {
    if (is_packer_lost(atlas))
        return ImFontAtlasRectId_Invalid;
    const ImFontAtlasRectId room = ImFontAtlasPackAddRect(atlas, width, height);
    if (!is_packer_lost(atlas))
        return room;
    atlas->TexData->WantDestroyNextFrame = false; // It is in use: only the one that was tried is to go.
    if (room != ImFontAtlasRectId_Invalid)
        ImFontAtlasPackDiscardRect(atlas, room);
    return ImFontAtlasRectId_Invalid;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const Face& face = face_of(source);
    const platform::FontMetrics metrics = face.machine->font_metrics(baked->Size, face.bold);
    baked->Ascent = metrics.ascent;
    baked->Descent = metrics.descent;
    return true;
}

/// Without room for the bitmap the glyph stays a blank.
void place_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const platform::Glyph& bitmap,
                  ImFontGlyph* glyph) {
    const ImFontAtlasRectId room = find_room(atlas, bitmap.width, bitmap.height);
    if (room == ImFontAtlasRectId_Invalid) {
        face_of(source).left_out = true;
        return;
    }
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, room);
    const float baseline = std::round(baked->Ascent);
    glyph->X0 = static_cast<float>(bitmap.left);
    glyph->Y0 = static_cast<float>(bitmap.top) + baseline;
    glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width);
    glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height);
    glyph->Visible = true;
    glyph->PackId = room;
    glyph->Colored = bitmap.colored;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, bitmap.pixels.data(),
                                       bitmap.colored ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                       bitmap.colored ? 4 * bitmap.width : bitmap.width);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* out_glyph, float* out_advance) {
    const Face& face = face_of(source);
    const platform::Glyph bitmap =
        face.machine->rasterize(static_cast<char32_t>(code_point), baked->Size, face.bold);
    if (!bitmap.found)
        return false;
    if (out_advance) { // ImGui asks only how wide it is.
        *out_advance = bitmap.advance;
        return true;
    }
    out_glyph->Codepoint = code_point & 0x1FFFFF;
    out_glyph->AdvanceX = bitmap.advance;
    if (bitmap.width > 0 && bitmap.height > 0)
        place_bitmap(atlas, source, baked, bitmap, out_glyph);
    return true;
}

void destroy_source(ImFontAtlas*, ImFontConfig* source) {
    delete static_cast<Face*>(source->FontLoaderData);
    source->FontLoaderData = nullptr;
}

const ImFontLoader& loader() {
    static const ImFontLoader machine_glyphs = [] {
        ImFontLoader made;
        made.Name = "machine";
        made.FontSrcDestroy = destroy_source;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return machine_glyphs;
}

ImFont* add_face(platform::Platform& machine, bool bold) {
    ImFontConfig config;
    config.FontLoader = &loader();
    config.SizePixels = 16; // Sizes are named where text is drawn; this one only sets ImGui's default.
    ImFont* font = ImGui::GetIO().Fonts->AddFont(&config);
    font->Sources[0]->FontLoaderData = new Face{&machine, bold};
    return font;
}

} // namespace

Fonts add_fonts(platform::Platform& machine) {
    return {add_face(machine, false), add_face(machine, true)};
}

bool limit_glyphs() {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    const int renderer = ImGui::GetPlatformIO().Renderer_TextureMaxWidth;
    const auto most =
        static_cast<unsigned>(renderer > 0 ? std::min(renderer, most_texture_size) : most_texture_size);
    atlas->TexMaxWidth = atlas->TexMaxHeight = static_cast<int>(std::bit_floor(most));
    atlas->TexMinWidth = std::min(atlas->TexMinWidth, atlas->TexMaxWidth);
    atlas->TexMinHeight = std::min(atlas->TexMinHeight, atlas->TexMaxHeight);
    return is_packer_lost(atlas);
}

bool take_glyphs_left_out() {
    bool any = false;
    for (const ImFontConfig& source : ImGui::GetIO().Fonts->Sources)
        any |= std::exchange(face_of(&source).left_out, false);
    return any;
}

void forget_glyphs() {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (!atlas->Builder)
        return;
    atlas->Builder->LockDisableResize = false;
    ImFontAtlasBuildDiscardBakes(atlas, 0);
    ImFontAtlasTextureRepack(atlas, std::min(atlas->TexData->Width, atlas->TexMaxWidth),
                             std::min(atlas->TexData->Height, atlas->TexMaxHeight));
}

} // namespace jibiao::ui

/// ImGui's own loader, for a font that names none; all of ours do.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    return &jibiao::ui::loader();
}
