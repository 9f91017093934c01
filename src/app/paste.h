#pragma once
#include "edit/edit.h"
#include "templates/grid.h"

#include <cstdint>
#include <string>
#include <vector>

/// What becomes of a block of cells that is laid over a grid, before it is done.

namespace jibiao::app {

enum class PasteFate : std::uint8_t {
    unchanged, ///< The cell says the same already; also a blank beside the grid.
    changed,
    added,  ///< Into a row that is yet to be made.
    beside, ///< Refused: there is no such column, and the cell is not blank.
    head,   ///< Left out: the block's first row repeats the labels of the columns.
};

struct PastePlan {
    /// One for each cell of the block, row by row.
    std::vector<std::vector<PasteFate>> fates;
    std::size_t new_rows = 0;                           ///< At the end of the grid.
    std::size_t unchanged = 0, changed = 0, beside = 0; ///< Cells of that fate.
    bool repeats_heads = false;
    edit::Edit edit; ///< All of it: one undo step.
};

/// The block with its first cell at `at`, a cell of the grid.
PastePlan plan_paste(const Grid& grid, FieldRef at, const std::vector<std::vector<std::string>>& block);

/// 新增 2 行，改动 3 格，1 格没有变化；4 格没有粘贴：表格右边没有这些列.
std::string in_words(const PastePlan& plan);

} // namespace jibiao::app
