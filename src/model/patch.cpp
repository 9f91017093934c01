#include "model/patch.h"

#include <algorithm>
#include <unordered_map>

namespace jibiao {
namespace {

template <class Row>
std::vector<RowId> ids_of(const Rows<Row>& rows) {
    std::vector<RowId> ids;
    ids.reserve(rows.size());
    for (const Row& row : rows)
        ids.push_back(row.id);
    return ids;
}

template <class Row>
std::unordered_map<RowId, std::size_t> index_by_id(const Rows<Row>& rows) {
    std::unordered_map<RowId, std::size_t> index;
    for (std::size_t i = 0; i < rows.size(); ++i)
        index.emplace(rows[i].id, i);
    return index;
}

template <class Row>
std::vector<Row> changed_rows(const Rows<Row>& before, const Rows<Row>& after) {
    const auto old_index = index_by_id(before);
    std::vector<Row> changed;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto old = old_index.find(after[i].id);
        const bool same = old != old_index.end() &&
                          (after.shares(i, before, old->second) || after[i] == before[old->second]);
        if (!same)
            changed.push_back(after[i]);
    }
    return changed;
}

template <class Row>
Rows<Row> patched_rows(const Rows<Row>& before, const std::vector<RowId>& order,
                       const std::vector<Row>& changed) {
    const auto old_index = index_by_id(before);
    Rows<Row> result;
    for (const RowId id : order) {
        const auto fresh =
            std::find_if(changed.begin(), changed.end(), [id](const Row& row) { return row.id == id; });
        const auto old = old_index.find(id);
        if (fresh != changed.end())
            result.push_back(*fresh);
        else if (old != old_index.end())
            result.push_back_shared(before, old->second);
    }
    return result;
}

} // namespace

Patch difference(const Book& before, const Book& after) {
    const BookHead& head = after;
    Patch patch;
    if (!(head == before))
        patch.head = head;
    patch.sections = ids_of(after.sections);
    patch.new_sections = changed_rows(before.sections, after.sections);
    patch.projects = ids_of(after.projects);
    patch.new_projects = changed_rows(before.projects, after.projects);
    return patch;
}

void apply_patch(Book& book, const Patch& patch) {
    if (patch.head)
        static_cast<BookHead&>(book) = *patch.head;
    book.sections = patched_rows(book.sections, patch.sections, patch.new_sections);
    book.projects = patched_rows(book.projects, patch.projects, patch.new_projects);
}

} // namespace jibiao
