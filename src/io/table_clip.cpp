#include "io/table_clip.h"

#include "base/decimal.h"
#include "base/text.h"
#include "io/html_text.h"

#include <algorithm>

namespace jibiao::io {
namespace {

std::string quoted(const std::string& cell) {
    if (cell.find_first_of("\t\n\"") == std::string::npos)
        return cell;
    return '"' + replace_all(cell, "\"", "\"\"") + '"';
}

/// Spreadsheets take anything else for a date (1-2), cut its digits (codes) or its zeros (007).
bool is_number_for_all(const std::string& cell) {
    const bool leading_zero = cell.starts_with("0") && cell != "0" && !cell.starts_with("0.");
    return !leading_zero && cell.size() <= 15 && read_decimal(cell);
}

/// A plain <br> would begin another row in Excel.
constexpr std::string_view line_end = "<br style=\"mso-data-placement:same-cell\">";
constexpr std::string_view text_cell = "<td style=\"mso-number-format:'\\@'\">";

} // namespace

TableClip table_clip(const Grid& grid, const GridBlock& block) {
    const auto end_of = [](std::size_t from, std::size_t count, std::size_t most) {
        return from + std::min(count, most - std::min(from, most));
    };
    const std::size_t last_column = end_of(block.column, block.columns, grid.columns.size());
    const std::size_t last_row = end_of(block.row, block.rows, grid.size());
    TableClip clip{"", "<table>"};
    const auto end_cell = [&](std::size_t column) { clip.text += column + 1 < last_column ? '\t' : '\n'; };
    if (block.heads) {
        clip.html += "<thead><tr>";
        for (std::size_t column = block.column; column < last_column; ++column) {
            const std::string& label = grid.columns[column].label;
            clip.html += "<th>" + html_text(label, line_end) + "</th>";
            clip.text += quoted(label);
            end_cell(column);
        }
        clip.html += "</tr></thead>";
    }
    clip.html += "<tbody>";
    for (std::size_t row = block.row; row < last_row; ++row) {
        clip.html += "<tr>";
        for (std::size_t column = block.column; column < last_column; ++column) {
            const std::string& cell = grid.text(row, column);
            clip.html += is_number_for_all(cell) ? "<td>" : text_cell;
            clip.html += html_text(cell, line_end) + "</td>";
            clip.text += quoted(cell);
            end_cell(column);
        }
        clip.html += "</tr>";
    }
    clip.html += "</tbody></table>";
    return clip;
}

} // namespace jibiao::io
