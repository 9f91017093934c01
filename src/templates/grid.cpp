#include "templates/grid.h"

#include "templates/shown.h"

#include <algorithm>

namespace jibiao {
namespace {

bool is_filled(const Table& table, Cell TableRow::*cell) {
    return std::ranges::any_of(table.rows, [cell](const TableRow& row) { return !(row.*cell).empty(); });
}

} // namespace

std::vector<TableColumn> table_columns(const Template& form, const Table& table) {
    const TableForm* known = form.find_table(table.form);
    std::vector<TableColumn> columns;
    if (known)
        columns = known->columns;
    for (const auto& cell : table_row_cells()) {
        if (!shows(known, cell.field) && is_filled(table, cell.cell))
            columns.push_back(
                {cell.field, std::string(form.label(cell.field)), known ? "其他内容（本表样没有）" : ""});
    }
    if (columns.empty())
        columns.push_back({Field::item_label, std::string(form.label(Field::item_label)), ""});
    return columns;
}

FieldRef Grid::at(std::size_t row, std::size_t column) const {
    return {columns[column].field, indicators ? (*indicators)[row].id : (*table_rows)[row].id};
}

std::optional<std::size_t> Grid::column_of(Field field) const {
    const auto found = std::ranges::find(columns, field, &TableColumn::field);
    return found == columns.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

const std::string& Grid::text(std::size_t row, std::size_t column) const {
    const Field field = columns[column].field;
    return (indicators ? cell_of((*indicators)[row], field) : cell_of((*table_rows)[row], field))->text;
}

Grid grid_of(const Template& form, const Project& project) {
    Grid grid{
        .kind = RowKind::indicator, .owner = project.id, .columns = {}, .indicators = &project.indicators};
    for (const Field field : form.indicator_columns)
        grid.columns.push_back({field, std::string(form.label(field, project.kind)), ""});
    return grid;
}

Grid grid_of(const Template& form, const Table& table) {
    return {.kind = RowKind::table_row,
            .owner = table.id,
            .columns = table_columns(form, table),
            .table_rows = &table.rows};
}

std::optional<Grid> find_grid(const Book& book, const Template& form, FieldRef at) {
    const auto place = find_row(book, at.row);
    if (!place)
        return std::nullopt;
    if (place->kind == RowKind::project && at.field == Field::indicators)
        return grid_of(form, book.projects[place->owner]);
    if (place->kind == RowKind::table && at.field == Field::none)
        return grid_of(form, book.sections[place->owner].tables[place->index]);
    std::optional<Grid> grid;
    if (place->kind == RowKind::indicator)
        grid = grid_of(form, book.projects[place->owner]);
    else if (place->kind == RowKind::table_row)
        grid = grid_of(form, book.sections[place->owner].tables[place->table]);
    return grid && grid->column_of(at.field) ? grid : std::nullopt;
}

} // namespace jibiao
