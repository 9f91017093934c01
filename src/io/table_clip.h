#pragma once
#include "templates/grid.h"

#include <cstddef>
#include <string>

namespace jibiao::io {

/// A rectangle of a grid; what lies outside of the grid is left out.
struct GridBlock {
    std::size_t row = 0, column = 0;
    std::size_t rows = static_cast<std::size_t>(-1), columns = static_cast<std::size_t>(-1);
    bool heads = true; ///< With the labels of the columns above.
};

/// What goes to the clipboard, twice the same: rows of cells separated by TAB, with quotes around cells with
/// TABs, line ends or quotes (as spreadsheets write and read them), and an HTML table.
struct TableClip {
    std::string text;
    std::string html;
};
TableClip table_clip(const Grid& grid, const GridBlock& block = {});

} // namespace jibiao::io
