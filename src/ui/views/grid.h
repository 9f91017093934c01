#pragma once
#include "templates/grid.h"
#include "ui/frame.h"
#include "ui/widgets/widgets.h"

#include <functional>
#include <string>
#include <vector>

/// A grid as people know it from spreadsheets: a cell cursor, blocks of cells, rows that move, a head that
/// stays in view, columns as wide as one wants them. Only rows near the view are drawn and in the tree.

namespace jibiao::ui {

struct GridLook {
    std::string id;           ///< Of its nodes.
    std::string node;         ///< Of the grid itself.
    std::string name;         ///< For screen readers.
    std::string preference;   ///< Name of what is remembered about it.
    std::vector<float> least; ///< Widths that its columns want at least.
    float head_lines = 1;     ///< Of the labels, at least.
    /// So many columns stay in view where the others scroll sideways, if there is room.
    std::size_t frozen = 0;
    std::function<std::string(std::size_t row)> row_name; ///< 指标 3
    std::function<FieldLook(std::size_t row, Field field)> cell_look;
    std::function<void(std::size_t row, Field field, const Rect& place, const std::string& name)> draw_cell;
    /// What is said beneath the cell with the keyboard; "" for nothing.
    std::function<std::string(std::size_t row, Field field)> reading = {};
    std::string_view command =
        {}; ///< Of app/commands.h: what a row's menu offers besides those of all grids.
    /// Whether that is offered beneath the cell with the cursor.
    std::function<bool(std::size_t row, Field field)> offers_command = {};
};

/// Returns the y below it.
float draw_grid(Frame& frame, const Grid& grid, const GridLook& look, float x, float y, float width);

} // namespace jibiao::ui
