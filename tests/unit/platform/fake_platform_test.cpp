#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

namespace fake_platform_test {

using namespace jibiao::platform;

namespace {

Node node(std::string id, Role role, std::string name) {
    Node result;
    result.id = std::move(id);
    result.role = role;
    result.name = std::move(name);
    return result;
}

template <class T>
const T& only(const std::vector<Event>& events) {
    REQUIRE(events.size() == 1);
    REQUIRE(std::holds_alternative<T>(events.front()));
    return std::get<T>(events.front());
}

} // namespace

TEST_CASE("The fake machine hands each event to the program once") {
    FakePlatform machine;
    machine.push(Command{"undo"});
    CHECK(only<Command>(machine.poll()).name == "undo");
    CHECK(machine.poll().empty());
}

TEST_CASE("Entering text looks to the program like a person at a field") {
    FakePlatform machine;
    machine.enter_text("p1.name", "示例项目");
    const auto events = machine.poll();
    REQUIRE(events.size() == 4);
    CHECK(std::get<Focused>(events[0]).node == "p1.name");
    CHECK(std::get<TextChanged>(events[1]).value == "示例项目");
    CHECK(std::get<TextCommitted>(events[2]).value == "示例项目");
    CHECK(std::get<Blurred>(events[3]).node == "p1.name");
}

TEST_CASE("Only a published node that takes the keyboard can be focused") {
    FakePlatform machine;
    machine.publish({node("save", Role::button, "保存"), node("note", Role::text, "已保存")});
    machine.focus("note");
    machine.focus("nowhere");
    CHECK(machine.focused() == "");
    machine.focus("save");
    CHECK(machine.focused() == "save");
}

TEST_CASE("A focused node that is not published again loses the keyboard") {
    FakePlatform machine;
    machine.publish({node("save", Role::button, "保存")});
    machine.focus("save");
    machine.poll();
    machine.publish({});
    CHECK(only<Blurred>(machine.poll()).node == "save");
}

TEST_CASE("Loading gives the newest snapshot and what came after it") {
    FakePlatform machine;
    machine.journal_append("book", 1, "first");
    machine.journal_snapshot("book", 2, "whole");
    machine.journal_append("book", 3, "third");
    machine.poll();
    machine.journal_load("book");
    const auto events = machine.poll();
    const auto& loaded = only<JournalLoaded>(events);
    CHECK(loaded.book == "book");
    CHECK(loaded.snapshot == "whole");
    CHECK(loaded.entries == std::vector<std::string>{"third"});
    CHECK(loaded.revision == 3);
}

TEST_CASE("The list has every book, what is said of it, and a number that no book ever had") {
    FakePlatform machine;
    machine.journal_snapshot("book", 1, "whole");
    machine.journal_snapshot("b7", 1, "whole");
    machine.journal_meta("b7", "seven");
    machine.poll();
    machine.journal_list();
    const auto listed = only<BooksListed>(machine.poll());
    CHECK(listed.open == "b7");
    CHECK(listed.next == 8);
    REQUIRE(listed.books.size() == 2);
    CHECK(listed.books[0].id == "b7");
    CHECK(listed.books[0].meta == "seven");
    machine.journal_delete("b7");
    machine.journal_list();
    const auto left = only<BooksListed>(machine.poll());
    CHECK(left.open == "");
    CHECK(left.next == 8);
    CHECK(left.books.size() == 1);
}

TEST_CASE("A broken storage says so and keeps what it had") {
    FakePlatform machine;
    machine.journal_append("book", 1, "first");
    machine.poll();
    machine.break_journal("磁盘已满");
    machine.journal_append("book", 2, "second");
    const auto not_written = only<JournalFailed>(machine.poll());
    CHECK(not_written.reason == "磁盘已满");
    CHECK(not_written.book == "");
    machine.journal_load("book");
    CHECK(only<JournalFailed>(machine.poll()).book == "book");
    CHECK(machine.journal().at("book").entries.size() == 1);
}

TEST_CASE("What was copied can be pasted, preferences stay") {
    FakePlatform machine;
    machine.copy("甲\t乙", "<table></table>");
    CHECK(std::holds_alternative<Copied>(machine.poll().front()));
    CHECK(machine.copied().html == "<table></table>");
    machine.paste_text();
    CHECK(only<TextPasted>(machine.poll()).text == "甲\t乙");
    CHECK(machine.preference("scale") == "");
    machine.set_preference("scale", "125");
    CHECK(machine.preference("scale") == "125");
}

TEST_CASE("Glyphs are boxes whose width depends on the script alone") {
    FakePlatform machine;
    CHECK(machine.rasterize(U'绩', 16, false).advance == 16);
    CHECK(machine.rasterize(U'a', 16, true).advance == 8);
    const Glyph blank = machine.rasterize(U' ', 16, false);
    CHECK(blank.advance == 8);
    CHECK(blank.pixels.empty());
}

TEST_CASE("A file of assets comes if the test gave it, and can be asked for again") {
    FakePlatform machine;
    machine.fetch_asset("words.txt");
    CHECK(only<AssetFailed>(machine.poll()).name == "words.txt");
    machine.give_asset("words.txt", "一");
    machine.fetch_asset("words.txt");
    CHECK(only<AssetLoaded>(machine.poll()).bytes == "一");
    CHECK(machine.asset_requests() == 2);
}

} // namespace fake_platform_test
