#pragma once
#include "edit/edit.h"
#include "templates/grid.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What becomes of a block of cells that is laid over a grid, before it is done: which of its columns goes
/// where, and what each cell would be.

namespace jibiao::app {

enum class PasteFate : std::uint8_t {
    unchanged, ///< The cell says the same already; also a blank that has no column.
    changed,
    added,    ///< Into a row that is yet to be made.
    refused,  ///< Not pasted, see PasteRefusal.
    left_out, ///< Its column is left out by choice, and it is not blank.
};

enum class PasteRefusal : std::uint8_t {
    none,
    no_column, ///< The grid has none for it.
    too_long,  ///< Typed, it would be cut (app/limits.h).
    no_level,  ///< A category that the form does not have.
};

struct PasteCell {
    PasteFate fate = PasteFate::unchanged;
    PasteRefusal why = PasteRefusal::none;
    std::string text; ///< What is pasted; of a merged category, the one above.
};

using PasteRows = std::vector<std::vector<std::string>>;
/// For each column of the block the one that it goes to. Field::none: left out by choice; nothing: the grid
/// has none for it.
using PasteColumns = std::vector<std::optional<Field>>;

/// How a block is laid over a grid.
struct PasteOrder {
    std::size_t heads = 0; ///< So many rows at its top are headings, and not pasted.
    PasteColumns columns;
    bool operator==(const PasteOrder&) const = default;
};

struct PastePlan {
    /// Of the block's rows but the headings.
    std::vector<std::vector<PasteCell>> cells;
    std::size_t first_row = 0; ///< Of the grid, the one that the first of them goes to.
    std::size_t new_rows = 0;  ///< At the end of the grid.
    /// Cells of that fate; of those added, the ones that are not blank.
    std::size_t unchanged = 0, changed = 0, added = 0, left_out = 0;
    std::size_t overwritten = 0;          ///< Of those changed, the ones that were not blank.
    std::array<std::size_t, 4> refused{}; ///< By PasteRefusal.
    std::size_t heads = 0;                ///< Rows that are headings.
    edit::Edit edit;                      ///< All of it: one undo step.

    std::size_t all_refused() const;
    /// Cells that are pasted.
    std::size_t pasted() const { return changed + added; }
};

/// The column that a heading names, in the words of all forms; nothing if it names none.
using HeadingReader = std::function<std::optional<Field>(std::string_view cell)>;

/// Headings of the block, if it has some, say which column goes where; else their places do, from `at` on.
/// `heads`: so many rows are headings for certain.
PasteOrder guess_order(const Grid& grid, FieldRef at, const PasteRows& block, const HeadingReader& read,
                       std::optional<std::size_t> heads = {});

/// The block's first row but the headings goes to the row of `at`, a cell of the grid. Where merged cells
/// leave a category blank, it is the one above it. The form says which categories there are.
PastePlan plan_paste(const Grid& grid, const Template& form, FieldRef at, const PasteRows& block,
                     const PasteOrder& order);

/// Few cells into blank ones, all of which fit: nobody has to see that first.
bool is_plain(const PastePlan& plan);

/// As many times as it goes into a block of `rows` × `columns` cells, if it fills that; else as it is.
PasteRows tiled(const PasteRows& block, std::size_t rows, std::size_t columns);

/// 新增 2 行，改动 3 格，1 格没有变化；4 格没有粘贴：2 格没有对应的列，2 格太长.
std::string in_words(const PastePlan& plan);
/// 没有对应的列.
std::string_view in_words(PasteRefusal why);

// ---- what is remembered ----

/// Blocks of one shape have the same headings, or as many columns that begin at the same one.
std::string shape_of(FieldRef at, const PasteRows& block, const PasteOrder& order);
/// The columns that a person chose for a shape, in a preference; nothing if there are none for so many.
std::optional<PasteColumns> remembered_columns(std::string_view preference, std::string_view shape,
                                               std::size_t count);
/// The preference with these; nothing: without. Those chosen last come first, the oldest go.
std::string remember_columns(std::string_view preference, std::string_view shape,
                             const std::optional<PasteColumns>& columns);

} // namespace jibiao::app
