#pragma once
#include "model/book.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jibiao {

/// Every cell a book can have. Files store the key (field_key), so the order is free to change.
enum class Field : std::uint8_t {
    none, ///< The row as a whole.
    title,
    heading,
    paragraph,
    caption,
    unit_code,
    unit_name,
    money_unit,
    code,
    name,
    leader,
    phone,
    category,
    attribute,
    period,
    duties,
    basic_expenditure,
    project_expenditure,
    budget_total,
    budget_fiscal,
    budget_other,
    fund_nature,
    purpose,
    organisation,
    rules,
    plan_checkpoint,
    plan_percent,
    goal,
    detail_goal,
    phase_period,
    phase_text,
    indicators, ///< A project's indicator table as a whole; has no cell of its own.
    level1,
    level2,
    indicator_name,
    description,
    comparator,
    target_value,
    target_unit,
    basis,
    explanation,
};

/// Addresses any cell: findings, edits, fixes, focus and tests all use it.
struct FieldRef {
    Field field = Field::none;
    RowId row = 0;

    bool operator==(const FieldRef&) const = default;
};

/// Which list of the book a row stands in.
enum class RowKind : std::uint8_t {
    section,
    paragraph,
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
};

std::span<const CellField<Project>> project_cells();
std::span<const CellField<Indicator>> indicator_cells();
std::span<const CellField<PlanLine>> plan_cells();
std::span<const CellField<Phase>> phase_cells();

/// "target_value"; "" for Field::none.
std::string_view field_key(Field field);
std::optional<Field> field_from_key(std::string_view key);

/// Where a row stands.
struct RowPlace {
    RowKind kind = RowKind::project;
    std::size_t owner = 0; ///< Index of its project or section; of a project or section its own index.
    std::size_t index = 0; ///< Index in the list; of a project or section its own index.
};
std::optional<RowPlace> find_row(const Book& book, RowId row);

/// A row's own cell; nullptr if the row has no such field.
const Cell* cell_of(const Project& row, Field field);
const Cell* cell_of(const Indicator& row, Field field);

/// The cell at `ref`; nullptr if there is no such row, or the field is no cell of it.
const Cell* find_cell(const Book& book, FieldRef ref);
/// The same for writing, with the rows on the way unshared. For edit::apply and importers only.
Cell* find_cell_to_edit(Book& book, FieldRef ref);

/// The project that `ref` lies in; nullptr for cells of sections.
const Project* project_of(const Book& book, FieldRef ref);

/// "projects[1].indicators[2].target_value", 0-based; "" for the book itself.
std::string path_of(const Book& book, FieldRef ref);

/// Line in the source: the cell's own, or for Field::none and Field::indicators the first line that the row
/// or table has; 0 if it was not imported.
int line_of(const Book& book, FieldRef ref);

/// Calls `visit(FieldRef, const Cell&)` for every cell of a project, in the order of the form.
template <class Visit>
void for_each_cell(const Project& project, Visit&& visit);
/// The same for every cell of the book: title, sections, projects.
template <class Visit>
void for_each_cell(const Book& book, Visit&& visit);

// ---- implementation
// ------------------------------------------------------------------------------------------------

template <class Visit>
void for_each_cell(const Project& project, Visit&& visit) {
    for (const auto& cell : project_cells())
        visit(FieldRef{cell.field, project.id}, project.*cell.cell);
    for (const PlanLine& line : project.plan) {
        for (const auto& cell : plan_cells())
            visit(FieldRef{cell.field, line.id}, line.*cell.cell);
    }
    for (const Goal& goal : project.goals)
        visit(FieldRef{Field::goal, goal.id}, goal.text);
    for (const Goal& goal : project.detail_goals)
        visit(FieldRef{Field::detail_goal, goal.id}, goal.text);
    for (const Phase& phase : project.phases) {
        for (const auto& cell : phase_cells())
            visit(FieldRef{cell.field, phase.id}, phase.*cell.cell);
    }
    for (const Indicator& indicator : project.indicators) {
        for (const auto& cell : indicator_cells())
            visit(FieldRef{cell.field, indicator.id}, indicator.*cell.cell);
    }
}

template <class Visit>
void for_each_cell(const Book& book, Visit&& visit) {
    visit(FieldRef{Field::title, 0}, book.title);
    for (const Section& section : book.sections) {
        visit(FieldRef{Field::heading, section.id}, section.heading);
        for (const Paragraph& paragraph : section.body)
            visit(FieldRef{Field::paragraph, paragraph.id}, paragraph.text);
    }
    for (const Project& project : book.projects)
        for_each_cell(project, visit);
}

} // namespace jibiao
