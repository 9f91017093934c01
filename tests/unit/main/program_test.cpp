#include "main/program.h"

#include "check/rule_pack.h"
#include "io/embedded.h"
#include "support/session.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace program_test {

using namespace jibiao;
using platform::FakePlatform;
using platform::Node;
using platform::Role;
using support::sample;
using support::Session;

namespace {

constexpr std::string_view sample_name = "heb-2021-shili.txt";

} // namespace

TEST_CASE("an empty page says how to begin, and a new book comes from any form") {
    Session page;
    CHECK(page.shows(Role::button, "打开文件（或拖放到此处）"));
    for (const char* form : {"new/heb-2021", "new/gz-2024"}) {
        Session fresh;
        fresh.press(form);
        REQUIRE(fresh.state().has_book());
        CHECK(fresh.book().projects.size() == 1);
        CHECK_FALSE(fresh.book().projects[0].indicators.empty());
        CHECK_FALSE(fresh.book().projects[0].indicators[0].level1.empty());
    }
}

TEST_CASE("a file that is opened shows its projects, its fields by their labels and its findings") {
    Session page;
    page.open(sample_name);
    REQUIRE(page.state().has_book());
    const Project& first = page.book().projects[0];
    CHECK(page.shows(Role::region, "项目 1 " + first.name.text));
    const Node* name = page.machine.find(Role::textbox, "项目名称");
    REQUIRE(name);
    CHECK(name->value == first.name.text);
    CHECK(page.shows(Role::textbox, "指标 1 指标值"));
    CHECK(page.shows(Role::button,
                     "错误 " + std::to_string(page.state().report.count(check::Severity::error))));
    CHECK(page.state().report.count(check::Severity::error) > 0);
    CHECK(page.machine.title().find("jibiao.json") != std::string::npos);
}

TEST_CASE("every node has an id of its own and stands after its parent") {
    Session page;
    page.open(sample_name);
    std::set<std::string> ids{""};
    for (const Node& node : page.machine.tree()) {
        CAPTURE(node.id);
        CHECK(ids.count(node.parent) == 1);
        CHECK(ids.insert(node.id).second);
        const bool interactive = node.role == Role::button || node.role == Role::textbox;
        CHECK((!interactive || !node.name.empty()));
    }
}

TEST_CASE("what is typed is checked and stored at once, and '已保存' waits for the storage") {
    Session page;
    page.open(sample_name);
    const FieldRef purpose{Field::purpose, page.book().projects[0].id};
    page.machine.push(platform::Focused{page.id_of(purpose)});
    page.machine.push(platform::TextChanged{page.id_of(purpose), "n", true});
    page.settle();
    CHECK(find_cell(page.book(), purpose)->text != "n"); // The input method is still at work.

    page.machine.break_journal("磁盘已满");
    page.machine.push(platform::TextChanged{page.id_of(purpose), "你好", false});
    page.settle();
    CHECK(find_cell(page.book(), purpose)->text == "你好");
    CHECK(page.shows(Role::status, "未保存"));
    CHECK(page.shows(Role::alert, "没有保存：磁盘已满"));

    page.machine.break_journal("");
    page.type(page.id_of(purpose), "你好，世界");
    CHECK(page.shows(Role::status, "已保存"));
}

TEST_CASE("a page that is closed and opened again has everything") {
    Session page;
    page.open(sample_name);
    for (int i = 0; i < 130; ++i) // More than a snapshot apart.
        page.type(page.id_of({Field::purpose, page.book().projects[0].id}),
                  "第 " + std::to_string(i) + " 次");
    page.press("undo");
    page.press("redo");
    page.press("remove/" + std::to_string(page.book().projects[0].indicators[0].id));
    const Book before = page.book();

    Session again(page.machine);
    CHECK(again.book() == before);
    CHECK(again.shows(Role::textbox, "项目名称"));
    CHECK(again.state().save_state == app::SaveState::saved);
    again.type(again.id_of({Field::name, again.book().projects[0].id}), "改过的名称");

    Session third(page.machine);
    CHECK(third.book().projects[0].name.text == "改过的名称");
}

TEST_CASE("a fix removes its finding, can be undone, and 全部修复 is one step") {
    Session page;
    page.open(sample_name);
    const Book before = page.book();
    const auto& findings = page.state().report.findings;
    const auto fixable = std::find_if(findings.begin(), findings.end(), [](const check::Finding& finding) {
        return finding.fix && finding.fix->safe;
    });
    REQUIRE(fixable != findings.end());
    const std::size_t count = findings.size();
    const std::string node = "finding/" + std::string(fixable->rule) + "/" + page.id_of(fixable->at) + "/fix";
    page.press(node);
    CHECK(page.state().report.findings.size() < count);
    CHECK_FALSE(page.machine.find(node));
    page.press("undo");
    CHECK(page.book() == before);

    page.press("fix-all");
    page.press("fix-all-apply");
    for (const check::Finding& finding : page.state().report.findings)
        CHECK_FALSE((finding.fix && finding.fix->safe));
    page.press("undo");
    CHECK(page.book() == before);
}

TEST_CASE("tapping a finding shows its project and focuses its cell; 下一处 goes round all of them") {
    Session page;
    page.open(sample_name);
    const auto& findings = page.state().report.findings;
    REQUIRE(findings.size() > 2);
    page.toggle_warnings_and_hints();
    const check::Finding last = *page.state().shown_findings().back();
    page.press("finding/" + std::string(last.rule) + "/" + page.id_of(last.at) + "/go");
    CHECK(page.machine.focused() == page.id_of(last.at));
    page.toggle_warnings_and_hints();

    std::set<std::string> visited;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        page.machine.push(platform::Command{"next-finding"});
        page.settle();
        visited.insert(page.machine.focused());
    }
    for (const check::Finding& finding : page.state().report.findings) {
        if (find_cell(page.book(), finding.at))
            CHECK(visited.count(page.id_of(finding.at)) == 1);
    }
}

TEST_CASE("escape gives a cell back its text") {
    Session page;
    page.open(sample_name);
    const FieldRef name{Field::name, page.book().projects[0].id};
    const std::string before = find_cell(page.book(), name)->text;
    page.machine.push(platform::Focused{page.id_of(name)});
    page.machine.push(platform::TextChanged{page.id_of(name), before + "多打的字", false});
    page.settle();
    page.machine.push(
        platform::TextCommitted{page.id_of(name), before}); // What the web's fields do at Escape.
    page.settle();
    CHECK(find_cell(page.book(), name)->text == before);
}

TEST_CASE("another file is a book of its own beside the first, and a bad file changes nothing") {
    Session page;
    page.open(sample_name);
    const Book before = page.book();
    page.machine.push(platform::FileOpened{"坏.txt", std::string("\0\1\2", 3)});
    page.settle();
    CHECK(page.book() == before);
    REQUIRE(page.state().message);
    CHECK(page.state().message->tone == app::Tone::failed);
    CHECK(page.state().message->text.find("坏.txt") != std::string::npos);

    page.machine.push(platform::FileOpened{"另一个.txt", sample("gz-2024-shili.txt")});
    page.settle();
    CHECK_FALSE(page.book() == before);
    CHECK_FALSE(page.state().document.can_undo());
    page.press("home");
    page.press("book/b1");
    CHECK(page.book() == before);
}

TEST_CASE("the exported file opens as the same book") {
    Session page;
    page.open(sample_name);
    page.press("save-file");
    REQUIRE(page.machine.saved_files().size() == 1);
    const auto file = page.machine.saved_files()[0];
    Session other;
    other.machine.push(platform::FileOpened{file.name, file.bytes});
    other.settle();
    Book checked = page.book();
    checked.last_check = {"national", std::string(check::rule_pack), "2026-11-22", "submit"};
    CHECK(other.book() == checked);
}

TEST_CASE("what the rest of the program is for waits until it is there; everything else goes on") {
    Session page;
    page.press("new/heb-2021");
    page.machine.hold_later();
    page.press("save-file");
    page.machine.push(platform::FileOpened{"另一个.txt", sample("gz-2024-shili.txt")});
    page.settle();
    CHECK(page.machine.later_requests() == 2);
    CHECK(page.machine.saved_files().empty());
    const std::string name = page.id_of({Field::name, page.book().projects[0].id});
    page.type(name, "照样填写");
    CHECK(page.book().projects[0].name.text == "照样填写");
    CHECK(page.state().save_state == app::SaveState::saved);

    page.clock += 1; // Now it takes long enough to be mentioned.
    page.settle();
    REQUIRE(page.machine.find("message-text"));
    CHECK(page.machine.find("message-text")->name.find("正在载入") != std::string::npos);

    page.machine.bring_later();
    page.settle();
    CHECK(page.machine.saved_files().size() == 1); // What was asked for first is done first.
    CHECK(page.machine.saved_files()[0].bytes.find("照样填写") != std::string::npos);
    CHECK(page.book().template_id == "gz-2024");
    page.press("home");
    page.press("book/b1");
    CHECK(page.book().projects[0].name.text == "照样填写");
}

TEST_CASE(
    "if the rest of the program does not come, what waited is given up with a word, and can be asked again") {
    Session page;
    page.press("new/heb-2021");
    page.machine.hold_later();
    page.machine.push(platform::LaterFailed{"没有网络"}); // Nobody waits for it yet.
    page.settle();
    CHECK(page.machine.find("message-text")->role == Role::status);
    page.press("save-file");
    page.machine.push(platform::LaterFailed{"没有网络"});
    page.settle();
    REQUIRE(page.machine.find("message-text"));
    CHECK(page.machine.find("message-text")->role == Role::alert);
    CHECK(page.machine.find("message-text")->name.find("没有网络") != std::string::npos);
    page.machine.bring_later();
    page.settle();
    CHECK(page.machine.saved_files().empty());
    page.press("save-file");
    CHECK(page.machine.saved_files().size() == 1);
}

TEST_CASE("a reason survives a reload of the page") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Session page(machine);
        page.open(sample_name);
        const check::Finding& finding = page.state().report.findings.front();
        const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
        page.press(card + "/explain");
        machine.enter_text(card + "/reason", "上级要求");
        page.settle();
        page.press(card + "/leave");
        REQUIRE(page.book().suppressions.size() == 1);
    }
    Session again(machine);
    REQUIRE(again.book().suppressions.size() == 1);
    CHECK(again.book().suppressions[0].reason == "上级要求");
    CHECK(again.state().report.suppressed.size() == 1);
}

TEST_CASE("rows and projects are added with what their neighbours say, and focused") {
    Session page;
    page.open(sample_name);
    const std::size_t rows = page.book().projects[0].indicators.size();
    page.press("add-indicator");
    REQUIRE(page.book().projects[0].indicators.size() == rows + 1);
    const Indicator& added = page.book().projects[0].indicators.back();
    CHECK(added.level2.text == page.book().projects[0].indicators[rows - 1].level2.text);
    CHECK(page.machine.focused() == page.id_of({Field::indicator_name, added.id}));

    const std::size_t projects = page.book().projects.size();
    page.press("add-project");
    REQUIRE(page.book().projects.size() == projects + 1);
    CHECK(page.state().project == page.book().projects.back().id);
    page.press("remove-project");
    CHECK(page.book().projects.size() == projects);
    CHECK(page.state().shown_project());
}

TEST_CASE("on a narrow window form and findings take turns, and nothing is wider than the window") {
    Session page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.open(sample_name);
    for (const Node& node : page.machine.tree()) {
        CAPTURE(node.id);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.w <= 820.5f);
        if (node.role == Role::button || node.role == Role::textbox)
            CHECK(node.rect.h >= 44);
    }
    page.press("show-findings");
    CHECK(page.machine.find("finding-list"));
    CHECK_FALSE(page.machine.find("indicators"));
    page.press("show-form");
    CHECK(page.machine.find("indicators"));
}

TEST_CASE("a tap at a button's place presses it") {
    Session page;
    page.open(sample_name);
    const Node* button = page.machine.find("add-project");
    REQUIRE(button);
    const float x = button->rect.x + button->rect.w / 2;
    const float y = button->rect.y + button->rect.h / 2;
    const std::size_t projects = page.book().projects.size();
    for (const bool down : {true, false}) {
        page.machine.push_input(platform::PointerMoved{x, y, true});
        page.machine.push_input(platform::PointerButton{0, down, true});
        page.settle();
    }
    CHECK(page.book().projects.size() == projects + 1);
}

TEST_CASE("a message about something done goes away by itself, one about a failure stays") {
    Session page;
    page.open(sample_name);
    REQUIRE(page.state().message);
    CHECK_FALSE(page.machine.timers().empty());
    page.clock += 10;
    page.settle();
    CHECK_FALSE(page.state().message);
    page.machine.push(platform::FileFailed{"x.txt", "读不出来"});
    page.settle();
    page.clock += 10;
    page.settle();
    CHECK(page.state().message);
}

TEST_CASE("what is stored comes before a file that arrives while it is being read") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Session first(machine);
        first.open(sample_name);
        first.type(first.id_of({Field::name, first.book().projects[0].id}), "存过的名称");
    }
    Program program(machine); // The answer of the storage is already on its way; the file overtakes it.
    auto events = machine.poll();
    machine.push(platform::FileOpened{"另一个.txt", sample("gz-2024-shili.txt")});
    program.frame(1);
    CHECK_FALSE(program.state().has_book());
    for (auto& event : events)
        machine.push(std::move(event));
    for (int i = 0; i < 6; ++i)
        program.frame(2 + i * 0.016);
    CHECK(program.state().book().template_id == "gz-2024");
    CHECK(program.state().books.all.size() == 2);

    Session again(machine);
    CHECK(again.book() == program.state().book());
    again.press("home");
    again.press("book/b1");
    CHECK(again.book().projects[0].name.text == "存过的名称");
}

TEST_CASE("a storage that cannot be read says so, and the page can be used") {
    FakePlatform machine;
    machine.native_text_fields = true;
    machine.break_journal("浏览器不让读");
    Session page(machine);
    CHECK(page.shows(Role::alert, "读不到本机保存的内容：浏览器不让读"));
    CHECK(page.machine.find("welcome-open"));
}

TEST_CASE("of two findings at one place each has its own fix, and 下一处 gets past them") {
    Session page;
    page.open(sample_name);
    const Project& first = page.book().projects[0]; // Its cards stand at the top of the list.
    page.press("contents/" + std::to_string(first.id));
    for (const char* category : {"质量指标", "成本指标"}) {
        for (std::size_t i = first.indicators.size(); i-- > 0;) {
            const Project& now = *page.state().shown_project();
            if (i < now.indicators.size() && now.indicators[i].level2.text == category)
                page.press("remove/" + std::to_string(now.indicators[i].id));
        }
    }
    const FieldRef table{Field::indicators, page.state().project};
    const auto here = [&] {
        return std::count_if(page.state().report.findings.begin(), page.state().report.findings.end(),
                             [&](const check::Finding& finding) { return finding.at == table; });
    };
    const auto before = here();
    REQUIRE(before >= 2);
    page.press("finding/missing-category/" + page.id_of(table) + "/1/fix");
    CHECK(here() == before - 1);
    CHECK(page.state().report.findings.size() > 0);

    std::set<std::size_t> projects;
    for (std::size_t i = 0; i < page.state().report.findings.size(); ++i) {
        page.machine.push(platform::Command{"next-finding"});
        page.settle();
        projects.insert(page.state().project);
    }
    CHECK(projects.size() == page.book().projects.size());
}

TEST_CASE("a pasted text opens like a file, and nothing is lost by it") {
    Session page;
    page.press("welcome-paste");
    CHECK(page.shows(Role::alert, "没有粘贴：剪贴板读不到"));
    page.machine.fill_clipboard(" \n");
    page.press("welcome-paste");
    CHECK(page.state().message->text.find("剪贴板里没有文字") != std::string::npos);
    CHECK_FALSE(page.state().has_book());

    page.machine.fill_clipboard(sample(sample_name));
    page.press("welcome-paste");
    REQUIRE(page.state().has_book());
    CHECK(page.state().message->text.find("已打开“粘贴的文本”") != std::string::npos);
    const Book before = page.book();
    page.machine.push(platform::TextPasted{sample("gz-2024-shili.txt")}); // Ctrl+V outside of any field.
    page.settle();
    CHECK(page.book().template_id == "gz-2024");
    page.press("home");
    page.press("book/b1");
    CHECK(page.book() == before);
    page.machine.fill_clipboard(sample("gz-2024-shili.txt"));
    page.press("paste");
    CHECK(page.book().template_id == "gz-2024");
}

TEST_CASE("any known form can be chosen for a document, and undone") {
    Session page;
    page.open(sample_name);
    const Book before = page.book();
    for (const char* form :
         {"贵州省部门整体支出和项目绩效目标表（2024 年）", "河北省部门预算信息公开情况说明（2020 年）"}) {
        page.press("choice/form");
        const Node* option = page.machine.find(Role::option, form);
        CAPTURE(form);
        REQUIRE(option);
        page.press(std::string(option->id));
        CHECK(page.machine.find("choice/form")->value == form);
        CHECK(page.shows(Role::group, "其他内容（本表样没有这些栏目）"));
        page.press("message-undo");
        CHECK(page.book() == before);
    }
}

} // namespace program_test
