#pragma once
#include "platform/platform.h"

#include <memory>

namespace jibiao::platform {

/// Glyphs of the system's fonts: fontconfig finds them, FreeType draws them. The faces are those of the page
/// (web/fonts.js) in the same order, then whatever has the character.
class Glyphs {
  public:
    Glyphs();
    ~Glyphs();
    Glyphs(const Glyphs&) = delete;
    Glyphs& operator=(const Glyphs&) = delete;

    /// As Platform::font_metrics and rasterize. Advances are whole pixels, so that every glyph stands on the
    /// pixel grid. A character that only colour bitmaps have (emoji) counts as not found.
    FontMetrics metrics(float size, bool bold);
    Glyph rasterize(char32_t code_point, float size, bool bold);

  private:
    struct Library;
    std::unique_ptr<Library> library_;
};

} // namespace jibiao::platform
