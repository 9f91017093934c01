#include "ui/drawing.h"

#include "base/hash.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

namespace jibiao::ui {
namespace {

constexpr int side = 64;              ///< Of a square; pixels.
constexpr std::size_t most_rects = 6; ///< More cost more than the pixels between them.

constexpr int squares_in(int pixels) {
    return (pixels + side - 1) / side;
}

PixelRect common(const PixelRect& a, const PixelRect& b) {
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.x + a.w, b.x + b.w) - x),
            std::max(0, std::min(a.y + a.h, b.y + b.h) - y)};
}

PixelRect around(const PixelRect& a, const PixelRect& b) {
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

bool is_empty(const PixelRect& rect) {
    return rect.w <= 0 || rect.h <= 0;
}

/// The pixels that the renderer lets a command draw: it counts from below, and cuts off fractions.
PixelRect pixels_of(const ImDrawCmd& command, int height) {
    const ImVec4& clip = command.ClipRect;
    const int h = static_cast<int>(clip.w - clip.y);
    return {static_cast<int>(clip.x), height - static_cast<int>(static_cast<float>(height) - clip.w) - h,
            static_cast<int>(clip.z - clip.x), h};
}

std::uint64_t hash_of(const ImDrawVert& vertex) {
    Hash hash;
    hash.add(bits_of(vertex.pos.x, vertex.pos.y));
    hash.add(bits_of(vertex.uv.x, vertex.uv.y));
    hash.add(vertex.col);
    return hash.value();
}

/// What each square shows.
class Squares {
  public:
    Squares(int width, int height)
        : all_{0, 0, width, height}, columns_(squares_in(width)),
          hashes_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(squares_in(height))) {}

    void add(const ImDrawList& list) {
        vertices_.clear();
        for (const ImDrawVert& vertex : list.VtxBuffer)
            vertices_.push_back(hash_of(vertex));
        for (const ImDrawCmd& command : list.CmdBuffer)
            add(list, command);
    }
    std::vector<std::uint64_t> take() { return std::move(hashes_); }

  private:
    void add(const ImDrawList& list, const ImDrawCmd& command) {
        const PixelRect clip = common(pixels_of(command, all_.h), all_);
        if (is_empty(clip))
            return;
        Hash own;
        own.add(bits_of(command.ClipRect.x, command.ClipRect.y));
        own.add(bits_of(command.ClipRect.z, command.ClipRect.w));
        own.add(reinterpret_cast<std::uintptr_t>(command.TexRef._TexData));
        const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
        const std::uint64_t* hashes = vertices_.data() + command.VtxOffset;
        const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
        for (const ImDrawIdx* end = corners + command.ElemCount; corners != end; corners += 3) {
            const auto [left, right] = std::minmax(
                {vertices[corners[0]].pos.x, vertices[corners[1]].pos.x, vertices[corners[2]].pos.x});
            const auto [top, bottom] = std::minmax(
                {vertices[corners[0]].pos.y, vertices[corners[1]].pos.y, vertices[corners[2]].pos.y});
            const int x = static_cast<int>(std::floor(left)), y = static_cast<int>(std::floor(top));
            const PixelRect seen = common(clip, {x, y, static_cast<int>(std::ceil(right)) - x,
                                                 static_cast<int>(std::ceil(bottom)) - y});
            if (is_empty(seen))
                continue;
            Hash triangle = own;
            for (int corner = 0; corner < 3; ++corner)
                triangle.add(hashes[corners[corner]]);
            add(seen, triangle.value());
        }
    }
    void add(const PixelRect& seen, std::uint64_t what) {
        const int last_row = (seen.y + seen.h - 1) / side, last_column = (seen.x + seen.w - 1) / side;
        for (int row = seen.y / side; row <= last_row; ++row) {
            for (int column = seen.x / side; column <= last_column; ++column) {
                Hash hash(hashes_[static_cast<std::size_t>(row * columns_ + column)]);
                hash.add(what);
                hashes_[static_cast<std::size_t>(row * columns_ + column)] = hash.value();
            }
        }
    }

    PixelRect all_;
    int columns_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint64_t> vertices_; ///< Of the list that is added.
};

/// Rects around the squares that are not the same, at most most_rects.
std::vector<PixelRect> different(std::span<const std::uint64_t> before, std::span<const std::uint64_t> now,
                                 const PixelRect& all) {
    std::vector<PixelRect> rects;
    const int columns = squares_in(all.w), rows = squares_in(all.h);
    const auto differs = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row * columns + column);
        return before[at] != now[at];
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int first = column;
            while (column < columns && differs(row, column))
                ++column;
            if (column == first)
                continue;
            const PixelRect run = common({first * side, row * side, (column - first) * side, side}, all);
            const auto above = std::ranges::find_if(rects, [&run](const PixelRect& rect) {
                return rect.x == run.x && rect.w == run.w && rect.y + rect.h == run.y;
            });
            if (above != rects.end())
                above->h += run.h;
            else
                rects.push_back(run);
        }
    }
    if (rects.size() > most_rects) {
        for (const PixelRect& rect : rects)
            rects.front() = around(rects.front(), rect);
        rects.resize(1);
    }
    return rects;
}

void keep_within(ImDrawList& list, std::span<const PixelRect> rects, int height) {
    ImVector<ImDrawCmd> kept;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const PixelRect all = pixels_of(command, height);
        for (const PixelRect& rect : rects) {
            const PixelRect part = common(all, rect);
            if (is_empty(part))
                continue;
            kept.push_back(command);
            kept.back().ClipRect = {static_cast<float>(part.x), static_cast<float>(part.y),
                                    static_cast<float>(part.x + part.w), static_cast<float>(part.y + part.h)};
        }
    }
    list.CmdBuffer.swap(kept);
}

/// Textures wait to be made or changed by whoever draws it: letters may look different where they stand.
bool has_new_textures(const ImDrawData& data) {
    return data.Textures && std::ranges::any_of(*data.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

} // namespace

std::vector<PixelRect> Canvas::update(ImDrawData& data, ImU32 paper) {
    const PixelRect all{0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
    Squares squares(all.w, all.h);
    for (const ImDrawList* list : data.CmdLists)
        squares.add(*list);
    const auto before = std::exchange(squares_, squares.take());
    const Sheet sheet{all, paper};
    const bool is_same_sheet = std::exchange(sheet_, sheet) == sheet && !before.empty();
    if (!is_same_sheet || has_new_textures(data))
        return {all};
    std::vector<PixelRect> rects = different(before, squares_, all);
    for (ImDrawList* list : data.CmdLists)
        keep_within(*list, rects, all.h);
    return rects;
}

} // namespace jibiao::ui
