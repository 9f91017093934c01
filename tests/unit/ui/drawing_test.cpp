#include "ui/drawing.h"

#include "base/hash.h"
#include "ui/page.h"

#include <cmath>
#include <numeric>

namespace drawing_test {

using namespace jibiao;
using namespace page_test;
using ui::PixelRect;

namespace {

constexpr ImU32 paper = 0xFFFFFFFF;

/// The textures that wait are made, as whoever draws it does.
void make_textures(const ImDrawData& data) {
    for (ImTextureData* texture : *data.Textures)
        texture->SetStatus(ImTextureStatus_OK);
}

float side_of(const ImVec2& from, const ImVec2& to, const ImVec2& point) {
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

/// A canvas of which each pixel is a number for all that was drawn over it since it was blank.
class Sheet {
  public:
    explicit Sheet(const ImDrawData& data)
        : width_(static_cast<int>(data.DisplaySize.x)), height_(static_cast<int>(data.DisplaySize.y)),
          pixels_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {}

    void clear(const PixelRect& rect) {
        for (int y = rect.y; y < rect.y + rect.h; ++y)
            std::fill_n(pixels_.begin() + y * width_ + rect.x, rect.w, 0);
    }
    void draw(const ImDrawData& data) {
        for (const ImDrawList* list : data.CmdLists) {
            for (const ImDrawCmd& command : list->CmdBuffer)
                draw(*list, command);
        }
    }
    bool operator==(const Sheet&) const = default;

  private:
    /// As Dear ImGui's renderer for OpenGL cuts it, which counts from below.
    PixelRect scissor(const ImVec4& clip) const {
        const int below = static_cast<int>(static_cast<float>(height_) - clip.w);
        const int h = static_cast<int>(clip.w - clip.y);
        return {static_cast<int>(clip.x), height_ - below - h, static_cast<int>(clip.z - clip.x), h};
    }
    void draw(const ImDrawList& list, const ImDrawCmd& command) {
        const PixelRect cut = scissor(command.ClipRect);
        for (unsigned i = 0; i < command.ElemCount; i += 3) {
            std::array<ImDrawVert, 3> at{};
            Hash what;
            for (unsigned corner = 0; corner < 3; ++corner) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
                at[corner] = list.VtxBuffer[static_cast<int>(command.VtxOffset) + index];
                what.add_bytes(&at[corner], sizeof at[corner]);
            }
            draw(cut, at, what.value());
        }
    }
    void draw(const PixelRect& cut, const std::array<ImDrawVert, 3>& at, std::uint64_t what) {
        const auto [left, right] = std::minmax({at[0].pos.x, at[1].pos.x, at[2].pos.x});
        const auto [top, bottom] = std::minmax({at[0].pos.y, at[1].pos.y, at[2].pos.y});
        const int first_x = std::max({cut.x, 0, static_cast<int>(std::floor(left))});
        const int last_x = std::min({cut.x + cut.w, width_, static_cast<int>(std::ceil(right))}) - 1;
        const int first_y = std::max({cut.y, 0, static_cast<int>(std::floor(top))});
        const int last_y = std::min({cut.y + cut.h, height_, static_cast<int>(std::ceil(bottom))}) - 1;
        for (int y = first_y; y <= last_y; ++y) {
            for (int x = first_x; x <= last_x; ++x) {
                const ImVec2 middle(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
                const float a = side_of(at[0].pos, at[1].pos, middle);
                const float b = side_of(at[1].pos, at[2].pos, middle);
                const float c = side_of(at[2].pos, at[0].pos, middle);
                if ((a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0)) {
                    Hash pixel(pixels_[static_cast<std::size_t>(y * width_ + x)]);
                    pixel.add(what);
                    pixels_[static_cast<std::size_t>(y * width_ + x)] = pixel.value();
                }
            }
        }
    }

    int width_;
    int height_;
    std::vector<std::uint64_t> pixels_;
};

int pixels_in(const std::vector<PixelRect>& rects) {
    return std::accumulate(rects.begin(), rects.end(), 0,
                           [](int sum, const PixelRect& rect) { return sum + rect.w * rect.h; });
}

/// A window of which only what looks different is drawn anew.
struct Window {
    Page page{full_book()};
    ui::Canvas canvas;
    std::optional<Sheet> shown;

    Window() {
        page.machine.resize({.width = 1000, .height = 360, .scale = 1, .coarse_pointer = false});
        page.settle();
        frame();
    }
    /// What it drew. It must look as if all of it had been drawn.
    std::vector<PixelRect> frame() {
        page.frame();
        ImDrawData& data = *ImGui::GetDrawData();
        Sheet whole(data);
        whole.draw(data);
        if (!shown)
            shown.emplace(data);
        const auto rects = canvas.update(data, paper);
        make_textures(data);
        for (const PixelRect& rect : rects)
            shown->clear(rect);
        if (!rects.empty())
            shown->draw(data);
        CHECK((*shown == whole));
        return rects;
    }
    static constexpr int all = 1000 * 360;
};

} // namespace

TEST_CASE("only what looks different is drawn anew") {
    Window window;
    const auto& tree = window.page.machine.tree();
    CHECK(window.frame().empty());

    SUBCASE("a letter: the cell, and what is said of it elsewhere") {
        const auto cell = std::ranges::find(tree, Role::textbox, &Node::role);
        REQUIRE(cell != tree.end());
        window.page.machine.change_text(std::string(cell->id), cell->value + "1");
        int most = 0;
        for (int i = 0; i < 8; ++i)
            most = std::max(most, pixels_in(window.frame()));
        CHECK(most > 0);
        CHECK(most < Window::all / 2);
    }
    SUBCASE("the place of all") {
        for (int i = 0; i < 8; ++i) {
            window.page.machine.push_input(platform::Scroll{600, 200, 0, 7.5f});
            const auto rects = window.frame();
            CHECK(pixels_in(rects) > 0);
            CHECK(pixels_in(rects) <= Window::all);
        }
    }
    SUBCASE("what the pointer is over") {
        for (float x = 20; x < 1000; x += 60) {
            window.page.machine.push_input(platform::PointerMoved{x, 40, false});
            CHECK(pixels_in(window.frame()) < Window::all / 2);
        }
    }
    SUBCASE("the whole, of another size or after the canvas was lost") {
        window.canvas.forget();
        CHECK(pixels_in(window.frame()) == Window::all);
        window.page.machine.resize({.width = 1000, .height = 359, .scale = 1, .coarse_pointer = false});
        window.shown.reset();
        CHECK(pixels_in(window.frame()) == 1000 * 359);
    }
    SUBCASE("the whole, on other paper") {
        window.page.frame();
        CHECK(window.canvas.update(*ImGui::GetDrawData(), 1) == std::vector<PixelRect>{{0, 0, 1000, 360}});
    }
}

TEST_CASE("letters from another font are drawn, though all of them stand where they stood") {
    Window window;
    CHECK(window.frame().empty());
    window.page.machine.push(platform::FontsChanged{});
    CHECK(pixels_in(window.frame()) == Window::all);
}

} // namespace drawing_test
