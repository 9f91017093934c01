#include "ui/line_break.h"

#include "base/utf8.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <string>

namespace line_break_test {

using namespace jibiao;
using namespace jibiao::ui;

namespace {

/// Chinese two units wide, everything else one.
float width_of(std::string_view text) {
    float width = 0;
    for (const CodePoint& point : code_points(text))
        width += point.value >= 0x2E80 || (point.value >= 0x2010 && point.value <= 0x201F) ? 2 : 1;
    return width;
}

using Lines = std::vector<std::string_view>;
Lines lines_of(std::string_view text, float width) {
    return break_lines(text, width, width_of);
}

/// The text with a ¦ wherever it may be broken.
std::string with_breaks(std::string_view text) {
    std::string all;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
        end = unbreakable_end(text, at);
        all += text.substr(at, end - at);
        all += end < text.size() ? "¦" : "";
    }
    return all;
}

} // namespace

TEST_CASE("a text may be broken where Chromium breaks it, which tests/web/line_break.test.mjs asks") {
    std::ifstream table(JIBIAO_SOURCE_DIR "/tests/files/line_breaks.txt");
    int count = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with("# ") || line.starts_with("    "))
            continue;
        std::string text = line;
        for (std::size_t at; (at = text.find("¦")) != std::string::npos;)
            text.erase(at, std::string_view("¦").size());
        CHECK(with_breaks(text) == line);
        ++count;
    }
    CHECK(count > 40);
}

TEST_CASE("Chinese breaks between any two characters") {
    CHECK(lines_of("预算绩效目标", 4) == Lines{"预算", "绩效", "目标"});
    CHECK(lines_of("预算绩效目标", 5) == Lines{"预算", "绩效", "目标"});
    CHECK(lines_of("预算绩效目标", 99) == Lines{"预算绩效目标"});
}

TEST_CASE("no line begins with closing punctuation or ends with an opening one") {
    CHECK(lines_of("预算，绩效", 4) == Lines{"预", "算，", "绩效"});
    CHECK(lines_of("预算（绩效）", 6) == Lines{"预算", "（绩", "效）"});
    CHECK(lines_of("完成率≥100%时", 8) == Lines{"完成率", "≥100%时"});
}

TEST_CASE("words and numbers stay whole, unless one is wider than a line") {
    CHECK(lines_of("共1234.5元", 6) == Lines{"共", "1234.5", "元"});
    CHECK(lines_of("see the forms", 8) == Lines{"see the ", "forms"});
    CHECK(lines_of("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(lines_of("2021.3.1-2021.12.31", 12) == Lines{"2021.3.1-", "2021.12.31"});
}

TEST_CASE("a line end always breaks, and an empty text is one empty line") {
    CHECK(lines_of("一\n二", 99) == Lines{"一", "二"});
    CHECK(lines_of("一\n\n二\n", 99) == Lines{"一", "", "二", ""});
    CHECK(lines_of("", 9) == Lines{""});
}

TEST_CASE("blanks hang over the end of a line") {
    CHECK(lines_of("ab cd", 2) == Lines{"ab ", "cd"});
}

TEST_CASE(
    "whatever the text and the width, every byte is in one line and no line is too wide for no reason") {
    constexpr std::string_view pool[] = {"预", "算", "，", "（", "）", "a",   "1",
                                         " ",  "\n", "%",  "≥",  "𠮷", "\xFF"};
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += pool[random() % std::size(pool)];
        const auto width = static_cast<float>(random() % 12);
        CAPTURE(text);
        CAPTURE(width);
        std::string joined;
        for (const std::string_view line : lines_of(text, width))
            joined += line;
        std::string expected;
        for (const char c : text) {
            if (c != '\n')
                expected += c;
        }
        CHECK(joined == expected);
    }
}

} // namespace line_break_test
