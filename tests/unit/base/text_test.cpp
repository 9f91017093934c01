#include "base/text.h"

#include <doctest/doctest.h>

namespace text_test {

using namespace jibiao;

TEST_CASE("trim removes every kind of blank at both ends, and none inside") {
    CHECK(trim(" \t　绩 效\u00A0\r\n") == "绩 效");
    CHECK(trim("　 \t").empty());
    CHECK(trim("").empty());
}

TEST_CASE("fold makes spellings comparable") {
    CHECK(fold("（）％０：；") == "()%0:;");
    CHECK(fold("≥ 1 次") == "≥1次");
    CHECK(fold(">= 5") == "≥5");
    CHECK(fold("＞＝５") == "≥5");
    CHECK(fold("≧5 ≦6 <=7") == "≥5≤6≤7");
    CHECK(fold("合　计") == "合计");
    CHECK(fold("、。《》“”") == "、。《》“”");
}

TEST_CASE("lines end with LF, CR LF or CR") {
    CHECK(split_lines("a\nb\r\nc\rd") == std::vector<std::string_view>{"a", "b", "c", "d"});
    CHECK(split_lines("a\n\n") == std::vector<std::string_view>{"a", ""});
    CHECK(split_lines("").empty());
}

TEST_CASE("split keeps empty parts") {
    CHECK(split("a\t\tb\t", '\t') == std::vector<std::string_view>{"a", "", "b", ""});
}

TEST_CASE("shorten cuts between characters") {
    CHECK(shorten("绩效目标", 4) == "绩效目标");
    CHECK(shorten("绩效目标表", 4) == "绩效目标…");
    CHECK(shorten_in_line("绩\n\x7F标表", 4) == "绩  标…");
}

TEST_CASE("replace_all replaces every place once") {
    CHECK(replace_all("aXbX", "X", "XX") == "aXXbXX");
    CHECK(replace_all("abc", "", "x") == "abc");
}

} // namespace text_test
