#include "check/explained.h"

#include <doctest/doctest.h>

namespace explained_test {

using namespace jibiao;
using namespace jibiao::check;

TEST_CASE("what is said of a rule comes back from the text of all rules") {
    const std::string all = write_explained();
    for (const Rule* rule : rules()) {
        CAPTURE(rule->id);
        const auto parts = explained(*rule);
        REQUIRE(parts.size() == 5);
        CHECK(parts[0].heading == "为什么");
        CHECK_FALSE(parts[0].text.empty());
        CHECK(parts[2].text.find("把握：") != std::string::npos);
        CHECK(read_explained(all, rule->id) == parts);
    }
    CHECK(read_explained(all, "no-such-rule").empty());
    CHECK(read_explained("", "typo").empty());
}

TEST_CASE("examples of what is reported and of what is not stand apart, a blank line between them") {
    for (const Rule* rule : rules()) {
        CAPTURE(rule->id);
        const auto parts = explained(*rule);
        std::size_t shown = 0;
        for (std::size_t part = 3; part < 5; ++part) {
            const std::string& text = parts[part].text;
            shown += text.empty() ? 0 : 1;
            for (std::size_t at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n", at + 2))
                ++shown;
        }
        CHECK(shown == explanation_of(*rule).examples.size());
    }
}

} // namespace explained_test
