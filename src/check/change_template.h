#pragma once
#include "edit/edit.h"
#include "templates/template.h"

namespace jibiao::check {

/// The book in another form. Nothing is lost: what the new form has no place for stays where it is
/// (templates/shown.h). Cells are changed only where changing back to `from` gives the same text again:
/// - a target in one cell is put into the columns for sign, value and unit, or the other way;
/// - levels that are the same category under another name get the new form's name, unless that name
///   already stands in other rows;
/// - a project without a spending plan gets the new form's checkpoints as blank lines, and loses them with
///   the form that asked for them.
/// Texts that were already written as the other form has them are the exception: coming back they are
/// written as `from` has them.
edit::Edit change_template(const Book& book, const Template& from, const Template& to);

} // namespace jibiao::check
