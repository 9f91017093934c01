#include "ui/line_memory.h"

#include <doctest/doctest.h>

#include <string>

namespace line_memory_test {

using jibiao::ui::LineMemory;

/// Two lines of a text; how often it was asked to break one.
struct Breaker {
    LineMemory memory;
    int asked = 0;

    std::string lines(std::string_view text, const LineMemory::Shape& shape) {
        const auto broken = [&] {
            ++asked;
            return std::vector<std::string_view>{text.substr(0, 1), text.substr(2)};
        };
        std::string said;
        for (const auto& [start, length] : memory.lines(text, shape, broken))
            said += std::string(text.substr(start, length)) + "/";
        return said;
    }
};

TEST_CASE("lines of a text are broken once for each of its shapes") {
    Breaker breaker;
    CHECK(breaker.lines("a bc", {10, 15, 1, false}) == "a/bc/");
    CHECK(breaker.lines(std::string("a bc"), {10, 15, 1, false}) == "a/bc/"); // Elsewhere in memory.
    CHECK(breaker.asked == 1);
    for (const LineMemory::Shape& other :
         {LineMemory::Shape{11, 15, 1, false}, {10, 16, 1, false}, {10, 15, 2, false}, {10, 15, 1, true}})
        CHECK(breaker.lines("a bc", other) == "a/bc/");
    CHECK(breaker.asked == 5);
    CHECK(breaker.lines("a bd", {10, 15, 1, false}) == "a/bd/");
    CHECK(breaker.asked == 6);
}

TEST_CASE("lines are broken anew for other fonts") {
    Breaker breaker;
    breaker.lines("a bc", {10, 15, 1, false});
    breaker.memory.forget();
    CHECK(breaker.lines("a bc", {10, 15, 1, false}) == "a/bc/");
    CHECK(breaker.asked == 2);
}

TEST_CASE("so many texts are remembered that it may forget some, and gives the right lines all the same") {
    Breaker breaker;
    for (const int round : {1, 2}) {
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = std::to_string(i) + " " + std::to_string(round);
            REQUIRE(breaker.lines(text, {10, 15, 1, false}) ==
                    text.substr(0, 1) + "/" + text.substr(2) + "/");
        }
    }
    CHECK(breaker.asked == 40'000);
}

} // namespace line_memory_test
