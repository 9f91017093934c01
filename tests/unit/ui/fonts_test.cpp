#include "ui/screen.h"

#include "base/utf8.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

namespace fonts_test {

using namespace jibiao;
using platform::FakePlatform;

namespace {

Template form_with_goals() {
    Template form;
    form.id = "form";
    form.name = "表样";
    form.labels = {{"goal", "绩效目标"}};
    form.project_fields = {Field::name};
    return form;
}

/// So many different ideographs.
std::string ideographs(char32_t count) {
    std::string text;
    for (char32_t i = 0; i < count; ++i)
        append_utf8(text, U'一' + i);
    return text;
}

/// The page with one goal.
struct Page {
    FakePlatform machine;
    app::Knowledge knowledge{Templates({form_with_goals()}), {}};
    app::State state;
    ui::Screen screen{machine};

    explicit Page(std::string goal) {
        machine.native_text_fields = true;
        state.loading = false;
        show(std::move(goal));
    }
    void show(std::string goal) {
        Book book;
        book.template_id = "form";
        Project& project = book.projects.push_back({.id = book.new_row_id(), .name = {.text = "项目"}});
        project.goals.push_back({.id = book.new_row_id(), .text = {.text = std::move(goal)}});
        state.page = app::Page::project;
        state.project = project.id;
        state.document.apply({"打开", {edit::ReplaceBook{std::move(book)}}});
    }
    void frame() {
        for (const platform::Event& event : machine.poll())
            screen.take(event, state);
        screen.draw(state, knowledge, 0.016f);
    }
    /// As long as somebody asks for frames; how many that were.
    int frames_until_rest() {
        int count = 0;
        for (int asked = -1; asked < machine.wakes() && count < 100; ++count) {
            asked = machine.wakes();
            frame();
        }
        return count;
    }
};

ImFontAtlas& atlas() {
    return *ImGui::GetIO().Fonts;
}
/// Of the size in which goals are written.
ImFontBaked* baked() {
    ImFontBaked* most = nullptr;
    for (int i = 0; i < atlas().Builder->BakedPool.Size; ++i) {
        ImFontBaked& each = atlas().Builder->BakedPool[i];
        if (!each.WantDestroy && (!most || each.Glyphs.Size > most->Glyphs.Size))
            most = &each;
    }
    REQUIRE(most);
    return most;
}
int glyphs_to_be_seen() {
    int count = 0;
    for (const ImFontGlyph& glyph : baked()->Glyphs)
        count += glyph.Visible ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("when a font has come, every glyph is drawn anew, once") {
    Page page("演十场");
    page.frames_until_rest();
    const int first = page.machine.rasterized();
    CHECK(first > 20);
    page.frame();
    CHECK(page.machine.rasterized() == first);

    page.machine.push(platform::FontsChanged{});
    page.frame();
    const int again = page.machine.rasterized();
    CHECK(again >= first + 20);
    page.frame();
    CHECK(page.machine.rasterized() == again);
}

TEST_CASE("glyphs of fonts that come and go take no more room each time") {
    Page page(ideographs(300));
    page.frames_until_rest();
    const int height = atlas().TexData->Height;
    for (int i = 0; i < 40; ++i) {
        page.machine.push(platform::FontsChanged{});
        page.frame();
        page.frame();
    }
    CHECK(atlas().TexData->Height == height);
    CHECK(atlas().TexList.Size <= 2);
}

TEST_CASE("the texture of the glyphs stays within what the graphics card takes") {
    for (const auto& [takes, most] :
         {std::pair{0, 4096}, {2048, 2048}, {5000, 4096}, {3000, 2048}, {16384, 4096}}) {
        CAPTURE(takes);
        Page page("演十场");
        ImGui::GetPlatformIO().Renderer_TextureMaxWidth = takes;
        page.frame();
        CHECK(atlas().TexMaxWidth == most);
        CHECK(atlas().TexMaxHeight == most);
    }
}

TEST_CASE("text with more glyphs than the texture can hold is drawn in part, and frames come to an end") {
    Page page("演十场");
    ImGui::GetPlatformIO().Renderer_TextureMaxWidth = 256;
    page.frames_until_rest();
    page.show(ideographs(3000));
    CHECK(page.frames_until_rest() <= 3);
    CHECK(atlas().TexData->Width <= 256);
    CHECK(atlas().TexData->Height <= 256);
    CHECK(glyphs_to_be_seen() > 100);
    const ImFontGlyph* last = baked()->FindGlyphNoFallback(U'一' + 2999);
    REQUIRE(last);
    CHECK_FALSE(bool(last->Visible));
    CHECK(last->AdvanceX == baked()->Size);

    SUBCASE("it stays so") {
        for (int i = 0; i < 20; ++i)
            page.frame();
        CHECK(page.frames_until_rest() == 1);
        CHECK(glyphs_to_be_seen() > 100);
    }
    SUBCASE("what fits again is drawn whole") {
        page.show(ideographs(100));
        CHECK(page.frames_until_rest() <= 3);
        CHECK(glyphs_to_be_seen() >= 100);
        const ImFontGlyph* glyph = baked()->FindGlyphNoFallback(U'一' + 99);
        REQUIRE(glyph);
        CHECK(bool(glyph->Visible));
    }
    SUBCASE("other text makes room for itself") {
        for (int i = 0; i < 30; ++i) {
            page.machine.resize({.width = 1280,
                                 .height = 720,
                                 .scale = i % 3 == 0 ? 1 : 1 + 0.25f * static_cast<float>(i % 3)});
            page.show(ideographs(static_cast<char32_t>(100 * (i % 7))));
            CHECK(page.frames_until_rest() <= 3);
        }
        CHECK(atlas().TexList.Size <= 3);
    }
}

TEST_CASE("sizes that are no longer used make room before the texture grows") {
    Page page(ideographs(1500));
    page.frames_until_rest();
    const auto scale = [&](float to) {
        page.machine.resize({.width = 1280, .height = 720, .scale = to});
        for (int i = 0; i < 4; ++i)
            page.frame();
    };
    scale(2);
    const int at_two = atlas().TexData->Width * atlas().TexData->Height;
    for (int i = 0; i < 10; ++i) {
        for (const float to : {1.0f, 1.25f, 1.5f, 1.75f, 2.0f})
            scale(to);
    }
    CHECK(atlas().TexData->Width * atlas().TexData->Height <= 2 * at_two);
}

TEST_CASE("a glyph with colours of its own keeps them, the others take the text's") {
    Page page("好😀");
    page.frames_until_rest();
    const ImFontGlyph* face = baked()->FindGlyphNoFallback(U'😀');
    REQUIRE(face);
    CHECK(bool(face->Colored));
    CHECK_FALSE(bool(baked()->FindGlyphNoFallback(U'好')->Colored));
    const ImTextureRect* place = ImFontAtlasPackGetRect(&atlas(), face->PackId);
    const auto* pixel = static_cast<const std::uint8_t*>(atlas().TexData->GetPixelsAt(place->x, place->y));
    CHECK(std::vector<int>(pixel, pixel + 4) == std::vector{255, 0, 0, 255});
    CHECK(atlas().TexData->UseColors);
}

} // namespace fonts_test
