#pragma once
#include <imgui.h>

#include <cstdint>
#include <vector>

namespace jibiao::ui {

/// In device pixels from the top left corner.
struct PixelRect {
    int x, y, w, h;

    bool operator==(const PixelRect&) const = default;
};

/// What is on a canvas that keeps it. Several frames follow each other after every key, until all that
/// depends on it has settled; most of them look alike, and the others differ in a few places. Without a
/// graphics card every pixel counts.
class Canvas {
  public:
    /// Leaves in `data` what is to be drawn, within the rects returned and on nothing but such paper; these
    /// do not overlap. None: `data` looks like what is there.
    std::vector<PixelRect> update(ImDrawData& data, ImU32 paper);
    /// It may have lost what was drawn.
    void forget() { squares_.clear(); }

  private:
    struct Sheet {
        PixelRect all{};
        ImU32 paper = 0;

        bool operator==(const Sheet&) const = default;
    };
    Sheet sheet_;
    std::vector<std::uint64_t> squares_; ///< Hashes of what they show, row by row; none if that is not known.
};

} // namespace jibiao::ui
