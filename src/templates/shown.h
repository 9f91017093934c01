#pragma once
#include "templates/template.h"

#include <vector>

/// What of a book its form has a place for. The rest is kept, shown as "其他内容" and counted when the form
/// is changed.

namespace jibiao {

/// The single cells that the form's table has, in order. A form without a table for the department shows one
/// in the shape of a project's.
const std::vector<Field>& fields_of(const Template& form, ProjectKind kind);
/// Whether the form has a field, a list or a column for such cells of a project's or the department's table.
bool shows(const Template& form, ProjectKind kind, Field field);
/// Whether the form has the cell on its cover or above its text. Every document has a title.
bool shows_on_cover(const Template& form, Field field);
/// Whether a table about the department has such a cell of its own or of its rows. A table that the form does
/// not know (null) has none of them.
bool shows(const TableForm* form, Field field);

/// Filled cells of a table for which the form has no place, in the order of for_each_cell. Of a spending plan
/// these are the percentages, all of them if one is filled: its checkpoints are their labels.
std::vector<FieldRef> not_shown(const Template& form, const Project& project);
/// The same of a table about the department; {none, id} alone if the form has no such table.
std::vector<FieldRef> not_shown(const Template& form, const Table& table);
/// The same of the book; the department's own table counts with {none, id} if the form has none.
std::vector<FieldRef> not_shown(const Template& form, const Book& book);

} // namespace jibiao
