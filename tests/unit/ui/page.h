#pragma once
#include "ui/keyboard.h"
#include "ui/screen.h"
#include "ui/widgets/widgets.h"

#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

/// For tests of the page: two invented forms, a book, and a person in front of the page.
namespace page_test {

using namespace jibiao;
using platform::FakePlatform;
using platform::Node;
using platform::Role;

/// A form with everything that a form can have but a plan.
inline Template full_form() {
    Template form;
    form.id = "full";
    form.name = "示例表样";
    form.labels = {{"goal", "绩效目标"}, {"phase_period", "阶段"}, {"phase_text", "实施计划"}};
    form.project_fields = {Field::name, Field::attribute};
    form.indicator_columns = {Field::level1, Field::level2, Field::indicator_name, Field::target_value};
    form.cover_fields = {Field::attachment, Field::handler};
    form.choices = {{"attribute", {"延续项目", "新增项目"}}};
    form.levels = {{"产出指标", {}, {{"数量指标", {}}, {"质量指标", {}}}, false},
                   {"效益指标", {}, {{"社会效益指标", {}}}, false}};
    form.tables = {{.id = "goods",
                    .captions = {"采购表"},
                    .columns = {{Field::item_label, "项目名称", "来源"},
                                {Field::source_budget, "预算资金", "来源"},
                                {Field::goods, "物品名称", ""},
                                {Field::catalogue_code, "目录序号", ""},
                                {Field::quantity, "数量", ""},
                                {Field::price, "单价", ""},
                                {Field::amount, "合计", "金额"},
                                {Field::general_budget, "一般公共预算", "金额"},
                                {Field::fund_budget, "基金预算", "金额"}},
                    .head = {"单位：{money_unit}"},
                    .sum_words = {"合计"}}};
    form.layout.contents_title = "目录";
    return form;
}
/// Hardly anything.
inline Template bare_form() {
    Template form;
    form.id = "bare";
    form.name = "简表";
    form.project_fields = {Field::name};
    form.indicator_columns = {Field::indicator_name};
    return form;
}

inline Cell text(const char* said) {
    return {.text = said};
}

inline Book full_book() {
    Book book;
    book.template_id = "full";
    book.title = text("示例市文化馆绩效文本");
    book.handler = text("张三");
    book.contents.push_back({.id = book.new_row_id(), .text = text("一、采购"), .page = text("2")});
    Section& first =
        book.sections.push_back({.id = book.new_row_id(), .level = 1, .heading = text("一、采购")});
    first.body.push_back({.id = book.new_row_id(), .text = text("采购说明。")});
    Table& table =
        first.tables.push_back({.id = book.new_row_id(), .form = "goods", .caption = text("采购表")});
    table.rows.push_back({.id = book.new_row_id(), .label = text("合　计"), .amount = text("3.5")});
    table.rows.push_back({.id = book.new_row_id(), .goods = text("打印机"), .quantity = text("2")});
    book.sections.push_back({.id = book.new_row_id(), .level = 1, .heading = text("二、其他")});
    Project& project = book.projects.push_back({.id = book.new_row_id(), .name = text("演出经费")});
    project.attribute = text("延续项目");
    project.goals.push_back({.id = book.new_row_id(), .text = text("演十场")});
    project.phases.push_back({.id = book.new_row_id(), .period = text("1月"), .text = text("准备")});
    project.indicators.push_back({.id = book.new_row_id(),
                                  .level1 = text("产出指标"),
                                  .level2 = text("数量指标"),
                                  .name = text("演出场次"),
                                  .target = text("≥10场")});
    return book;
}

/// The page with two invented forms, and a person in front of it.
struct Page {
    const bool has_own_keyboard;
    FakePlatform machine;
    app::Knowledge knowledge;
    app::State state;
    ui::Screen screen;

    /// With a `keyboard` the machine has no text fields of its own.
    explicit Page(Book book = full_book(), std::vector<Template> forms = {full_form(), bare_form()},
                  std::unique_ptr<ui::Keyboard> keyboard = nullptr)
        : has_own_keyboard(keyboard != nullptr), knowledge{Templates(std::move(forms)), {}},
          screen(machine, std::move(keyboard)) {
        machine.native_text_fields = !has_own_keyboard;
        state.loading = false;
        app::start_book(state, std::move(book), knowledge, machine);
        settle();
    }
    void settle() {
        for (int i = 0; i < 6; ++i)
            frame();
    }
    void frame() {
        for (const platform::Event& event : machine.poll()) {
            carry_out(screen.take(event, state));
            app::take(state, event, knowledge, machine);
        }
        app::settle(state, knowledge, machine);
        screen.follow(state);
        screen.feed(machine.poll_input());
        carry_out(screen.draw(state, knowledge, 0.016f));
        app::settle(state, knowledge, machine);
        screen.follow(state);
    }
    void carry_out(const std::vector<app::Action>& actions) {
        for (const app::Action& action : actions)
            app::update(state, action, knowledge, machine);
    }
    void show(app::Page page) {
        state.page = page;
        settle();
    }
    void press(const std::string& node) {
        CAPTURE(node);
        REQUIRE(machine.find(node));
        machine.push(platform::Activated{node});
        settle();
    }
    void press(Role role, std::string_view name) {
        const Node* node = machine.find(role, name);
        CAPTURE(name);
        REQUIRE(node);
        press(std::string(node->id));
    }
    void command(const char* name) {
        machine.push(platform::Command{name});
        settle();
    }
    void tap(const platform::Rect& rect) {
        for (const bool down : {true, false}) {
            machine.push_input(platform::PointerMoved{rect.x + rect.w / 2, rect.y + rect.h / 2, true});
            machine.push_input(platform::PointerButton{0, down, true});
            settle();
        }
    }
    std::string id_of(FieldRef at) const { return ui::node_id(at, state.document.generation()); }
    const Node* field(std::string_view name) const { return machine.find(Role::textbox, name); }
    const Book& book() const { return state.book(); }
    const Project& project() const { return book().projects[0]; }
    const Indicator& row() const { return project().indicators[0]; }
};

} // namespace page_test
