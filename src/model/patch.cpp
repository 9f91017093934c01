#include "model/patch.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jibiao {
namespace {

using Ids = std::vector<RowId>;

template <class List>
Ids ids_of(const List& rows) {
    Ids ids;
    ids.reserve(rows.size());
    for (const auto& row : rows)
        ids.push_back(row.id);
    return ids;
}

/// Where rows stand. Most stand where they stood, so that they need no index.
class Places {
  public:
    explicit Places(Ids ids) : ids_(std::move(ids)) {}

    /// `likely`: where it may stand. Nothing if there is no such row; of several the first.
    std::optional<std::size_t> find(RowId id, std::size_t likely = 0) {
        if (likely < ids_.size() && ids_[likely] == id)
            return likely;
        if (index_.empty()) {
            for (std::size_t i = 0; i < ids_.size(); ++i)
                index_.emplace(ids_[i], i);
        }
        const auto found = index_.find(id);
        return found == index_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    Ids ids_;
    std::unordered_map<RowId, std::size_t> index_; ///< Made when first needed.
};

/// Calls with each row that changed or is new, and where it stood.
template <class Row, class Visit>
void for_each_changed(const Rows<Row>& before, const Rows<Row>& after, Visit&& visit) {
    Places old(ids_of(before));
    for (std::size_t i = 0; i < after.size(); ++i) {
        const std::optional<std::size_t> at = old.find(after[i].id, i);
        if (!at || !(after.shares(i, before, *at) || after[i] == before[*at]))
            visit(after[i], at);
    }
}

template <class Row, class Changed>
Rows<Row> patched_rows(const Rows<Row>& before, const Ids& order, const Changed& changed) {
    Places old(ids_of(before)), fresh(ids_of(changed));
    std::unordered_set<RowId> done; // A damaged entry may name a row again and again.
    Rows<Row> result;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!done.insert(order[i]).second)
            continue;
        if (const auto now = fresh.find(order[i]))
            result.push_back(changed[*now]);
        else if (const auto at = old.find(order[i], i))
            result.push_back_shared(before, *at);
    }
    return result;
}

/// Nothing if no indicator stays: the project as it is says it shorter.
std::optional<ProjectPatch> difference(const Project& before, const Project& after) {
    Rows<Indicator> changed;
    for_each_changed(
        before.indicators, after.indicators,
        [&changed](const Indicator& row, std::optional<std::size_t>) { changed.push_back(row); });
    if (changed.size() == after.indicators.size())
        return std::nullopt;
    ProjectPatch patch{after, ids_of(after.indicators)};
    patch.project.indicators = std::move(changed);
    if (patch.indicators == ids_of(before.indicators))
        patch.indicators.reset();
    return patch;
}

Project patched(const Project& before, const ProjectPatch& patch) {
    const Rows<Indicator>& rows = before.indicators;
    Project project = patch.project;
    project.indicators =
        patched_rows(rows, patch.indicators ? *patch.indicators : ids_of(rows), patch.project.indicators);
    return project;
}

} // namespace

Patch difference(const Book& before, const Book& after) {
    const BookHead& head = after;
    Patch patch;
    if (!(head == before))
        patch.head = head;
    patch.sections = ids_of(after.sections);
    for_each_changed(before.sections, after.sections,
                     [&patch](const Section& section, auto) { patch.new_sections.push_back(section); });
    patch.projects = ids_of(after.projects);
    for_each_changed(before.projects, after.projects, [&](const Project& project, auto at) {
        if (auto rows = at ? difference(before.projects[*at], project) : std::nullopt)
            patch.changed_projects.push_back(*std::move(rows));
        else
            patch.new_projects.push_back(project);
    });
    return patch;
}

void apply_patch(Book& book, const Patch& patch) {
    if (patch.head)
        static_cast<BookHead&>(book) = *patch.head;
    book.sections = patched_rows(book.sections, patch.sections, patch.new_sections);
    std::vector<Project> projects = patch.new_projects;
    Places old(ids_of(book.projects));
    std::unordered_set<RowId> done;
    for (const ProjectPatch& changed : patch.changed_projects) {
        const auto at = old.find(changed.project.id);
        if (at && done.insert(changed.project.id).second)
            projects.push_back(patched(book.projects[*at], changed));
    }
    book.projects = patched_rows(book.projects, patch.projects, projects);
}

} // namespace jibiao
