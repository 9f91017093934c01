#pragma once
#include "base/utf8.h"

#include <cstddef>
#include <string_view>
#include <vector>

/// What two texts say differently, letter by letter.

namespace jibiao::edit {

/// A part of a text, in bytes, at the borders of code points.
struct TextPart {
    std::size_t begin = 0, end = 0;

    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    bool operator==(const TextPart&) const = default;
};

struct TextChanges {
    std::vector<TextPart> removed; ///< Of the first text, in order: not in the second.
    std::vector<TextPart> added;   ///< Of the second text: not in the first.
};

/// So many letters are the same at the front of both, and so many more at the end.
struct CommonEnds {
    std::size_t front = 0, back = 0;
};
CommonEnds common_ends(const std::vector<CodePoint>& before, const std::vector<CodePoint>& after);

/// As few letters as possible, but what would be left standing alone between two changes goes with them. Of
/// two long texts that have little in common, everything between what begins and what ends alike.
TextChanges text_changes(std::string_view before, std::string_view after);

} // namespace jibiao::edit
