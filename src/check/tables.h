#pragma once
#include "check/check.h"

#include <cstddef>
#include <vector>

/// The items of the department's tables, for rules that compare them.

namespace jibiao::check {

enum class RowPart : std::uint8_t {
    item,
    subtotal, ///< 机关小计
    total,    ///< 合计
    part      ///< 其中：办公用房
};
RowPart part_of(const TableRow& row, const TableForm& form);

struct TableItem {
    const TableRow* row;
    std::size_t block; ///< Number of subtotals above: the items of one block are one unit's.
};

/// Of each of the book's tables that its form knows, the items in order.
std::vector<std::vector<TableItem>> items_of_tables(const Context& context);

} // namespace jibiao::check
