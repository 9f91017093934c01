#include "ui/page.h"

#include "ui/views/views.h"

namespace shortcuts_test {

using namespace jibiao;
using namespace page_test;

namespace {

void type(Page& page, std::string_view words) {
    page.machine.change_text(ui::palette_node, words);
    page.settle();
}
void enter(Page& page) {
    page.machine.commit_text(ui::palette_node, page.machine.find(ui::palette_node)->value);
    page.machine.push(platform::Command{"enter"});
    page.settle();
}
bool is_open(const Page& page) {
    return page.machine.find(Role::dialog, "命令和快捷键") != nullptr;
}

} // namespace

TEST_CASE("Enter carries out the first that is found; leaving the search does not") {
    Page page;
    page.command("shortcuts");
    type(page, "pictures");
    CHECK(page.machine.find("shortcuts/pictures")->selected);
    page.machine.focus_by_user("shortcuts/pictures");
    page.settle();
    CHECK(page.state.page == app::Page::project);
    CHECK_FALSE(page.machine.find("shortcuts/pictures")->selected);
    page.machine.focus_by_user(ui::palette_node);
    page.settle();
    page.machine.commit_text(ui::palette_node, "pictures"); // As Ctrl+S does, and leaving the page.
    page.settle();
    CHECK(is_open(page));
    type(page, "打印机"); // Nothing.
    enter(page);
    type(page, "pictures");
    CHECK(is_open(page));
    enter(page);
    CHECK_FALSE(is_open(page));
    CHECK(page.state.page == app::Page::pictures);
}

TEST_CASE("commands that only the page knows can be chosen, too") {
    Page page;
    page.command("shortcuts");
    const float before = page.machine.find(Role::dialog, "命令和快捷键")->rect.h;
    CHECK(before > 0);
    page.press("shortcuts/larger");
    CHECK(page.machine.preference("scale") == "110");
    page.command("shortcuts");
    page.press("shortcuts/usual-size");
    CHECK(page.machine.preference("scale") == "100");
}

TEST_CASE("the readings come when the list is opened, and then words are found by their initials") {
    Page page;
    page.machine.give_asset(std::string(app::pinyin_asset), "tu 图\nbiao 表\n");
    page.command("shortcuts");
    CHECK(page.machine.find(ui::palette_node)->placeholder == "按汉字、拼音或首字母查找");
    type(page, "tb");
    CHECK(page.machine.find("shortcuts/pictures"));
    type(page, "qqq");
    CHECK(page.machine.find("shortcuts/none")->role == Role::status);
    page.command("escape");
    page.machine.give_asset(std::string(app::library_asset), "# 通用\n数量|培训人次|说明|≥|人次|计划\n");
    page.command("library");
    CHECK(page.machine.find("library/培训人次")); // It is fetched although the readings were there before.
}

TEST_CASE("places, forms and rules are found; a place gets the keyboard") {
    Page page;
    page.command("shortcuts");
    type(page, "二、其他");
    enter(page);
    const FieldRef heading{Field::heading, page.book().sections[1].id};
    CHECK(page.machine.focused() == page.id_of(heading));

    page.command("shortcuts");
    const check::Rule& rule = *check::rules().front();
    type(page, rule.title);
    page.press("shortcuts/rule/" + std::string(rule.id));
    CHECK(page.machine.find(Role::dialog, rule.title));
    page.command("escape");
    CHECK(page.machine.focused() == page.id_of(heading));

    page.command("shortcuts");
    type(page, "简表");
    enter(page);
    CHECK(page.book().template_id == "bare");
}

TEST_CASE("what was used last comes first the next time") {
    Page page;
    page.command("shortcuts");
    page.press("shortcuts/print");
    page.command("shortcuts");
    CHECK(page.machine.find("shortcuts/print")->rect.y < page.machine.find("shortcuts/home")->rect.y);
    CHECK(page.machine.find("shortcuts/print")->selected);
}

TEST_CASE("by touch a place is shown without a soft keyboard") {
    Page page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.settle();
    page.press("more");
    type(page, "二、其他");
    page.tap(page.machine.find("shortcuts/section/" + std::to_string(page.book().sections[1].id))->rect);
    CHECK(page.state.page == app::Page::texts);
    CHECK(page.machine.focused() != page.id_of({Field::heading, page.book().sections[1].id}));
}

} // namespace shortcuts_test
