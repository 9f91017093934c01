#pragma once
#include "model/book.h"
#include "platform/later.h"

#include <string>
#include <string_view>
#include <vector>

/// Next year's book from this year's: what people do every autumn with last year's file, and forget half of.

namespace jibiao::app {

/// `text` a year later. The year of a date (2021年, 2021-03, 2021.3.15) that is `year` or later becomes the
/// next one. Earlier years, to compare with, stay as they are, and so do names and numbers of documents
/// (《…（2021年）》, 〔2021〕5号, 2021年第5号) and spans of several years (2021-2025年).
std::string a_year_later(std::string_view text, int year);

/// The book for the year after that of `book`: dates move on, amounts of money and codes of projects are
/// blank again, what was said about findings and cells goes. The texts that say what is to be achieved stay
/// as they are but for their dates, with Origin::carried until somebody changes or confirms them. Row ids
/// stay: the two books can be compared as versions of each other.
[[gnu::noinline]] Book roll_forward(const platform::Later&, const Book& book);

/// The cells that nobody has changed or confirmed since.
std::vector<FieldRef> carried_cells(const Book& book);

} // namespace jibiao::app
