#include "edit/text_changes.h"

#include "support/random_book.h"

#include <doctest/doctest.h>

namespace text_changes_test {

using namespace jibiao;
using namespace jibiao::edit;

namespace {

std::string without(std::string_view text, const std::vector<TextPart>& parts) {
    std::string rest;
    std::size_t from = 0;
    for (const TextPart& part : parts) {
        CHECK(from <= part.begin);
        CHECK(part.begin < part.end);
        rest += text.substr(from, part.begin - from);
        from = part.end;
    }
    return rest += text.substr(from);
}
/// The parts in brackets.
std::string marked(std::string_view text, const std::vector<TextPart>& parts) {
    std::string out;
    std::size_t from = 0;
    for (const TextPart& part : parts) {
        out.append(text.substr(from, part.begin - from)).append("[").append(part.of(text)).append("]");
        from = part.end;
    }
    return out.append(text.substr(from));
}
std::string shown(std::string_view before, std::string_view after) {
    const TextChanges changes = text_changes(before, after);
    CHECK(without(before, changes.removed) == without(after, changes.added));
    return marked(before, changes.removed) + " → " + marked(after, changes.added);
}

} // namespace

TEST_CASE("the letters that differ are found, and nothing else") {
    CHECK(shown("举办讲座十场", "举办讲座二十场") == "举办讲座十场 → 举办讲座[二]十场");
    CHECK(shown("≥95%", "≥90%") == "≥9[5]% → ≥9[0]%");
    CHECK(shown("举办科普讲座", "举办讲座若干场") == "举办[科普]讲座 → 举办讲座[若干场]");
    CHECK(shown("", "新") == " → [新]");
    CHECK(shown("旧", "") == "[旧] → ");
    CHECK(shown("一样", "一样") == "一样 → 一样");
    CHECK(shown("甲\xff乙", "甲丙乙") == "甲[\xff]乙 → 甲[丙]乙");
}

TEST_CASE("a letter that is alike by chance does not take a change to pieces") {
    CHECK(shown("上海的天空晴", "北京的大地广") == "[上海的天空晴] → [北京的大地广]");
}

TEST_CASE("texts of any kind are told so that the rest is the same") {
    random_book::Random random(7);
    for (int n = 0; n < 300; ++n) {
        std::string texts[2];
        for (std::string& text : texts) {
            for (std::size_t letters = random.below(30); letters > 0; --letters)
                text += random.one_in(3) ? "甲" : random.one_in(2) ? "乙" : "x";
        }
        shown(texts[0], texts[1]);
    }
    std::string huge, other;
    for (int n = 0; n < 3000; ++n)
        huge += "甲乙丙", other += "丁戊";
    CHECK(text_changes(huge + "尾", other + "尾").removed == std::vector<TextPart>{{0, huge.size()}});
}

} // namespace text_changes_test
