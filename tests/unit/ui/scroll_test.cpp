#include "ui/page.h"

#include "platform/patch.h"
#include "platform/tree_patch.h"

#include <set>

namespace scroll_test {

using namespace jibiao;
using namespace page_test;
using patch_reader::Patch;

namespace {

Book long_book() {
    Book book = full_book();
    auto& rows = book.projects.edit(0).indicators;
    while (rows.size() < 1000)
        rows.push_back({.id = book.new_row_id(),
                        .level1 = text("产出指标"),
                        .level2 = text("数量指标"),
                        .name = text("演出场次"),
                        .target = text("≥10场")});
    return book;
}

/// Records of places, apart from those of nodes that are new: rows come near while others go.
std::size_t moved(const Patch& patch) {
    std::set<std::uint32_t> added;
    for (const auto& node : patch.nodes)
        added.insert(node.handle);
    return static_cast<std::size_t>(
        std::count_if(patch.places.begin(), patch.places.end(),
                      [&](const auto& place) { return added.count(place.handle) == 0; }));
}

/// Most places that any of some steps over the middle of the page sent again.
std::size_t most_moved(Page& page, platform::Rect over) {
    platform::TreePatch patch;
    patch.next(page.machine.tree());
    std::size_t most = 0;
    for (int step = 0; step < 40; ++step) {
        const platform::Tree before = page.machine.tree();
        page.machine.push_input(platform::Scroll{over.x + over.w / 2, over.y + over.h / 2, 0, 57});
        page.frame();
        page.frame();
        const Patch sent(patch.next(page.machine.tree()));
        CHECK(before != page.machine.tree());
        CHECK_FALSE(sent.places.empty());
        most = std::max(most, moved(sent));
    }
    return most;
}

} // namespace

TEST_CASE("a step of scrolling moves what scrolls as a whole") {
    Page page(long_book());
    // Of a grid also its head, which stays, and where its rows are cut off beneath it.
    CHECK(most_moved(page, page.machine.find(Role::region, "项目 1 演出经费")->rect) <= 4);
    CHECK(most_moved(page, page.machine.find("findings")->rect) <= 3);
}

TEST_CASE("a step of scrolling moves the whole document") {
    Book book = full_book();
    for (int i = 0; i < 200; ++i)
        book.sections.edit(0).body.push_back({.id = book.new_row_id(), .text = text("采购说明。")});
    Page page(std::move(book));
    page.show(app::Page::texts);
    CHECK(most_moved(page, page.machine.find("texts")->rect) <= 3);
}

} // namespace scroll_test
