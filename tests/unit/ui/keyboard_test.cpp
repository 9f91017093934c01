#include "ui/keyboard.h"

#include "base/text.h"
#include "ui/page.h"

#include <imgui.h>

#include <algorithm>
#include <set>

namespace keyboard_test {

using namespace jibiao;
using platform::Node;
using platform::Role;

namespace {

Template small_form() {
    Template form;
    form.id = "small";
    form.name = "简表";
    form.labels = {{"goal", "绩效目标"}};
    form.project_fields = {Field::name, Field::attribute};
    form.choices = {{"attribute", {"延续项目", "新增项目"}}};
    form.indicator_columns = {Field::indicator_name, Field::target_value};
    form.layout.contents_title = "目录";
    return form;
}

Book small_book() {
    Book book;
    book.template_id = "small";
    book.contents.push_back({.id = book.new_row_id(), .text = {.text = "一、采购"}, .page = {.text = "2"}});
    book.sections.push_back({.id = book.new_row_id(), .level = 1, .heading = {.text = "一、采购"}});
    Project& project = book.projects.push_back({.id = book.new_row_id(), .name = {.text = "演出经费"}});
    project.goals.push_back({.id = book.new_row_id(), .text = {.text = "演十场"}});
    project.indicators.push_back(
        {.id = book.new_row_id(), .name = {.text = "演出场次"}, .target = {.text = "≥10场"}});
    return book;
}

/// "Ctrl+Shift+KeyZ".
platform::KeyPressed key_of(std::string_view said) {
    platform::KeyPressed key{.code = {}, .down = true};
    for (const std::string_view part : split(said, '+')) {
        if (part == "Ctrl")
            key.ctrl = true;
        else if (part == "Shift")
            key.shift = true;
        else if (part == "Alt")
            key.alt = true;
        else
            key.code = part;
    }
    return key;
}

/// Writes down what the keyboard tells of text: "演出ni 1", "演出ni" (not composing), "done 演出ni".
class Recorder final : public ui::Keyboard {
  public:
    explicit Recorder(std::vector<std::string>& told) : told_(told) {}
    std::vector<platform::Input> feed(std::span<const platform::Input> inputs) override {
        return keyboard_->feed(inputs);
    }
    std::vector<platform::Event> take(const platform::Event& event) override {
        return record(keyboard_->take(event));
    }
    bool edit(ui::Frame& frame, const ui::EditedField& field) override {
        return keyboard_->edit(frame, field);
    }
    std::vector<platform::Event> finish(ui::Frame& frame) override {
        return record(keyboard_->finish(frame));
    }
    bool has_pending_input() const override { return keyboard_->has_pending_input(); }

  private:
    std::vector<platform::Event> record(std::vector<platform::Event> events) {
        for (const platform::Event& event : events) {
            if (const auto* changed = std::get_if<platform::TextChanged>(&event))
                told_.push_back(changed->value + (changed->composing ? " 1" : ""));
            else if (const auto* committed = std::get_if<platform::TextCommitted>(&event))
                told_.push_back("done " + committed->value);
        }
        return events;
    }

    std::vector<std::string>& told_;
    std::unique_ptr<ui::Keyboard> keyboard_ = ui::make_keyboard();
};

struct Told {
    std::vector<std::string> told; ///< In a base of its own: the keyboard writes into it from the start.
};

/// The page on a machine without text fields of its own, and a person in front of it.
struct Window : Told, page_test::Page {
    Window() : Page(small_book(), {small_form()}, std::make_unique<Recorder>(told)) {
        machine.fill_clipboard("");
        settle();
        ImGui::SetClipboardText("");
    }
    void settle() {
        for (int i = 0; i < 6 || (screen.has_pending_input() && i < 200); ++i)
            frame();
        CHECK_FALSE(screen.has_pending_input());
    }
    /// "key Tab", "text 你", "preedit ni"; "clip …" fills the clipboard.
    void push(std::string_view step) {
        const std::size_t blank = step.find(' ');
        const std::string what(step.substr(0, blank));
        const std::string rest(step.substr(std::min(step.size(), blank + 1)));
        CAPTURE(step);
        if (what == "key")
            machine.push_input(key_of(rest));
        else if (what == "text")
            machine.push_input(platform::TextTyped{rest});
        else if (what == "preedit")
            machine.push_input(platform::Preedit{rest, rest.size()});
        else if (what == "clip")
            ImGui::SetClipboardText(rest.c_str());
        else
            FAIL("no such step");
    }
    void act(std::string_view step) {
        push(step);
        settle();
    }
    /// With the caret at the end of the text, in cells as well.
    void focus(FieldRef at) {
        machine.focus_by_user(id_of(at));
        settle();
        if (node(at).takes_table)
            act("key F2");
    }
    void press(float x, float y) {
        machine.push_input(platform::PointerMoved{x, y});
        machine.push_input(platform::PointerButton{0, true});
        settle();
    }
    void release() {
        machine.push_input(platform::PointerButton{0, false});
        settle();
    }
    void click(float x, float y) {
        press(x, y);
        release();
    }
    void double_click(float x, float y) {
        machine.push_input(platform::PointerMoved{x, y});
        for (const bool down : {true, false, true, false})
            machine.push_input(platform::PointerButton{0, down});
        settle();
    }
    void show(app::Page page) {
        state.page = page;
        settle();
    }

    FieldRef title() const { return {Field::name, project().id}; }
    FieldRef goal() const { return {Field::goal, project().goals[0].id}; }
    FieldRef name() const { return {Field::indicator_name, project().indicators[0].id}; }
    FieldRef target() const { return {Field::target_value, project().indicators[0].id}; }
    FieldRef page() const { return {Field::contents_page, state.book().contents[0].id}; }
    std::string text(FieldRef at) const {
        const Node* node = machine.find(id_of(at));
        return node ? node->value : "no such node";
    }
    const std::string& focused() const { return machine.focused(); }
    const Node& node(FieldRef at) const { return *machine.find(id_of(at)); }
};

struct Behaviour {
    std::string what;
    std::vector<const char*> steps; ///< In the cell of the indicator's name, its caret at the end.
    std::string name;               ///< What it holds afterwards …
    std::string target = "≥10场";   ///< … and the cell behind it.
    bool goes_on = false;           ///< Whether that has the keyboard.
};

// The same list as for a browser in tests/web/composition.test.mjs.
const Behaviour behaviours[] = {
    {"typing is told at once", {"text 二", "text 三"}, "演出场次二三"},
    {"Enter is done and goes on", {"text 二", "key Enter", "text 三"}, "演出场次二", "三", true},
    {"so does that of the number pad", {"key NumpadEnter"}, "演出场次", "≥10场", true},
    {"Shift+Enter makes no line where there are none", {"key Shift+Enter"}, "演出场次"},
    {"Ctrl+Enter is done and stays", {"text 二", "key Ctrl+Enter", "text 三"}, "三"},
    {"Escape restores", {"text 二", "key Escape"}, "演出场次"},
    {"Escape restores what was there before Ctrl+Enter",
     {"text 二", "key Ctrl+Enter", "key Escape"},
     "演出场次"},
    {"Tab goes on", {"text 二", "key Tab", "text 三"}, "演出场次二", "三", true},
    {"Shift+Tab goes back", {"key Tab", "key Shift+Tab", "text 二"}, "二"},
    {"a preedit is no text", {"preedit ni"}, "演出场次"},
    {"a preedit and then its text", {"preedit ni", "preedit nihao", "text 你好"}, "演出场次你好"},
    {"a preedit that ends before its text comes", {"preedit ni", "preedit ", "text 你"}, "演出场次你"},
    {"a composition that is given up", {"preedit ni", "preedit "}, "演出场次"},
    {"keys of a composition do nothing",
     {"preedit ni", "key Enter", "key Tab", "key Escape", "key Backspace", "key Ctrl+KeyZ", "key ArrowLeft",
      "key Ctrl+KeyV", "key F8", "text 你"},
     "演出场次你"},
    {"Enter after a composition goes on",
     {"preedit ni", "key Enter", "text 你", "key Enter"},
     "演出场次你",
     "≥10场",
     true},
    {"a composition in place of what is selected", {"key Ctrl+KeyA", "preedit ni", "text 你"}, "你"},
    {"a composition within a text", {"key ArrowLeft", "preedit h", "text 好"}, "演出场好次"},
    {"characters beyond the first plane",
     {"key Ctrl+KeyA", "text 𠮷𠮷", "key Home", "key ArrowRight", "preedit ji", "preedit 𠮷", "text 𠮷野",
      "key Backspace", "key Backspace"},
     "𠮷𠮷"},
    {"emoji go as a whole",
     {"text 👨‍👩‍👧", "text 👍🏽", "key Backspace", "key Backspace", "key Backspace"},
     "演出场"},
    {"pasted line ends become blanks",
     {"clip 甲\r\n乙\n\n丙\n", "key Ctrl+KeyV", "text ！"},
     "演出场次甲 乙 丙！"},
    {"the cell of a spreadsheet leaves no blank",
     {"key ArrowLeft", "clip 95\r\n", "key Ctrl+KeyV", "text 份"},
     "演出场95份次"},
    {"paste while composing is a key of the composition",
     {"clip 贴", "preedit ni", "key Ctrl+KeyV", "text 你"},
     "演出场次你"},
    {"cut and paste", {"key Shift+ArrowLeft", "key Ctrl+KeyX", "key Home", "key Ctrl+KeyV"}, "次演出场"},
    {"copy leaves the text",
     {"key Ctrl+KeyA", "key Ctrl+KeyC", "key End", "key Ctrl+KeyV"},
     "演出场次演出场次"},
    {"nothing selected is not copied", {"clip 旧", "key Ctrl+KeyC", "key Ctrl+KeyV"}, "演出场次旧"},
    {"undo takes back what was typed", {"text 二", "text 三", "key Ctrl+KeyZ"}, "演出场次"},
    {"redo repeats it", {"text 二", "key Ctrl+KeyZ", "key Ctrl+Shift+KeyZ"}, "演出场次二"},
    {"redo by Ctrl+Y", {"text 二", "key Ctrl+KeyZ", "key Ctrl+KeyY"}, "演出场次二"},
    {"each composition is a step",
     {"preedit ni", "text 你", "preedit hao", "text 好", "key Ctrl+KeyZ"},
     "演出场次你"},
    {"undo of a paste",
     {"clip 贴上", "key Ctrl+KeyV", "text 字", "key Ctrl+KeyZ", "key Ctrl+KeyZ"},
     "演出场次"},
    {"what is committed the program takes back", {"text 二", "key Ctrl+Enter", "key Ctrl+KeyZ"}, "演出场次"},
    {"undo reaches over fields", {"text 二", "key Tab", "key Ctrl+KeyZ"}, "演出场次", "≥10场", true},
    {"undo goes from field to field",
     {"text 二", "key Tab", "text 三", "key Ctrl+KeyZ", "key Ctrl+KeyZ"},
     "演出场次",
     "≥10场",
     true},
    {"Backspace and Delete", {"key Backspace", "key Home", "key Delete"}, "出场"},
    {"words are erased by Ctrl", {"text  95", "key Ctrl+Backspace", "key Ctrl+Backspace"}, ""},
    {"Escape and then a letter: it replaces the text", {"key Escape", "text 二"}, "二"},
    {"arrows move in the text", {"key ArrowLeft", "text 二"}, "演出场二次"},
    {"at rest they move among the cells",
     {"key Escape", "key ArrowRight", "text 三"},
     "演出场次",
     "三",
     true},
    {"and do so while the text is replaced",
     {"key Escape", "text 二", "key ArrowRight"},
     "二",
     "≥10场",
     true},
    {"Delete at rest clears the cell", {"key Escape", "key Delete"}, ""},
    {"cutting at rest as well", {"key Escape", "key Ctrl+KeyX"}, ""},
    {"keys beside their letters do nothing", {"key KeyA", "text a", "key Space", "text  "}, "演出场次a "},
};

} // namespace

TEST_CASE("a cell is edited as in a browser") {
    for (const Behaviour& each : behaviours) {
        CAPTURE(each.what);
        for (const bool at_once : {false, true}) {
            CAPTURE(at_once);
            Window window;
            window.focus(window.name());
            for (const char* step : each.steps) {
                window.push(step);
                if (!at_once || std::string_view(step).starts_with("clip"))
                    window.settle();
            }
            window.settle();
            CHECK(window.text(window.name()) == each.name);
            CHECK(window.text(window.target()) == each.target);
            CHECK(window.focused() == window.id_of(each.goes_on ? window.target() : window.name()));
        }
    }
}

TEST_CASE("the program hears of text what a browser tells it") {
    struct Telling {
        std::vector<const char*> steps;
        std::vector<std::string> told;
    };
    const Telling tellings[] = {
        {{"text 二", "key Enter"}, {"场二", "done 场二"}},
        {{"key Tab"}, {}}, // Nothing was typed.
        {{"text 二", "key Tab"}, {"场二", "done 场二"}},
        {{"preedit ni", "key Tab", "key Enter", "text 你"}, {"场ni 1", "场你"}},
        {{"preedit n", "preedit ni", "preedit "}, {"场n 1", "场ni 1", "场"}},
        {{"preedit ni", "preedit ", "text 你"}, {"场ni 1", "场", "场你"}},
        {{"text 二", "key Escape"}, {"场二", "done 场"}},
        {{"text 二", "key Ctrl+Enter", "key Ctrl+Enter"}, {"场二", "done 场二", "done 场二"}},
        {{"text 二", "key Ctrl+KeyZ"}, {"场二", "场"}},
    };
    for (const Telling& each : tellings) {
        CAPTURE(each.steps.front());
        Window window;
        window.carry_out({app::SetCell{window.name(), "场", true}});
        window.settle();
        window.focus(window.name());
        for (const char* step : each.steps)
            window.act(step);
        CHECK(window.told == each.told);
    }
    Window window;
    window.focus(window.name());
    window.act("preedit ni");
    window.machine.focus_by_user("");
    window.settle();
    CHECK(window.told == std::vector<std::string>{"演出场次ni 1", "演出场次ni", "done 演出场次ni"});
}

TEST_CASE("a composition that is left becomes text, and the next field is free of it") {
    Window window;
    window.focus(window.name());
    window.act("preedit ni");
    CHECK(window.machine.caret().node == window.id_of(window.name()));
    const platform::Rect& next = window.node(window.target()).rect;
    window.click(next.x + next.w - 5, next.y + next.h / 2);
    CHECK(window.focused() == window.id_of(window.target()));
    CHECK(window.text(window.name()) == "演出场次ni");
    CHECK(window.machine.caret().node == window.id_of(window.target()));
    window.act("preedit h");
    window.act("text 好");
    CHECK(window.text(window.target()) == "好"); // A cell is taken whole.
    for (int i = 0; i < 2; ++i)
        window.act("key Ctrl+KeyZ");
    CHECK(window.text(window.name()) == "演出场次");
}

TEST_CASE("a window that loses the keyboard commits, and goes on where it was") {
    Window window;
    window.focus(window.name());
    window.act("key Home");
    window.act("text 甲");
    const std::string node = window.focused();
    window.machine.push(platform::Blurred{node});
    window.settle();
    CHECK(window.machine.caret().node == "");
    window.act("text 没有人听");
    window.machine.push(platform::Focused{node});
    window.settle();
    window.act("text 乙");
    CHECK(window.text(window.name()) == "甲乙演出场次");
}

TEST_CASE("a field of several lines has them, and Ctrl+Enter is done with it") {
    Window window;
    window.focus(window.goal());
    for (const char* step : {"key Enter", "text 第二行", "key Shift+Enter", "clip 三\r\n四"})
        window.act(step);
    window.act("key Ctrl+KeyV");
    CHECK(window.text(window.goal()) == "演十场\n第二行\n三\n四");
    window.act("key Ctrl+Enter");
    CHECK(window.focused() == window.id_of(window.goal()));
    window.act("key Ctrl+Home");
    window.act("text 共");
    CHECK(window.text(window.goal()) == "共演十场\n第二行\n三\n四");
}

TEST_CASE("a field of one line is selected by Tab, scrolls, and joins what is pasted") {
    Window window;
    window.show(app::Page::texts);
    window.focus({Field::contents_text, window.state.book().contents[0].id});
    window.act("key Tab");
    CHECK(window.focused() == window.id_of(window.page()));
    window.act("text 3");
    CHECK(window.text(window.page()) == "3");
    window.act("clip 4\n5");
    window.act("key Ctrl+KeyV");
    CHECK(window.text(window.page()) == "34 5");
    window.act("text 12345678901234567890");
    const platform::Rect field = window.node(window.page()).rect;
    const auto caret = [&] { return window.machine.caret().rect; };
    CHECK(caret().x > field.x + field.w / 2);
    CHECK(caret().x + caret().w <= field.x + field.w);
    window.act("key Home");
    CHECK(caret().x < field.x + field.w / 4);
    window.act("key ArrowDown");
    window.act("text 0");
    CHECK(window.text(window.page()) == "34 5123456789012345678900");
}

TEST_CASE("lines break where they do at rest, and the caret goes up and down in them") {
    Window window;
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "一二三，四五（六）七 95% good";
    window.carry_out({app::SetCell{window.goal(), text, true}});
    window.settle();
    const platform::Rect rest = window.node(window.goal()).rect;
    window.focus(window.goal());
    const platform::Rect field = window.node(window.goal()).rect;
    CHECK(field.h == rest.h);
    const platform::TextStyle style = window.node(window.goal()).style;
    const auto caret = [&] { return window.machine.caret().rect; };
    // At the end: in the last of the lines that the height has room for.
    CHECK(caret().y == doctest::Approx(field.y + field.h - style.pad_y - style.line_height));
    const float x = caret().x;
    window.act("key ArrowUp");
    CHECK(caret().y == doctest::Approx(field.y + field.h - style.pad_y - 2 * style.line_height));
    CHECK(caret().x == doctest::Approx(x).epsilon(0.02));
    window.act("key Home");
    CHECK(caret().x == doctest::Approx(field.x + style.pad_x));
    const float line = caret().y;
    window.act("key End");
    CHECK(caret().y == line); // Not at the beginning of the next line, though it is the same place.
    CHECK(caret().x > field.x + field.w / 2);
    window.act("key ArrowRight");
    CHECK(caret().y == doctest::Approx(line + style.line_height));
    window.act("key Shift+ArrowDown");
    window.act("key Delete");
    CHECK(window.text(window.goal()).size() < text.size());
    window.act("key Ctrl+KeyZ");
    CHECK(window.text(window.goal()) == text);
}

TEST_CASE("a preedit is drawn at the caret, and the window of the input method follows") {
    Window window;
    window.machine.resize(
        {.width = 1600, .height = 1000, .scale = 1.25f, .coarse_pointer = false, .insets = {}});
    window.settle();
    window.focus(window.name());
    const auto letters = [] { return ImGui::GetDrawData()->TotalVtxCount; };
    const auto caret = window.machine.caret();
    CHECK(caret.node == window.id_of(window.name()));
    const platform::Rect field = window.node(window.name()).rect;
    CHECK(caret.rect.x > field.x);
    CHECK(caret.rect.x < field.x + field.w);
    CHECK(caret.rect.y >= field.y);
    const int before = letters();
    window.act("preedit 你");
    // A character and its line.
    CHECK(letters() >= before + 8);
    const float size = window.node(window.name()).style.font_size;
    CHECK(window.machine.caret().rect.x == doctest::Approx(caret.rect.x + size));
    window.act("preedit ");
    CHECK(window.machine.caret().rect.x == doctest::Approx(caret.rect.x));
    window.machine.push_input(platform::Preedit{"你好", 3});
    window.settle();
    CHECK(window.machine.caret().rect.x == doctest::Approx(caret.rect.x + size));
    window.machine.focus_by_user("");
    window.settle();
    CHECK(window.machine.caret().node == "");
}

TEST_CASE("the pointer sets the caret, selects by dragging and words by two clicks") {
    Window window;
    window.carry_out({app::SetCell{window.goal(), "一二三四，五六七八", true}});
    window.settle();
    const platform::Rect field = window.node(window.goal()).rect;
    const platform::TextStyle style = window.node(window.goal()).style;
    const auto at = [&](float character) { return field.x + style.pad_x + character * style.font_size; };
    const float y = field.y + field.h / 2;
    window.click(at(2), y);
    CHECK(window.focused() == window.id_of(window.goal()));
    window.act("text A");
    CHECK(window.text(window.goal()) == "一二A三四，五六七八");
    window.act("key Ctrl+KeyZ");
    // Dragging, from a field that has not had the keyboard.
    window.focus(window.name());
    window.press(at(1), y);
    window.machine.push_input(platform::PointerMoved{at(3), y});
    window.settle();
    window.release();
    window.act("text B");
    CHECK(window.text(window.goal()) == "一B四，五六七八");
    window.act("key Ctrl+KeyZ");
    window.double_click(at(6.5f), y);
    window.act("text C");
    CHECK(window.text(window.goal()) == "一二三四，C");
    window.click(field.x + field.w / 2, field.y - 2);
    CHECK(window.focused() == "");
    CHECK(window.machine.caret().node == "");
    window.act("key Ctrl+KeyZ");
    CHECK(window.text(window.goal()) == "一二三四，五六七八");
}

TEST_CASE("clicks and keys that come together keep their order") {
    Window window;
    window.focus(window.name());
    const platform::Rect next = window.node(window.target()).rect;
    window.push("text 前");
    window.machine.push_input(platform::PointerMoved{next.x + next.w - 5, next.y + next.h / 2});
    window.machine.push_input(platform::PointerButton{0, true});
    window.machine.push_input(platform::PointerButton{0, false});
    window.push("text 后");
    window.settle();
    CHECK(window.text(window.name()) == "演出场次前");
    CHECK(window.text(window.target()) == "后");
}

TEST_CASE("every button and field is reached by Tab, and Space and Enter press it") {
    Window window;
    std::set<std::string> wanted;
    for (const Node& node : window.machine.tree()) {
        if (!node.disabled &&
            (node.role == Role::button || node.role == Role::textbox || node.role == Role::combobox))
            wanted.insert(node.id);
    }
    REQUIRE(wanted.size() > 10);
    std::set<std::string>
        reached; // Until it comes round. Some are there only for the field with the keyboard.
    do
        window.act("key Tab");
    while (reached.insert(window.focused()).second);
    CHECK(std::ranges::includes(reached, wanted));
    window.act("key Tab");
    const std::string first = window.focused();
    window.act("key Shift+Tab");
    window.act("key Tab");
    CHECK(window.focused() == first);

    const Node* add = window.machine.find(Role::button, "＋ 增加目标");
    REQUIRE(add);
    const std::string id = add->id;
    for (const char* key : {"key Space", "key Enter"}) {
        const std::size_t goals = window.project().goals.size();
        window.machine.focus(id);
        window.settle();
        window.act(key);
        CHECK(window.project().goals.size() == goals + 1);
    }
}

TEST_CASE("the keyboard goes to what stood behind what has gone") {
    Window window;
    const FieldRef goal = window.goal();
    window.focus(goal);
    window.act("key Tab");
    const std::string remove = window.focused();
    REQUIRE(window.machine.find(remove)->role == Role::button);
    window.act("key Tab");
    const std::string after = window.focused();
    window.act("key Shift+Tab");
    window.act("key Enter");
    REQUIRE(window.project().goals.empty());
    CHECK(window.focused() == after);
}

TEST_CASE("a list of choices is opened, walked and chosen from by keys alone") {
    Window window;
    const FieldRef at{Field::attribute, window.project().id};
    window.focus(at);
    window.act("text 半句");
    window.act("key Alt+ArrowDown");
    const Node* option = window.machine.find(Role::option, "新增项目");
    REQUIRE(option);
    window.act("key ArrowUp");
    window.act("key ArrowDown");
    CHECK(window.focused() == window.machine.find(Role::option, "新增项目")->id);
    window.act("key Enter");
    CHECK(window.text(at) == "新增项目");
    CHECK(window.focused() == window.id_of(at));
    window.act("key Tab");
    window.act("key ArrowDown");
    REQUIRE(window.machine.find(Role::option, "新增项目"));
    window.act("key Escape");
    CHECK_FALSE(window.machine.find(Role::option, "新增项目"));
}

TEST_CASE("commands are heard in and outside of text, and saving commits first") {
    Window window;
    window.focus(window.name());
    window.act("text 二");
    window.act("key Ctrl+KeyS");
    CHECK(window.machine.saved_files().size() == 1);
    window.act("key Ctrl+KeyZ");
    CHECK(window.text(window.name()) == "演出场次");
    window.machine.focus_by_user("");
    window.act("key Ctrl+KeyY");
    CHECK(window.text(window.name()) == "演出场次二");
    window.act("key Ctrl+KeyO");
    CHECK(window.machine.open_requests() == 1);
    window.act("key Ctrl+Alt+KeyO");
    window.act("key KeyO");
    CHECK(window.machine.open_requests() == 1);
}

TEST_CASE("keys that nothing else takes scroll the page") {
    Window window;
    window.machine.resize({.width = 1280, .height = 300, .scale = 1, .coarse_pointer = false, .insets = {}});
    window.settle();
    const float before = window.node(window.target()).rect.y;
    window.act("key PageDown");
    CHECK(window.node(window.target()).rect.y < before);
    window.act("key Home");
    CHECK(window.node(window.target()).rect.y == before);
}

TEST_CASE("a field that was scrolled away is shown again when somebody types") {
    Window window;
    window.machine.resize({.width = 1280, .height = 300, .scale = 1, .coarse_pointer = false, .insets = {}});
    window.settle();
    window.focus(window.target());
    REQUIRE(window.node(window.target()).clip.h > 0);
    window.machine.push_input(platform::Scroll{640, 150, 0, -5000});
    window.settle();
    REQUIRE(window.node(window.target()).clip.h == 0);
    window.act("text 见");
    CHECK(window.text(window.target()) == "≥10场见");
    CHECK(window.node(window.target()).clip.h > 0);
}

} // namespace keyboard_test
