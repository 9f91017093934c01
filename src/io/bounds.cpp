#include "io/bounds.h"

#include "base/words.h"
#include "io/text_place.h"
#include "model/field.h"

#include <string>

namespace jibiao::io {
namespace {

/// `what`: with a place for the bound.
std::string advise(std::string_view what, std::size_t bound) {
    return fill(tr("{1}，不像是预算绩效文本；请检查文件，或拆分后再打开。"),
                {fill(what, {std::to_string(bound)})});
}

} // namespace

std::optional<Error> check_file_size(std::string_view bytes) {
    if (bytes.size() <= largest_file)
        return std::nullopt;
    return Error{advise(tr("文件超过 {1} MB"), largest_file >> 20)};
}

Error too_deep(std::string_view text, std::size_t offset) {
    return error_at(text, offset, advise(tr("起内容嵌套超过 {1} 层"), deepest));
}

Error too_many_values(std::string_view text, std::size_t offset) {
    return error_at(text, offset, advise(tr("起内容超过 {1} 项"), most_values));
}

std::size_t cells_in(const ContentsLine&) {
    return contents_cells().size();
}
std::size_t cells_in(const Table&) {
    return table_cells().size();
}
std::size_t cells_in(const TableRow&) {
    return table_row_cells().size();
}
std::size_t cells_in(const Project&) {
    return project_cells().size();
}
std::size_t cells_in(const PlanLine&) {
    return plan_cells().size();
}
std::size_t cells_in(const Phase&) {
    return phase_cells().size();
}
std::size_t cells_in(const Indicator&) {
    return indicator_cells().size();
}

bool Tally::add(std::size_t cells, std::size_t memory, bool is_project) {
    cells_ += cells;
    memory_ += memory;
    projects_ += is_project ? 1 : 0;
    if (error_)
        return false;
    if (projects_ > most_projects)
        error_ = Error{advise(tr("文件里项目超过 {1} 个"), most_projects)};
    else if (cells_ > most_cells)
        error_ = Error{advise(tr("文件里单元格超过 {1} 个"), most_cells)};
    else if (memory_ > most_memory_)
        error_ = Error{advise(tr("文件里几乎全是空行"), 0)};
    return !error_;
}

std::optional<Error> check_bounds(const Book& book, std::size_t file_size) {
    Tally tally(file_size);
    const auto all = [&tally](const auto& rows) {
        for (const auto& row : rows)
            tally.add(row);
    };
    all(book.contents);
    all(book.sections);
    for (const Section& section : book.sections) {
        all(section.body);
        all(section.tables);
        for (const Table& table : section.tables)
            all(table.rows);
    }
    all(book.projects);
    for (const Project& project : book.projects) {
        all(project.plan);
        all(project.goals);
        all(project.detail_goals);
        all(project.phases);
        all(project.indicators);
    }
    return tally.error();
}

} // namespace jibiao::io
