#pragma once
#include "io/form_words.h"
#include "io/outline_reader.h"
#include "io/source_text.h"
#include "model/book.h"

#include <optional>
#include <span>
#include <vector>

namespace jibiao::io {

/// Reads tables about the department (机构设置, 政府采购, 固定资产) into the outline's sections. Rows that do
/// not fit go to the outline as unplaced.
class TableReader {
  public:
    /// Tables of `form` come first, but those of the other forms are known too.
    TableReader(Book& book, const Template& form, const FormWords& words, OutlineReader& outline);

    /// The table that has such a caption; nullptr if none.
    const TableWords* table_of_caption(std::string_view paragraph) const;
    /// The table that has such a header row; nullptr if none.
    const TableWords* table_of_header(const SourceBlock& row) const;

    /// A table follows; with its caption, if it has one.
    void begin(const TableWords& words, const SourceCell* caption);
    /// A paragraph between caption and table: 单位：万元. False: something else.
    bool read_line(const SourceCell& paragraph);
    void read_row(const SourceBlock& row);
    /// The table is over.
    void end();

    bool is_open() const { return table_.has_value(); }
    bool has_rows() const { return table_ && !table_->rows.empty(); }

  private:
    bool take_head_cell(const SourceCell& cell);
    bool read_head_row(const SourceBlock& row);
    void read_header(const SourceBlock& row);
    bool read_second_header(const SourceBlock& row);
    bool fits(const SourceBlock& row) const;
    void read_data_row(const SourceBlock& row);
    void set(Cell& cell, const SourceCell& source, std::string_view text);

    Book& book_;
    OutlineReader& outline_;
    std::vector<const TableWords*> known_;
    std::optional<Table> table_;
    const TableWords* words_ = nullptr;
    std::optional<SourceBlock> header_; ///< The header row, until the row below it is read.
    std::vector<Field> columns_; ///< Of each cell of a row; none: a column that the model does not know.
    bool has_header_ = false;
};

} // namespace jibiao::io
