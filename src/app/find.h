#pragma once
#include "model/book.h"
#include "model/field.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace jibiao::app {

/// Cells that hold `words`, in the order of the book. Widths, blanks (base/text.h: fold) and the case of
/// Latin letters do not count. None for blank words.
std::vector<FieldRef> find_in_book(const Book& book, std::string_view words);

/// A piece of a text, in bytes.
struct Stretch {
    std::size_t from = 0, to = 0;
    bool operator==(const Stretch&) const = default;
};
/// Where `words` stand in a text, from the front, none over another.
std::vector<Stretch> find_in_text(std::string_view text, std::string_view words);

} // namespace jibiao::app
