#include "ui/page.h"

#include <set>

namespace paste_preview_test {

using namespace page_test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A person who pastes into the table of indicators.
struct Person : Page {
    explicit Person(Book book = full_book()) : Page(std::move(book)) {}

    void paste(Field field, Rows rows) {
        machine.focus_by_user(id_of({field, row().id}));
        settle();
        machine.push(platform::TablePasted{id_of({field, row().id}), std::move(rows), "…"});
        settle();
    }
    bool is_asked() const { return machine.find(Role::dialog, "粘贴：先看会改什么") != nullptr; }
    std::string counts() const {
        const Node* node = machine.find("paste-counts");
        return node ? node->name : "";
    }
    void choose(std::string_view source, std::string_view target) {
        press(Role::combobox, std::string(source) + "粘贴到");
        press(Role::option, target);
    }
    bool has_cell(std::string_view name) const { return machine.find(Role::cell, name) != nullptr; }
    std::string said() const { return state.message ? state.message->text : ""; }
};

const Rows mixed{{"数量指标", "演出场次", "≥12场", "备注"}, {"没有的", "人次", "≥300人次", ""}};

} // namespace

TEST_CASE("a table of which something is refused is shown first, cell by cell in words") {
    Person person;
    person.paste(Field::level2, mixed);
    REQUIRE(person.is_asked());
    CHECK(person.counts() == "新增 1 行 · 修改 1 格 · 不变 2 格 · 拒绝 2 格");
    CHECK(person.has_cell("三级指标：演出场次，不变"));
    CHECK(person.has_cell("指标值：≥12场，修改，原：≥10场"));
    CHECK(person.has_cell("没有对应的列：备注，拒绝：没有对应的列"));
    CHECK(person.has_cell("二级指标：没有的，拒绝：表样没有这个类别"));
    CHECK(person.has_cell("三级指标：人次，新增"));
    CHECK(person.project().indicators.size() == 1);
    CHECK(person.machine.focused() == "paste-apply");
    person.press(Role::button, "粘贴（3 格）");
    CHECK_FALSE(person.is_asked());
    CHECK(person.row().target.text == "≥12场");
    REQUIRE(person.project().indicators.size() == 2);
    CHECK(person.project().indicators[1].level2.text == "");
    CHECK(person.said() == "已粘贴：新增 1 行，改动 1 格，2 格没有变化；2 格没有粘贴：1 格没有对应的列，"
                           "1 格表样没有这个类别");
    CHECK(person.machine.focused() == person.id_of({Field::level2, person.row().id}));
    person.command("undo");
    CHECK(person.project().indicators.size() == 1);
    CHECK(person.row().target.text == "≥10场");
}

TEST_CASE("nothing in the preview has the id of anything else") {
    Person person;
    person.paste(Field::level2, mixed);
    REQUIRE(person.is_asked());
    std::set<std::string> ids;
    for (const Node& node : person.machine.tree()) {
        CAPTURE(node.id);
        CHECK(ids.insert(node.id).second);
    }
}

TEST_CASE("Escape and 取消 leave everything as it is") {
    Person person;
    for (const bool by_key : {true, false}) {
        person.paste(Field::level2, mixed);
        REQUIRE(person.is_asked());
        if (by_key)
            person.command("escape");
        else
            person.press(Role::button, "取消");
        CHECK_FALSE(person.is_asked());
        CHECK_FALSE(person.state.document.can_undo());
        CHECK(person.machine.focused() == person.id_of({Field::level2, person.row().id}));
    }
}

TEST_CASE("headings that came with a table are not pasted, unless the person says that they are none") {
    Person person;
    person.paste(Field::level1, {{"指标值", "三级指标"}, {"≥20场", "场次"}});
    REQUIRE(person.is_asked());
    CHECK(person.counts() == "新增 0 行 · 修改 2 格 · 不变 0 格 · 拒绝 0 格");
    const Node* heads = person.machine.find("paste-heads");
    REQUIRE(heads);
    CHECK(heads->pressed);
    person.press("paste-heads");
    CHECK_FALSE(person.machine.find("paste-heads")->pressed);
    CHECK(person.counts() == "新增 1 行 · 修改 0 格 · 不变 0 格 · 拒绝 4 格"); // by their places: categories
    person.press("paste-heads");
    person.press("paste-apply");
    CHECK(person.row().name.text == "场次");
    CHECK(person.row().target.text == "≥20场");
    CHECK(person.said() == "已粘贴：改动 2 格，表头 1 行没有粘贴");
}

TEST_CASE("columns go where the person says, never two to one, and so again the next time") {
    Person person;
    const Rows rows{{"甲", "乙", "丙"}};
    person.paste(Field::indicator_name, rows);
    REQUIRE(person.is_asked());
    person.choose("第 3 列", "三级指标");
    CHECK(person.has_cell("三级指标：丙，修改，原：演出场次"));
    CHECK(person.has_cell("不粘贴：甲，不粘贴"));
    person.choose("第 2 列", "不粘贴");
    CHECK(person.counts() == "新增 0 行 · 修改 1 格 · 不变 0 格 · 拒绝 0 格 · 不粘贴 2 格");
    person.press("paste-apply");
    CHECK(person.row().name.text == "丙");
    CHECK(person.row().target.text == "≥10场");
    person.command("undo");
    person.paste(Field::indicator_name, rows);
    REQUIRE(person.is_asked());
    CHECK(person.has_cell("三级指标：丙，修改，原：演出场次"));
    person.choose("第 1 列", "三级指标");
    person.choose("第 2 列", "指标值");
    person.press("paste-apply");
    CHECK(person.row().name.text == "甲");
    CHECK(person.row().target.text == "乙");
}

TEST_CASE("of many rows only those in view are in the tree, and the filter leaves what changes") {
    Book book = full_book();
    while (book.projects[0].indicators.size() < 400)
        book.projects.edit(0).indicators.push_back({.id = book.new_row_id(), .name = text("名称")});
    Person person(std::move(book));
    Rows rows(1000, {"名称", ""});
    rows[0] = {"演出场次", "≥10场"};
    rows[300] = {"改名", ""};
    person.paste(Field::indicator_name, std::move(rows));
    REQUIRE(person.is_asked());
    CHECK(person.counts() == "新增 600 行 · 修改 1 格 · 不变 799 格 · 拒绝 0 格");
    CHECK(person.machine.find(Role::grid, "粘贴后的样子")->position == 1001);
    CHECK(std::ranges::count_if(person.machine.tree(),
                                [](const Node& node) { return node.id.starts_with("paste-cell/"); }) < 120);
    person.press("paste-filter");
    CHECK(person.machine.find(Role::grid, "粘贴后的样子")->position == 2);
    CHECK(person.has_cell("三级指标：改名，修改，原：名称"));
    CHECK_FALSE(person.has_cell("三级指标：演出场次，不变"));
}

TEST_CASE("one value fills the cells that are selected") {
    Person person;
    person.paste(Field::indicator_name, {{"甲"}, {"甲"}});
    person.machine.focus_by_user(person.id_of({Field::indicator_name, person.row().id}));
    person.settle();
    for (const char* key : {"Shift+ArrowDown", "Shift+ArrowRight"}) {
        person.machine.push(platform::CellKey{person.machine.focused(), key});
        person.settle();
    }
    person.machine.push(platform::TablePasted{person.machine.focused(), {{"同"}}, "同"});
    person.settle();
    CHECK_FALSE(person.is_asked());
    for (const Indicator& row : person.project().indicators) {
        CHECK(row.name.text == "同");
        CHECK(row.target.text == "同");
    }
    person.command("undo");
    CHECK(person.row().name.text == "甲");
    CHECK(person.row().target.text == "≥10场");
}

TEST_CASE("what can be pressed there is large enough for fingers") {
    Person person;
    person.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    person.settle();
    person.paste(Field::level2, mixed);
    REQUIRE(person.is_asked());
    int seen = 0;
    for (const Node& node : person.machine.tree()) {
        if (!node.id.starts_with("paste-") && !node.id.starts_with("choice/paste-"))
            continue;
        if (node.role != Role::button && node.role != Role::combobox)
            continue;
        CAPTURE(node.id);
        CHECK(node.rect.h >= 44);
        CHECK(node.rect.w >= 44);
        ++seen;
    }
    CHECK(seen == 9);
}

TEST_CASE("what is undone while the preview is open is undone in it, too") {
    Person person;
    person.paste(Field::target_value, {{"≥11场"}});
    person.paste(Field::level2, mixed);
    CHECK(person.has_cell("指标值：≥12场，修改，原：≥11场"));
    person.state.document.undo();
    person.settle();
    CHECK(person.has_cell("指标值：≥12场，修改，原：≥10场"));
    Book other = full_book();
    other.title.text = "另一本";
    person.state.document.apply({"打开", {edit::ReplaceBook{std::move(other)}}});
    person.settle();
    CHECK_FALSE(person.is_asked());
}

} // namespace paste_preview_test
