#include "app/commands.h"

#include <doctest/doctest.h>

#include <set>

namespace commands_test {

using namespace jibiao;

TEST_CASE("no key means two things, and every command has words") {
    std::set<std::string> ids, keys;
    for (const app::Command& command : app::commands()) {
        CAPTURE(command.id);
        CHECK(ids.insert(std::string(command.id)).second);
        CHECK_FALSE(command.words.empty());
        CHECK_FALSE(command.english.empty());
        CHECK(&app::command(command.id) == &command);
        for (std::string_view rest = command.keys; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            CHECK(keys.insert(std::string(rest.substr(0, end))).second);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

TEST_CASE("keys are shown as they stand on the keyboard") {
    CHECK(app::keys_in_words("Control+Y Control+Shift+Z") == "Ctrl+Y 或 Ctrl+Shift+Z");
    CHECK(app::first_key("Control+Y Control+Shift+Z") == "Ctrl+Y");
    CHECK(app::keys_in_words("Alt+ArrowDown") == "Alt+↓");
    CHECK(app::keys_in_words("Escape") == "Esc");
}

TEST_CASE("a command without anything to do is not possible") {
    app::State state;
    for (const char* id : {"save", "undo", "redo", "next-finding", "previous-finding"}) {
        CAPTURE(id);
        CHECK_FALSE(app::is_possible(id, state));
    }
    for (const char* id : {"open", "paste", "shortcuts", "next-region"}) {
        CAPTURE(id);
        CHECK(app::is_possible(id, state));
    }
    Book book;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    const RowId row = project.id;
    state.document.apply({"打开", {edit::ReplaceBook{std::move(book)}}});
    state.page = app::Page::texts;
    CHECK(app::is_possible("save", state));
    state.document.apply(edit::set_text({Field::name, row}, "演出经费"));
    CHECK(app::is_possible("undo", state));
    CHECK_FALSE(app::is_possible("redo", state));
    state.document.undo();
    CHECK(app::is_possible("redo", state));
}

} // namespace commands_test
