#include "app/paste.h"

#include "base/text.h"

#include <algorithm>

namespace jibiao::app {
namespace {

/// A table that was copied with its head. One column alone may hold its own label by chance.
bool repeats_heads(const Grid& grid, std::size_t column, const std::vector<std::string>& row) {
    if (row.size() < 2 || column + row.size() > grid.columns.size())
        return false;
    return std::ranges::equal(
        row, std::span(grid.columns).subspan(column, row.size()),
        [](const std::string& cell, const TableColumn& there) { return fold(cell) == fold(there.label); });
}

std::string count_of(std::size_t count, const char* words) {
    return count == 0 ? "" : "，" + std::to_string(count) + words;
}

} // namespace

PastePlan plan_paste(const Grid& grid, FieldRef at, const std::vector<std::vector<std::string>>& block) {
    const std::size_t first_row = grid.row_of(at.row).value_or(grid.size());
    const auto first_column = static_cast<std::size_t>(
        std::ranges::find(grid.columns, at.field, &TableColumn::field) - grid.columns.begin());
    PastePlan plan;
    plan.edit.label = "粘贴表格";
    plan.repeats_heads = !block.empty() && repeats_heads(grid, first_column, block.front());
    std::size_t row = first_row;
    for (const auto& cells : block) {
        auto& fates = plan.fates.emplace_back();
        if (plan.repeats_heads && plan.fates.size() == 1) {
            fates.assign(cells.size(), PasteFate::head);
            continue;
        }
        edit::InsertRow added{grid.kind, grid.owner, row, {}};
        const bool is_new = row >= grid.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t column = first_column + i;
            const std::string text(trim(cells[i]));
            PasteFate fate = PasteFate::unchanged;
            if (column >= grid.columns.size()) {
                fate = text.empty() ? PasteFate::unchanged : PasteFate::beside;
            } else if (is_new) {
                fate = PasteFate::added;
                added.cells.emplace_back(grid.columns[column].field, text);
            } else if (text != grid.text(row, column)) {
                fate = PasteFate::changed;
                plan.edit.operations.emplace_back(edit::SetText{grid.at(row, column), text});
            }
            plan.unchanged += fate == PasteFate::unchanged && column < grid.columns.size();
            plan.changed += fate == PasteFate::changed;
            plan.beside += fate == PasteFate::beside;
            fates.push_back(fate);
        }
        if (is_new) {
            ++plan.new_rows;
            plan.edit.operations.push_back(std::move(added));
        }
        ++row;
    }
    return plan;
}

std::string in_words(const PastePlan& plan) {
    std::string text = plan.new_rows == 0 ? "" : "，新增 " + std::to_string(plan.new_rows) + " 行";
    if (plan.changed > 0)
        text += "，改动 " + std::to_string(plan.changed) + " 格";
    text += count_of(plan.unchanged, " 格没有变化");
    if (plan.repeats_heads)
        text += "，表头没有重复粘贴";
    text += count_of(plan.beside, " 格没有粘贴：表格右边没有这些列");
    return text.empty() ? text : text.substr(std::string_view("，").size());
}

} // namespace jibiao::app
