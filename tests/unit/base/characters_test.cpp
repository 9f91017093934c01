#include "base/characters.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace characters_test {

using namespace jibiao;

TEST_CASE("what is cut keeps together what people see as one character") {
    CHECK(cut_to("绩效目标", 2) == "绩效");
    CHECK(cut_to("绩效", 2) == "绩效");
    CHECK(cut_to("绩效", 0).empty());
    CHECK(cut_to("a𠮷b", 2) == "a𠮷");
    for (const char* whole :
         {"e\u0301", "葛\U000E0100", "❤\uFE0F", "👍\U0001F3FD", "👩\u200D💻", "🇨🇳", "\r\n"}) {
        CAPTURE(whole);
        CHECK(cut_to(std::string("一") + whole + "二", 2) == "一");
        CHECK(cut_to(std::string("一") + whole + "二", 1 + count_code_points(whole)) ==
              std::string("一") + whole);
    }
    CHECK(cut_to("🇨🇳🇨🇳", 3) == "🇨🇳");
    const std::string marks =
        "a\u0301\u0301\u0301\u0301"; // One character alone is longer than there is room.
    CHECK(cut_to(marks, 3) == "a\u0301\u0301");
}

} // namespace characters_test
