#pragma once
#include "io/category_names.h"
#include "io/form_words.h"
#include "io/source_text.h"
#include "model/book.h"

#include <vector>

namespace jibiao::io {

/// A column of an indicator table and where its header stands in a row.
struct Column {
    Field field = Field::none; ///< none: a column that the model does not know.
    std::size_t index = 0;
};

/// The columns that a header row names; empty if it is no header row of an indicator table.
std::vector<Column> read_header(const SourceBlock& row, const FormWords& words);
/// A second header row (符号, 值, 单位 below 指标值) refines `columns`. False: `row` is no such row.
bool read_second_header(const SourceBlock& row, std::size_t first_header_size, const FormWords& words,
                        std::vector<Column>& columns);

/// What became of a row.
struct IndicatorRow {
    Indicator indicator;
    std::vector<std::size_t> leftover; ///< Indices of cells without a column.
    bool moved = false;                ///< Cells were put where their kind belongs, not where they stood.
    bool level1_from_tree = false;     ///< 一级指标 restored from the form's tree.
};

/// Reads the rows of one indicator table. Cells that stand under their header are taken as they are; where
/// that makes no sense (a cell is missing, a page break shifted the row) each goes where a cell of its kind
/// belongs.
class IndicatorReader {
  public:
    IndicatorReader(const CategoryNames& categories, const FormWords& words)
        : words_(words), categories_(categories) {}

    void begin(std::vector<Column> columns) { columns_ = std::move(columns); }
    std::vector<Column>& columns() { return columns_; }
    /// Forgets the categories of the table before.
    void forget_categories();

    /// Whether the row has anything of an indicator: a category, or a name with a value.
    bool is_indicator(const SourceBlock& row) const;
    IndicatorRow read(const SourceBlock& row);

  private:
    struct Kind;
    struct Placed {
        std::size_t cell;
        std::size_t column;
        bool operator==(const Placed&) const = default;
    };

    Kind kind_of(const SourceCell& cell) const;
    bool fits_as_it_stands(const std::vector<Kind>& filled) const;
    std::vector<Placed> place_as_it_stands(const std::vector<Kind>& filled) const;
    std::vector<Placed> place_by_kind(const std::vector<Kind>& filled) const;
    std::size_t column_at(std::size_t index) const;
    bool has_column(Field field) const;
    int affinity(const Kind& kind, Field field, bool free_level2) const;
    void complete_categories(IndicatorRow& row);

    const FormWords& words_;
    const CategoryNames& categories_;
    std::vector<Column> columns_;
    Cell level1_; ///< Of the row before, for merged cells.
    Cell level2_;
};

} // namespace jibiao::io
