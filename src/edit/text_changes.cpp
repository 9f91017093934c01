#include "edit/text_changes.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace jibiao::edit {
namespace {

using Letters = std::vector<CodePoint>;

/// So many comparisons of two letters at most, a few milliseconds.
constexpr std::size_t most_letter_pairs = 1'000'000;
/// A letter or two that happen to be alike say nothing between two changes.
constexpr std::size_t least_run = 2;

/// For each letter whether it has a partner in the other text.
struct Kept {
    std::vector<char> before, after;
};

/// Keeps the longest common sequence of the two middles.
void keep_common(const Letters& before, const Letters& after, std::size_t begin, std::size_t end_before,
                 std::size_t end_after, Kept& kept) {
    const std::size_t rows = end_before - begin, columns = end_after - begin;
    if (rows * columns > most_letter_pairs)
        return;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1)); // From here to the end of both.
    const auto at = [&, width = columns + 1](std::size_t i, std::size_t j) -> std::uint32_t& {
        return longest[i * width + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = before[begin + i].value == after[begin + j].value
                           ? at(i + 1, j + 1) + 1
                           : std::max(at(i + 1, j), at(i, j + 1));
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        std::size_t run = 0;
        while (i + run < rows && j + run < columns &&
               before[begin + i + run].value == after[begin + j + run].value)
            ++run;
        if (run >= least_run || (run > 0 && (i + run == rows || j + run == columns))) {
            std::fill_n(kept.before.begin() + static_cast<std::ptrdiff_t>(begin + i), run, true);
            std::fill_n(kept.after.begin() + static_cast<std::ptrdiff_t>(begin + j), run, true);
        }
        i += run, j += run;
        if (run == 0)
            ++(at(i + 1, j) >= at(i, j + 1) ? i : j);
    }
}

std::vector<TextPart> parts_of(const Letters& letters, const std::vector<char>& kept) {
    std::vector<TextPart> parts;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::size_t begin = letters[i].offset, end = begin + letters[i].length;
        if (kept[i])
            continue;
        if (!parts.empty() && parts.back().end == begin)
            parts.back().end = end;
        else
            parts.push_back({begin, end});
    }
    return parts;
}

} // namespace

CommonEnds common_ends(const Letters& a, const Letters& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    CommonEnds ends;
    while (ends.front < shorter && a[ends.front].value == b[ends.front].value)
        ++ends.front;
    while (ends.back < shorter - ends.front &&
           a[a.size() - 1 - ends.back].value == b[b.size() - 1 - ends.back].value)
        ++ends.back;
    return ends;
}

TextChanges text_changes(std::string_view before, std::string_view after) {
    const Letters a = code_points(before), b = code_points(after);
    const auto ends = common_ends(a, b);
    const std::size_t front = ends.front, back = ends.back;
    const auto keep_ends = [&](const Letters& letters) {
        std::vector<char> kept(letters.size(), true);
        std::fill(kept.begin() + static_cast<std::ptrdiff_t>(front),
                  kept.end() - static_cast<std::ptrdiff_t>(back), false);
        return kept;
    };
    Kept kept{keep_ends(a), keep_ends(b)};
    keep_common(a, b, front, a.size() - back, b.size() - back, kept);
    return {parts_of(a, kept.before), parts_of(b, kept.after)};
}

} // namespace jibiao::edit
