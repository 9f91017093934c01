#include "app/own_books.h"

#include "app/library.h"
#include "app/state.h"
#include "edit/edit.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace own_books_test {

using namespace jibiao;

namespace {

Book book_with(const char* title, std::initializer_list<const char*> names) {
    Book book;
    book.template_id = "heb-2021";
    book.title.text = title;
    Project& project = book.projects.push_back({.id = book.new_row_id()});
    for (const char* name : names)
        project.indicators.push_back({.id = book.new_row_id()}).name.text = name;
    return book;
}

/// A machine with three stored books; the last one is open.
struct Office {
    platform::FakePlatform machine;
    app::Knowledge knowledge{io::load_embedded_templates(), io::load_embedded_profile("national")};
    app::State state;

    Office() {
        state.loading = false;
        for (const auto& book :
             {book_with("前年的表", {"巡展站数", "讲座场次"}),
              book_with("去年的表", {"讲座场次", "志愿者人数"}), book_with("今年的表", {"新指标"})}) {
            app::start_book(state, book, knowledge, machine);
            run();
        }
    }
    void run() {
        for (int i = 0; i < 12; ++i) {
            app::settle(state, knowledge, machine);
            for (const platform::Event& event : machine.poll())
                app::take(state, event, knowledge, machine);
        }
    }
    void read(bool stop = false) { app::update(state, app::ReadOwnBooks{stop}, knowledge, machine); }
    void act(const app::Action& action) {
        app::update(state, action, knowledge, machine);
        run();
    }
    std::string names() const {
        std::string text;
        for (const LibraryEntry& entry : state.own_books.entries)
            text += entry.name + "@" + entry.book + "*" + std::to_string(entry.uses) + " ";
        return text;
    }
};

} // namespace

TEST_CASE(
    "indicators of the other books are read, the last changed first, and what is in several counts once") {
    Office office;
    const auto open = office.state.books.open;
    const auto revision = office.state.document.generation();
    office.read();
    office.run();
    CHECK(office.names() == "讲座场次@去年的表*2 志愿者人数@去年的表*1 巡展站数@前年的表*1 ");
    CHECK(office.state.books.open == open);
    CHECK(office.state.document.generation() == revision); // No book was opened for it.
    CHECK(office.state.book().title.text == "今年的表");
}

TEST_CASE("it stops when the library is closed, and goes on the next time without reading anything twice") {
    Office office;
    office.read();
    office.read(true);
    office.run();
    CHECK(office.names().empty());
    office.read();
    office.run();
    CHECK(office.state.own_books.entries.size() == 3);
    const std::size_t version = office.state.own_books.version;
    office.read();
    office.run();
    CHECK(office.state.own_books.version == version);
}

TEST_CASE("with another book open they are read anew") {
    Office office;
    office.read();
    office.run();
    app::update(office.state, app::OpenBook{"b1"}, office.knowledge, office.machine);
    office.run();
    office.read();
    office.run();
    CHECK(office.names() == "新指标@今年的表*1 讲座场次@去年的表*1 志愿者人数@去年的表*1 ");
    CHECK(office.state.books.open == "b1");
}

TEST_CASE("one that was given another name, or came in the place of another, is read anew") {
    Office office;
    office.read();
    office.run();
    office.act(app::RenameBook{"b2", "去年的"});
    office.read();
    office.run();
    CHECK(office.names() == "讲座场次@去年的*2 志愿者人数@去年的*1 巡展站数@前年的表*1 ");
    office.act(app::DeleteBook{"b1"});
    app::start_book(office.state, book_with("最新的表", {"巡展站数"}), office.knowledge, office.machine);
    office.run();
    office.act(app::OpenBook{"b3"});
    office.read();
    office.run();
    CHECK(office.names() == "巡展站数@最新的表*1 讲座场次@去年的*1 志愿者人数@去年的*1 ");
}

TEST_CASE("one that cannot be read is passed over, and nothing says that the open book was not saved") {
    Office office;
    office.read(); // The first answer is on its way.
    office.machine.break_journal("这本读不出来");
    office.run();
    CHECK(office.state.save_state == app::SaveState::saved);
    CHECK_FALSE(office.state.message.has_value());
    CHECK(office.state.own_books.reading.empty()); // Both were asked for.
    CHECK(office.names() == "讲座场次@去年的表*1 志愿者人数@去年的表*1 ");
}

TEST_CASE("one that cannot be read after the library was closed says nothing either, and is tried again") {
    Office office;
    office.machine.break_journal("这本读不出来");
    office.read();
    office.read(true);
    office.run();
    CHECK(office.state.save_state == app::SaveState::saved);
    CHECK_FALSE(office.state.message.has_value());
    office.machine.break_journal("");
    office.read();
    office.run();
    CHECK(office.names() == "讲座场次@去年的表*2 志愿者人数@去年的表*1 巡展站数@前年的表*1 ");
}

TEST_CASE("an entry of a book in another form comes with categories of the open form") {
    Office office;
    Book other;
    other.template_id = "gz-2024";
    Project& project = other.projects.push_back({.id = other.new_row_id()});
    for (const auto& [level1, level2, name] : {std::array{"成本指标", "经济成本指标", "项目总成本"},
                                               std::array{"产出指标", "数量指标", "入户次数"}}) {
        Indicator& row = project.indicators.push_back({.id = other.new_row_id()});
        row.level1.text = level1;
        row.level2.text = level2;
        row.name.text = name;
    }
    app::start_book(office.state, other, office.knowledge, office.machine);
    office.run();
    office.act(app::OpenBook{"b3"});
    office.read();
    office.run();
    const Template& form = office.knowledge.templates.get("heb-2021");
    const auto levels_of = [&](std::string_view name) {
        const auto& entries = office.state.own_books.entries;
        const auto entry = std::ranges::find(entries, name, &LibraryEntry::name);
        REQUIRE(entry != entries.end());
        Book book = office.state.book();
        const auto made = app::use_entry(*office.machine.later(), form, book.projects[0], 9, *entry);
        edit::apply(book, made.edit);
        const Indicator& row = book.projects[0].indicators[made.row];
        return row.level1.text + "/" + row.level2.text;
    };
    CHECK(levels_of("项目总成本") == "产出指标/成本指标");
    CHECK(levels_of("入户次数") == "产出指标/数量指标");
}

} // namespace own_books_test
