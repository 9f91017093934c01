#include "app/palette.h"

#include "io/template_json.h"
#include "platform/fake/fake_platform.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace palette_test {

using namespace jibiao;
using app::PaletteKind;

namespace {

const platform::Later& later() {
    static const platform::FakePlatform machine;
    return *machine.later();
}

const app::Knowledge& knowledge() {
    static const app::Knowledge known{io::load_embedded_templates(), io::load_embedded_profile("national")};
    return known;
}

app::State with_book() {
    app::State state;
    Book book;
    book.template_id = "heb-2021";
    for (const char* name : {"演出经费", "科普讲座", ""})
        book.projects.push_back({.id = book.new_row_id()}).name.text = name;
    book.sections.push_back({.id = book.new_row_id()}).heading.text = "一、总体绩效目标";
    state.document.apply({"打开", {edit::ReplaceBook{std::move(book)}}});
    state.page = app::Page::texts;
    state.books.open = "b1";
    state.books.all = {{"b1", {.title = "本年"}}, {"b2", {.title = "上年绩效文本"}}};
    return state;
}

const Pinyin& pinyin() {
    static const Pinyin table(
        "da 打\nyin 印\nyan 演\nchu 出\njing 经\nfei 费\nke 科\npu 普\nbiao 表\nyang 样\n"
        "chong 重\nzhong 重\nfu 复\n");
    return table;
}

std::vector<app::PaletteEntry> found(std::string_view typed, const app::State& state = with_book(),
                                     const Pinyin& readings = pinyin()) {
    return app::find_in_palette(later(), app::palette_entries(later(), state, knowledge(), {}), readings,
                                typed);
}

bool holds(const std::vector<app::PaletteEntry>& entries, PaletteKind kind, std::string_view id) {
    return std::ranges::any_of(
        entries, [&](const app::PaletteEntry& entry) { return entry.kind == kind && entry.id == id; });
}

} // namespace

TEST_CASE("a command is found by Chinese, pinyin, initials and English, the best first") {
    for (const char* typed : {"打印", "dayin", "dy", "Print", "打 print"}) {
        const auto entries = found(typed);
        CAPTURE(typed);
        REQUIRE_FALSE(entries.empty());
        CHECK(entries.front().id == "print");
    }
    CHECK(found("打印", with_book(), Pinyin()).front().id == "print");
    CHECK(found("没有这样的词").empty());
}

TEST_CASE("projects are found by name and number, sections, forms, books and rules by name") {
    const app::State state = with_book();
    const auto first = [&state](std::string_view typed) { return found(typed, state).front(); };
    const auto project = std::to_string(state.book().projects[1].id);
    for (const char* typed : {"科普", "kp", "项目 2", "项目2"}) {
        CAPTURE(typed);
        CHECK(holds(found(typed, state), PaletteKind::project, project));
    }
    CHECK(first("科普").words == "项目 2：科普讲座");
    CHECK(first("总体绩效").kind == PaletteKind::section);
    CHECK(first("上年绩效文本").words == "打开：上年绩效文本");
    CHECK(first("表样 贵州").id == "gz-2024");
    CHECK(first("新建 贵州").kind == PaletteKind::new_book);
    const check::Rule& rule = *check::rules().front();
    CHECK(holds(found(rule.title, state), PaletteKind::rule, rule.id));
    CHECK(holds(found(rule.title_en, state), PaletteKind::rule, rule.id));
}

TEST_CASE("what is not possible or open already is not found") {
    const auto all = found("", with_book());
    CHECK(holds(all, PaletteKind::command, "redo"));
    CHECK_FALSE(holds(found("重做"), PaletteKind::command, "redo"));
    CHECK_FALSE(holds(found("打开"), PaletteKind::book, "b1"));
    CHECK(holds(found("打开"), PaletteKind::book, "b2"));
    CHECK_FALSE(holds(found("表样"), PaletteKind::form, "heb-2021"));
    CHECK_FALSE(holds(found("项目", app::State()), PaletteKind::project, "1"));
    CHECK(found("表样", app::State()).empty()); // There is nothing to change to without a book.
}

TEST_CASE("with nothing typed commands are listed, possible ones first, those used last before them") {
    std::vector<std::string> recent;
    app::remember_recent(later(), recent, "print");
    app::remember_recent(later(), recent, "find");
    const std::string kept = app::remember_recent(later(), recent, "print");
    CHECK(app::read_recent(later(), kept) == std::vector<std::string>{"print", "find"});
    for (const char* more : {"open", "paste", "save", "home", "copy"})
        app::remember_recent(later(), recent, more);
    CHECK(recent.size() == app::most_recent);
    CHECK(recent.front() == "copy");

    const app::State state = with_book();
    const auto all = app::find_in_palette(
        later(), app::palette_entries(later(), state, knowledge(), {"print", "find", "unknown"}), pinyin(),
        "");
    CHECK(all[0].id == "print");
    CHECK(all[1].id == "find");
    CHECK(all[2].id == "home");
    CHECK(std::ranges::is_partitioned(all, [](const app::PaletteEntry& entry) { return entry.possible; }));
    CHECK(std::ranges::count(all, "print", &app::PaletteEntry::id) == 1);
    CHECK(std::ranges::all_of(
        all, [](const app::PaletteEntry& entry) { return entry.kind == PaletteKind::command; }));
}

} // namespace palette_test
