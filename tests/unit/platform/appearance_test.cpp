#include "platform/appearance.h"

#include <doctest/doctest.h>

namespace appearance_test {

using namespace jibiao::platform;

TEST_CASE("what a person chose is kept as words and read back") {
    for (const Appearance& one :
         {Appearance{}, Appearance{true, true, false}, Appearance{false, false, true},
          Appearance{true, std::nullopt, true}, Appearance{false, true, std::nullopt}})
        CHECK(read_appearance(write_appearance(one)) == one);
    CHECK(write_appearance({true, true, false}) == "en dark plain");
    CHECK(write_appearance({}).empty());
}

TEST_CASE("words that nobody knows mean nothing") {
    CHECK(read_appearance("english darker  plainly") == Appearance{});
    CHECK(read_appearance("fr dark") == Appearance{false, true, std::nullopt});
}

TEST_CASE("what is chosen counts, the rest is the machine's") {
    const Look machine{.dark = true, .more_contrast = false, .reduced_motion = true};
    CHECK(wear(machine, {}) == machine);
    CHECK(wear(machine, {.dark = false}) == Look{false, false, true});
    CHECK(wear(machine, {.more_contrast = true}) == Look{true, true, true});
}

} // namespace appearance_test
