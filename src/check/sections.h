#pragma once
#include "check/wording.h"
#include "model/book.h"
#include "model/field.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A document's chapters with the texts below them.

namespace jibiao::check {

struct Context;

struct Text {
    FieldRef at;
    const Cell* cell = nullptr;         ///< Not empty.
    Statement said;                     ///< Its text.
    std::optional<Statement> bare = {}; ///< The same without its ordinal, where it has one.

    const Statement& without_ordinal() const { return bare ? *bare : said; }
};

/// A heading and all texts below it: paragraphs, and the headings of its subsections.
struct TextChapter {
    const Section* section = nullptr;
    std::string_view title;  ///< The heading without its ordinal.
    std::vector<Text> texts; ///< Never empty; without a heading that only says the title again.
};

/// The chapters whose heading holds a word (folded) of this list of the profile and that have texts; parts
/// (第一部分) are none. Read once for all rules.
const std::vector<TextChapter>& chapters_of(const Context& context, const Name& titles);

} // namespace jibiao::check
