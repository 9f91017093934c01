#include "platform/tree_patch.h"

#include "platform/patch.h"

namespace tree_patch_test {

using namespace jibiao::platform;
using patch_reader::Patch;

namespace {

Node node(std::string id, Role role, std::string parent = "", Rect rect = {}) {
    Node result;
    result.id = std::move(id);
    result.parent = std::move(parent);
    result.role = role;
    result.rect = result.clip = rect;
    return result;
}

} // namespace

TEST_CASE("A frame in which nothing changed packs to nothing") {
    TreePatch patch;
    const Tree tree{node("name", Role::textbox, "", {0, 0, 100, 24})};
    CHECK(!patch.next(tree).empty());
    CHECK(patch.next(tree).empty());
}

TEST_CASE("A changed value sends that node alone, without place and order") {
    TreePatch patch;
    Tree tree{node("name", Role::textbox), node("code", Role::textbox)};
    const auto first = Patch(patch.next(tree));
    REQUIRE(first.nodes.size() == 2);
    tree[1].value = "示例";
    const auto second = Patch(patch.next(tree));
    REQUIRE(second.nodes.size() == 1);
    CHECK(second.nodes[0].handle == first.nodes[1].handle);
    CHECK(second.nodes[0].value == "示例");
    CHECK(second.places.empty());
    CHECK(second.order.empty());
}

TEST_CASE("What a text field needs to know crosses the border, and any of it alone sends the node again") {
    TreePatch patch;
    Tree tree{node("name", Role::textbox)};
    patch.next(tree);
    const auto sent = [&] {
        const auto nodes = Patch(patch.next(tree)).nodes;
        REQUIRE(nodes.size() == 1);
        return nodes.front();
    };
    tree[0].limit = 20000;
    CHECK(sent().limit == 20000);
    tree[0].revision = 7;
    CHECK(sent().revision == 7);
    tree[0].placeholder = "填写项目名称";
    CHECK(sent().placeholder == "填写项目名称");
    tree[0].shortcut = "Control+S";
    CHECK(sent().shortcut == "Control+S");
    tree[0].one_line = true;
    CHECK(sent().flags == 1 << 11);
    tree[0].next = true;
    CHECK(sent().flags == 3 << 11);
    tree[0].takes_table = true;
    CHECK(sent().flags == 7 << 11);
}

TEST_CASE("Scrolling moves the wrapper of what scrolls, and nothing in it") {
    TreePatch patch;
    Tree tree{node("form", Role::region, "", {0, 50, 200, 500}),
              node("form/scroll", Role::scroll, "form", {0, 50, 200, 3000}),
              node("name", Role::textbox, "form/scroll", {20, 120, 100, 24})};
    const auto first = Patch(patch.next(tree));
    CHECK(first.order[2].second == first.order[1].first);
    for (std::size_t i = 1; i < tree.size(); ++i)
        tree[i].rect.y -= 30, tree[i].clip.y -= 30;
    CHECK(Patch(patch.next(tree)).places.size() == 1);
}

TEST_CASE("Moving a region moves nothing inside it") {
    TreePatch patch;
    Tree tree{node("form", Role::region, "", {10, 100, 200, 200}),
              node("name", Role::textbox, "form", {20, 120, 100, 24})};
    const auto first = Patch(patch.next(tree));
    REQUIRE(first.places.size() == 2);
    CHECK(first.places[1].rect == Rect{10, 20, 100, 24});
    for (Node& each : tree)
        each.rect.y -= 30, each.clip.y -= 30;
    const auto second = Patch(patch.next(tree));
    REQUIRE(second.places.size() == 1);
    CHECK(second.places[0].rect.y == 70);
}

TEST_CASE("What scrolls cuts off what is in it, which so needs no cut of its own") {
    TreePatch patch;
    Tree tree{node("form", Role::region, "", {0, 50, 200, 500}),
              node("scroll/form", Role::scroll, "form", {0, 20, 200, 3000}),
              node("card", Role::group, "scroll/form", {0, 20, 200, 600}),
              node("name", Role::textbox, "card", {20, 40, 100, 24})};
    tree[1].clip = {0, 50, 200, 500};
    tree[3].clip = {20, 50, 100, 14};
    const auto places = Patch(patch.next(tree)).places;
    REQUIRE(places.size() == 4);
    CHECK(places[1].top == 30);
    CHECK(places[1].bottom == 2470);
    CHECK(places[3].top == 0);
    CHECK(places[3].visible);
    tree[1].clip = {};
    tree[3].clip = {};
    const auto next = Patch(patch.next(tree)).places;
    REQUIRE(next.size() == 1);
    CHECK_FALSE(next[0].visible);
}

TEST_CASE("A clipped node tells how much of each side is cut off") {
    TreePatch patch;
    Tree tree{node("name", Role::textbox, "", {0, 90, 100, 24}),
              node("gone", Role::textbox, "", {0, 300, 100, 24})};
    tree[0].clip = {0, 100, 80, 14};
    tree[1].clip = {};
    const auto places = Patch(patch.next(tree)).places;
    REQUIRE(places.size() == 2);
    CHECK(places[0].visible);
    CHECK(places[0].top == 10);
    CHECK(places[0].right == 20);
    CHECK(places[0].bottom == 0);
    CHECK(places[0].left == 0);
    CHECK(!places[1].visible);
}

TEST_CASE("A node that is gone is missing in the order, and coming back it is a new one") {
    TreePatch patch;
    const Node save = node("save", Role::button), open = node("open", Role::button);
    const auto first = Patch(patch.next({save, open}));
    const auto second = Patch(patch.next({open}));
    CHECK(second.nodes.empty());
    REQUIRE(second.order.size() == 1);
    CHECK(second.order[0].first == first.order[1].first);
    const auto third = Patch(patch.next({save, open}));
    REQUIRE(third.nodes.size() == 1);
    CHECK(third.nodes[0].handle > first.nodes[1].handle);
}

TEST_CASE("What stands below a combobox goes into the combobox's container and names it") {
    TreePatch patch;
    const Tree tree{node("form", Role::group), node("level", Role::combobox, "form"),
                    node("choices", Role::list, "level"), node("a", Role::option, "choices")};
    const auto result = Patch(patch.next(tree));
    REQUIRE(result.order.size() == 4);
    CHECK(result.order[2].second == result.order[0].first);
    CHECK(result.nodes[2].popup_of == result.order[1].first);
    CHECK(result.order[3].second == result.order[2].first);
    CHECK(result.nodes[3].popup_of == 0);
}

TEST_CASE("A node that becomes a live region stands at the root, placed from there") {
    TreePatch patch;
    Tree tree{node("form", Role::group, "", {10, 100, 200, 200}),
              node("said", Role::text, "form", {20, 120, 100, 24})};
    patch.next(tree);
    tree[1].role = Role::alert;
    const auto result = Patch(patch.next(tree));
    REQUIRE(result.places.size() == 1);
    CHECK(result.places[0].rect == Rect{20, 120, 100, 24});
    REQUIRE(result.order.size() == 2);
    CHECK(result.order[1].second == 0);
}

TEST_CASE("A second node with the same id is left out") {
    TreePatch patch;
    const auto result = Patch(patch.next({node("save", Role::button), node("save", Role::button)}));
    CHECK(result.order.size() == 1);
}

} // namespace tree_patch_test
