#include "edit/edit.h"

#include <algorithm>

namespace jibiao::edit {
namespace {

/// Calls `change(rows)` with the list that the row kind names in its owner, unshared.
template <class Change>
void change_list(Book& book, RowKind kind, std::size_t owner, Change&& change) {
    switch (kind) {
    case RowKind::section:
        return change(book.sections);
    case RowKind::paragraph:
        return change(book.sections.edit(owner).body);
    case RowKind::project:
        return change(book.projects);
    case RowKind::plan_line:
        return change(book.projects.edit(owner).plan);
    case RowKind::goal:
        return change(book.projects.edit(owner).goals);
    case RowKind::detail_goal:
        return change(book.projects.edit(owner).detail_goals);
    case RowKind::phase:
        return change(book.projects.edit(owner).phases);
    case RowKind::indicator:
        return change(book.projects.edit(owner).indicators);
    }
}

template <class Row>
Row new_row(const Rows<Row>&, RowId id) {
    Row row;
    row.id = id;
    return row;
}

void carry_out(Book& book, const SetText& operation) {
    const Cell* now = find_cell(book, operation.at);
    if (!now || now->text == operation.text)
        return;
    Cell& cell = *find_cell_to_edit(book, operation.at);
    cell.text = operation.text;
    cell.raw.clear();
    cell.origin = Origin::typed;
}

void carry_out(Book& book, const InsertRow& operation) {
    std::size_t owner = 0;
    const bool in_book = operation.kind == RowKind::project || operation.kind == RowKind::section;
    if (!in_book) {
        const auto place = find_row(book, operation.owner);
        const RowKind wanted = operation.kind == RowKind::paragraph ? RowKind::section : RowKind::project;
        if (!place || place->kind != wanted)
            return;
        owner = place->owner;
    }
    const RowId id = book.new_row_id();
    change_list(book, operation.kind, owner,
                [&](auto& rows) { rows.insert(std::min(operation.index, rows.size()), new_row(rows, id)); });
    for (const auto& [field, text] : operation.cells) {
        if (Cell* cell = find_cell_to_edit(book, {field, id}))
            cell->text = text;
    }
}

template <class Row>
void renew_ids(Book& book, Rows<Row>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows.edit(i).id = book.new_row_id();
}

void carry_out(Book& book, const InsertProject& operation) {
    Project project = operation.project;
    project.id = book.new_row_id();
    renew_ids(book, project.plan);
    renew_ids(book, project.goals);
    renew_ids(book, project.detail_goals);
    renew_ids(book, project.phases);
    renew_ids(book, project.indicators);
    book.projects.insert(std::min(operation.index, book.projects.size()), std::move(project));
}

void carry_out(Book& book, const RemoveRow& operation) {
    if (const auto place = find_row(book, operation.row))
        change_list(book, place->kind, place->owner, [&](auto& rows) { rows.erase(place->index); });
}

void carry_out(Book& book, const MoveRow& operation) {
    const auto place = find_row(book, operation.row);
    if (!place)
        return;
    change_list(book, place->kind, place->owner, [&](auto& rows) {
        auto row = rows[place->index];
        rows.erase(place->index);
        rows.insert(std::min(operation.index, rows.size()), std::move(row));
    });
}

void carry_out(Book& book, const ReplaceBook& operation) {
    book = operation.book;
}
void carry_out(Book& book, const SetTemplate& operation) {
    book.template_id = operation.template_id;
}

} // namespace

Edit set_text(FieldRef at, std::string text, std::string label) {
    return {std::move(label), {SetText{at, std::move(text)}}};
}

void apply(Book& book, const Edit& edit) {
    for (const Operation& operation : edit.operations)
        std::visit([&book](const auto& one) { carry_out(book, one); }, operation);
}

} // namespace jibiao::edit
