#pragma once
#include "templates/grid.h"

#include <cstddef>
#include <optional>
#include <string_view>

/// The cell cursor of a grid, the block that is selected with it, and how keys move them.

namespace jibiao::app {

struct Selection {
    FieldRef cursor;          ///< The cell that has the keyboard, or had it last; row 0: there is none.
    FieldRef from, end;       ///< Corners of the block across from each other; Shift moves the second one.
    Field home = Field::none; ///< Column in which a run of Tab began: Enter goes on below it.

    bool operator==(const Selection&) const = default;
};
inline Selection select(FieldRef cell) {
    return {cell, cell, cell};
}

/// Places in a grid, the last ones included.
struct Block {
    std::size_t top = 0, left = 0, bottom = 0, right = 0;

    std::size_t rows() const { return bottom - top + 1; }
    std::size_t columns() const { return right - left + 1; }
    bool is_cell() const { return rows() == 1 && columns() == 1; }
    bool has(std::size_t row, std::size_t column) const {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
    bool operator==(const Block&) const = default;
};

/// What is selected; nothing if the cursor is not in the grid. Where a corner has gone, the cursor alone.
std::optional<Block> block_of(const Grid& grid, const Selection& selection);

/// After a key, named as aria-keyshortcuts has it ("Control+Shift+ArrowDown"), as spreadsheets have them: the
/// cursor moves or, with Shift, the block's other corner; Control goes to the edge of what is filled; Enter
/// goes down, in the last row on to the right; Shift+Space takes whole rows, Control+A all. Nothing where the
/// key leads out of the grid or means nothing.
std::optional<Selection> after_key(const Grid& grid, const Selection& selection, std::string_view keys);

} // namespace jibiao::app
