#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is typed into a search, as Pinyin::find wants it.

namespace jibiao::app {

/// In code points.
std::u32string wide(std::string_view text);
/// Folded; blanks, wide ones too, separate words.
std::vector<std::u32string> words_of(std::string_view typed);

/// The sum of `rank_of(word)`; nothing if one of the words is not found.
template <class RankOf>
std::optional<int> rank_of_all(const std::vector<std::u32string>& words, RankOf&& rank_of) {
    int sum = 0;
    for (const std::u32string& word : words) {
        const std::optional<int> rank = rank_of(word);
        if (!rank)
            return std::nullopt;
        sum += *rank;
    }
    return sum;
}

} // namespace jibiao::app
