#pragma once
#include "edit/edit.h"
#include "model/field.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// What two books say differently, by cell, and how to take over one of the differences.

namespace jibiao::edit {

enum class Change : std::uint8_t {
    changed, ///< A cell says something else.
    moved,   ///< A row stands elsewhere in its list.
    added,   ///< A row is only in the second book.
    removed, ///< A row is only in the first book.
};

/// One difference. Of a row (moved, added, removed) the field is none. A row that was added or removed is one
/// difference, whatever stands in it and below it.
struct Difference {
    Change change = Change::changed;
    RowKind kind = RowKind::project; ///< Of the row; of a cell of the book itself it says nothing.
    FieldRef before;                 ///< In the first book; row 0 if it is not there, or is the book itself.
    FieldRef after;                  ///< In the second book, likewise.
    RowId owner = 0; ///< Of a removed row: the row of the second book that it would belong to, 0: the book.
    std::size_t index = 0; ///< Of a removed or moved row: where it would stand in the second book.

    bool operator==(const Difference&) const = default;
};

/// How rows of two books are recognised.
enum class Kinship : std::uint8_t {
    versions,  ///< Of one book, or one was made from the other: the same id is the same row.
    strangers, ///< By what they say: code or name and category, then by likeness.
};

/// Versions if most of what both have at the same place is the same text: one is a copy of the other that
/// came back, or last year's. Imported texts count their rows anew and agree by chance only.
Kinship kinship_of(const Book& before, const Book& after);

/// In the order of the second book; what is only in the first stands where it was. Rows that gave way to
/// others are not moved: as few as possible are.
std::vector<Difference> compare(const Book& before, const Book& after, Kinship kinship);

/// Makes the second book say what the first one says at this place: sets the cell, moves, removes or inserts
/// the row with all that stands below it. No operations if the place is in neither book any more. Compare
/// again afterwards: the other differences may stand elsewhere.
Edit take_over(const Book& before, const Book& after, const Difference& difference);

} // namespace jibiao::edit
