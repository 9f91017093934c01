#include "io/row_ids.h"

#include "io/bounds.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace jibiao::io {
namespace {

/// Ids beyond this leave too little room for new rows.
constexpr RowId highest_id = 4'000'000'000;

constexpr int deepest_level = static_cast<int>(deepest);

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

/// Follows the sections to their new ids; the number of projects whose section is not there.
std::size_t place_projects(Book& book, const std::unordered_map<RowId, RowId>& sections) {
    std::size_t astray = 0;
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const RowId section = book.projects[i].section;
        if (section == 0)
            continue;
        const auto found = sections.find(section);
        const RowId now = found == sections.end() ? 0 : found->second;
        astray += now == 0 ? 1 : 0;
        if (now != section)
            book.projects.edit(i).section = now;
    }
    return astray;
}

/// What was said of rows (suppressions, comments) follows them to their new ids.
template <class Said>
void place_words(Book& book, std::vector<Said>& all, std::string_view what,
                 const std::unordered_map<RowId, RowId>& rows) {
    const std::size_t astray = std::erase_if(
        all, [&rows](const Said& one) { return one.at.row != 0 && !rows.contains(one.at.row); });
    for (Said& one : all) {
        if (one.at.row != 0)
            one.at.row = rows.at(one.at.row);
    }
    if (astray > 0)
        book.notes.push_back({0, "文件里有 " + std::to_string(astray) + " 条" + std::string(what) +
                                     "所说的行不存在，已略过。"});
}

void repair_levels(Book& book) {
    std::size_t replaced = 0;
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        if (book.sections[i].level <= deepest_level)
            continue;
        book.sections.edit(i).level = deepest_level;
        ++replaced;
    }
    if (replaced > 0)
        book.notes.push_back({0, "文件里有 " + std::to_string(replaced) + " 个章节的层次过深，已改为第 " +
                                     std::to_string(deepest_level) + " 层。"});
}

} // namespace

void repair_rows(Book& book) {
    RowId highest = 0;
    for_each_row(book, [&highest](auto& rows, std::size_t i) { highest = std::max(highest, rows[i].id); });
    const bool exhausted = highest > highest_id || book.last_row_id > highest_id;
    book.last_row_id = exhausted ? 0 : std::max(book.last_row_id, highest);

    std::unordered_map<RowId, RowId> all; // Old id, new id.
    std::unordered_map<RowId, RowId> sections;
    std::size_t replaced = 0;
    for_each_row(book, [&](auto& rows, std::size_t i) {
        const RowId old = rows[i].id;
        if (exhausted || old == 0 || all.contains(old)) { // New ids are beyond all old ones.
            rows.edit(i).id = book.new_row_id();
            ++replaced;
        }
        all.try_emplace(old, rows[i].id);
        if (static_cast<const void*>(&rows) == &book.sections)
            sections.try_emplace(old, rows[i].id);
    });
    all.erase(0);
    sections.erase(0);
    const std::size_t astray = place_projects(book, sections);
    if (replaced > 0)
        book.notes.push_back(
            {0, "文件里有 " + std::to_string(replaced) + " 行的编号重复、缺失或过大，已重新编号。"});
    if (astray > 0)
        book.notes.push_back(
            {0, "文件里有 " + std::to_string(astray) + " 个项目所属的章节不存在，已排在全部章节之后。"});
    place_words(book, book.suppressions, "不改的理由", all);
    place_words(book, book.comments, "批注", all);
    repair_levels(book);
}

} // namespace jibiao::io
