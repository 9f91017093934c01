#include "app/rows.h"
#include "base/words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace jibiao::app {
namespace {

/// `one` is what is done to one row, `many` to {1} of them.
std::string in_rows(std::size_t rows, const char* one, const char* many) {
    return rows == 1 ? one : fill(tr(many), {std::to_string(rows)});
}

RowId row_at(const Grid& grid, std::size_t row) {
    return grid.at(row, 0).row;
}

RowEdit fill_down(const Grid& grid, const Block& block) {
    const bool from_above = block.rows() == 1 && block.top > 0;
    const std::size_t source = from_above ? block.top - 1 : block.top;
    RowEdit made{{word("向下填充"), {}}, block.top, block.rows()};
    for (std::size_t row = source + 1; row <= block.bottom; ++row) {
        for (std::size_t column = block.left; column <= block.right; ++column)
            made.edit.operations.emplace_back(edit::SetText{grid.at(row, column), grid.text(source, column)});
    }
    return made;
}

RowEdit clear(const Grid& grid, const Block& block) {
    RowEdit made{{block.is_cell() ? word("清除") : word("清除选中的格子"), {}}, block.top, block.rows()};
    for (std::size_t row = block.top; row <= block.bottom; ++row) {
        for (std::size_t column = block.left; column <= block.right; ++column)
            made.edit.operations.emplace_back(edit::SetText{grid.at(row, column), ""});
    }
    return made;
}

RowEdit insert(const Grid& grid, const Block& block, bool below) {
    const std::size_t index = below ? block.bottom + 1 : block.top;
    RowEdit made{{in_rows(block.rows(), word("插入一行"), word("插入 {1} 行")), {}}, index, block.rows()};
    edit::InsertRow row{grid.kind, grid.owner, index, {}};
    if (grid.indicators) {
        const Indicator& beside = (*grid.indicators)[below ? block.bottom : block.top];
        row.cells = {{Field::level1, beside.level1.text}, {Field::level2, beside.level2.text}};
    }
    made.edit.operations.assign(block.rows(), row);
    return made;
}

RowEdit duplicate(const Grid& grid, const Block& block) {
    RowEdit made{
        {in_rows(block.rows(), word("复制一行"), word("复制 {1} 行")), {}}, block.bottom + 1, block.rows()};
    for (std::size_t row = block.top; row <= block.bottom; ++row) {
        edit::InsertCopy copy{grid.kind, grid.owner, row + block.rows(), {}};
        if (grid.indicators)
            copy.row = (*grid.indicators)[row];
        else
            copy.row = (*grid.table_rows)[row];
        made.edit.operations.emplace_back(std::move(copy));
    }
    return made;
}

RowEdit remove(const Grid& grid, const Block& block) {
    RowEdit made{{in_rows(block.rows(), word("删除一行"), word("删除 {1} 行")), {}}, block.top, 1};
    for (std::size_t row = block.top; row <= block.bottom; ++row)
        made.edit.operations.emplace_back(edit::RemoveRow{row_at(grid, row)});
    return made;
}

/// Rows move by one: their neighbour goes to the other side of them.
RowEdit move(const Grid& grid, const Block& block, bool up) {
    RowEdit made{{up ? in_rows(block.rows(), word("上移一行"), word("上移 {1} 行"))
                     : in_rows(block.rows(), word("下移一行"), word("下移 {1} 行")),
                  {}},
                 block.top,
                 block.rows()};
    if (up ? block.top == 0 : block.bottom + 1 == grid.size())
        return made;
    made.first = up ? block.top - 1 : block.top + 1;
    const std::size_t neighbour = up ? block.top - 1 : block.bottom + 1;
    made.edit.operations.emplace_back(edit::MoveRow{row_at(grid, neighbour), up ? block.bottom : block.top});
    return made;
}

} // namespace

RowEdit change_rows(const platform::Later&, const Grid& grid, const Block& block, RowChange change) {
    switch (change) {
    case RowChange::fill_down:
        return fill_down(grid, block);
    case RowChange::clear:
        return clear(grid, block);
    case RowChange::insert_above:
    case RowChange::insert_below:
        return insert(grid, block, change == RowChange::insert_below);
    case RowChange::duplicate:
        return duplicate(grid, block);
    case RowChange::move_up:
    case RowChange::move_down:
        return move(grid, block, change == RowChange::move_up);
    case RowChange::remove:
        break;
    }
    return remove(grid, block);
}

} // namespace jibiao::app
