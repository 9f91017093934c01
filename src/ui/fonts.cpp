#include "ui/fonts.h"

#include <imgui_internal.h>               // ImFontLoader: the one file that depends on it.
#include <misc/freetype/imgui_freetype.h> // Its name for the loader is taken; nothing of it is linked.

#include <cmath>

namespace jibiao::ui {
namespace {

struct Face {
    platform::Platform* machine = nullptr;
    bool bold = false;
};

const Face& face_of(const ImFontConfig* source) {
    return *static_cast<const Face*>(source->FontLoaderData);
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const Face& face = face_of(source);
    const platform::FontMetrics metrics = face.machine->font_metrics(baked->Size, face.bold);
    baked->Ascent = metrics.ascent;
    baked->Descent = metrics.descent;
    return true;
}

/// Finds room in the atlas for the bitmap; false if the atlas is full.
bool place_bitmap(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const platform::Glyph& bitmap,
                  ImFontGlyph* glyph) {
    const ImFontAtlasRectId room = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (room == ImFontAtlasRectId_Invalid)
        return false;
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
    return true;
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
    const bool blank = bitmap.width == 0 || bitmap.height == 0;
    return blank || place_bitmap(atlas, source, baked, bitmap, out_glyph);
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

} // namespace jibiao::ui

/// ImGui's own loader, for a font that names none; all of ours do.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    return &jibiao::ui::loader();
}
