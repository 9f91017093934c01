#include "support/session.h"

#include "io/archive.h"

#include <doctest/doctest.h>

#include <algorithm>

/// The open book beside another one.
namespace compare_page_test {

using namespace jibiao;
using app::Page;
using support::FakePlatform;
using support::Node;
using support::Role;
using support::Session;

namespace {

constexpr std::string_view heb = "heb-2021-shili.txt";

struct Comparing : Session {
    Comparing() {
        open(heb);
        press("message-close");
    }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void choose(const std::string& box, std::string_view option) {
        press("choice/" + box);
        const Node* node = machine.find(Role::option, option);
        CAPTURE(option);
        REQUIRE(node);
        press(std::string(node->id));
    }
    std::string name_cell() const { return id_of({Field::name, book().projects[0].id}); }
    std::string purpose_cell() const { return id_of({Field::purpose, book().projects[0].id}); }
    /// The page beside the book as it was opened.
    void compare_with_opened() {
        press("contents/texts"); // What was typed last is done.
        machine.push(platform::Command{"compare"});
        settle();
        if (machine.find("choice/compare"))
            choose("compare", "打开时的内容");
        else
            press_named("打开时的内容");
    }
    std::string text_of(std::size_t index) const {
        const Node* node = machine.find("difference/" + std::to_string(index) + "/text");
        return node ? node->name : "";
    }
    std::size_t drawn() const {
        return static_cast<std::size_t>(std::ranges::count_if(machine.tree(), [](const Node& node) {
            return node.id.starts_with("difference/") && node.id.ends_with("/take");
        }));
    }
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

} // namespace

TEST_CASE("the book as it was opened stands beside what was made of it") {
    Comparing page;
    const std::string before = page.book().projects[0].purpose.text;
    page.compare_with_opened();
    CHECK(page.shows(Role::status, "两份表内容相同。"));
    page.command("escape");
    CHECK(page.state().page == Page::project);
    page.type(page.purpose_cell(), before + "（改）");
    page.compare_with_opened();
    CHECK(page.shows(Role::region, "比较"));
    CHECK(page.shows(Role::button, "修改 1"));
    CHECK(has(page.text_of(0), "修改：项目 1"));
    CHECK(has(page.text_of(0), "左：" + before + "。右：" + before + "（改）。增加“（改）”"));

    page.press("difference/0/take");
    CHECK(page.book().projects[0].purpose.text == before);
    CHECK(page.state().page == Page::compare);
    CHECK(page.shows(Role::status, "两份表内容相同。"));
    CHECK(page.machine.focused() == "choice/compare"); // Its button is gone.
    CHECK(page.state().message->text == "已采用：改写");
    page.press("message-undo");
    CHECK(page.state().page == Page::compare);
    CHECK(page.drawn() == 1);
    page.press("difference/0/look");
    CHECK(page.state().page == Page::project);
    CHECK(page.machine.focused() == page.purpose_cell());
    page.press("contents/compare"); // It is still there.
    CHECK(page.drawn() == 1);
}

TEST_CASE("rows that went are told and can be taken back, and kinds can be hidden") {
    Comparing page;
    const Book before = page.book();
    const Project& project = before.projects[0];
    REQUIRE(project.indicators.size() >= 5);
    page.press("contents/" + std::to_string(project.id));
    for (const std::size_t row : {std::size_t{1}, std::size_t{0}}) { // By the page's own buttons.
        page.press("remove/" + std::to_string(before.projects[0].indicators[row].id));
    }
    page.compare_with_opened();
    CHECK(page.shows(Role::button, "删除 2"));
    CHECK(page.shows(Role::button, "移动 0"));
    CHECK(has(page.text_of(0), "右：（没有这一行）"));
    page.press("compare/3");
    CHECK(page.drawn() == 0);
    CHECK(page.machine.find("compare/3")->pressed == false);
    page.press("compare/3");
    page.press("difference/1/take");
    page.press("difference/0/take");
    CHECK(page.shows(Role::status, "两份表内容相同。"));
    CHECK(page.book().projects[0].indicators.size() == project.indicators.size());
}

TEST_CASE("keys go from one difference to the next, and from the last one to the first") {
    Comparing page;
    page.type(page.name_cell(), "甲");
    page.type(page.id_of({Field::year_line, page.book().projects[0].id}), "(2030年度)");
    page.compare_with_opened();
    const std::size_t count = page.drawn();
    REQUIRE(count >= 2);
    page.command("next-finding");
    CHECK(page.machine.focused() == "difference/0/take");
    page.command("next-finding");
    CHECK(page.machine.focused() == "difference/1/take");
    page.command("previous-finding");
    page.command("previous-finding");
    CHECK(page.machine.focused() == "difference/" + std::to_string(count - 1) + "/take");
    page.command("next-finding");
    CHECK(page.machine.focused() == "difference/0/take");
    CHECK(page.state().page == Page::compare);
}

TEST_CASE("another book, a file, what was exported and what was before a change can stand on the left") {
    Comparing page;
    page.press("home");
    page.choose("book/b1", "复制");
    page.press("book/b1");
    page.type(page.name_cell(), "改过的名称");
    page.press("home");
    page.choose("book/b2", "与打开的表比较");
    CHECK(page.state().books.open == "b1");
    CHECK(page.state().page == Page::compare);
    CHECK(page.drawn() >= 1); // The caption follows its project's name.
    const Node* box = page.machine.find("choice/compare");
    REQUIRE(box);
    CHECK(has(box->value, "副本"));

    SUBCASE("what was before the last change") {
        page.choose("compare", "“输入”之前");
        CHECK(page.drawn() >= 1);
    }
    SUBCASE("what was exported, and not what was meant to be") {
        page.machine.cancel_next_save();
        page.command("save");
        page.press("choice/compare");
        CHECK_FALSE(page.shows(Role::option, "上次导出的内容"));
        page.command("escape");
        page.command("save");
        page.choose("compare", "上次导出的内容");
        CHECK(page.shows(Role::status, "两份表内容相同。"));
    }
    SUBCASE("a file, which is not opened for that") {
        const int asked = page.machine.open_requests();
        page.choose("compare", "文件…");
        CHECK(page.machine.open_requests() == asked + 1);
        Book other = page.book();
        edit::apply(other, edit::set_text({Field::name, other.projects[0].id}, "文件里的名称"));
        page.machine.push(platform::FileOpened{"他人.jibiao.json", io::write_json(other)});
        page.settle();
        CHECK(page.state().books.open == "b1");
        CHECK(page.machine.find("choice/compare")->value == "他人.jibiao.json");
        CHECK(has(page.text_of(1), "左：文件里的名称。右：改过的名称")); // Behind the caption.
        page.machine.push(platform::FileOpened{"他人.jibiao.json", io::write_json(other)});
        page.settle();
        CHECK(page.state().books.open == "b3"); // Nobody asked for this one.
    }
    SUBCASE("last year's book") {
        page.press("home");
        page.choose("book/b1", "据此新建下一年度的表");
        page.command("compare");
        page.press_named("上年的表：" + app::name_of(page.state().books.find("b1")->meta));
        CHECK(page.drawn() >= 1);
    }
}

TEST_CASE("at home without an open book, the one that is chosen is opened first") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Session page(machine);
        page.open(heb);
        page.press("home");
    }
    Session page(machine);
    REQUIRE(page.state().books.open.empty());
    page.press("choice/book/b1");
    page.press(std::string(machine.find(Role::option, "与别的表比较")->id));
    CHECK(page.state().books.open == "b1");
    CHECK(page.state().page == Page::compare);
    CHECK(page.shows(Role::button, "打开时的内容"));
    page.press("home");
    page.press("book/b1");
    CHECK(page.state().page == Page::project);
}

TEST_CASE("of thousands of differences only those near are drawn, and each can be reached") {
    Comparing page;
    Book book = page.book();
    Project& project = book.projects.edit(0);
    for (int n = 0; n < 3000; ++n)
        project.indicators.push_back({.id = book.new_row_id(), .name = {.text = "指标" + std::to_string(n)}});
    page.machine.push(platform::FileOpened{"大.jibiao.json", io::write_json(book)});
    page.settle();
    Book changed = page.book();
    for (std::size_t n = 0; n < 3000; ++n) {
        const auto& rows = changed.projects[0].indicators;
        const RowId row = rows[rows.size() - 1 - n].id;
        find_cell_to_edit(changed, {Field::target_value, row})->text = "≥" + std::to_string(n);
    }
    page.command("compare");
    page.press_named("文件…");
    page.machine.push(platform::FileOpened{"大2.jibiao.json", io::write_json(changed)});
    page.settle();
    CHECK(page.shows(Role::button, "修改 3000"));
    CHECK(page.drawn() < 100);
    page.command("previous-finding");
    CHECK(page.machine.focused() == "difference/2999/take");
}

TEST_CASE("narrow windows have one text above the other") {
    Comparing page;
    page.machine.resize({.width = 600, .height = 900, .scale = 1, .coarse_pointer = true});
    page.type(page.name_cell(), "甲");
    page.command("compare");
    page.press_named("打开时的内容");
    REQUIRE(page.drawn() >= 1);
    CHECK_FALSE(page.machine.find("compare-sides"));
    for (const Node& node : page.machine.tree()) {
        if (node.role == Role::button && node.id.starts_with("difference/"))
            CHECK(node.rect.h >= 44);
    }
}

} // namespace compare_page_test
