#pragma once
#include "model/book.h"
#include "model/field.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Edits: the only way in which a book changes. An edit is a value; it can be shown, stored, undone.

namespace jibiao::edit {

/// A caption that holds the name of its project follows the name.
struct SetText {
    FieldRef at;
    std::string text;
};
/// A new row in a project's or section's list, or a new project or section (owner 0).
struct InsertRow {
    RowKind kind = RowKind::indicator;
    RowId owner = 0;
    std::size_t index = 0;                                 ///< Clamped to the list's length.
    std::vector<std::pair<Field, std::string>> cells = {}; ///< What the new row says from the start.
    int level = 0;                                         ///< Of a new section.
};
/// A row as it is, of this book or another one; it and all rows below it get fresh ids. `kind` says which
/// list, where several have rows of this type.
struct InsertCopy {
    RowKind kind = RowKind::project;
    RowId owner = 0;       ///< As of InsertRow.
    std::size_t index = 0; ///< Clamped to the list's length.
    std::variant<Project, Section, Table, TableRow, Paragraph, ContentsLine, PlanLine, Goal, Phase, Indicator>
        row;
};
/// What stands below a section goes with it, but for the sections and projects: they then stand below the
/// section before, or of the first section below the next. Ordinals of headings, captions and goals that were
/// in order stay so, here and wherever rows come or move. Suppressions and comments of what goes go with it.
struct RemoveRow {
    RowId row = 0;
};
/// Within its own list; `index` is where it stands afterwards.
struct MoveRow {
    RowId row = 0;
    std::size_t index = 0;
};
/// Import, open, paste of a whole text.
struct ReplaceBook {
    Book book;
};
/// Labels, columns and checks follow; no cell is touched.
struct SetTemplate {
    std::string template_id;
};
/// A finding stays as it is. Takes the place of what was said about the same finding before; does nothing
/// where the row is gone.
struct Suppress {
    Suppression suppression;
};
/// Takes back what was said about this finding.
struct Unsuppress {
    Suppression suppression;
};
/// Does nothing where the row is gone.
struct AddComment {
    Comment comment;
};
/// The one at `index`, or where another one stands there, the first that is equal.
struct RemoveComment {
    Comment comment;
    std::size_t index = 0; ///< In Book::comments.
};
/// A text of last year's book (Origin::carried) holds for this year, too.
struct Confirm {
    FieldRef at;
};
struct RecordCheck {
    CheckRecord record;
};

using Operation = std::variant<SetText, InsertRow, InsertCopy, RemoveRow, MoveRow, ReplaceBook, SetTemplate,
                               Suppress, Unsuppress, AddComment, RemoveComment, Confirm, RecordCheck>;

struct Edit {
    std::string label; ///< For "撤销：…": what was done, in Chinese.
    std::vector<Operation> operations;
};

/// `text` set in one cell.
Edit set_text(FieldRef at, std::string text, std::string label = "输入");

/// Carries out all operations in order. An operation whose row no longer exists does nothing: a late answer
/// or an old fix must not hurt. Where a section comes, goes or moves, its neighbours are numbered anew
/// (edit/sections.h).
void apply(Book& book, const Edit& edit);

} // namespace jibiao::edit
