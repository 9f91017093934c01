#pragma once
#include "base/result.h"
#include "model/book.h"

#include <string>
#include <string_view>
#include <vector>

namespace jibiao::io {

/// A table cell or a paragraph as it stands in a text file.
struct SourceCell {
    std::string raw; ///< Without the TAB that separates it; '\n' between its paragraphs.
    int line = 0;
    int last_line = 0;
    bool wrapped = false; ///< A cell of a page: blanks between two ideographs may be line wraps.
    bool paged = false;   ///< A paragraph of a page: the page may end in the middle of it.

    bool blank() const;
};

/// A row of a table, or (with one cell) a paragraph.
struct SourceBlock {
    bool is_row = false;
    std::vector<SourceCell> cells;

    int line() const { return cells.front().line; }
    int last_line() const { return cells.back().last_line; }
    bool blank() const;
    /// The one cell that is not blank; nullptr if there are none or several.
    const SourceCell* only_cell() const;
};

/// Takes a text (valid UTF-8) apart into paragraphs and table rows. Knows the two ways in which converters
/// write tables: a cell a line (TAB in front, rows separated by blank lines, further paragraphs of a cell
/// without the TAB) and a row a line (cells separated by TABs). Cells that a spreadsheet has put in quotes,
/// because they have several lines or quotes inside, come without them. `starts_anew` says which paragraphs
/// never continue a cell. Errors: blank, too large.
Result<std::vector<SourceBlock>> read_blocks(std::string_view text,
                                             bool (*starts_anew)(const void* context, std::string_view line),
                                             const void* context);

/// Without bookmarks ([bookmark: …]) and field codes (TC … \f A \l 1), which converters leave in headings.
std::string_view without_marks(std::string_view paragraph);
/// Whether a field code marks the paragraph as an entry of the table of contents, hence as a heading.
bool has_field_code(std::string_view paragraph);

/// What people see of a cell: marks, outer blanks and line wraps are gone.
std::string clean_text(const SourceCell& source);
Cell to_cell(const SourceCell& source);

/// A blank cell at `index` of a row; where the row is too short, beside its last cell.
Cell blank_cell(const SourceBlock& row, std::size_t index);
/// Index of the first cell that is not blank; row.cells.size() if there is none.
std::size_t first_filled(const SourceBlock& row);

/// 第 3 行, 第 3–5 行.
std::string lines_in_words(int first, int last);

} // namespace jibiao::io
