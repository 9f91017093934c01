#pragma once
#include "model/book.h"

#include <string>
#include <string_view>

/// Next year's book from this year's: what people do every autumn with last year's file, and forget half of.

namespace jibiao::app {

/// `text` a year later: every mention of `year` and of the years behind it becomes the next one. Names and
/// numbers of documents (《…（2021—2025年）》, 〔2021〕5号), spans of several years (2021-2025) and earlier
/// years (to compare with) stay as they are.
std::string a_year_later(std::string_view text, int year);

/// The book for the year after `book.year`: years and dates move on, amounts of money and codes of projects
/// are blank again, what was said about findings goes. Every other text stays and has Origin::carried until
/// somebody edits or confirms it. Row ids stay, so the two books can be compared as versions of each other.
Book roll_forward(const Book& book);

} // namespace jibiao::app
