#pragma once
#include "io/form_words.h"
#include "io/source_text.h"
#include "model/book.h"

#include <vector>

namespace jibiao::io {

/// Reads the cover into the book: attachment, title, who compiled, reviewed and handles it. `lines` are the
/// paragraphs before the first section or table. Says of each line whether it was taken; the others are text.
std::vector<bool> read_cover(Book& book, const FormWords& words, const std::vector<const SourceCell*>& lines);

} // namespace jibiao::io
