#pragma once
#include "edit/edit.h"
#include "model/ordinal.h"

#include <optional>
#include <vector>

/// The ordinals of headings (一、 （二） 3.): what belongs to one count, and how it is kept when a section
/// comes or goes.

namespace jibiao::edit {

/// Sections that are counted together: below the same section, of the same level and style.
struct Count {
    RowId parent = 0; ///< 0: the document.
    int level = 0;
    OrdinalStyle style = OrdinalStyle::none;
    int first = 0; ///< Number of the first of them.

    bool same_count(const Count& other) const {
        return parent == other.parent && level == other.level && style == other.style;
    }
};
/// Those of a book that are in sequence.
using SectionNumbers = std::vector<Count>;

SectionNumbers section_numbers(const Book& book);
/// Numbers the counts that were in sequence `before` anew where they are not any more; all others are left
/// alone. What a document writes around its numbers (1、 or 1.) is kept.
void renumber(Book& book, const SectionNumbers& before);

/// A new section behind `after` and what stands below it, of the same level, with the next ordinal of its
/// style; the first of the book if `after` is no section.
Edit insert_section(const Book& book, RowId after);

} // namespace jibiao::edit
