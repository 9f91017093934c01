#include "platform/desktop/glyphs.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <numeric>

namespace glyphs_test {

using namespace jibiao::platform;

// These need a Chinese font, which scripts/setup --tests installs.

namespace {

int ink(const Glyph& glyph) {
    return std::accumulate(glyph.pixels.begin(), glyph.pixels.end(), 0);
}

} // namespace

TEST_CASE("A Chinese character is as wide as the size and stands on the line") {
    Glyphs glyphs;
    for (const float size : {13.0f, 15.0f, 18.0f, 32.0f}) {
        CAPTURE(size);
        const Glyph glyph = glyphs.rasterize(U'国', size, false);
        REQUIRE(glyph.found);
        CHECK(glyph.advance == size);
        CHECK(static_cast<float>(glyph.width) <= size);
        CHECK(static_cast<float>(glyph.height) > 0.8f * size);
        CHECK(glyph.top < 0);
        CHECK(glyph.top + glyph.height >= 0); // It goes down to the baseline or a little below it.
        CHECK(glyph.pixels.size() == static_cast<std::size_t>(glyph.width * glyph.height));
    }
}

TEST_CASE("The baseline leaves room for a character above and below it") {
    Glyphs glyphs;
    for (const float size : {13.0f, 15.0f, 18.0f, 32.0f}) {
        CAPTURE(size);
        const FontMetrics metrics = glyphs.metrics(size, false);
        CHECK(metrics.ascent - metrics.descent == size);
        CHECK(metrics.ascent >= 0.75f * size);
        CHECK(metrics.ascent <= 0.95f * size);
    }
}

TEST_CASE("Bold characters have more ink") {
    Glyphs glyphs;
    const int regular = ink(glyphs.rasterize(U'国', 18, false));
    CHECK(ink(glyphs.rasterize(U'国', 18, true)) > regular + regular / 10);
}

TEST_CASE("Pixels are shades of grey, not only black and white") {
    Glyphs glyphs;
    const Glyph glyph = glyphs.rasterize(U'绩', 15, false);
    CHECK(std::any_of(glyph.pixels.begin(), glyph.pixels.end(),
                      [](int value) { return value > 40 && value < 200; }));
    CHECK(std::any_of(glyph.pixels.begin(), glyph.pixels.end(), [](int value) { return value > 230; }));
}

TEST_CASE("A blank has a width and no pixels") {
    Glyphs glyphs;
    const Glyph space = glyphs.rasterize(U' ', 16, false);
    REQUIRE(space.found);
    CHECK(space.advance > 2);
    CHECK(space.pixels.empty());
    CHECK(glyphs.rasterize(U'\u3000', 16, false).advance == 16);
}

TEST_CASE("Rare characters of names are found beyond the basic plane") {
    Glyphs glyphs;
    CHECK(glyphs.rasterize(U'\U00020BB7', 16, false).found); // 𠮷
    CHECK(glyphs.rasterize(U'㙍', 16, false).found);
}

TEST_CASE("A character that no font has is not found") {
    Glyphs glyphs;
    CHECK_FALSE(glyphs.rasterize(U'\U000E0FFF', 16, false).found);
    CHECK_FALSE(glyphs.rasterize(U'\U0010FFFE', 16, true).found);
}

} // namespace glyphs_test
