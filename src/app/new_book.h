#pragma once
#include "edit/edit.h"
#include "templates/template.h"

namespace jibiao::app {

/// An empty book in a form: one project with its checkpoints and a row for each category that is required.
Book new_book(const Template& form, int year);

/// Adds a blank project of the form at the end of the book.
edit::Edit add_project(const Book& book, const Template& form);

} // namespace jibiao::app
