#include "app/commands.h"
#include "support/session.h"

#include <doctest/doctest.h>

#include <algorithm>

/// Remarks about cells, and what becomes of them.
namespace review_page_test {

using namespace jibiao;
using support::FakePlatform;
using support::Node;
using support::Role;
using support::Session;

namespace {

struct Reviewing : Session {
    Reviewing() { open("heb-2021-shili.txt"); }
    FieldRef name() const { return {Field::name, book().projects[0].id}; }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void stand_at(FieldRef at) {
        machine.focus_by_user(id_of(at));
        settle();
    }
    /// By key, at the cell where the person is.
    void remark(std::string_view text, const char* button = "comment/add") {
        command("comment");
        REQUIRE(machine.focused().starts_with("comment/"));
        machine.change_text(machine.focused(), text);
        settle();
        press(button);
    }
    const std::vector<Comment>& comments() const { return book().comments; }
    bool said(std::string_view text) const { return state().message && state().message->text == text; }
};

} // namespace

TEST_CASE("a remark is written by key where one stands, and the keyboard returns there") {
    Reviewing page;
    page.stand_at(page.name());
    page.command("comment");
    CHECK(page.shows(Role::textbox, "署名"));
    page.type("comment-author", "张三");
    CHECK(page.machine.find("comment/add")->disabled); // Nothing is said yet.
    page.command("escape");
    page.remark("名称与批复不一致");
    REQUIRE(page.comments().size() == 1);
    CHECK(page.comments()[0] ==
          Comment{page.name(), CommentKind::remark, "名称与批复不一致", "张三", "2026-11-22"});
    CHECK(page.said("已批注"));
    CHECK(page.machine.focused() == page.id_of(page.name()));
    const Node* field = page.machine.find(page.id_of(page.name()));
    REQUIRE(field);
    CHECK(field->description.find("批注（待处理）：名称与批复不一致") != std::string::npos);
    CHECK(page.shows(Role::button, "批注 1"));
    CHECK(page.shows(Role::text, "张三　2026-11-22　批注：名称与批复不一致"));
    page.press("message-undo");
    CHECK(page.comments().empty());
}

TEST_CASE("a reviewer returns a cell, the preparer answers and mends, the reviewer lets it pass") {
    Reviewing page;
    page.stand_at(page.name());
    page.remark("请用批复的全称", "comment/return");
    const std::string thread = "thread/" + page.id_of(page.name());
    CHECK(page.shows(Role::button, "批注 1"));
    REQUIRE(page.machine.find(thread + "/go"));
    CHECK(page.machine.find(thread + "/go")->name.starts_with("退回：项目 1"));
    page.press(thread + "/reply");
    const std::string draft = page.machine.focused();
    page.machine.change_text(draft, "已改");
    page.settle();
    page.press("comment/add");
    CHECK(page.machine.focused() == thread + "/reply");
    CHECK(page.state().threads[0].state == app::ReviewState::returned);
    page.press(thread + "/resolve");
    CHECK(page.said("已标为“已处理”"));
    CHECK(page.shows(Role::button, "批注 0"));
    CHECK_FALSE(page.machine.find(thread + "/resolve"));
    page.press(thread + "/approve");
    CHECK(page.state().threads[0].state == app::ReviewState::approved);
    CHECK(page.comments().size() == 4);
    page.press(thread + "/1/remove");
    CHECK(page.comments().size() == 3);
    CHECK(page.said("已删除批注"));
}

TEST_CASE("of two answers that are equal the one that was meant is deleted") {
    Reviewing page;
    page.stand_at(page.name());
    page.remark("请用批复的全称");
    const std::string thread = "thread/" + page.id_of(page.name());
    page.press(thread + "/resolve");
    page.stand_at(page.name());
    page.press(thread + "/reply");
    page.machine.change_text(page.machine.focused(), "还是不对");
    page.settle();
    page.press("comment/add");
    page.press(thread + "/resolve");
    REQUIRE(page.comments().size() == 4);
    REQUIRE(page.comments()[1] == page.comments()[3]);
    page.press(thread + "/3/remove");
    REQUIRE(page.comments().size() == 3);
    CHECK(page.comments()[1].kind == CommentKind::resolved);
    CHECK(page.comments()[2].text == "还是不对");
}

TEST_CASE("a remark that is half written outlasts another one, its own key, and a dialog") {
    Reviewing page;
    page.stand_at(page.name());
    page.command("comment");
    const std::string draft = page.machine.focused();
    page.machine.change_text(draft, "写了一半");
    page.settle();
    page.command("comment");
    REQUIRE(page.machine.find(draft));
    CHECK(page.machine.find(draft)->value == "写了一半");
    page.stand_at({Field::budget_total, page.book().projects[0].id});
    page.command("shortcuts");
    page.command("comment");
    CHECK_FALSE(page.machine.find(Role::dialog, "快捷键"));
    CHECK(page.machine.find(page.machine.focused())->value.empty());
    page.stand_at(page.name());
    page.command("comment");
    CHECK(page.machine.find(draft)->value == "写了一半");
    const int wakes = page.machine.wakes();
    page.press("comment/cancel");
    CHECK(page.machine.wakes() > wakes); // Or nothing of it would be seen until the pointer moves.
    page.command("comment");
    CHECK(page.machine.find(draft)->value.empty());
}

TEST_CASE("a remark that is too long is kept, but not taken") {
    Reviewing page;
    page.stand_at(page.name());
    page.command("comment");
    std::string text;
    for (int i = 0; i < 2001; ++i)
        text += "字";
    page.machine.change_text(page.machine.focused(), text);
    page.settle();
    CHECK(page.machine.find("comment/add")->disabled);
    CHECK(page.shows(Role::status, "太长：2001 个字，最多 2000 个。"));
    page.machine.change_text(page.machine.focused(), text.substr(3));
    page.settle();
    CHECK_FALSE(page.machine.find("comment/add")->disabled);
}

TEST_CASE("a row takes its remarks along when it goes, and undo brings them back") {
    Reviewing page;
    const RowId row = page.book().projects[0].indicators[0].id;
    page.stand_at({Field::indicator_name, row});
    page.remark("重复");
    page.press("remove/" + std::to_string(row));
    CHECK(page.comments().empty());
    page.press("undo");
    CHECK(page.comments().size() == 1);
}

TEST_CASE("remarks are kept by the storage, and the home page says how many wait") {
    FakePlatform machine;
    machine.native_text_fields = true;
    {
        Session page(machine);
        page.open("heb-2021-shili.txt");
        const FieldRef at{Field::name, page.book().projects[0].id};
        page.machine.focus_by_user(page.id_of(at));
        page.settle();
        page.machine.push(platform::Command{"comment"});
        page.settle();
        page.machine.change_text(machine.focused(), "看一下");
        page.settle();
        page.press("comment/add");
        page.press("home");
        CHECK(machine.find("book/b1")->name.find("1 条批注未处理") != std::string::npos);
    }
    Session page(machine);
    page.press("book/b1");
    CHECK(page.book().comments.size() == 1);
    page.press("choice/form"); // Another form keeps them.
    for (const Node& node : machine.tree()) {
        if (node.role == Role::option && !node.selected) {
            page.press(std::string(node.id));
            break;
        }
    }
    CHECK(page.book().comments.size() == 1);
    page.press("home");
    page.press("choice/book/b1");
    page.press(std::string(machine.find(Role::option, "据此新建下一年度的表")->id));
    CHECK(page.book().comments.empty());
}

TEST_CASE("the panel has both lists, and an empty one says so") {
    Reviewing page;
    page.press("show-comments");
    CHECK(page.shows(Role::text, "还没有批注。"));
    CHECK_FALSE(page.shows(Role::list, "问题"));
    page.press("show-problems");
    CHECK(page.shows(Role::list, "问题"));
    page.press("home");
    CHECK_FALSE(app::is_possible("comment", page.state()));
}

} // namespace review_page_test
