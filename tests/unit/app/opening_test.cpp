#include "app/opening.h"

#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"
#include "support/session.h"
#include "support/sound_books.h"

#include <algorithm>
#include <vector>

namespace opening_test {

using namespace jibiao;
using support::Session;

namespace {

/// A text of several hundred kB.
const std::string& large_text() {
    static const std::string text = [] {
        const Templates templates = io::load_embedded_templates();
        const Book book = sound_books::sound_book(1, 240);
        return io::export_text(book, templates.get(book.template_id));
    }();
    return text;
}

/// What the page says of the work after each frame, until it is done.
std::vector<int> percentages(Session& session) {
    std::vector<int> seen;
    for (int frames = 0; frames < 500; ++frames) {
        session.program.frame(session.clock += 0.016);
        if (const platform::Node* bar = session.machine.find("opening-progress"))
            seen.push_back(static_cast<int>(bar->position));
        else if (!seen.empty())
            return seen;
    }
    FAIL("it does not end");
    return seen;
}

std::string message(const Session& session) {
    const platform::Node* text = session.machine.find("message-text");
    return text ? text->name : "";
}

} // namespace

TEST_CASE("a large text is opened a piece a frame, and gives the same book as all at once") {
    REQUIRE(large_text().size() > 2 * app::least_bytes_of_opening);
    Session session;
    session.machine.push(platform::FileOpened{"大表.txt", large_text()});
    const std::vector<int> seen = percentages(session);
    CHECK(seen.size() > 4);
    CHECK(std::ranges::is_sorted(seen));
    CHECK(seen.front() == 0);
    CHECK(seen.back() > 60);
    session.settle();
    const app::State& state = session.program.state();
    auto book = io::open_book(large_text(), "大表.txt", io::load_embedded_templates());
    REQUIRE(book);
    CHECK(state.book() == *book);
    CHECK(message(session).starts_with("已打开“大表.txt”：240 张绩效目标表"));
}

TEST_CASE("what was checked ahead is what is found") {
    const app::Knowledge knowledge{io::load_embedded_templates(), io::load_embedded_profile("national")};
    auto book = io::open_book(large_text(), "大表.txt", knowledge.templates);
    REQUIRE(book);
    Project& project = book->projects.edit(7);
    project.indicators.edit(1).target.text = "约九成五左右%%";
    project.indicators.edit(2).basis.text = project.indicators[2].name.text;
    const check::Subject subject{*book, knowledge.templates.get(book->template_id), knowledge.profile,
                                 &knowledge.templates.words()};
    check::Checker checker;
    int pieces = 1;
    float before = 0;
    for (float share = checker.look_ahead(subject, 50); share < 1; share = checker.look_ahead(subject, 50)) {
        CHECK(share > before);
        before = share;
        ++pieces;
    }
    CHECK(pieces > 5);
    const auto ahead = checker.run(subject).findings;
    const auto at_once = check::run(subject).findings;
    REQUIRE(ahead.size() == at_once.size());
    CHECK_FALSE(ahead.empty());
    for (std::size_t i = 0; i < ahead.size(); ++i) {
        CHECK(ahead[i].rule == at_once[i].rule);
        CHECK(ahead[i].at == at_once[i].at);
        CHECK(ahead[i].message == at_once[i].message);
    }
}

TEST_CASE("it can be stopped, with the button and with Escape, and nothing has changed") {
    Session session;
    session.open("heb-2021-shili.txt");
    const Book before = session.program.state().book();
    for (const bool by_key : {false, true}) {
        session.machine.push(platform::FileOpened{"大表.txt", large_text()});
        for (int i = 0; i < 4; ++i)
            session.program.frame(session.clock += 0.016);
        REQUIRE(session.machine.find("opening-progress"));
        if (by_key)
            session.machine.push(platform::Command{"escape"});
        else
            session.machine.push(platform::Activated{"opening-cancel"});
        session.settle();
        CHECK_FALSE(session.machine.find("opening-progress"));
        CHECK(message(session) == "没有打开“大表.txt”：已取消");
        session.press("message-close");
        CHECK(session.program.state().book() == before);
        CHECK(session.program.state().books.all.size() == 1);
    }
}

TEST_CASE(
    "keys and a press beside it do not stop it, and change nothing in the book that is about to be left") {
    Session session;
    session.open("heb-2021-shili.txt");
    const app::State& state = session.program.state();
    const std::uint64_t revision = state.document.revision();
    session.machine.push(platform::FileOpened{"大表.txt", large_text()});
    for (int i = 0; i < 3; ++i)
        session.program.frame(session.clock += 0.016);
    for (const char* key : {"next-finding", "shortcuts", "find", "undo", "insert-below", "home", "settings"})
        session.machine.push(platform::Command{key});
    session.machine.push_input(platform::PointerMoved{4, 400});
    session.machine.push_input(platform::PointerButton{0, true});
    session.machine.push_input(platform::PointerButton{0, false});
    session.program.frame(session.clock += 0.016);
    REQUIRE(session.machine.find("opening-progress"));
    CHECK(state.document.revision() == revision);
    session.settle();
    CHECK(message(session).starts_with("已打开“大表.txt”"));
}

TEST_CASE("a file of our own, and two large ones that came together, are opened in their order") {
    Session session;
    const Book book = sound_books::sound_book(2, 240);
    session.machine.push(platform::FileOpened{"一.jibiao.json", io::write_json(book)});
    session.machine.push(platform::FileOpened{"二.txt", large_text()});
    session.settle();
    const app::State& state = session.program.state();
    CHECK(state.books.all.size() == 2);
    CHECK(message(session).starts_with("已打开“二.txt”"));
    CHECK(session.machine.journal().at("b1").snapshot == io::write_binary(book));
}

TEST_CASE("a large book that was stored is shown before it is checked, and nothing is done to it between") {
    platform::FakePlatform machine;
    std::size_t found = 0;
    {
        Book book = sound_books::sound_book(1, 240);
        const Project& last = book.projects[239];
        edit::apply(book, edit::set_text({Field::budget_total, last.id}, "1"));
        Session session(machine);
        session.machine.push(platform::FileOpened{"大表.jibiao.json", io::write_json(book)});
        session.settle();
        found = session.state().report.findings.size();
        REQUIRE(found > 0);
    }
    const std::string meta = machine.journal().at("b1").meta;
    for (const bool acts : {false, true}) {
        CAPTURE(acts);
        Program program(machine);
        const app::State& state = program.state();
        double clock = 0;
        const auto frame = [&] { program.frame(clock += 0.016); };
        while (state.loading)
            frame();
        CHECK(state.checking);
        CHECK(state.report.findings.empty());
        CHECK(machine.find("checking"));
        CHECK_FALSE(machine.find("verdict"));
        CHECK(machine.find(platform::Role::textbox, "项目名称"));
        CHECK(machine.journal().at("b1").meta == meta);

        if (acts)
            machine.push(platform::Command{"next-finding"});
        frame();
        CHECK_FALSE(state.checking);
        CHECK(state.report.findings.size() == found);
        CHECK(machine.find("verdict")->name.starts_with("上报结论：有"));
        CHECK(state.current_finding_at.has_value() == acts);
        CHECK(machine.journal().at("b1").meta == meta);
    }
}

TEST_CASE("where books are compared a large file is compared") {
    Session session;
    session.open("heb-2021-shili.txt");
    session.machine.push(platform::Command{"compare"});
    session.settle();
    session.press_named("文件…");
    session.machine.push(platform::FileOpened{"大表.txt", large_text()});
    session.settle();
    CHECK(session.program.state().page == app::Page::compare);
    CHECK(session.program.state().comparison.name == "大表.txt");
    CHECK(session.program.state().books.all.size() == 1);
}

TEST_CASE("a large file that is no such text says so, and those that came meanwhile are opened") {
    Session session;
    std::string nothing;
    while (nothing.size() < 2 * app::least_bytes_of_opening)
        nothing += "今天天气很好，我们去公园散步。\n";
    session.machine.push(platform::FileOpened{"日记.txt", nothing});
    session.machine.push(platform::FileOpened{"小表.txt", support::sample("heb-2021-shili.txt")});
    percentages(session);
    session.settle();
    CHECK(session.program.state().books.all.size() == 1);
    CHECK(message(session).starts_with("已打开“小表.txt”"));

    session.machine.push(platform::FileOpened{"日记.txt", nothing});
    percentages(session);
    session.settle();
    CHECK(message(session).starts_with("没有打开“日记.txt”：没有找到绩效目标表"));
    CHECK(session.program.state().books.all.size() == 1);
}

} // namespace opening_test
