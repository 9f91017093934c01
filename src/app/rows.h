#pragma once
#include "app/selection.h"
#include "edit/edit.h"
#include "platform/later.h"

#include <cstdint>

/// What is done to the rows and cells that are selected in a grid.

namespace jibiao::app {

enum class RowChange : std::uint8_t {
    fill_down, ///< The block's first row goes into the others; of a single row, the one above into it.
    clear,     ///< The cells of the block.
    insert_above,
    insert_below, ///< As many blank rows as are selected; indicators are of the kind of the row beside them.
    duplicate,    ///< Behind the last one.
    move_up,
    move_down,
    remove,
};

struct RowEdit {
    edit::Edit edit;   ///< One undo step; no operations where there is nothing to do.
    std::size_t first; ///< Of the rows that are selected afterwards, as many …
    std::size_t count; ///< … as these, if there are so many.
};

[[gnu::noinline]] RowEdit change_rows(const platform::Later&, const Grid& grid, const Block& block,
                                      RowChange change);

} // namespace jibiao::app
