#include "io/upgrade.h"

#include "io/format.h"
#include "model/field.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace jibiao::io {
namespace {

/// Text that follows a table has no heading: its section begins with its first paragraph.
int first_line_of(const Section& section) {
    if (section.heading.line > 0)
        return section.heading.line;
    for (const Paragraph& paragraph : section.body) {
        if (paragraph.text.line > 0)
            return paragraph.text.line;
    }
    return 0;
}

int first_line_of(const Project& project) {
    int first = 0;
    for_each_cell(project, [&first](FieldRef, const Cell& cell) {
        if (cell.line > 0 && (first == 0 || cell.line < first))
            first = cell.line;
    });
    return first;
}

/// Version 1 kept sections and projects in two lists, without a word on what stands below what. The source's
/// lines say it: a project stands below the last section that begins before it. What was added by hand has no
/// line, and stays behind all sections, where version 1 showed it.
void from_1(Book& book) {
    std::map<int, RowId> begins; // First line → section; they stand in order, but who knows.
    for (const Section& section : book.sections) {
        if (const int line = first_line_of(section); line > 0)
            begins[line] = section.id;
    }
    for (std::size_t i = 0; i < book.projects.size(); ++i) {
        const int line = first_line_of(book.projects[i]);
        const auto behind = begins.lower_bound(line);
        if (book.projects[i].section == 0 && line > 0 && behind != begins.begin())
            book.projects.edit(i).section = std::prev(behind)->second;
    }
}

/// Nobody had given a reason yet, and no check was recorded: both are empty.
void from_2(Book&) {}

/// No cell was taken over yet.
void from_3(Book&) {}

/// Nobody had said anything yet.
void from_4(Book&) {}

/// Books stayed as they were; the journal wrote whole projects.
void from_5(Book&) {}

/// steps[n - 1] leads from version n to version n + 1.
constexpr std::array steps{from_1, from_2, from_3, from_4, from_5};
static_assert(steps.size() == format_version - 1,
              "a new version of the format needs a step from the last one");

} // namespace

void upgrade(Book& book, int from) {
    for (std::size_t step = static_cast<std::size_t>(std::max(from, 1)) - 1; step < steps.size(); ++step)
        steps[step](book);
}

} // namespace jibiao::io
