#include "templates/word_list.h"

#include "support/random_book.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace word_list_test {

using namespace jibiao;

namespace {

/// Letters of one to four bytes and broken ones, so few that words stand in texts often.
std::string letters(random_book::Random& random, std::size_t most) {
    constexpr const char* some[] = {"率", "满", "意", "满意", "%", "x", "×", "𠀀", "\xE6", "\x84"};
    std::string text;
    for (std::size_t left = random.below(most + 1); left > 0; --left)
        text += some[random.below(std::size(some))];
    return text;
}

} // namespace

TEST_CASE("a list of words answers as if each word was tried") {
    random_book::Random random(1);
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> words;
        for (std::size_t left = random.below(8); left > 0; --left)
            words.push_back(letters(random, 4));
        const WordList list(words);
        for (int i = 0; i < 30; ++i) {
            const std::string text = letters(random, 12);
            const auto any = [&words](auto&& test) { return std::ranges::any_of(words, test); };
            CAPTURE(text);
            CHECK(list.has(text) == any([&](const std::string& word) { return word == text; }));
            CHECK(list.begins(text) == any([&](const std::string& word) { return text.starts_with(word); }));
            CHECK(list.ends(text) == any([&](const std::string& word) { return text.ends_with(word); }));
            CHECK(list.is_in(text) ==
                  any([&](const std::string& word) { return text.find(word) != std::string::npos; }));
            std::vector<std::size_t> standing;
            std::size_t longest = 0;
            std::size_t first = text.size();
            for (std::size_t number = 0; number < words.size(); ++number) {
                const std::size_t at = text.find(words[number]);
                if (at == std::string::npos)
                    continue;
                standing.push_back(number);
                longest = at < first    ? words[number].size()
                          : at == first ? std::max(longest, words[number].size())
                                        : longest;
                first = std::min(first, at);
            }
            CHECK(list.words_in(text) == standing);
            CHECK(list.find(text).at == first);
            CHECK(list.find(text).word.size() == longest);
        }
    }
}

TEST_CASE("a table knows its words and its endings") {
    const WordTable table({{"率", "%"}, {"增长率", "?"}, {"人次", "人次"}});
    CHECK(table.find("率")->value == "%");
    CHECK(table.find("满意率") == nullptr);
    CHECK(table.ending_of("收入增长率")->value == "?");
    CHECK(table.ending_of("满意率")->value == "%");
    CHECK(table.ending_of("人") == nullptr);
    CHECK(table.is_in("参观人次数"));
}

TEST_CASE("values are found by their names") {
    const ByName<int> values({{"a", 1}, {"b", 2}, {"c", 3}});
    CHECK(*values.find("b") == 2);
    CHECK(*values.find(std::string_view("c")) == 3);
    CHECK(values.find("d") == nullptr);
    CHECK(ByName<int>().find("a") == nullptr);
}

} // namespace word_list_test
