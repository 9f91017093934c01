#pragma once
#include "templates/template.h"

#include <optional>
#include <vector>

namespace jibiao {

/// The columns in which a table about the department is shown: the form's, then those that it does not have
/// but which are filled; one at least.
std::vector<TableColumn> table_columns(const Template& form, const Table& table);

/// A part of a book that people fill in like a sheet: what is copied and pasted in rows and columns. A view:
/// valid until the book changes.
struct Grid {
    RowKind kind = RowKind::indicator;           ///< Of its rows: indicator or table_row.
    RowId owner = 0;                             ///< The project or the table.
    std::vector<TableColumn> columns;            ///< As the page shows them.
    const Rows<Indicator>* indicators = nullptr; ///< Either these rows …
    const Rows<TableRow>* table_rows = nullptr;  ///< … or those.

    /// The row that find_grid() finds all of it by.
    FieldRef whole() const { return {indicators ? Field::indicators : Field::none, owner}; }
    std::size_t size() const { return indicators ? indicators->size() : table_rows->size(); }
    FieldRef at(std::size_t row, std::size_t column) const;
    std::optional<std::size_t> row_of(RowId id) const {
        return indicators ? indicators->index_of(id) : table_rows->index_of(id);
    }
    std::optional<std::size_t> column_of(Field field) const;
    const std::string& text(std::size_t row, std::size_t column) const;
};

Grid grid_of(const Template& form, const Project& project);
Grid grid_of(const Template& form, const Table& table);
/// The grid of which `at` is a cell, or that stands below the row `at` (a project with Field::indicators, or
/// a table with Field::none).
std::optional<Grid> find_grid(const Book& book, const Template& form, FieldRef at);

} // namespace jibiao
