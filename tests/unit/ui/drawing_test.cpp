#include "ui/drawing.h"

#include "ui/page.h"

namespace drawing_test {

using namespace jibiao;
using namespace page_test;

namespace {

std::uint64_t drawn(Page& page) {
    page.frame();
    return ui::hash_of_drawing(*ImGui::GetDrawData(), 0);
}

} // namespace

TEST_CASE("a drawing is told from all others, and is known again") {
    Page page(full_book());
    page.machine.resize({.width = 1280, .height = 400, .scale = 1, .coarse_pointer = false});
    page.settle();
    const std::uint64_t first = drawn(page);
    CHECK(drawn(page) == first);

    SUBCASE("a letter") {
        const auto& tree = page.machine.tree();
        const auto cell = std::ranges::find(tree, Role::textbox, &Node::role);
        REQUIRE(cell != tree.end());
        page.machine.change_text(std::string(cell->id), cell->value + "甲");
        page.frame();
        CHECK(drawn(page) != first);
    }
    SUBCASE("the place of all") {
        page.machine.push_input(platform::Scroll{600, 200, 0, 30});
        page.frame();
        CHECK(drawn(page) != first);
    }
    SUBCASE("the window") {
        page.machine.resize({.width = 1280, .height = 399, .scale = 1, .coarse_pointer = false});
        page.frame();
        CHECK(drawn(page) != first);
    }
}

TEST_CASE("letters from another font are drawn, though all of them stand where they stood") {
    Page page(full_book());
    const ImDrawData& data = *ImGui::GetDrawData();
    CHECK(ui::has_new_textures(data));
    for (ImTextureData* texture : *data.Textures)
        texture->SetStatus(ImTextureStatus_OK); // As whoever draws it does.
    page.frame();
    CHECK_FALSE(ui::has_new_textures(data));
    page.machine.push(platform::FontsChanged{});
    page.frame();
    CHECK(ui::has_new_textures(data));
    CHECK(ui::hash_of_drawing(data, 1) != ui::hash_of_drawing(data, 2));
}

} // namespace drawing_test
