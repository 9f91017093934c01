#include "app/paste.h"

#include "base/text.h"
#include "base/words.h"

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

void say_count(std::string& text, std::size_t count, std::string_view words) {
    if (count > 0)
        text.append(text.empty() ? "" : tr("，")).append(fill(words, {std::to_string(count)}));
}

} // namespace

PastePlan plan_paste(const Grid& grid, FieldRef at, const std::vector<std::vector<std::string>>& block) {
    const std::size_t first_row = grid.row_of(at.row).value_or(grid.size());
    const auto first_column = static_cast<std::size_t>(
        std::ranges::find(grid.columns, at.field, &TableColumn::field) - grid.columns.begin());
    PastePlan plan;
    plan.edit.label = word("粘贴表格");
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
    std::string text;
    say_count(text, plan.new_rows, tr("新增 {1} 行"));
    say_count(text, plan.changed, tr("改动 {1} 格"));
    say_count(text, plan.unchanged, tr("{1} 格没有变化"));
    say_count(text, plan.repeats_heads ? 1 : 0, tr("表头没有重复粘贴"));
    say_count(text, plan.beside, tr("{1} 格没有粘贴：表格右边没有这些列"));
    return text;
}

} // namespace jibiao::app
