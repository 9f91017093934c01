#include "ui/page.h"

#include <cmath>
#include <set>

namespace grid_view_test {

using namespace page_test;

namespace {

/// Three indicators: 演出场次 ≥10场, 观众人次 ≥900人次, 满意度 ≥95%.
Book three_indicators() {
    Book book = full_book();
    for (const auto& [name, target] : {std::pair("观众人次", "≥900人次"), {"满意度", "≥95%"}})
        book.projects.edit(0).indicators.push_back({.id = book.new_row_id(),
                                                    .level1 = text("产出指标"),
                                                    .level2 = text("质量指标"),
                                                    .name = text(name),
                                                    .target = text(target)});
    return book;
}

/// A person who works in the table of indicators by keyboard alone.
struct Person : Page {
    explicit Person(Book book = three_indicators()) : Page(std::move(book)) {}

    void go_to(std::string_view cell) {
        CAPTURE(cell);
        REQUIRE(field(cell));
        machine.focus_by_user(field(cell)->id);
        settle();
    }
    void key(const char* keys) {
        machine.push(platform::CellKey{machine.focused(), keys});
        settle();
    }
    /// Accessible name of what has the keyboard.
    std::string here() const {
        const Node* node = machine.find(machine.focused());
        return node ? node->name : "";
    }
    /// Names of the indicators, in order.
    std::string names() const {
        std::string all;
        for (const Indicator& row : project().indicators)
            all += (all.empty() ? "" : " ") + (row.name.empty() ? "-" : row.name.text);
        return all;
    }
    std::string targets() const {
        std::string all;
        for (const Indicator& row : project().indicators)
            all += (all.empty() ? "" : " ") + (row.target.empty() ? "-" : row.target.text);
        return all;
    }
    std::size_t selected_cells() const {
        const auto& tree = machine.tree();
        return static_cast<std::size_t>(std::count_if(tree.begin(), tree.end(), [](const Node& node) {
            return node.role == Role::cell && node.selected;
        }));
    }
    std::string said() const { return state.message ? state.message->text : ""; }
};

struct Step {
    const char* command;
    const char* names;
    const char* undo;   ///< What the button for it is called.
    const char* cursor; ///< Where the keyboard is then.
};

} // namespace

TEST_CASE("arrows, Enter and Tab move among the cells, and out of the grid at its ends") {
    Person person;
    person.go_to("指标 1 一级指标");
    for (const auto& [keys, cell] : {std::pair("ArrowRight", "指标 1 二级指标"),
                                     {"ArrowDown", "指标 2 二级指标"},
                                     {"Tab", "指标 2 三级指标"},
                                     {"Enter", "指标 3 二级指标"},
                                     {"Control+End", "指标 3 指标值"},
                                     {"Control+Home", "指标 1 一级指标"}}) {
        person.key(keys);
        CHECK(person.here() == cell);
    }
    person.key("Shift+Tab");
    CHECK_FALSE(person.here().starts_with("指标"));
    person.go_to("指标 3 指标值");
    person.key("Tab");
    CHECK(person.here() == "操作指标 3");
    person.go_to("指标 3 指标值");
    person.key("Enter");
    CHECK(person.here() == "增加指标");
}

TEST_CASE("with touch, Enter goes to the cell at the right, as the key of the soft keyboard says") {
    Person person;
    person.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    person.settle();
    person.go_to("指标 1 三级指标");
    person.key("Enter");
    CHECK(person.here() == "指标 1 指标值");
}

TEST_CASE("a block is selected, and the tree says so") {
    Person person;
    person.go_to("指标 1 三级指标");
    CHECK(person.selected_cells() == 1);
    person.key("Shift+ArrowDown");
    person.key("Shift+ArrowRight");
    CHECK(person.here() == "指标 1 三级指标");
    CHECK(person.selected_cells() == 4);
    person.key("Shift+Space");
    CHECK(person.selected_cells() == 8);
    person.key("Control+A");
    CHECK(person.selected_cells() == 12);
    person.key("ArrowDown");
    CHECK(person.selected_cells() == 1);
    person.machine.push(platform::CellKey{person.field("指标 3 指标值")->id, "Shift+Click"});
    person.settle();
    CHECK(person.selected_cells() == 4);
    CHECK(person.here() == "指标 2 三级指标");
    person.press(Role::button, "选择指标 3");
    CHECK(person.selected_cells() == 4);
    CHECK(person.here() == "指标 3 一级指标");
}

TEST_CASE("rows come, go and move by command, each as one undo step that leaves the selection") {
    const Step steps[] = {
        {"insert-above", "演出场次 - 观众人次 满意度", "撤销：插入一行", "指标 2 三级指标"},
        {"insert-below", "演出场次 观众人次 - 满意度", "撤销：插入一行", "指标 3 三级指标"},
        {"duplicate-rows", "演出场次 观众人次 观众人次 满意度", "撤销：复制一行", "指标 3 三级指标"},
        {"rows-up", "观众人次 演出场次 满意度", "撤销：上移一行", "指标 1 三级指标"},
        {"rows-down", "演出场次 满意度 观众人次", "撤销：下移一行", "指标 3 三级指标"},
        {"remove-rows", "演出场次 满意度", "撤销：删除一行", "指标 2 三级指标"},
        {"fill-down", "演出场次 演出场次 满意度", "撤销：向下填充", "指标 2 三级指标"},
        {"clear", "演出场次 - 满意度", "撤销：清除", "指标 2 三级指标"},
    };
    for (const Step& step : steps) {
        CAPTURE(step.command);
        Person person;
        person.go_to("指标 2 三级指标");
        person.command(step.command);
        CHECK(person.names() == step.names);
        CHECK(person.here() == step.cursor);
        CHECK(person.machine.find("undo")->name == step.undo);
        CHECK(person.selected_cells() == 1);
        const std::string cursor = person.machine.focused();
        person.command("undo");
        CHECK(person.names() == "演出场次 观众人次 满意度");
        CHECK(person.selected_cells() <= 1);
        if (person.machine.find(cursor))
            CHECK(person.machine.focused() == cursor);
    }
}

TEST_CASE("several rows are one step as well, and stay selected") {
    Person person;
    person.go_to("指标 1 三级指标");
    person.key("Shift+ArrowDown");
    person.command("rows-down");
    CHECK(person.names() == "满意度 演出场次 观众人次");
    CHECK(person.selected_cells() == 2);
    person.command("rows-down"); // Nothing below.
    CHECK(person.names() == "满意度 演出场次 观众人次");
    person.command("duplicate-rows");
    CHECK(person.names() == "满意度 演出场次 观众人次 演出场次 观众人次");
    CHECK(person.here() == "指标 4 三级指标");
    std::set<RowId> ids;
    for (const Indicator& row : person.project().indicators)
        CHECK(ids.insert(row.id).second);
    person.command("remove-rows");
    CHECK(person.said() == "已删除 2 行");
    CHECK(person.names() == "满意度 演出场次 观众人次");
    for (int i = 0; i < 3; ++i)
        person.command("undo");
    CHECK(person.names() == "演出场次 观众人次 满意度");
}

TEST_CASE("the last row may go, and commands without a grid explain themselves") {
    Person person(full_book());
    person.command("remove-rows");
    CHECK(person.said() == "请先点一下表格里的格子。");
    person.go_to("指标 1 三级指标");
    person.command("remove-rows");
    CHECK(person.project().indicators.empty());
    CHECK(person.selected_cells() == 0);
    person.command("remove-rows");
    CHECK(person.project().indicators.empty());
}

TEST_CASE("a block is filled, cleared, copied and pasted over") {
    Person person;
    person.go_to("指标 1 三级指标");
    person.key("Shift+ArrowDown");
    person.key("Shift+ArrowRight");
    person.command("copy");
    CHECK(person.machine.copied().text == "演出场次\t≥10场\n观众人次\t≥900人次\n");
    person.command("fill-down");
    CHECK(person.names() == "演出场次 演出场次 满意度");
    CHECK(person.targets() == "≥10场 ≥10场 ≥95%");
    person.key("Delete");
    CHECK(person.names() == "- - 满意度");
    CHECK(person.targets() == "- - ≥95%");
    CHECK(person.said() == "已清除选中的格子");
    // From the block's first cell, wherever its cursor is.
    person.go_to("指标 2 指标值");
    person.key("Shift+ArrowUp");
    person.key("Shift+ArrowLeft");
    person.machine.push(platform::TablePasted{person.machine.focused(), {{"甲", "1"}, {"乙", "2"}}, ""});
    person.settle();
    CHECK(person.names() == "甲 乙 满意度");
    CHECK(person.targets() == "1 2 ≥95%");
    for (int i = 0; i < 3; ++i)
        person.command("undo");
    CHECK(person.names() == "演出场次 观众人次 满意度");
}

TEST_CASE("a table about the department is such a grid too") {
    Person person;
    person.show(app::Page::texts);
    person.go_to("采购表 第 2 行 数量");
    person.key("ArrowUp");
    CHECK(person.here() == "采购表 第 1 行 数量");
    person.command("duplicate-rows");
    CHECK(person.book().sections[0].tables[0].rows.size() == 3);
    CHECK(person.here() == "采购表 第 2 行 数量");
    person.command("undo");
    CHECK(person.book().sections[0].tables[0].rows.size() == 2);
}

TEST_CASE("a row's menu does the same, with targets for fingers") {
    Person person;
    person.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    person.settle();
    for (const char* name : {"选择指标 2", "删除指标 2"}) {
        const Node* button = person.machine.find(Role::button, name);
        REQUIRE(button);
        CHECK(button->rect.w >= 43);
        CHECK(button->rect.h >= 43);
    }
    const Node* menu = person.machine.find(Role::combobox, "操作指标 2");
    REQUIRE(menu);
    CHECK(menu->rect.w >= 44);
    CHECK(menu->rect.h >= 44);
    person.press(std::string(menu->id));
    person.press(Role::option, "上移一行");
    CHECK(person.names() == "观众人次 演出场次 满意度");
    CHECK(person.here() == "指标 1 一级指标");
}

TEST_CASE("a row is dragged to another place by its number") {
    Person person;
    const platform::Rect from = person.machine.find(Role::button, "选择指标 1")->rect;
    const platform::Rect to = person.machine.find(Role::button, "选择指标 3")->rect;
    const auto pointer = [&](const platform::Rect& rect, float down) {
        person.machine.push_input(platform::PointerMoved{rect.x + 5, rect.y + down});
    };
    pointer(from, 5);
    person.machine.push_input(platform::PointerButton{0, true});
    person.settle();
    pointer(to, to.h - 3);
    person.settle();
    CHECK(person.names() == "演出场次 观众人次 满意度");
    person.machine.push_input(platform::PointerButton{0, false});
    person.settle();
    CHECK(person.names() == "观众人次 满意度 演出场次");
    person.command("undo");
    CHECK(person.names() == "演出场次 观众人次 满意度");
}

TEST_CASE("columns are as wide as one wants them, by keyboard and by their border, and stay so") {
    Person person;
    const auto width = [&](std::string_view label) {
        return person.machine.find(Role::columnheader, label)->rect.w;
    };
    const float before = width("三级指标");
    const float other = width("指标值");
    person.go_to("指标 2 三级指标");
    person.command("wider-column");
    CHECK(width("三级指标") == doctest::Approx(before + 24).epsilon(0.02));
    CHECK(width("指标值") == doctest::Approx(other).epsilon(0.02));
    person.command("narrower-column");
    person.command("narrower-column");
    CHECK(width("三级指标") == doctest::Approx(before - 24).epsilon(0.02));
    const platform::Rect head = person.machine.find(Role::columnheader, "指标值")->rect;
    const float y = head.y + head.h / 2;
    person.machine.push_input(platform::PointerMoved{head.x + head.w, y});
    person.machine.push_input(platform::PointerButton{0, true});
    person.settle();
    person.machine.push_input(platform::PointerMoved{head.x + head.w + 50, y});
    person.settle();
    person.machine.push_input(platform::PointerButton{0, false});
    person.settle();
    CHECK(width("指标值") == doctest::Approx(other + 50).epsilon(0.02));
    CHECK(person.machine.preference("columns/full") != "");
    for (int i = 0; i < 40; ++i)
        person.command("narrower-column");
    CHECK(width("三级指标") >= 40);
}

TEST_CASE("widths that make no sense are not taken from what is remembered") {
    for (const char* kept : {"0 -5 9999999 1", "x", "100", "100 100 100 100 100"}) {
        CAPTURE(kept);
        Person person;
        person.machine.set_preference("columns/other", kept);
        Template form = full_form();
        form.id = "other";
        Book book = three_indicators();
        book.template_id = "other";
        person.knowledge.templates = Templates({std::move(form)});
        person.carry_out({app::Apply{{"打开", {edit::ReplaceBook{std::move(book)}}}}});
        person.settle();
        for (const char* label : {"一级指标", "三级指标", "指标值"}) {
            const Node* head = person.machine.find(Role::columnheader, label);
            REQUIRE(head);
            CHECK(head->rect.w >= 39);
            CHECK(head->rect.w <= 2001);
        }
    }
}

TEST_CASE("of a thousand rows only those near the view are in the tree, and the head stays in view") {
    Book book = full_book();
    auto& rows = book.projects.edit(0).indicators;
    while (rows.size() < 1000)
        rows.push_back({.id = book.new_row_id(), .name = text("指标"), .target = text("≥1")});
    const RowId last = rows.back().id;
    Person person(std::move(book));
    const Node* grid = person.machine.find(Role::grid, "绩效指标");
    REQUIRE(grid);
    CHECK(grid->position == 1001);
    CHECK(person.machine.tree().size() < 2500);
    person.go_to("指标 1 三级指标");
    person.key("Control+ArrowDown");
    CHECK(person.here() == "指标 1000 三级指标");
    CHECK(person.machine.tree().size() < 2500);
    const Node* row = person.machine.find("row/" + std::to_string(last));
    REQUIRE(row);
    CHECK(row->position == 1001);
    const Node* cell = person.field("指标 1000 三级指标");
    const Node* head = person.machine.find(Role::columnheader, "三级指标");
    REQUIRE(head);
    CHECK(head->clip.h == head->rect.h);
    CHECK(cell->clip.h == cell->rect.h);
    CHECK(cell->rect.y >= head->rect.y + head->rect.h);
    // What has scrolled away beneath the head is not seen.
    person.key("Control+ArrowUp");
    CHECK(person.here() == "指标 1 三级指标");
    cell = person.field("指标 1 三级指标");
    head = person.machine.find(Role::columnheader, "三级指标");
    CHECK(cell->clip.h == cell->rect.h);
    CHECK(cell->rect.y >= head->rect.y + head->rect.h - 1);
}

TEST_CASE("rows stand where a page that was just opened has them, whatever was changed before") {
    Book book = three_indicators();
    auto& rows = book.projects.edit(0).indicators;
    while (rows.size() < 9)
        rows.push_back({.id = book.new_row_id(), .name = text("指标"), .target = text("≥1")});
    Person person(std::move(book));
    const auto places = [](Page& page) { // From the first row on, as both may be scrolled.
        std::string all;
        std::optional<float> top;
        for (const Indicator& row : page.project().indicators) {
            const Node* node = page.machine.find("row/" + std::to_string(row.id));
            REQUIRE(node);
            top = top.value_or(node->rect.y);
            all += std::to_string(std::lround(node->rect.y - *top)) + "+" +
                   std::to_string(std::lround(node->rect.h)) + " ";
        }
        return all;
    };
    const auto check_places = [&] {
        person.settle();
        Page opened(person.book());
        CHECK(places(person) == places(opened));
    };
    const auto apply = [&](edit::Operation operation) {
        person.carry_out({app::Apply{{"改", {std::move(operation)}}}});
        check_places();
    };
    const auto id = [&](std::size_t row) { return person.project().indicators[row].id; };
    const std::string at_first = places(person);
    const std::string long_text =
        "很长的一段话，一行放不下，要分成好几行才放得下，所以这一行要高得多，下面的各行都要往下让";
    apply(edit::SetText{{Field::indicator_name, id(4)}, long_text});
    CHECK(places(person) != at_first);
    apply(edit::InsertRow{RowKind::indicator, person.project().id, 2, {{Field::indicator_name, long_text}}});
    apply(edit::MoveRow{id(2), 7});
    apply(edit::RemoveRow{id(0)});
    apply(edit::SetText{{Field::indicator_name, id(3)}, "短"});
    for (int step = 0; step < 5; ++step) {
        person.command("undo");
        check_places();
    }
    CHECK(places(person) == at_first);
}

TEST_CASE("how a target value is understood is said while its cell has the keyboard") {
    Person person;
    const auto reading = [&] {
        const Node* node = person.machine.find("reading");
        return node ? node->name : "";
    };
    CHECK(reading() == "");
    person.go_to("指标 3 指标值");
    CHECK(reading() == "≥95%，越高越好");
    person.machine.change_text(person.machine.focused(), "≤5天");
    person.settle();
    CHECK(reading() == "≤5 天，越低越好");
    person.key("ArrowLeft");
    CHECK(reading() == "");
}

TEST_CASE("categories and names stay in view where the other columns scroll sideways") {
    Person person;
    const auto rect = [&](Role role, std::string_view name) { return person.machine.find(role, name)->rect; };
    person.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    for (int i = 0; i < 12; ++i) {
        person.go_to("指标 1 指标值");
        person.command("wider-column");
    }
    const platform::Rect grid =
        person.machine.find("scroll/table/" + std::to_string(person.project().id))->clip;
    person.go_to("指标 1 一级指标");
    person.machine.push_input(platform::PointerMoved{grid.x + grid.w / 2, grid.y + 60});
    person.machine.push_input(
        platform::Scroll{grid.x + grid.w / 2, grid.y + 60, -10'000, 0}); // Wider, it was shown.
    person.settle();
    const platform::Rect level1 = rect(Role::columnheader, "一级指标");
    const float target = rect(Role::textbox, "指标 1 指标值").x;
    person.machine.push_input(platform::Scroll{grid.x + grid.w / 2, grid.y + 60, 150, 0});
    person.settle();
    CHECK(rect(Role::textbox, "指标 1 指标值").x == doctest::Approx(target - 150));
    CHECK(rect(Role::columnheader, "一级指标") == level1);
    CHECK(rect(Role::textbox, "指标 1 一级指标").x == level1.x);
    CHECK(rect(Role::button, "选择指标 1").x == doctest::Approx(grid.x).epsilon(0.01));
    // What goes beneath them is cut off at their edge, and so are its fields.
    const float edge = level1.x + level1.w;
    CHECK(edge - grid.x <= 0.45f * grid.w);
    int cut = 0;
    for (const Node& node : person.machine.tree()) {
        if (!node.id.starts_with("scroll/moving/") && !node.id.ends_with("/head/moving"))
            continue;
        CHECK(node.rect.x < edge - 100);
        CHECK(node.clip.x == doctest::Approx(edge));
        ++cut;
    }
    CHECK(cut == 4);
    CHECK(person.field("指标 1 二级指标")->clip.x >= edge);
    // A key shows its cell beside them.
    person.go_to("指标 2 二级指标");
    CHECK(person.field("指标 2 二级指标")->rect.x >= edge);
    CHECK(person.field("指标 2 二级指标")->clip == person.field("指标 2 二级指标")->rect);
}

TEST_CASE("nothing stays in view where all of the grid has room") {
    Person person;
    CHECK(std::ranges::none_of(person.machine.tree(),
                               [](const Node& node) { return node.id.starts_with("scroll/moving/"); }));
}

} // namespace grid_view_test
