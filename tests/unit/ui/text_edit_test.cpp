#include "ui/widgets/text_edit.h"

#include "base/utf8.h"

#include <doctest/doctest.h>

namespace text_edit_test {

using namespace jibiao;
using ui::TextEdit;
using ui::TextLines;
using ui::TextRange;

namespace {

/// With "|" at the caret and "[" at the other end of the selection.
std::string drawn(const TextEdit& edit) {
    const TextRange range = edit.selection();
    std::string text = edit.text();
    const bool at_end = edit.caret() == range.to;
    text.insert(range.to, at_end ? "|" : "[");
    if (range.from != range.to)
        text.insert(range.from, at_end ? "[" : "|");
    return text;
}

/// Every place of a caret, from the left and from the right.
std::string parted(std::string_view text) {
    std::string there;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = ui::next_character(text, at);
        CHECK(ui::previous_character(text, next) == at);
        there += std::string(text.substr(at, next - at)) + "/";
        at = next;
    }
    return there;
}

float ten_each(std::string_view part) {
    return 10 * static_cast<float>(count_code_points(part));
}

} // namespace

TEST_CASE("the caret never stands inside of a character") {
    CHECK(parted("a𠮷b") == "a/𠮷/b/");
    CHECK(parted("好👨‍👩‍👧👍🏽了") == "好/👨‍👩‍👧/👍🏽/了/");
    CHECK(parted("🇨🇳🇫🇷") == "🇨🇳/🇫🇷/");
    CHECK(parted("❤️葛󠄀e\u0301") == "❤️/葛󠄀/e\u0301/");
    CHECK(ui::next_character("a", 1) == 1);
    CHECK(ui::previous_character("a", 0) == 0);
    TextEdit edit("𠮷");
    edit.place(2);
    CHECK(edit.caret() == 0);
}

TEST_CASE("a word is what a double click selects") {
    const std::string_view text = "完成率 ≥95%，good_1 件\n下一行";
    const auto word = [text](std::string_view at) {
        const TextRange range = ui::word_at(text, text.find(at));
        return text.substr(range.from, range.to - range.from);
    };
    CHECK(word("成") == "完成率");
    CHECK(word(" ≥") == " ");
    CHECK(word("5%") == "95");
    CHECK(word("%，") == "%，");
    CHECK(word("d_1") == "good_1");
    CHECK(word("\n下") == "件");
    CHECK(ui::word_at("", 0) == TextRange{});
    CHECK(ui::word_at("字", 3) == TextRange{0, 3});
}

TEST_CASE("typing, erasing and moving") {
    TextEdit edit("甲乙丙");
    edit.type("丁");
    CHECK(drawn(edit) == "甲乙丙丁|");
    edit.step(-1, false, false);
    edit.erase(-1, false);
    CHECK(drawn(edit) == "甲乙|丁");
    edit.erase(1, false);
    edit.erase(1, false);
    CHECK(drawn(edit) == "甲乙|");
    edit.step(-1, false, true);
    CHECK(drawn(edit) == "甲|乙[");
    edit.type("换");
    CHECK(drawn(edit) == "甲换|");
    edit.select({0, 3});
    edit.step(1, false, false);
    CHECK(drawn(edit) == "甲|换");
    edit.erase(-1, false);
    edit.erase(-1, false);
    CHECK(drawn(edit) == "|换");
}

TEST_CASE("words are stepped over and erased as a whole") {
    TextEdit edit("完成 95%，合格");
    edit.step(-1, true, false);
    CHECK(drawn(edit) == "完成 95%，|合格");
    edit.erase(-1, true);
    CHECK(drawn(edit) == "完成 95|合格");
    edit.place(0);
    edit.step(1, true, true);
    CHECK(drawn(edit) == "[完成 |95合格");
    edit.erase(1, true);
    CHECK(drawn(edit) == "|95合格");
    edit.erase(1, true);
    CHECK(drawn(edit) == "|");
}

TEST_CASE("undo goes back by whole steps and redo forth again") {
    TextEdit edit("");
    edit.type("绩");
    edit.type("效");
    edit.insert("粘贴");
    edit.type("后");
    edit.erase(-1, false);
    edit.erase(-1, false);
    CHECK(edit.text() == "绩效粘");
    for (const char* before : {"绩效粘贴后", "绩效粘贴", "绩效", ""}) {
        REQUIRE(edit.undo());
        CHECK(edit.text() == before);
    }
    CHECK_FALSE(edit.undo());
    for (const char* after : {"绩效", "绩效粘贴", "绩效粘贴后", "绩效粘"})
        CHECK((edit.redo() && edit.text() == after));
    CHECK_FALSE(edit.redo());
    edit.undo();
    edit.type("新");
    CHECK_FALSE(edit.redo());
    edit.forget();
    CHECK_FALSE(edit.undo());
}

TEST_CASE("letters after the caret has moved are a step of their own") {
    TextEdit edit("");
    edit.type("ab");
    edit.step(-1, false, false);
    edit.type("c");
    edit.undo();
    CHECK(drawn(edit) == "a|b");
}

TEST_CASE("a preedit is shown and is no text") {
    TextEdit edit("甲乙");
    edit.step(-1, false, true);
    edit.compose("ni", 1);
    CHECK(edit.is_composing());
    CHECK(edit.text() == "甲乙");
    CHECK(edit.shown() == "甲ni");
    CHECK(edit.shown_preedit() == TextRange{3, 5});
    CHECK(edit.shown_caret() == 4);
    edit.compose("", 0);
    CHECK(edit.shown() == "甲乙");
    edit.compose("ni", 99);
    CHECK(edit.shown_caret() == 5);
    edit.insert("你");
    CHECK_FALSE(edit.is_composing());
    CHECK(drawn(edit) == "甲你|");
    edit.undo();
    CHECK(edit.text() == "甲乙");
    edit.compose("hao", 3);
    edit.keep_preedit();
    CHECK(edit.text() == "甲hao");
}

TEST_CASE("another text keeps the caret where it can, never inside of a character") {
    TextEdit edit("abc");
    edit.place(1);
    edit.rewrite("𠮷");
    CHECK(drawn(edit) == "|𠮷");
    CHECK_FALSE(edit.undo());
    edit.place(4);
    edit.rewrite("a");
    CHECK(drawn(edit) == "a|");
}

TEST_CASE("a broken line has an end and the next one a beginning at the same place") {
    const std::string text = "一二三四五\n\n六";
    const TextLines lines(text, ui::break_lines(text, 30, ten_each));
    REQUIRE(lines.count() == 4);
    CHECK(lines[1] == "四五");
    CHECK(lines.line_of(0, false) == 0);
    CHECK(lines.line_of(9, false) == 1);
    CHECK(lines.line_of(9, true) == 0);
    CHECK(lines.line_of(15, true) == 1);
    CHECK(lines.line_of(16, true) == 2);
    CHECK(lines.line_of(16, false) == 2);
    CHECK(lines.line_of(text.size(), false) == 3);
    CHECK(lines.begin(3) == 17);
    CHECK(lines.end(1) == 15);
    CHECK(lines.place_at(0, -5, ten_each) == 0);
    CHECK(lines.place_at(0, 14, ten_each) == 3);
    CHECK(lines.place_at(0, 16, ten_each) == 6);
    CHECK(lines.place_at(0, 99, ten_each) == 9);
    CHECK(lines.place_at(2, 99, ten_each) == 16);
}

} // namespace text_edit_test
