#pragma once
#include "model/book.h"

#include <string>
#include <vector>

/// What is measured: books with realistic text, of any size.
namespace bench {

/// Projects of `rows` indicators each (the last one has the rest), `indicators` in all; the text of sound
/// books (tests/unit/support/sound_books.h) with a mistake in about every tenth row, as offices make them.
jibiao::Book book(int indicators, int rows = 24);

/// Books of one form each, as a province's offices send them: their fields, names and numbers differ, their
/// categories, units and sources are the same words. Mistakes as above.
std::vector<jibiao::Book> different_forms(int count, int rows = 24);

/// The text of a file; stops the program if there is none.
std::string read_file(const std::string& path);

} // namespace bench
