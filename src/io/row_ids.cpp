#include "io/row_ids.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace jibiao::io {
namespace {

/// Ids beyond this leave too little room for new rows.
constexpr RowId highest_id = 4'000'000'000;

/// Calls `visit(rows, index)` for every row of the book.
template <class Visit>
void for_each_row(Book& book, Visit&& visit) {
    const auto all = [&visit](auto& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            visit(rows, i);
    };
    all(book.contents);
    all(book.sections);
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        Section& section = book.sections.edit(i);
        all(section.body);
        all(section.tables);
        for (std::size_t table = 0; table < section.tables.size(); ++table)
            all(section.tables.edit(table).rows);
    }
    all(book.projects);
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        Project& project = book.projects.edit(i);
        all(project.plan);
        all(project.goals);
        all(project.detail_goals);
        all(project.phases);
        all(project.indicators);
    }
}

} // namespace

void repair_row_ids(Book& book) {
    RowId highest = 0;
    for_each_row(book, [&highest](auto& rows, std::size_t i) { highest = std::max(highest, rows[i].id); });
    const bool exhausted = highest > highest_id || book.last_row_id > highest_id;
    book.last_row_id = exhausted ? 0 : std::max(book.last_row_id, highest);

    std::unordered_set<RowId> taken;
    std::size_t replaced = 0;
    for_each_row(book, [&](auto& rows, std::size_t i) {
        if (!exhausted && rows[i].id != 0 && taken.insert(rows[i].id).second)
            return;
        rows.edit(i).id = book.new_row_id();
        taken.insert(book.last_row_id);
        ++replaced;
    });
    if (replaced > 0)
        book.notes.push_back(
            {0, "文件里有 " + std::to_string(replaced) + " 行的编号重复、缺失或过大，已重新编号。"});
}

} // namespace jibiao::io
