#include "ui/page.h"

#include "app/commands.h"
#include "ui/views/views.h"

namespace regions_test {

using namespace jibiao;
using namespace page_test;

namespace {

/// The root of what a node stands in.
std::string part_of(const Page& page, const std::string& id) {
    const Node* node = page.machine.find(id);
    while (node && !node->parent.empty())
        node = page.machine.find(node->parent);
    return node ? node->id : "";
}

} // namespace

TEST_CASE("F6 goes from part to part of the page and round, Shift+F6 back") {
    Page page;
    std::vector<std::string> parts;
    for (int i = 0; i < 5; ++i) {
        page.command("next-region");
        parts.push_back(page.machine.focused());
    }
    CHECK(parts[0] == "home"); // Nothing had the keyboard.
    CHECK(parts[1] == "contents/" + std::to_string(page.project().id));
    CHECK(parts[2] == page.id_of({Field::name, page.project().id}));
    REQUIRE(page.machine.find(parts[3]));
    CHECK(part_of(page, parts[3]) == "findings");
    CHECK(parts[4] == "home");
    page.command("previous-region");
    CHECK(page.machine.focused() == parts[3]);
}

TEST_CASE("F6 comes back to the cell where one was") {
    Page page;
    const std::string cell = page.id_of({Field::target_value, page.row().id});
    page.machine.focus_by_user(cell);
    page.settle();
    page.command("next-region");
    CHECK(part_of(page, page.machine.focused()) == "findings");
    page.command("previous-region");
    CHECK(page.machine.focused() == cell);
}

TEST_CASE("F6 finds a page without any field by its heading") {
    Book book = full_book();
    book.notes.push_back({.text = "一段话没有地方放"});
    Page page(std::move(book));
    page.show(app::Page::notes);
    page.machine.focus_by_user("contents/notes");
    page.settle();
    page.command("next-region");
    CHECK(page.machine.focused() == "notes-title");
}

TEST_CASE("F1 lists the commands with their keys; Escape brings the keyboard back") {
    Page page;
    const std::string cell = page.id_of({Field::name, page.project().id});
    page.machine.focus_by_user(cell);
    page.settle();
    page.command("shortcuts");
    REQUIRE(page.machine.find(Role::dialog, "命令和快捷键"));
    CHECK(page.machine.focused() == ui::palette_node);
    for (const app::Command& command : app::commands()) {
        const Node* node = page.machine.find("shortcuts/" + std::string(command.id));
        CAPTURE(command.id);
        REQUIRE(node);
        if (app::action_of(command.id) || app::is_for_page(command.id))
            CHECK(node->shortcut == command.keys);
        else
            CHECK(node->name == std::string(command.words) + "：" + app::keys_in_words(command.keys));
    }
    CHECK(page.machine.find("shortcuts/redo")->disabled);
    page.command("next-region"); // The dialog keeps the keyboard.
    CHECK(page.machine.focused() == ui::palette_node);
    page.command("escape");
    CHECK_FALSE(page.machine.find(Role::dialog, "命令和快捷键"));
    CHECK(page.machine.focused() == cell);
}

TEST_CASE("a dialog whose part of the program is not there yet says so, can be closed, and comes") {
    Page page;
    page.machine.hold_later();
    page.command("shortcuts");
    CHECK(page.machine.find(Role::dialog, "请稍候"));
    REQUIRE(page.machine.find("dialog-waits"));
    CHECK(page.machine.later_requests() > 0);
    page.command("escape");
    CHECK_FALSE(page.machine.find("dialog-waits"));

    page.command("shortcuts");
    page.machine.push(platform::LaterFailed{"网络不通"});
    page.settle();
    CHECK(page.machine.find("later-failed")->name == "没有加载完：网络不通");
    const int before = page.machine.later_requests();
    page.press("later-again");
    CHECK(page.machine.later_requests() > before);
    CHECK_FALSE(page.machine.find("later-again"));
    page.machine.bring_later();
    page.settle();
    CHECK(page.machine.find(Role::dialog, "命令和快捷键"));
    CHECK(page.machine.focused() == ui::palette_node);
}

TEST_CASE("a command can be given from the list, and then the list is closed") {
    Page page;
    const std::string before = page.project().name.text;
    page.machine.enter_text(page.id_of({Field::name, page.project().id}), "另一个名称");
    page.settle();
    page.press("more");
    page.press("shortcuts/undo");
    CHECK(page.project().name.text == before);
    CHECK_FALSE(page.machine.find(Role::dialog, "命令和快捷键"));
    page.state.document.redo();
    page.settle();
    page.press("more");
    page.press("shortcuts/next-finding");
    CHECK_FALSE(page.machine.find(Role::dialog, "命令和快捷键"));
    CHECK(page.machine.focused() == page.id_of(page.state.report.findings.front().at));
}

TEST_CASE("a tap beside the list closes it and presses nothing below") {
    Page page;
    page.press("more");
    page.tap(page.machine.find("open")->rect);
    CHECK_FALSE(page.machine.find(Role::dialog, "命令和快捷键"));
    CHECK(page.machine.open_requests() == 0);
}

TEST_CASE("what does not fit into the bar is in the list behind 更多") {
    Page page;
    const auto has = [&page](const char* id) { return page.machine.find(id) != nullptr; };
    for (const int width : {1366, 820, 412, 360, 320}) {
        page.machine.resize({.width = width, .height = 800, .scale = 1, .coarse_pointer = width < 1000});
        page.settle();
        CAPTURE(width);
        CHECK(has("open"));
        CHECK(has("undo"));
        REQUIRE(has("more"));
        const platform::Rect& more = page.machine.find("more")->rect;
        CHECK(more.x + more.w <= static_cast<float>(width));
        CHECK(has("paste") == (width > 500));
    }
    CHECK_FALSE(has("redo"));
}

TEST_CASE("keys are said by what they do") {
    Page page;
    CHECK(page.machine.find("save-file")->shortcut == "Control+S");
    CHECK(page.machine.find("next-finding")->shortcut == "F8");
    CHECK(page.machine.find(page.id_of({Field::level2, page.row().id}))->shortcut == "Alt+ArrowDown");
    CHECK(page.machine.find(page.id_of({Field::target_value, page.row().id}))->shortcut == "");
}

} // namespace regions_test
