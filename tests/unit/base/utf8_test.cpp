#include "base/utf8.h"

#include <doctest/doctest.h>

namespace utf8_test {

using namespace jibiao;

TEST_CASE("code points of one to four bytes are read with their places") {
    const auto points = code_points("aé绩𠮷");
    REQUIRE(points.size() == 4);
    CHECK(points[1].value == 0xE9);
    CHECK(points[2].value == 0x7EE9);
    CHECK(points[2].offset == 3);
    CHECK(points[3].value == 0x20BB7);
    CHECK(points[3].length == 4);
}

TEST_CASE("a byte that is no UTF-8 counts as one replacement character") {
    CHECK(is_valid_utf8("绩效"));
    for (const char* broken : {"\xFF", "\xE7\xBB", "a\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        CAPTURE(broken);
        CHECK_FALSE(is_valid_utf8(broken));
        for (const CodePoint& point : code_points(broken))
            CHECK(point.length >= 1);
    }
    CHECK(code_points("\xE7\xBB").size() == 2);
}

TEST_CASE("a replacement character that was typed is valid") {
    CHECK(is_valid_utf8("\xEF\xBF\xBD"));
}

TEST_CASE("append_utf8 gives back what code_points read") {
    const std::string text = "aé绩𠮷";
    std::string again;
    for (const CodePoint& point : code_points(text))
        append_utf8(again, point.value);
    CHECK(again == text);
}

TEST_CASE("browsers count characters beyond the first plane twice") {
    CHECK(utf16_length("a绩") == 2);
    CHECK(utf16_length("𠮷") == 2);
    CHECK(count_code_points("𠮷") == 1);
}

TEST_CASE("what stands before an offset is read without cutting a code point") {
    CHECK(just_before("绩效目标", 9, 4) == "目");
    CHECK(just_before("绩效", 6, 16) == "绩效");
    CHECK(just_before("绩效", 0, 16).empty());
    CHECK(code_point_before("a绩𠮷", 4) == U'绩');
    CHECK(code_point_before("a绩𠮷", 8) == U'𠮷');
    CHECK(code_point_before("a绩", 0) == 0);
}

} // namespace utf8_test
