#include "base/pinyin.h"

#include "base/sort.h"
#include "base/text.h"
#include "base/utf8.h"

#include <algorithm>
#include <bit>

namespace jibiao {
namespace {

constexpr std::size_t longest_query = 60; ///< A bit for each place in it, and one behind.

char32_t small(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

std::uint64_t bit(std::size_t place) {
    return std::uint64_t{1} << place;
}

std::size_t common_beginning(std::string_view syllable, std::u32string_view query) {
    std::size_t count = 0;
    while (count < syllable.size() && count < query.size() &&
           static_cast<char32_t>(syllable[count]) == query[count])
        ++count;
    return count;
}

bool has_two_letter_initial(std::string_view syllable) {
    return syllable.size() > 1 && syllable[1] == 'h' &&
           std::string_view("zcs").find(syllable[0]) != std::string_view::npos;
}

} // namespace

Pinyin::Pinyin(std::string_view table) {
    for (const std::string_view line : split_lines(table)) {
        const std::size_t blank = line.find(' ');
        if (line.starts_with('#') || blank == std::string_view::npos || blank == 0)
            continue;
        const auto syllable = static_cast<std::uint16_t>(syllables_.size());
        syllables_.emplace_back(line.substr(0, blank));
        for (const CodePoint& c : code_points(line.substr(blank + 1)))
            readings_.emplace_back(c.value, syllable);
    }
    jibiao::sort(readings_);
}

std::span<const std::pair<char32_t, std::uint16_t>> Pinyin::readings_of(char32_t c) const {
    const auto first = std::ranges::lower_bound(readings_, c, {}, &std::pair<char32_t, std::uint16_t>::first);
    auto last = first;
    while (last != readings_.end() && last->first == c)
        ++last;
    return {first, last};
}

/// Places of the query that are reached behind `c`, where `from` are those that were reached before it.
std::uint64_t Pinyin::step(std::u32string_view query, std::uint64_t from, char32_t c) const {
    std::uint64_t to = 0;
    for (; from != 0; from &= from - 1) {
        const auto place = static_cast<std::size_t>(std::countr_zero(from));
        const std::u32string_view rest = query.substr(place);
        if (rest.empty())
            continue;
        if (rest[0] == small(c))
            to |= bit(place + 1);
        for (const auto& [character, index] : readings_of(c)) {
            const std::string& syllable = syllables_[index];
            const std::size_t same = common_beginning(syllable, rest);
            if (same > 0)
                to |= bit(place + 1);
            if (same > 1 && has_two_letter_initial(syllable))
                to |= bit(place + 2);
            if (same == syllable.size() || same == rest.size())
                to |= bit(place + same);
        }
    }
    return to;
}

std::optional<Pinyin::Part> Pinyin::find(std::u32string_view query, std::u32string_view text) const {
    query = query.substr(0, longest_query);
    if (query.empty())
        return std::nullopt;
    for (std::size_t first = 0; first < text.size(); ++first) {
        std::uint64_t reached = bit(0);
        for (std::size_t next = first; next < text.size() && reached != 0; ++next) {
            reached = step(query, reached, text[next]);
            if (reached & bit(query.size()))
                return Part{first, next + 1 - first};
        }
    }
    return std::nullopt;
}

std::u32string fold_query(std::string_view typed) {
    std::u32string folded;
    for (const CodePoint& c : code_points(fold(typed))) {
        if (c.value == U'ü' || c.value == U'Ü')
            folded += U'v';
        else if (c.value != U'\'' && c.value != U'’')
            folded += small(c.value);
    }
    return folded;
}

} // namespace jibiao
