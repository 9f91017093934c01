#include "io/archive.h"
#include "io/book_meta.h"
#include "support/session.h"

#include <algorithm>
#include <set>

namespace main_library_test {

using namespace jibiao;
using platform::Node;
using platform::Role;
using support::Session;

namespace {

constexpr const char* some = "# 通用\n"
                             "数量|培训人次|各期培训班结业的总人次|≥|人次|年度培训计划\n"
                             "满意度|参训人员满意度|表示满意的参训人员占参训人员的比例|≥|%|问卷调查\n"
                             "# 科学普及\n"
                             "数量|流动科技馆巡展站数|巡展停留的站点数|≥|站|巡展计划\n";

/// A page with a book, on a machine that has the library.
struct Open : Session {
    Open() {
        machine.give_asset("library/indicators.txt", some);
        machine.give_asset("library/pinyin.txt", "pei 培\nxun 训\nren 人\nci 次\ncan 参\nyuan 员\n");
        open("heb-2021-shili.txt");
    }
    const Rows<Indicator>& rows() const { return book().projects[0].indicators; }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void focus(FieldRef at) {
        machine.focus_by_user(id_of(at));
        settle();
    }
    /// Names of the options, in order.
    std::string listed() const {
        std::string names;
        for (const Node& node : machine.tree()) {
            if (node.role == Role::option)
                names += (names.empty() ? "" : " ") + node.name;
        }
        return names;
    }
    void search(std::string_view text) {
        machine.change_text("library-search", text);
        settle();
    }
};

} // namespace

TEST_CASE("the library is fetched when it is opened first, and its search has the keyboard") {
    Open page;
    CHECK(page.machine.asset_requests() == 0);
    page.focus({Field::indicator_name, page.rows()[0].id});
    page.command("library");
    CHECK(page.machine.asset_requests() == 2);
    CHECK(page.shows(Role::dialog, "指标库"));
    CHECK(page.machine.focused() == "library-search");
    CHECK(page.listed().find("培训人次") != std::string::npos);
    page.command("escape");
    CHECK_FALSE(page.shows(Role::dialog, "指标库"));
    CHECK(page.machine.focused() == page.id_of({Field::indicator_name, page.rows()[0].id}));
    page.command("library");
    CHECK(page.machine.asset_requests() == 2);
}

TEST_CASE("the open library asks for no more frames") {
    Open page;
    page.command("library");
    page.search("没有这样的");
    const int wakes = page.machine.wakes();
    page.settle();
    CHECK(page.machine.wakes() == wakes);
}

TEST_CASE("what is typed narrows the list; a chosen entry is one step of undo, and its number is asked for") {
    Open page;
    const std::size_t before = page.rows().size();
    page.focus({Field::indicator_name, page.rows()[0].id});
    page.command("library");
    page.search("pxrc");
    CHECK(page.listed() == "培训人次");
    CHECK(page.shows(Role::status, "共 1 条"));
    page.press("library/培训人次");
    CHECK_FALSE(page.shows(Role::dialog, "指标库"));
    REQUIRE(page.rows().size() == before + 1);
    const Indicator& row = page.rows()[1];
    CHECK(row.name.text == "培训人次");
    CHECK(row.level2.text == "数量指标");
    CHECK(row.basis.text == "年度培训计划");
    CHECK(row.target.text.empty());
    const std::string target = page.id_of({Field::target_value, row.id});
    CHECK(page.machine.focused() == target);
    CHECK(page.machine.find(target)->placeholder == "≥ … 人次");
    CHECK(page.machine.find(target)->value.empty());
    page.command("undo");
    CHECK(page.rows().size() == before);
}

TEST_CASE("a row without a name is filled, and offers the library at its cell") {
    Open page;
    const RowId project = page.book().projects[0].id;
    page.press("add-indicator");
    const RowId added = page.rows()[page.rows().size() - 1].id;
    const std::size_t rows = page.rows().size();
    REQUIRE(page.machine.find("offer"));
    page.press("offer");
    REQUIRE(page.shows(Role::dialog, "指标库"));
    page.press("library/参训人员满意度");
    CHECK(page.rows().size() == rows);
    CHECK(page.book().projects.find(project)->indicators.find(added)->name.text == "参训人员满意度");
    CHECK(page.book().projects.find(project)->indicators.find(added)->level1.text == "满意度指标");
    CHECK_FALSE(page.machine.find("offer"));
}

TEST_CASE("a row's menu opens the library for that row") {
    Open page;
    const RowId second = page.rows()[1].id;
    page.press("choice/row/" + std::to_string(second));
    const Node* option = page.machine.find(Role::option, "从指标库选用");
    REQUIRE(option);
    page.press(std::string(option->id));
    REQUIRE(page.shows(Role::dialog, "指标库"));
    page.press("library/培训人次");
    CHECK(page.rows()[2].name.text == "培训人次");
}

TEST_CASE("filters narrow the list, and where nothing is left there is a way out") {
    Open page;
    page.command("library");
    page.press("choice/library-field");
    const Node* field = page.machine.find(Role::option, "科学普及");
    REQUIRE(field);
    page.press(std::string(field->id));
    CHECK(page.listed() == "流动科技馆巡展站数");
    page.search("培训");
    CHECK(page.listed().empty());
    page.press_named("在全部指标里查找");
    CHECK(page.listed().find("培训人次") != std::string::npos);
    page.search("什么也没有");
    CHECK(page.machine.find("library-notice"));
    CHECK_FALSE(page.machine.find("library-widen"));
}

TEST_CASE("a library that cannot be fetched says so, and is fetched again") {
    Session page;
    page.open("heb-2021-shili.txt");
    page.machine.push(platform::Command{"library"});
    page.settle();
    REQUIRE(page.machine.find("library-notice"));
    CHECK(page.machine.find("library-notice")->name == "没有取到，请检查网络后再试");
    page.machine.give_asset("library/indicators.txt", some);
    page.press("library-again");
    CHECK(page.machine.find("library/培训人次"));
    CHECK(page.machine.find("library-search")->placeholder == "按汉字查找"); // There are no readings.
}

TEST_CASE("an empty answer is no library") {
    Session page;
    page.open("heb-2021-shili.txt");
    page.machine.give_asset("library/indicators.txt", "");
    page.machine.push(platform::Command{"library"});
    page.settle();
    CHECK(page.machine.find("library-again"));
}

TEST_CASE("the library goes with the page that it was opened on") {
    Open page;
    page.command("library");
    REQUIRE(page.machine.find("library-search"));
    page.command("home");
    CHECK_FALSE(page.machine.find("library-search"));
}

TEST_CASE("the list stays as it is while other books are read, and then shows all of them at once") {
    platform::FakePlatform machine;
    for (const char* id : {"b1", "b2", "b3"}) {
        Book book;
        book.template_id = "heb-2021";
        Project& project = book.projects.push_back({.id = book.new_row_id()});
        project.indicators.push_back({.id = book.new_row_id()}).name.text = std::string("指标") + id;
        machine.journal_snapshot(id, 1, io::write_binary(book));
        machine.journal_meta(id, io::write_meta({.name = id}));
    }
    machine.set_preference(app::open_preference, app::at_home);
    machine.poll();
    machine.give_asset("library/indicators.txt", some);
    Session page(machine);
    page.open("heb-2021-shili.txt");
    machine.push(platform::Command{"library"});
    std::set<std::string> counts;
    for (int i = 0; i < 20; ++i) {
        page.program.frame(page.clock += 0.016);
        const Node* count = machine.find("library-count");
        if (count && !count->name.empty())
            counts.insert(count->name);
    }
    CHECK(counts.size() == 2);
    for (const char* name : {"指标b1", "指标b2", "指标b3"}) {
        CAPTURE(name);
        machine.change_text("library-search", name);
        page.settle();
        CHECK(machine.find(Role::option, name));
    }
}

TEST_CASE("without a project there is nothing to choose for") {
    Session page;
    page.machine.push(platform::Command{"library"});
    page.settle();
    CHECK_FALSE(page.shows(Role::dialog, "指标库"));
    page.open("heb-2021-shili.txt");
    page.press("contents/texts");
    page.machine.push(platform::Command{"library"});
    page.settle();
    CHECK_FALSE(page.shows(Role::dialog, "指标库"));
}

} // namespace main_library_test
