#include "support/session.h"

#include <doctest/doctest.h>

#include <algorithm>

/// The home page: all books of the machine, and what can be done to them.
namespace home_test {

using namespace jibiao;
using support::FakePlatform;
using support::Node;
using support::Role;
using support::Session;

namespace {

constexpr std::string_view heb = "heb-2021-shili.txt";
constexpr std::string_view gz = "gz-2024-shili.txt";

/// Names of the buttons that open a book, in order.
std::vector<std::string> books_of(const FakePlatform& machine) {
    std::vector<std::string> names;
    for (const Node& node : machine.tree()) {
        if (node.role == Role::button && node.id.starts_with("book/"))
            names.push_back(node.name);
    }
    return names;
}

void choose(Session& page, const std::string& book, std::string_view option) {
    page.press("choice/book/" + book);
    const Node* node = page.machine.find(Role::option, option);
    REQUIRE(node);
    page.press(std::string(node->id));
}

/// Two files were opened; the page is at home.
struct Home : Session {
    Home() { open_both(); }
    explicit Home(FakePlatform& used) : Session(used) {}
    void open_both() {
        open(heb);
        open(gz);
        press("home");
    }
    bool has_message(std::string_view part) const {
        return state().message && state().message->text.find(part) != std::string::npos;
    }
};

} // namespace

TEST_CASE("the list has what was changed last first, with verdict, day, unit, year and form") {
    Home page;
    CHECK(page.shows(Role::region, "首页"));
    CHECK(page.shows(Role::list, "全部表"));
    auto names = books_of(page.machine);
    REQUIRE(names.size() == 2);
    const io::BookMeta& first = page.state().books.find("b1")->meta;
    CHECK(first.to_mend > 0);
    page.press("book/b1");
    CHECK(names[1] == app::name_of(first) + "，" + std::to_string(first.to_mend) + " 项须改，今天　" +
                          first.unit + "　2021年　" + page.machine.find("choice/form")->value);
    page.type(page.id_of({Field::name, page.book().projects[0].id}), "改过的名称");
    page.press("home");
    CHECK(books_of(page.machine)[0].starts_with("改过的名称，")); // A book without a title is called so.
}

TEST_CASE("a page that was left at home begins there, one that was left in a book begins in it") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Home page(machine);
        page.open_both();
    }
    {
        Session page(machine);
        CHECK(books_of(page.machine).size() == 2);
        CHECK_FALSE(page.state().message);
        page.press("book/b1");
        CHECK(page.book().template_id == "heb-2021");
    }
    Session page(machine);
    CHECK(page.book().template_id == "heb-2021");
    CHECK(page.state().has_book());
}

TEST_CASE("Alt+Home leads home, Escape there and back, and nothing is lost on the way") {
    Session page;
    page.open(heb);
    page.type(page.id_of({Field::name, page.book().projects[0].id}), "改过的名称");
    page.press("message-close");
    for (const char* command : {"home", "escape", "escape"}) {
        const bool had_book = page.state().has_book();
        page.machine.push(platform::Command{command});
        page.settle();
        CHECK(page.state().has_book() != had_book);
    }
    page.press("book/b1");
    page.press("undo");
    CHECK(page.book().projects[0].name.text != "改过的名称");
}

TEST_CASE("at home the open book cannot be changed by keys") {
    Session page;
    page.open(heb);
    page.type(page.id_of({Field::name, page.book().projects[0].id}), "改过的名称");
    page.press("home");
    for (const char* command : {"undo", "next-finding", "confirm", "save", "copy"}) {
        page.machine.push(platform::Command{command});
        page.settle();
        CHECK_FALSE(page.state().has_book());
        CHECK(page.book().projects[0].name.text == "改过的名称");
    }
    CHECK(page.machine.saved_files().empty());
}

TEST_CASE("a book is renamed where it stands, and a blank name gives it back its title") {
    Home page;
    choose(page, "b1", "重命名");
    const Node* field = page.machine.find("rename/b1");
    REQUIRE(field);
    CHECK(page.machine.focused() == "rename/b1");
    page.type("rename/b1", " 我的表 ");
    CHECK_FALSE(page.machine.find("rename/b1"));
    CHECK(page.machine.find("book/b1")->name.starts_with("我的表，"));
    Home again(page.machine);
    CHECK(again.machine.find("book/b1")->name.starts_with("我的表，"));
    choose(again, "b1", "重命名");
    again.type("rename/b1", "");
    CHECK(again.state().books.find("b1")->meta.name == "");
}

TEST_CASE("a copy is a book of its own") {
    Home page;
    const std::string name = app::name_of(page.state().books.find("b1")->meta) + " 副本";
    choose(page, "b1", "复制"); // Not the one that is open.
    CHECK(page.has_message("已复制为“" + name + "”"));
    CHECK(books_of(page.machine).size() == 3);
    CHECK(page.machine.find("book/b3")->name.starts_with(name));
    page.press("book/b3");
    page.type(page.id_of({Field::name, page.book().projects[0].id}), "只在副本里");
    page.press("home");
    page.press("book/b1");
    CHECK(page.book().projects[0].name.text != "只在副本里");
    page.press("home");
    choose(page, "b1", "复制"); // The one that is open.
    CHECK(books_of(page.machine).size() == 4);
    CHECK(page.machine.journal().at("b4").snapshot.size() > 0);
}

TEST_CASE("what is archived is out of the way and can be had back") {
    Home page;
    choose(page, "b1", "归档");
    CHECK(books_of(page.machine).size() == 1);
    page.press_named("已归档 1 份");
    CHECK(page.shows(Role::list, "已归档"));
    REQUIRE(books_of(page.machine).size() == 1);
    choose(page, "b1", "取消归档");
    CHECK_FALSE(page.shows(Role::button, "已归档 1 份"));
    CHECK(books_of(page.machine).size() == 2);
}

TEST_CASE("what is deleted can be had back for as long as the page is open, and is then gone for good") {
    Home page;
    choose(page, "b1", "删除");
    CHECK(page.has_message("已删除"));
    CHECK(books_of(page.machine).size() == 1);
    CHECK(page.machine.journal().contains("b1"));
    page.clock += 19;
    page.settle();
    page.press("message-undo");
    CHECK(books_of(page.machine).size() == 2);
    page.press("book/b1");
    CHECK(page.book().template_id == "heb-2021");

    page.press("home");
    choose(page, "b1", "删除"); // Now it is the open one.
    CHECK(books_of(page.machine).size() == 1);
    page.press("message-undo");
    page.press("book/b1");
    CHECK(page.book().template_id == "heb-2021");
    page.press("home");
    choose(page, "b1", "删除");
    choose(page, "b2", "删除");
    CHECK(page.shows(Role::region, "开始")); // As if there had never been one.

    Session again(page.machine);
    CHECK(again.machine.journal().empty());
    again.open(heb);
    CHECK(again.state().books.open == "b3"); // Numbers do not come back.
}

TEST_CASE("more than eight books can be searched") {
    Session page;
    page.press("new/heb-2021");
    page.press("home");
    for (int copies = 0; copies < 7; ++copies)
        choose(page, "b1", "复制");
    CHECK_FALSE(page.machine.find("home-search"));
    choose(page, "b1", "复制");
    REQUIRE(page.machine.find("home-search"));
    choose(page, "b5", "重命名");
    page.type("rename/b5", "科普");
    page.type("home-search", "科普");
    CHECK(books_of(page.machine).size() == 1);
    page.type("home-search", "没有的");
    CHECK(page.shows(Role::status, "没有符合的表"));
}

TEST_CASE("the one book of earlier versions is in the list under its own name") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Session page;
        page.open(heb);
        const auto& stored = page.machine.journal().at("b1");
        machine.journal_snapshot("book", stored.snapshot_revision, stored.snapshot);
        machine.poll();
    }
    Session page(machine);
    CHECK(page.book().template_id == "heb-2021");
    CHECK(page.state().books.open == "book");
    page.press("home");
    CHECK(books_of(page.machine).size() == 1);
    CHECK(page.state().books.find("book")->meta.year == 2021);
}

TEST_CASE("a book that the storage refused is not lost when another one is opened") {
    Session page;
    page.machine.break_journal("磁盘已满");
    page.open(heb);
    const FieldRef name{Field::name, page.book().projects[0].id};
    page.type(page.id_of(name), "没有存上");
    page.open(gz);
    page.press("home");
    page.machine.break_journal("");
    page.press("book/b1");
    CHECK(find_cell(page.book(), name)->text == "没有存上");
    CHECK(page.shows(Role::status, "已保存"));
    Session again(page.machine);
    CHECK(find_cell(again.book(), name)->text == "没有存上");
}

TEST_CASE("a book whose contents are damaged leaves the person at home, and the others as they are") {
    Home page;
    page.machine.journal_snapshot("b1", 99, "not a book");
    page.press("book/b1");
    CHECK(page.has_message("已损坏"));
    CHECK(books_of(page.machine).size() == 2);
    page.press("book/b2");
    CHECK(page.book().template_id == "gz-2024");
}

TEST_CASE("next year's book is made from this year's, and each text of it is confirmed") {
    Session page;
    page.open(heb);
    const std::string goal = page.book().projects[0].goals[0].text.text;
    page.press("home");
    choose(page, "b1", "据此新建下一年度的表");
    REQUIRE(page.state().has_book());
    CHECK(page.book().year == 2022);
    CHECK(page.state().books.open == "b2");
    const std::size_t all = page.state().carried.size();
    REQUIRE(all > 3);
    CHECK(page.shows(Role::status, "沿用上年未核对 " + std::to_string(all) + " 处"));

    const FieldRef first = page.state().carried.front();
    page.press("carried-next"); // To the first one.
    CHECK(page.machine.focused() == page.id_of(first));
    CHECK(page.machine.find(page.id_of(first))->description.find("沿用上年") != std::string::npos);
    page.machine.push(platform::Command{"confirm"});
    page.settle();
    CHECK(page.state().carried.size() < all);
    CHECK(page.machine.focused() == page.id_of(page.state().carried.front()));
    CHECK(find_cell(page.book(), first)->origin == Origin::typed);

    const FieldRef next = page.state().carried.front();
    page.type(page.id_of(next), "今年的目标");
    CHECK(find_cell(page.book(), next)->origin == Origin::typed);
    Session again(page.machine);
    CHECK(again.state().carried == page.state().carried);
    again.press("carried-all");
    CHECK(again.state().carried.empty());
    CHECK_FALSE(again.machine.find("carried"));
    again.press("undo");
    CHECK_FALSE(again.state().carried.empty());
}

TEST_CASE("with a coarse pointer everything at home is large enough, and nothing is wider than the window") {
    for (const int width : {360, 820, 1280}) {
        CAPTURE(width);
        Home page;
        page.machine.resize({.width = width, .height = 800, .scale = 1, .coarse_pointer = true});
        page.settle();
        choose(page, "b1", "归档");
        for (const Node& node : page.machine.tree()) {
            CAPTURE(node.name);
            const bool target =
                node.role == Role::button || node.role == Role::combobox || node.role == Role::textbox;
            CHECK((!target || (node.rect.h >= 44 && node.rect.w >= 44)));
            CHECK(node.rect.x + node.rect.w <= static_cast<float>(width) + 0.5f);
        }
    }
}

} // namespace home_test
