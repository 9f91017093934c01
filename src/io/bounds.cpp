#include "io/bounds.h"

#include "io/text_place.h"
#include "model/field.h"

#include <string>

namespace jibiao::io {
namespace {

constexpr std::string_view advice = "，不像是预算绩效文本；请检查文件，或拆分后再打开。";

Error too_much(const std::string& what) {
    return Error{"文件里" + what + std::string(advice)};
}

} // namespace

std::optional<Error> check_file_size(std::string_view bytes) {
    if (bytes.size() <= largest_file)
        return std::nullopt;
    return Error{"文件超过 " + std::to_string(largest_file >> 20) + " MB" + std::string(advice)};
}

Error too_deep(std::string_view text, std::size_t offset) {
    return error_at(text, offset, "起内容嵌套超过 " + std::to_string(deepest) + " 层" + std::string(advice));
}

Error too_many_values(std::string_view text, std::size_t offset) {
    return error_at(text, offset, "起内容超过 " + std::to_string(most_values) + " 项" + std::string(advice));
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
        error_ = too_much("项目超过 " + std::to_string(most_projects) + " 个");
    else if (cells_ > most_cells)
        error_ = too_much("单元格超过 " + std::to_string(most_cells) + " 个");
    else if (memory_ > most_memory_)
        error_ = too_much("几乎全是空行");
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
