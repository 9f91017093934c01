#pragma once
#include "model/book.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jibiao {

/// Which list of the book a row stands in.
enum class RowKind : std::uint8_t {
    contents_line,
    section,
    paragraph,
    table,
    table_row,
    project,
    plan_line,
    goal,
    detail_goal,
    phase,
    indicator
};

/// A cell of a row type: its field, its key in files and paths, and where it is. These tables are the one
/// place that lists cells; archives, paths, search and rules over "every cell" walk them.
template <class Row>
struct CellField {
    Field field;
    std::string_view key;
    Cell Row::*cell;
    int since = 1; ///< The version of the file format that brought it.
};

std::span<const CellField<BookHead>> book_cells(); ///< Their FieldRef has row 0.
std::span<const CellField<ContentsLine>> contents_cells();
std::span<const CellField<Table>> table_cells();
std::span<const CellField<TableRow>> table_row_cells();
std::span<const CellField<Project>> project_cells();
std::span<const CellField<Indicator>> indicator_cells();
std::span<const CellField<PlanLine>> plan_cells();
std::span<const CellField<Phase>> phase_cells();

/// "target_value"; "" for Field::none.
std::string_view field_key(Field field);
std::optional<Field> field_from_key(std::string_view key);

/// Texts in sentences. Elsewhere commas may separate the parts of a code or a name.
bool is_running_text(Field field);
/// Amounts of money: of a project, and in the tables about the department.
bool is_money(Field field);

/// Where a row stands.
struct RowPlace {
    RowKind kind = RowKind::project;
    std::size_t owner = 0; ///< Index of its project or section; of a row of the book itself its own index.
    std::size_t index = 0; ///< Index in the list; of a row of the book itself its own index.
    std::size_t table = 0; ///< Of a table row: index of its table in the section.

    bool in_book() const {
        return kind == RowKind::contents_line || kind == RowKind::section || kind == RowKind::project;
    }
    bool in_project() const { return kind >= RowKind::project; }
    bool in_section() const { return kind != RowKind::contents_line && !in_project(); }
};
std::optional<RowPlace> find_row(const Book& book, RowId row);
/// The same for many rows of one book: all of them, read once.
class RowPlaces {
  public:
    RowPlaces() = default; ///< Of none.
    explicit RowPlaces(const Book& book);
    std::optional<RowPlace> find(RowId row) const;

  private:
    std::vector<RowPlace> places_;
    std::vector<std::pair<RowId, std::size_t>> of_rows_; ///< Indices of places_, by the row; in order.
};

/// Calls `visit(rows)` with the list that rows of `place.kind` stand in, at `place.owner` and `place.table`.
template <class Visit>
decltype(auto) visit_list(const Book& book, const RowPlace& place, Visit&& visit);
/// The same for writing, with the rows on the way unshared.
template <class Visit>
void edit_list(Book& book, const RowPlace& place, Visit&& visit);

/// A row's own cell; nullptr if the row has no such field.
const Cell* cell_of(const Project& row, Field field);
const Cell* cell_of(const Indicator& row, Field field);
const Cell* cell_of(const TableRow& row, Field field);
const Cell* cell_of(const Table& row, Field field);

/// The cell at `ref`; nullptr if there is no such row, or the field is no cell of it.
const Cell* find_cell(const Book& book, FieldRef ref);
/// The same for writing, with the rows on the way unshared. For edit::apply and importers only.
Cell* find_cell_to_edit(Book& book, FieldRef ref);

/// The project that `ref` lies in; nullptr for all others.
const Project* project_of(const Book& book, FieldRef ref);

/// "projects[1].indicators[2].target_value", 0-based; "" for the book itself.
std::string path_of(const Book& book, FieldRef ref);

/// Line in the source: the cell's own, or for Field::none and Field::indicators the first line that the row
/// or table has; 0 if it was not imported.
int line_of(const Book& book, FieldRef ref);

/// Calls `visit(FieldRef, const Cell&)` for every cell of a project, in the order of the form.
template <class Visit>
void for_each_cell(const Project& project, Visit&& visit);
/// The same without its indicators.
template <class Visit>
void for_each_own_cell(const Project& project, Visit&& visit);
/// Every cell of a section: heading, paragraphs, tables.
template <class Visit>
void for_each_cell(const Section& section, Visit&& visit);
/// Cover and table of contents.
template <class Visit>
void for_each_head_cell(const Book& book, Visit&& visit);
/// Every cell of the book: cover, contents, sections, projects.
template <class Visit>
void for_each_cell(const Book& book, Visit&& visit);

// ---- implementation
// ------------------------------------------------------------------------------------------------

template <class Row, class Visit>
void for_each_cell_of(const Row& row, std::span<const CellField<Row>> cells, RowId id, Visit&& visit) {
    for (const CellField<Row>& cell : cells)
        visit(FieldRef{cell.field, id}, row.*cell.cell);
}

template <class Visit>
void for_each_own_cell(const Project& project, Visit&& visit) {
    for_each_cell_of(project, project_cells(), project.id, visit);
    for (const PlanLine& line : project.plan)
        for_each_cell_of(line, plan_cells(), line.id, visit);
    for (const Goal& goal : project.goals)
        visit(FieldRef{Field::goal, goal.id}, goal.text);
    for (const Goal& goal : project.detail_goals)
        visit(FieldRef{Field::detail_goal, goal.id}, goal.text);
    for (const Phase& phase : project.phases)
        for_each_cell_of(phase, phase_cells(), phase.id, visit);
}

template <class Visit>
void for_each_cell(const Project& project, Visit&& visit) {
    for_each_own_cell(project, visit);
    for (const Indicator& indicator : project.indicators)
        for_each_cell_of(indicator, indicator_cells(), indicator.id, visit);
}

template <class Visit>
void for_each_cell(const Section& section, Visit&& visit) {
    visit(FieldRef{Field::heading, section.id}, section.heading);
    for (const Paragraph& paragraph : section.body)
        visit(FieldRef{Field::paragraph, paragraph.id}, paragraph.text);
    for (const Table& table : section.tables) {
        for_each_cell_of(table, table_cells(), table.id, visit);
        for (const TableRow& row : table.rows)
            for_each_cell_of(row, table_row_cells(), row.id, visit);
    }
}

template <class Visit>
void for_each_head_cell(const Book& book, Visit&& visit) {
    for_each_cell_of<BookHead>(book, book_cells(), 0, visit);
    for (const ContentsLine& line : book.contents)
        for_each_cell_of(line, contents_cells(), line.id, visit);
}

template <class Visit>
void for_each_cell(const Book& book, Visit&& visit) {
    for_each_head_cell(book, visit);
    for (const Section& section : book.sections)
        for_each_cell(section, visit);
    for (const Project& project : book.projects)
        for_each_cell(project, visit);
}

template <class Visit>
decltype(auto) visit_list(const Book& book, const RowPlace& place, Visit&& visit) {
    switch (place.kind) {
    case RowKind::contents_line:
        return visit(book.contents);
    case RowKind::section:
        return visit(book.sections);
    case RowKind::paragraph:
        return visit(book.sections[place.owner].body);
    case RowKind::table:
        return visit(book.sections[place.owner].tables);
    case RowKind::table_row:
        return visit(book.sections[place.owner].tables[place.table].rows);
    case RowKind::plan_line:
        return visit(book.projects[place.owner].plan);
    case RowKind::goal:
        return visit(book.projects[place.owner].goals);
    case RowKind::detail_goal:
        return visit(book.projects[place.owner].detail_goals);
    case RowKind::phase:
        return visit(book.projects[place.owner].phases);
    case RowKind::indicator:
        return visit(book.projects[place.owner].indicators);
    case RowKind::project:
        break;
    }
    return visit(book.projects);
}

template <class Visit>
void edit_list(Book& book, const RowPlace& place, Visit&& visit) {
    if (!place.in_book()) {
        if (place.in_project())
            book.projects.edit(place.owner);
        else
            book.sections.edit(place.owner);
    }
    if (place.kind == RowKind::table_row)
        book.sections.edit(place.owner).tables.edit(place.table);
    visit_list(book, place, [&visit](const auto& rows) {
        visit(const_cast<std::remove_cvref_t<decltype(rows)>&>(rows)); // Unshared above: the book owns it.
    });
}

} // namespace jibiao
