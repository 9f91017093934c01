#include "platform/tab_order.h"

#include <doctest/doctest.h>

namespace tab_order_test {

using namespace jibiao::platform;

namespace {

Node node(const char* id, Role role, const char* parent = "") {
    Node made;
    made.id = id;
    made.parent = parent;
    made.role = role;
    return made;
}

/// Ids of all stops from the beginning, in one round.
std::string round_of(const Tree& tree, int step) {
    std::string ids;
    for (std::size_t at = tab_stop(tree, tree.size(), step); at < tree.size() && ids.size() < 100;
         at = tab_stop(tree, at, step)) {
        if (ids.starts_with(tree[at].id))
            break;
        ids += tree[at].id + " ";
    }
    return ids;
}

} // namespace

TEST_CASE("Tab goes round what takes the keyboard, in the tree's order") {
    Tree tree{node("page", Role::group),   node("open", Role::button),   node("head", Role::heading),
              node("name", Role::textbox), node("pick", Role::combobox), node("gone", Role::button),
              node("a", Role::tab),        node("b", Role::tab),         node("last", Role::button)};
    tree[5].disabled = true;
    tree[7].selected = true;
    CHECK(round_of(tree, 1) == "open name pick b last ");
    CHECK(round_of(tree, -1) == "last b pick name open ");
    CHECK(tab_stop({node("text", Role::text)}, 0, 1) == 1);
    CHECK(tab_stop({}, 0, 1) == 0);
}

TEST_CASE("Tab stays in an open dialog") {
    const Tree tree{node("open", Role::button),       node("ask", Role::dialog),
                    node("part", Role::group, "ask"), node("yes", Role::button, "part"),
                    node("no", Role::button, "ask"),  node("behind", Role::button)};
    CHECK(round_of(tree, 1) == "yes no ");
}

TEST_CASE("Enter goes on to the next text field, and no further than the last") {
    Tree tree{node("a", Role::textbox), node("button", Role::button), node("b", Role::textbox),
              node("c", Role::textbox)};
    tree[2].disabled = true;
    CHECK(following_field(tree, 0) == 3);
    CHECK(following_field(tree, 3) == tree.size());
}

TEST_CASE("Arrow keys go along siblings of the same role") {
    const Tree tree{node("x", Role::option, "list"), node("head", Role::text, "list"),
                    node("y", Role::option, "list"), node("z", Role::option, "other")};
    CHECK(sibling(tree, 0, 1) == 2);
    CHECK(sibling(tree, 2, 1) == 2);
    CHECK(sibling(tree, 2, -1) == 0);
    CHECK(sibling(tree, 0, -1) == 0);
}

} // namespace tab_order_test
