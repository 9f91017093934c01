#include "platform/desktop/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>

#include <freetype/freetype.h>
#include <freetype/ftsynth.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace jibiao::platform {
namespace {

constexpr const char* families[] = {
    "PingFang SC",      "Microsoft YaHei UI", "Microsoft YaHei",     "HarmonyOS Sans SC", "MiSans",
    "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "sans-serif"};

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* made) const {
        destroy(made);
    }
};
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;
using FontConfig = std::unique_ptr<FcConfig, Destroy<FcConfigDestroy>>;
using FreeType = std::unique_ptr<std::remove_pointer_t<FT_Library>, Destroy<FT_Done_FreeType>>;
using Face = std::unique_ptr<FT_FaceRec, Destroy<FT_Done_Face>>;

/// A font of the system; opened when a character of it is needed first.
struct Font {
    FcPattern* pattern = nullptr;
    bool opened = false;
    bool embolden = false; ///< Bold is wanted and the font has none.
    Face face;
};

/// All fonts in order of preference.
struct Family {
    FontSet patterns;
    std::vector<Font> fonts;
};

Pattern wanted(bool bold) {
    Pattern pattern(FcPatternCreate());
    for (const char* family : families)
        FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddString(pattern.get(), FC_LANG, reinterpret_cast<const FcChar8*>("zh-cn"));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    return pattern;
}

Family find_fonts(FcConfig* config, bool bold) {
    const Pattern pattern = wanted(bold);
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultMatch;
    Family family{FontSet(FcFontSort(config, pattern.get(), FcTrue, nullptr, &result)), {}};
    for (int i = 0; family.patterns && i < family.patterns->nfont; ++i)
        family.fonts.push_back({.pattern = family.patterns->fonts[i], .face = {}});
    return family;
}

bool has_character(const Font& font, char32_t code_point) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(font.pattern, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, code_point);
}

void open_font(FT_Library library, Font& font, bool bold) {
    FcChar8* file = nullptr;
    int index = 0;
    int weight = FC_WEIGHT_REGULAR;
    font.opened = true;
    if (FcPatternGetString(font.pattern, FC_FILE, 0, &file) != FcResultMatch)
        return;
    FcPatternGetInteger(font.pattern, FC_INDEX, 0, &index);
    FcPatternGetInteger(font.pattern, FC_WEIGHT, 0, &weight);
    font.embolden = bold && weight < FC_WEIGHT_DEMIBOLD;
    FT_Face face = nullptr;
    if (FT_New_Face(library, reinterpret_cast<const char*>(file), index, &face) == 0)
        font.face.reset(face);
}

Glyph not_found() {
    return {.found = false, .advance = 0, .left = 0, .top = 0, .width = 0, .height = 0, .pixels = {}};
}

float pixels_of(FT_Long font_units, FT_Face face, float size) {
    return static_cast<float>(font_units) * size / static_cast<float>(face->units_per_EM);
}

} // namespace

struct Glyphs::Library {
    FreeType freetype;
    FontConfig config{FcInitLoadConfigAndFonts()};
    std::optional<Family> families[2]; ///< Regular and bold.
    std::vector<std::uint8_t> pixels;  ///< Of the last glyph.

    Family& family(bool bold);
    /// Null if the file of the font cannot be read.
    FT_Face face(Font& font, bool bold);
    Glyph draw(Font& font, char32_t code_point, float size, bool bold);
    Glyph take_bitmap(FT_GlyphSlot slot);
};

Family& Glyphs::Library::family(bool bold) {
    std::optional<Family>& found = families[bold];
    if (!found)
        found = find_fonts(config.get(), bold);
    return *found;
}

FT_Face Glyphs::Library::face(Font& font, bool bold) {
    if (!font.opened)
        open_font(freetype.get(), font, bold);
    return font.face.get();
}

Glyph Glyphs::Library::take_bitmap(FT_GlyphSlot slot) {
    const FT_Bitmap& bitmap = slot->bitmap;
    Glyph glyph{.found = true,
                .advance = std::round(static_cast<float>(slot->advance.x) / 64),
                .left = slot->bitmap_left,
                .top = -slot->bitmap_top,
                .width = static_cast<int>(bitmap.width),
                .height = static_cast<int>(bitmap.rows),
                .pixels = {}};
    pixels.resize(std::size_t{bitmap.width} * bitmap.rows);
    for (unsigned row = 0; row < bitmap.rows; ++row) {
        const std::uint8_t* from = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        std::copy_n(from, bitmap.width, pixels.begin() + static_cast<std::ptrdiff_t>(row * bitmap.width));
    }
    glyph.pixels = pixels;
    return glyph;
}

Glyph Glyphs::Library::draw(Font& font, char32_t code_point, float size, bool bold) {
    FT_Face opened = face(font, bold);
    const auto size_26_6 = static_cast<FT_F26Dot6>(std::lround(size * 64));
    if (!opened || FT_Set_Char_Size(opened, size_26_6, size_26_6, 72, 72) != 0)
        return not_found();
    const FT_UInt index = FT_Get_Char_Index(opened, code_point);
    if (index == 0 || FT_Load_Glyph(opened, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0)
        return not_found();
    if (font.embolden)
        FT_GlyphSlot_Embolden(opened->glyph);
    if (FT_Render_Glyph(opened->glyph, FT_RENDER_MODE_NORMAL) != 0)
        return not_found();
    return take_bitmap(opened->glyph);
}

Glyphs::Glyphs() : library_(std::make_unique<Library>()) {
    FT_Library freetype = nullptr;
    if (FT_Init_FreeType(&freetype) == 0)
        library_->freetype.reset(freetype);
}

Glyphs::~Glyphs() = default;

/// A browser centres the font's own line, of which it rounds both parts, in the line that is `size` high.
FontMetrics Glyphs::metrics(float size, bool bold) {
    Family& family = library_->family(bold);
    FT_Face face = family.fonts.empty() ? nullptr : library_->face(family.fonts.front(), bold);
    if (!face)
        return {.ascent = 0.88f * size, .descent = -0.12f * size};
    const float above = std::round(pixels_of(face->ascender, face, size));
    const float below = std::round(pixels_of(-face->descender, face, size));
    const float ascent = above + std::floor((size - above - below) / 2);
    return {.ascent = ascent, .descent = ascent - size};
}

Glyph Glyphs::rasterize(char32_t code_point, float size, bool bold) {
    for (Font& font : library_->family(bold).fonts) {
        if (!has_character(font, code_point))
            continue;
        if (const Glyph glyph = library_->draw(font, code_point, size, bold); glyph.found)
            return glyph;
    }
    return not_found();
}

} // namespace jibiao::platform
