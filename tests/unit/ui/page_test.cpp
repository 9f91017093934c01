#include "ui/page.h"

namespace page_test {
namespace {

std::size_t count(const FakePlatform& machine, Role role) {
    return static_cast<std::size_t>(std::count_if(machine.tree().begin(), machine.tree().end(),
                                                  [role](const Node& node) { return node.role == role; }));
}

std::vector<std::string> options_of(const FakePlatform& machine) {
    std::vector<std::string> names;
    for (const Node& node : machine.tree()) {
        if (node.role == Role::option)
            names.push_back(node.name);
    }
    return names;
}

} // namespace

TEST_CASE("a category can be chosen from the form's tree, by keyboard") {
    Page page;
    const FieldRef level2{Field::level2, page.row().id};
    page.machine.focus_by_user(page.id_of(level2));
    page.settle();
    CHECK(options_of(page.machine).empty());
    page.command("open-choices");
    CHECK(options_of(page.machine) == std::vector<std::string>{"数量指标", "质量指标"});
    const Node* box = page.machine.find(ui::choice_id(page.id_of(level2)));
    REQUIRE(box);
    CHECK(box->role == Role::combobox);
    CHECK(box->expanded);
    CHECK(box->value == "数量指标");
    const Node* chosen = page.machine.find(Role::option, "数量指标");
    CHECK(chosen->selected);
    CHECK(page.machine.focused() == chosen->id);
    CHECK(page.machine.find(Role::dialog, "选择指标 1 二级指标"));

    page.press(Role::option, "质量指标");
    CHECK(page.row().level2.text == "质量指标");
    CHECK(options_of(page.machine).empty());
    CHECK(page.machine.focused() == page.id_of(level2));
    CHECK(page.state.document.undo());
    CHECK(page.row().level2.text == "数量指标");
}

TEST_CASE("a finding can be left as it is for a reason, and brought back, by keyboard") {
    Page page;
    REQUIRE_FALSE(page.state.report.findings.empty());
    const check::Finding finding = page.state.report.findings.front();
    const std::size_t before = page.state.report.findings.size();
    const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
    page.press(card + "/explain");
    REQUIRE(page.field("不改的理由"));
    CHECK(page.machine.focused() == page.field("不改的理由")->id);
    CHECK(page.machine.find(card + "/leave")->disabled); // Not without a reason.
    page.machine.enter_text(card + "/reason", " 上级要求 ");
    page.settle();
    CHECK(page.field("不改的理由")->value == " 上级要求 ");
    page.press(card + "/leave");
    REQUIRE(page.book().suppressions.size() == 1);
    CHECK(page.book().suppressions[0].reason == "上级要求");
    CHECK(page.book().suppressions[0].date == page.machine.today());
    CHECK(page.state.report.findings.size() + 1 == before);
    CHECK_FALSE(page.field("不改的理由"));
    CHECK(page.state.message->offers_undo);

    const check::Finding& next = page.state.report.findings.front();
    CHECK(page.machine.focused() == "finding/" + std::string(next.rule) + "/" + page.id_of(next.at) + "/go");
    CHECK(page.machine.find("suppressed")->name == "已说明不改 1 项");
    CHECK_FALSE(page.machine.find("suppressed/0/text"));
    page.press("suppressed");
    REQUIRE(page.machine.find("suppressed/0/text"));
    CHECK(page.machine.find("suppressed/0/text")
              ->name.ends_with(finding.message + "理由：上级要求（2026-11-22）"));
    page.press("suppressed/0/restore");
    CHECK(page.book().suppressions.empty());
    CHECK(page.state.report.findings.size() == before);
    CHECK_FALSE(page.machine.find("suppressed"));
    CHECK(page.state.document.undo());
    CHECK(page.book().suppressions.size() == 1);
}

TEST_CASE("a reason that is not finished can be given up, and a blank one is refused") {
    Page page;
    const check::Finding finding = page.state.report.findings.front();
    const std::string card = "finding/" + std::string(finding.rule) + "/" + page.id_of(finding.at);
    page.press(card + "/explain");
    page.machine.enter_text(card + "/reason", "也许");
    page.settle();
    page.press(card + "/cancel");
    CHECK_FALSE(page.field("不改的理由"));
    CHECK(page.machine.focused() == card + "/explain");
    page.press(card + "/explain");
    CHECK(page.field("不改的理由")->value == "");
    page.carry_out({app::Suppress{finding, " \n"}});
    CHECK(page.book().suppressions.empty());
    CHECK(page.state.message->tone == app::Tone::failed);
}

TEST_CASE("Escape and a tap beside the list close it and change nothing") {
    Page page;
    const std::string box = ui::choice_id(page.id_of({Field::attribute, page.project().id}));
    const Book before = page.book();
    page.press(box);
    CHECK(options_of(page.machine) == std::vector<std::string>{"延续项目", "新增项目"});
    page.command("escape");
    CHECK(options_of(page.machine).empty());
    CHECK(page.machine.focused() == box);
    page.press(box);
    page.tap({4, 700, 2, 2});
    CHECK(options_of(page.machine).empty());
    CHECK(page.book() == before);
}

TEST_CASE("a tap at an option chooses it, whatever lies below it") {
    Page page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.settle();
    const std::string box = ui::choice_id(page.id_of({Field::attribute, page.project().id}));
    page.tap(page.machine.find(box)->rect);
    const Node* option = page.machine.find(Role::option, "新增项目");
    REQUIRE(option);
    CHECK(option->rect.h >= 44);
    page.tap(option->rect);
    CHECK(page.project().attribute.text == "新增项目");
}

TEST_CASE("level 2 brings its level 1 along where that is blank") {
    Page page;
    page.machine.enter_text(page.id_of({Field::level1, page.row().id}), "");
    page.settle();
    page.press(ui::choice_id(page.id_of({Field::level2, page.row().id})));
    CHECK(options_of(page.machine).size() == 3);
    page.press(Role::option, "社会效益指标");
    CHECK(page.row().level1.text == "效益指标");
    CHECK(page.row().level2.text == "社会效益指标");
    page.state.document.undo();
    CHECK(page.row().level1.empty());
}

TEST_CASE("another form can be chosen; what it does not have is said, shown and editable") {
    Page page;
    const Node* box = page.machine.find(Role::combobox, "表样");
    REQUIRE(box);
    CHECK(box->value == "示例表样");
    page.press(std::string(box->id));
    CHECK(options_of(page.machine) == std::vector<std::string>{"示例表样", "简表"});
    page.press(Role::option, "简表");
    CHECK(page.book().template_id == "bare");
    REQUIRE(page.state.message);
    // 经办人, 目录, the table, 项目属性, the goal, the phase's two, and three columns.
    CHECK(page.state.message->text == "已改用表样“简表”；10 项内容新表样没有栏目，已保留在“其他内容”");
    CHECK(page.state.message->offers_undo);

    CHECK(page.machine.find(Role::group, "其他内容（本表样没有这些栏目）"));
    for (const char* name : {"项目属性", "绩效目标 1", "阶段时间 1", "阶段计划 1", "指标 1 演出场次 一级指标",
                             "指标 1 演出场次 二级指标", "指标 1 演出场次 指标值"}) {
        CAPTURE(name);
        REQUIRE(page.field(name));
        page.machine.enter_text(page.field(name)->id, std::string("改") + name);
        page.settle();
        REQUIRE(page.field(name));
        CHECK(page.field(name)->value == std::string("改") + name);
    }
    page.carry_out({app::GoTo{{Field::target_value, page.row().id}}});
    page.settle();
    CHECK(page.machine.focused() == page.id_of({Field::target_value, page.row().id}));

    page.show(app::Page::texts);
    CHECK(page.field("经办人"));
    CHECK(page.machine.find(Role::heading, "其他内容（本表样没有这些栏目）"));
    CHECK(page.machine.find(Role::heading, "目录（本表样没有目录）"));
    CHECK(page.field("采购表 第 2 行 采购物品名称"));
}

TEST_CASE("nothing is said of other content where the form has a place for all of it") {
    Page page;
    CHECK_FALSE(page.machine.find(Role::group, "其他内容（本表样没有这些栏目）"));
}

TEST_CASE("cover and contents are fields; lines come and go") {
    Page page;
    page.show(app::Page::texts);
    REQUIRE(page.field("标题"));
    CHECK(page.field("标题")->value == "示例市文化馆绩效文本");
    CHECK(page.field("附件号"));
    REQUIRE(page.field("目录 第 1 行 页码"));
    CHECK(page.field("目录 第 1 行 页码")->value == "2");
    page.machine.enter_text(page.field("附件号")->id, "附件1：");
    page.settle();
    CHECK(page.book().attachment.text == "附件1：");
    page.press("add-contents-line");
    REQUIRE(page.book().contents.size() == 2);
    CHECK(page.machine.focused() == page.id_of({Field::contents_text, page.book().contents[1].id}));
    page.press(Role::button, "删除目录 第 1 行");
    CHECK(page.book().contents.size() == 1);
}

TEST_CASE("a table has its form's columns and groups, bold sums, and rows that come and go") {
    Page page;
    page.show(app::Page::texts);
    CHECK(page.machine.find(Role::grid, "采购表"));
    CHECK(page.machine.find(Role::columnheader, "来源 项目名称"));
    CHECK(page.machine.find(Role::columnheader, "物品名称"));
    CHECK(page.machine.find(Role::columnheader, "金额 基金预算"));
    REQUIRE(page.field("采购表 第 1 行 合计"));
    CHECK(page.field("采购表 第 1 行 合计")->value == "3.5");
    CHECK(page.field("采购表 第 1 行 合计")->style.bold);
    REQUIRE(page.field("采购表 第 2 行 数量"));
    CHECK_FALSE(page.field("采购表 第 2 行 数量")->style.bold);
    CHECK(page.field("金额单位"));

    page.machine.enter_text(page.field("采购表 第 2 行 数量")->id, "5");
    page.settle();
    const auto table = [&]() -> const Table& { return page.book().sections[0].tables[0]; };
    CHECK(table().rows[1].quantity.text == "5");
    page.press(Role::button, "采购表 增加一行");
    REQUIRE(table().rows.size() == 3);
    CHECK(page.machine.focused() == page.id_of({Field::item_label, table().rows[2].id}));
    page.press(Role::button, "删除采购表 第 1 行");
    CHECK(table().rows.size() == 2);
    CHECK(page.state.message->text == "已删除一行");
}

TEST_CASE("a wide table scrolls sideways, by finger and to the cell that is wanted") {
    Page page;
    page.machine.resize({.width = 820, .height = 1180, .scale = 1, .coarse_pointer = true});
    page.show(app::Page::texts);
    const std::string last = page.id_of({Field::fund_budget, page.book().sections[0].tables[0].rows[1].id});
    REQUIRE(page.machine.find(last));
    const float before = page.machine.find(last)->rect.x;
    CHECK(page.machine.find(last)->clip.w == 0); // Beyond the edge, and still reachable by Tab.
    const platform::Rect grid =
        page.machine.find("table/" + std::to_string(page.book().sections[0].tables[0].id) + "/grid")->clip;
    page.machine.push_input(platform::Scroll{grid.x + 20, grid.y + 20, 60, 0});
    page.settle();
    CHECK(page.machine.find(last)->rect.x == doctest::Approx(before - 60));
    page.carry_out({app::GoTo{{Field::fund_budget, page.book().sections[0].tables[0].rows[1].id}}});
    page.settle();
    CHECK(page.machine.focused() == last);
    CHECK(page.machine.find(last)->clip.w > 40);
}

TEST_CASE("keys that nothing else takes scroll the page") {
    Book book = full_book();
    for (int i = 0; i < 60; ++i)
        book.sections.edit(0).body.push_back({.id = book.new_row_id(), .text = text("一段文字。")});
    const RowId first = book.sections[0].body[0].id;
    Page page(book);
    page.show(app::Page::texts);
    const std::string id = page.id_of({Field::paragraph, first});
    const auto top = [&] { return page.machine.find(id)->rect.y; };
    const float start = top();
    const auto press = [&](const char* code, bool shift = false) {
        page.machine.push_input(platform::KeyPressed{.code = code, .down = true, .shift = shift});
        page.machine.push_input(platform::KeyPressed{.code = code, .down = false, .shift = shift});
        page.settle();
        return top();
    };
    CHECK(press("ArrowDown") == doctest::Approx(start - 60));
    CHECK(press("ArrowUp") == doctest::Approx(start));
    const float paged = press("PageDown");
    CHECK(paged < start - 300);
    CHECK(press("PageUp") == doctest::Approx(start));
    CHECK(press("Space") == doctest::Approx(paged));
    CHECK(press("Space", true) == doctest::Approx(start));
    const float end = press("End");
    CHECK(end < paged);
    CHECK(press("PageDown") == doctest::Approx(end));
    CHECK(press("KeyA") == doctest::Approx(end));
    CHECK(press("Home") == doctest::Approx(start));
}

TEST_CASE("Enter is done with a cell or a name, but for one that holds line breaks already") {
    Book book = full_book();
    book.projects.edit(0).name.text = "一行的名称";
    Page page(book);
    page.carry_out({app::GoTo{{Field::name, book.projects[0].id}}});
    page.settle();
    const auto node = [&](Field field) {
        return page.machine.find(page.id_of({field, book.projects[0].id}));
    };
    REQUIRE(node(Field::name));
    CHECK(node(Field::name)->one_line);
    CHECK(node(Field::name)->next);
    CHECK(node(Field::name)->multiline);
    REQUIRE(!book.projects[0].goals.empty());
    const auto* goal = page.machine.find(page.id_of({Field::goal, book.projects[0].goals[0].id}));
    REQUIRE(goal);
    CHECK(goal->multiline);
    CHECK_FALSE(goal->one_line);
    CHECK_FALSE(goal->next);
    page.machine.enter_text(page.id_of({Field::name, book.projects[0].id}), "第一行\n第二行");
    page.settle();
    CHECK_FALSE(node(Field::name)->one_line);
    CHECK(node(Field::name)->value == "第一行\n第二行");
}

TEST_CASE("a cell of a table far below is scrolled to") {
    Book book = full_book();
    for (int i = 0; i < 40; ++i)
        book.sections.edit(0).body.push_back({.id = book.new_row_id(), .text = text("一段文字。")});
    const RowId row = book.sections[0].tables[0].rows[1].id;
    Page page(book);
    page.show(app::Page::texts);
    for (const Field field : {Field::item_label, Field::fund_budget}) {
        page.carry_out({app::GoTo{{Field::heading, book.sections[0].id}}});
        page.settle();
        page.carry_out({app::GoTo{{field, row}}});
        page.settle();
        const Node* cell = page.machine.find(page.id_of({field, row}));
        REQUIRE(cell);
        CHECK(cell->clip.h > 20);
        CHECK(cell->clip.w > 40);
    }
}

TEST_CASE("headings and paragraphs come and go, numbered") {
    Page page;
    page.show(app::Page::texts);
    const Book before = page.book();
    page.press(Role::button, "在“一、采购”后增加标题");
    REQUIRE(page.book().sections.size() == 3);
    CHECK(page.book().sections[1].heading.text == "二、");
    CHECK(page.book().sections[2].heading.text == "三、其他");
    CHECK(page.machine.focused() == page.id_of({Field::heading, page.book().sections[1].id}));
    page.press(Role::button, "在“二、”下增加段落");
    REQUIRE(page.book().sections[1].body.size() == 1);
    CHECK(page.machine.focused() == page.id_of({Field::paragraph, page.book().sections[1].body[0].id}));
    page.press(Role::button, "删除二、 段落 1");
    CHECK(page.book().sections[1].body.empty());
    page.press(Role::button, "删除标题“一、采购”及其段落");
    CHECK(page.state.message->text == "已删除标题和它下面的 1 段文字、1 张表");
    CHECK(page.book().sections[0].heading.text == "一、");
    for (int i = 0; i < 4; ++i)
        page.press("undo");
    CHECK(page.book() == before);
}

TEST_CASE("a heading that is being emptied keeps its field") {
    Page page;
    page.show(app::Page::texts);
    const std::string heading = page.id_of({Field::heading, page.book().sections[1].id});
    page.machine.focus_by_user(heading);
    page.machine.push(platform::TextChanged{heading, "", false});
    page.settle();
    CHECK(page.book().sections[1].heading.empty());
    CHECK(page.machine.find(heading));
}

TEST_CASE("severity switches are buttons that stay pressed") {
    Page page;
    const Node* errors = page.machine.find("severity/error");
    REQUIRE(errors);
    CHECK(errors->toggle);
    CHECK(errors->pressed);
    const std::string name = errors->name;
    page.press("severity/error");
    CHECK_FALSE(page.machine.find("severity/error")->pressed);
    CHECK(page.machine.find("severity/error")->name == name);
}

TEST_CASE("what is late for the book before does not reach a row of the next one with the same id") {
    Page page;
    const FieldRef name{Field::name, page.project().id};
    const std::string late = page.id_of(name);
    page.machine.focus_by_user(late);
    page.machine.push(platform::TextChanged{late, "旧书里打的字", false});
    page.settle();
    CHECK(page.project().name.text == "旧书里打的字");
    page.carry_out({app::Apply{{"打开", {edit::ReplaceBook{full_book()}}}}});
    page.machine.push(platform::TextCommitted{late, "旧书里打的字，晚到了"}); // Before the next frame …
    page.settle();
    CHECK(page.project().name.text == "演出经费");
    page.machine.push(platform::TextChanged{late, "更晚", false}); // … and after it.
    page.settle();
    CHECK(page.project().name.text == "演出经费");
    page.state.document.undo();
    CHECK(page.project().name.text == "旧书里打的字");
    page.machine.push(platform::TextCommitted{late, "撤销以后"});
    page.settle();
    CHECK(page.project().name.text == "旧书里打的字");
}

TEST_CASE("every node has an id of its own and stands after its parent, with a list open as well") {
    Page page;
    page.show(app::Page::texts);
    page.press(std::string(page.machine.find(Role::combobox, "表样")->id));
    CHECK(count(page.machine, Role::option) == 2);
    std::vector<std::string> ids{""};
    for (const Node& node : page.machine.tree()) {
        CAPTURE(node.id);
        CHECK(std::find(ids.begin(), ids.end(), node.parent) != ids.end());
        CHECK(std::find(ids.begin(), ids.end(), node.id) == ids.end());
        ids.push_back(node.id);
    }
}

TEST_CASE("a table that is pasted into a cell is laid over the rows, as one step") {
    Page page;
    const std::string cell = page.id_of({Field::indicator_name, page.row().id});
    CHECK(page.machine.find(cell)->takes_table);
    CHECK_FALSE(page.field("项目名称")->takes_table);
    page.machine.push(platform::TablePasted{cell, {{"场次", "≥20场"}, {"人次", "≥300人次"}}, "…"});
    page.settle();
    REQUIRE(page.project().indicators.size() == 2);
    CHECK(page.row().name.text == "场次");
    CHECK(page.row().level1.text == "产出指标");
    CHECK(page.project().indicators[1].target.text == "≥300人次");
    REQUIRE(page.state.message);
    CHECK(page.state.message->text == "已粘贴：新增 1 行，改动 2 格");
    page.press("message-undo");
    CHECK(page.project().indicators.size() == 1);
    CHECK(page.row().name.text == "演出场次");
}

TEST_CASE("a pasted table that says nothing new is explained") {
    Page page;
    const std::string last = page.id_of({Field::target_value, page.row().id});
    page.machine.push(platform::TablePasted{last, {{"≥10场"}, {""}}, "…"});
    page.settle();
    CHECK(page.project().indicators.size() == 2);
    page.command("undo");
    page.machine.push(platform::TablePasted{last, {{"≥10场"}}, "…"});
    page.settle();
    CHECK(page.state.message->text == "没有变化：表格里已经是这些内容");
    CHECK_FALSE(page.state.document.can_undo());
}

TEST_CASE("a table that is pasted beside the fields is a text like any other; a late one is none's") {
    Page page;
    const std::string late = page.id_of({Field::indicator_name, page.row().id});
    page.machine.push(platform::TablePasted{"", {{"甲", "乙"}}, "  "});
    page.settle();
    CHECK(page.state.message->text.starts_with("没有粘贴：剪贴板里没有文字"));
    Book other = full_book();
    other.title.text = "另一本";
    page.state.document.apply({"打开", {edit::ReplaceBook{std::move(other)}}});
    page.machine.push(platform::TablePasted{late, {{"场次", "≥20场"}}, "…"});
    page.settle();
    CHECK(page.row().name.text == "演出场次");
}

TEST_CASE("a table is copied by its button, or the one where a person was by the keyboard") {
    Page page;
    const auto first_line = [&] {
        const std::string& text = page.machine.copied().text;
        return text.substr(0, text.find('\n'));
    };
    page.command("copy");
    CHECK(first_line() == "一级指标\t二级指标\t三级指标\t指标值");
    CHECK(page.machine.copied().text.ends_with("产出指标\t数量指标\t演出场次\t≥10场\n"));
    CHECK(page.state.message->text.starts_with("已复制表格"));
    page.show(app::Page::texts);
    page.machine.copy("", "");
    page.command("copy");
    CHECK(first_line().empty()); // no table was touched there
    const Table& table = page.book().sections[0].tables[0];
    page.press("copy-rows/" + std::to_string(table.id));
    CHECK(first_line() == "项目名称\t预算资金\t物品名称\t目录序号\t数量\t单价\t合计\t一般公共预算\t基金预算");
    page.machine.copy("", "");
    page.machine.focus_by_user(page.id_of({Field::goods, table.rows[1].id}));
    page.machine.focus_by_user("");
    page.command("copy");
    CHECK(first_line().starts_with("项目名称\t预算资金"));
    page.show(app::Page::project);
    page.press("copy-rows/" + std::to_string(page.project().id));
    CHECK(first_line().starts_with("一级指标"));
}

TEST_CASE("the book is printed, by button and by command") {
    Page page;
    page.press("print");
    page.command("print");
    REQUIRE(page.machine.printed().size() == 2);
    CHECK(page.machine.printed()[0] == page.machine.printed()[1]);
    CHECK(page.machine.printed()[0].find("<td>演出场次</td>") != std::string::npos);
    Page empty{Book{}};
    empty.show(app::Page::home);
    empty.command("print");
    CHECK(empty.machine.printed().empty());
    CHECK(empty.state.message->text.starts_with("没有可打印的内容"));
}

TEST_CASE("characters that are not drawn yet are prepared, once for each book") {
    Book book = full_book();
    book.projects.push_back({.id = book.new_row_id(), .name = text("龘项目")}); // not shown
    Page page{std::move(book)};
    const auto times = [&page](char32_t c) { return std::ranges::count(page.machine.prepared(), c); };
    CHECK(times(U'龘') > 0);
    CHECK(times(U'采') > 0); // of the texts' page
    CHECK(times(U' ') == 0);
    const std::size_t count = page.machine.prepared().size();
    page.show(app::Page::texts);
    CHECK(page.machine.prepared().size() == count);
    page.state.document.apply({"打开", {edit::ReplaceBook{full_book()}}});
    page.settle();
    CHECK(page.machine.prepared().size() > count);
}

TEST_CASE("on the smallest window every button of the bar is there, or behind 更多") {
    Page page;
    page.machine.resize({.width = 360, .height = 640, .scale = 1, .coarse_pointer = true});
    page.settle();
    for (const char* id : {"open", "save-file", "undo", "redo", "more", "choice/form"}) {
        const Node* node = page.machine.find(id);
        CAPTURE(id);
        REQUIRE(node);
        CHECK(node->rect.x + node->rect.w <= 360);
        CHECK(node->rect.h >= 44);
    }
    page.press("more");
    for (const char* id : {"shortcuts/paste", "shortcuts/save", "shortcuts/print"}) {
        REQUIRE(page.machine.find(id));
        CHECK(page.machine.find(id)->rect.h >= 44);
    }
}

} // namespace page_test
