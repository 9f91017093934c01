#pragma once
#include "model/field.h"

#include <optional>
#include <string>

namespace jibiao {

/// Where two books say something else.
struct ContentDifference {
    std::string path; ///< Of the cell in the first book, or of the list whose length differs.
    std::string first;
    std::string second;
};

/// The first difference in what two books say: form, year, structure and the text of every cell. Not compared
/// are row ids, notes, what is said about findings and checks, and how a text came to be there (raw text,
/// line, origin, name of the source).
std::optional<ContentDifference> first_difference(const Book& a, const Book& b);

} // namespace jibiao
