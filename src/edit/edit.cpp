#include "edit/edit.h"

#include "edit/sections.h"
#include "model/ordinal.h"

#include <algorithm>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace jibiao::edit {
namespace {

template <class Row>
Row new_row(const Rows<Row>&, RowId id) {
    Row row;
    row.id = id;
    return row;
}

void retype(Cell& cell, std::string text) {
    cell.text = std::move(text);
    cell.raw.clear();
    cell.origin = Origin::typed;
}

/// A caption that holds the project's name goes on to do so.
void rename_in_caption(Project& project, const std::string& before) {
    const std::size_t at = before.empty() ? std::string::npos : project.caption.text.find(before);
    if (at == std::string::npos)
        return;
    std::string caption = project.caption.text;
    caption.replace(at, before.size(), project.name.text);
    retype(project.caption, std::move(caption));
}

void carry_out(Book& book, const SetText& operation) {
    const Cell* now = find_cell(book, operation.at);
    if (!now || now->text == operation.text)
        return;
    Cell& cell = *find_cell_to_edit(book, operation.at);
    const std::string before = cell.text;
    retype(cell, operation.text);
    if (operation.at.field == Field::name)
        rename_in_caption(book.projects.edit(*book.projects.index_of(operation.at.row)), before);
}

/// The kind of row that rows of `kind` belong to.
RowKind owner_kind(RowKind kind) {
    switch (kind) {
    case RowKind::paragraph:
    case RowKind::table:
        return RowKind::section;
    case RowKind::table_row:
        return RowKind::table;
    default:
        return RowKind::project;
    }
}

/// Empty for rows that have no ordinals.
SectionNumbers numbers_if(bool is_section, const Book& book) {
    return is_section ? section_numbers(book) : SectionNumbers{};
}

/// The source numbers goals; where they are counted anew, what it printed says something else.
void forget_numbers(Rows<Goal>& goals, std::size_t from) {
    for (std::size_t i = from; i < goals.size(); ++i) {
        if (read_ordinal(goals[i].text.raw).style != OrdinalStyle::none)
            goals.edit(i).text.raw.clear();
    }
}
template <class Row>
void forget_numbers(Rows<Row>&, std::size_t) {}

/// Calls `visit(index, number)` for every project's table with an ordinal in its caption.
template <class Visit>
void for_each_numbered_caption(const Book& book, Visit&& visit) {
    int number = 0;
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const Project& project = book.projects[i];
        number += project.kind == ProjectKind::project ? 1 : 0;
        if (project.kind == ProjectKind::project &&
            read_ordinal(project.caption.text).style != OrdinalStyle::none)
            visit(i, number);
    }
}

/// Projects whose captions count them rightly.
std::unordered_set<RowId> counted_captions(const Book& book) {
    std::unordered_set<RowId> counted;
    for_each_numbered_caption(book, [&](std::size_t i, int number) {
        if (read_ordinal(book.projects[i].caption.text).number == number)
            counted.insert(book.projects[i].id);
    });
    return counted;
}

std::unordered_set<RowId> counted_if(bool is_project, const Book& book) {
    return is_project ? counted_captions(book) : std::unordered_set<RowId>{};
}

/// After projects came, went or moved: captions that counted rightly go on to do so.
void renumber_captions(Book& book, const std::unordered_set<RowId>& counted) {
    for_each_numbered_caption(book, [&](std::size_t i, int number) {
        const std::string& caption = book.projects[i].caption.text;
        if (counted.contains(book.projects[i].id) && read_ordinal(caption).number != number)
            retype(book.projects.edit(i).caption, with_number(caption, number));
    });
}

/// Rows that come by thousands, with a paste: searching the book for each of their cells would take seconds.
template <class Row>
bool fill(Row& row, const InsertRow& operation) {
    if constexpr (requires { cell_of(row, Field::none); }) {
        for (const auto& [field, text] : operation.cells) {
            if (const Cell* cell = cell_of(row, field))
                const_cast<Cell*>(cell)->text = text; // `row` can be written to.
        }
        return true;
    }
    return false;
}

/// The list for rows of `kind` below the row `owner`.
std::optional<RowPlace> list_below(const Book& book, RowKind kind, RowId owner) {
    RowPlace place{kind};
    if (place.in_book())
        return place;
    const auto above = find_row(book, owner);
    if (!above || above->kind != owner_kind(kind))
        return std::nullopt;
    place.owner = above->owner;
    place.table = above->index; // Used where the owner is a table.
    return place;
}

void carry_out(Book& book, const InsertRow& operation) {
    const auto place = list_below(book, operation.kind, operation.owner);
    if (!place)
        return;
    const SectionNumbers numbers = numbers_if(operation.kind == RowKind::section, book);
    const auto counted = counted_if(operation.kind == RowKind::project, book);
    const RowId id = book.new_row_id();
    bool filled = false;
    edit_list(book, *place, [&](auto& rows) {
        const std::size_t index = std::min(operation.index, rows.size());
        filled = fill(rows.insert(index, new_row(rows, id)), operation);
        forget_numbers(rows, index);
    });
    for (const auto& [field, text] : operation.cells) {
        if (Cell* cell = filled ? nullptr : find_cell_to_edit(book, {field, id}))
            cell->text = text;
    }
    if (operation.kind == RowKind::section)
        book.sections.edit(*book.sections.index_of(id)).level = operation.level;
    renumber(book, numbers);
    renumber_captions(book, counted);
}

template <class Row>
void renew_ids(Book& book, Row& row);
template <class Row>
void renew_ids(Book& book, Rows<Row>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        renew_ids(book, rows.edit(i));
}
/// Of the row and of all below it.
template <class Row>
void renew_ids(Book& book, Row& row) {
    row.id = book.new_row_id();
    if constexpr (std::is_same_v<Row, Project>) {
        renew_ids(book, row.plan);
        renew_ids(book, row.goals);
        renew_ids(book, row.detail_goals);
        renew_ids(book, row.phases);
        renew_ids(book, row.indicators);
    } else if constexpr (std::is_same_v<Row, Section>) {
        renew_ids(book, row.body);
        renew_ids(book, row.tables);
    } else if constexpr (std::is_same_v<Row, Table>) {
        renew_ids(book, row.rows);
    }
}

template <class Row>
void insert_copy(Book& book, const RowPlace& place, std::size_t wanted, const Row& source) {
    edit_list(book, place, [&](auto& rows) {
        if constexpr (std::is_same_v<decltype(rows), Rows<Row>&>) {
            Row row = source;
            renew_ids(book, row);
            const std::size_t index = std::min(wanted, rows.size());
            rows.insert(index, std::move(row));
            forget_numbers(rows, index);
        }
    });
}

void carry_out(Book& book, const InsertCopy& operation) {
    const auto place = list_below(book, operation.kind, operation.owner);
    if (!place)
        return;
    const SectionNumbers numbers = numbers_if(operation.kind == RowKind::section, book);
    const auto counted = counted_if(operation.kind == RowKind::project, book);
    std::visit([&](const auto& row) { insert_copy(book, *place, operation.index, row); }, operation.row);
    renumber(book, numbers);
    renumber_captions(book, counted);
}

/// The projects below a section that goes stand below the one before it, of the first one below the next.
void hand_projects_on(Book& book, std::size_t section) {
    const std::size_t heir = section > 0 ? section - 1 : 1;
    const RowId before = heir < book.sections.size() ? book.sections[heir].id : 0;
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        if (book.projects[i].section == book.sections[section].id)
            book.projects.edit(i).section = before;
    }
}

template <class Row>
concept HasCells = requires(const Row& row) {
    for_each_cell(row, [](FieldRef, const Cell&) {});
};

/// The row and all that stand below it.
template <class Row>
std::unordered_set<RowId> rows_of(const Row& row) {
    std::unordered_set<RowId> rows{row.id};
    if constexpr (HasCells<Row>)
        for_each_cell(row, [&rows](FieldRef at, const Cell&) { rows.insert(at.row); });
    else if constexpr (std::is_same_v<Row, Table>)
        std::ranges::for_each(row.rows, [&rows](const TableRow& below) { rows.insert(below.id); });
    return rows;
}

/// What was said is about a row: without the row it says nothing.
void forget_words(Book& book, const std::unordered_set<RowId>& gone) {
    const auto is_gone = [&gone](const auto& one) { return gone.contains(one.at.row); };
    std::erase_if(book.suppressions, is_gone);
    std::erase_if(book.comments, is_gone);
}

void carry_out(Book& book, const RemoveRow& operation) {
    const auto place = find_row(book, operation.row);
    if (!place)
        return;
    const bool is_section = place->kind == RowKind::section;
    const SectionNumbers numbers = numbers_if(is_section, book);
    const auto counted = counted_if(place->kind == RowKind::project, book);
    if (is_section)
        hand_projects_on(book, place->index);
    edit_list(book, *place, [&](auto& rows) {
        forget_words(book, rows_of(rows[place->index]));
        rows.erase(place->index);
        forget_numbers(rows, place->index);
    });
    renumber(book, numbers);
    renumber_captions(book, counted);
}

void carry_out(Book& book, const MoveRow& operation) {
    const auto place = find_row(book, operation.row);
    if (!place)
        return;
    const SectionNumbers numbers = numbers_if(place->kind == RowKind::section, book);
    const auto counted = counted_if(place->kind == RowKind::project, book);
    edit_list(book, *place, [&](auto& rows) {
        auto row = rows[place->index];
        rows.erase(place->index);
        const std::size_t index = std::min(operation.index, rows.size());
        rows.insert(index, std::move(row));
        forget_numbers(rows, std::min(index, place->index));
    });
    renumber(book, numbers);
    renumber_captions(book, counted);
}

void carry_out(Book& book, const ReplaceBook& operation) {
    book = operation.book;
}
void carry_out(Book& book, const SetTemplate& operation) {
    book.template_id = operation.template_id;
}

auto find_suppression(Book& book, const Suppression& wanted) {
    return std::ranges::find_if(book.suppressions,
                                [&wanted](const Suppression& one) { return one.about_same(wanted); });
}

void carry_out(Book& book, const Suppress& operation) {
    const Suppression& suppression = operation.suppression;
    if (suppression.at.row != 0 && !find_row(book, suppression.at.row))
        return;
    const auto known = find_suppression(book, suppression);
    if (known == book.suppressions.end())
        book.suppressions.push_back(suppression);
    else
        *known = suppression;
}

void carry_out(Book& book, const Unsuppress& operation) {
    const auto known = find_suppression(book, operation.suppression);
    if (known != book.suppressions.end())
        book.suppressions.erase(known);
}

void carry_out(Book& book, const AddComment& operation) {
    const FieldRef at = operation.comment.at;
    if (at.row == 0 || find_row(book, at.row))
        book.comments.push_back(operation.comment);
}

void carry_out(Book& book, const RemoveComment& operation) {
    auto& comments = book.comments;
    const bool is_there = operation.index < comments.size() && comments[operation.index] == operation.comment;
    const auto found = is_there ? comments.begin() + static_cast<std::ptrdiff_t>(operation.index)
                                : std::ranges::find(comments, operation.comment);
    if (found != comments.end())
        comments.erase(found);
}

void carry_out(Book& book, const Confirm& operation) {
    const Cell* now = find_cell(book, operation.at);
    if (now && now->origin == Origin::carried)
        find_cell_to_edit(book, operation.at)->origin = Origin::typed;
}

void carry_out(Book& book, const RecordCheck& operation) {
    book.last_check = operation.record;
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
