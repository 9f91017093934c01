#pragma once
#include "model/book.h"

#include <optional>
#include <vector>

/// What changed between two revisions (typing, fix, undo, import), so that the journal can store each change
/// by itself: sections and projects that changed, of a project's indicators only those that did.

namespace jibiao {

/// A project of which indicators stay.
struct ProjectPatch {
    Project project; ///< As it is now, but of its indicators only those that changed or are new.
    std::optional<std::vector<RowId>> indicators; ///< Ids in their new order, if it is another one.
};

struct Patch {
    std::optional<BookHead> head;      ///< Only if it changed.
    std::vector<RowId> sections;       ///< Ids in their new order.
    std::vector<Section> new_sections; ///< Those that changed or are new.
    std::vector<RowId> projects;
    std::vector<Project> new_projects;
    std::vector<ProjectPatch> changed_projects; ///< None of them is in new_projects.
};

Patch difference(const Book& before, const Book& after);

/// apply_patch(before, difference(before, after)) makes `before` equal to `after`. An id that is in neither
/// the patch nor the book (a damaged journal) is left out.
void apply_patch(Book& book, const Patch& patch);

} // namespace jibiao
