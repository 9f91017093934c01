#include "platform/tree_patch.h"

#include <doctest/doctest.h>

#include <cstring>

namespace tree_patch_test {

using namespace jibiao::platform;

namespace {

/// Reads a patch as web/tree_patch.js does.
struct Patch {
    struct NodeRecord {
        std::uint32_t handle, popup_of;
        std::uint16_t flags;
        std::string id, name, value, shortcut, placeholder;
        std::uint32_t limit, revision;
    };
    struct PlaceRecord {
        std::uint32_t handle;
        Rect rect;
        bool visible;
        float top, right, bottom, left;
    };
    std::vector<NodeRecord> nodes;
    std::vector<PlaceRecord> places;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;

    explicit Patch(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {
        while (at_ < bytes_.size()) {
            switch (const auto kind = take<std::uint8_t>()) {
            case 1:
                take_node();
                break;
            case 2:
                take_place();
                break;
            case 3:
                take_order();
                break;
            default:
                FAIL("unknown record ", int{kind});
            }
        }
    }

  private:
    template <class T>
    T take() {
        T value;
        REQUIRE(at_ + sizeof value <= bytes_.size());
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::string take_string() {
        const auto size = take<std::uint32_t>();
        REQUIRE(at_ + size <= bytes_.size());
        at_ += size;
        return {reinterpret_cast<const char*>(bytes_.data()) + at_ - size, size};
    }
    void take_node() {
        NodeRecord record{};
        record.handle = take<std::uint32_t>();
        const auto role = static_cast<Role>(take<std::uint8_t>());
        take<std::uint8_t>();
        record.flags = take<std::uint16_t>();
        record.popup_of = take<std::uint32_t>();
        record.id = take_string();
        record.name = take_string();
        record.value = take_string();
        take_string();
        record.shortcut = take_string();
        if (role == Role::textbox) {
            for (int i = 0; i < 4; ++i)
                take<float>();
            take<std::uint32_t>();
            take<std::uint32_t>();
            record.limit = take<std::uint32_t>();
            record.revision = take<std::uint32_t>();
            record.placeholder = take_string();
        }
        nodes.push_back(record);
    }
    void take_place() {
        PlaceRecord record{};
        record.handle = take<std::uint32_t>();
        for (float* side : {&record.rect.x, &record.rect.y, &record.rect.w, &record.rect.h})
            *side = take<float>();
        record.visible = take<std::uint8_t>() != 0;
        for (float* side : {&record.top, &record.right, &record.bottom, &record.left})
            *side = take<float>();
        places.push_back(record);
    }
    void take_order() {
        const auto count = take<std::uint32_t>();
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto handle = take<std::uint32_t>();
            order.emplace_back(handle, take<std::uint32_t>());
        }
    }

    const std::vector<std::uint8_t>& bytes_;
    std::size_t at_ = 0;
};

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
