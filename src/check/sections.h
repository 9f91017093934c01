#pragma once
#include "model/book.h"
#include "model/field.h"
#include "templates/word_list.h"

#include <string>
#include <string_view>
#include <vector>

/// A document's chapters with the texts below them.

namespace jibiao::check {

struct Text {
    FieldRef at;
    const Cell* cell = nullptr; ///< Not empty.
};

/// A heading and all texts below it: paragraphs, and the headings of its subsections.
struct TextChapter {
    const Section* section = nullptr;
    std::string_view title;  ///< The heading without its ordinal.
    std::vector<Text> texts; ///< Never empty; without a heading that only says the title again.
};

/// The chapters whose heading holds one of `titles` (folded) and that have texts; parts (第一部分) are none.
std::vector<TextChapter> chapters_of(const Book& book, const WordList& titles);

} // namespace jibiao::check
