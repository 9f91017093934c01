#include "io/table_reader.h"

#include "base/decimal.h"
#include "base/text.h"

#include <algorithm>
#include <utility>

namespace jibiao::io {
namespace {

constexpr std::size_t fewest_labels = 2; // Of a header row.

Cell* cell_of(TableRow& row, Field field) {
    for (const auto& entry : table_row_cells()) {
        if (entry.field == field)
            return &(row.*entry.cell);
    }
    return nullptr;
}

Cell* cell_of(Table& table, Field field) {
    for (const auto& entry : table_cells()) {
        if (entry.field == field)
            return &(table.*entry.cell);
    }
    return nullptr;
}

bool is_amount(Field field) {
    return is_money(field) || field == Field::quantity;
}

/// What a sum states; single prices and the like have none.
bool is_summed(Field field) {
    return is_amount(field) && field != Field::source_budget && field != Field::quantity &&
           field != Field::price;
}

/// A number, or a dash where none applies.
bool is_number_or_dash(const SourceCell& cell) {
    if (cell.raw.size() > 60)
        return false;
    const std::string text = fold(cell.raw);
    const bool dash = replace_all(replace_all(text, "—", ""), "-", "").empty();
    return dash || read_decimal(text).has_value();
}

bool is_label(const TableWords& words, const SourceCell& cell) {
    return words.column(cell.raw) != Field::none || words.columns_of_group(cell.raw) > 0;
}

std::size_t last_filled(const SourceBlock& row) {
    std::size_t last = row.cells.size();
    while (last > 0 && row.cells[last - 1].blank())
        --last;
    return last;
}

} // namespace

TableReader::TableReader(Book& book, const Template& form, const FormWords& words, OutlineReader& outline)
    : book_(book), outline_(outline) {
    for (const bool own : {true, false}) {
        for (const TableWords& table : words.tables()) {
            if ((table.owner == &form) == own)
                known_.push_back(&table);
        }
    }
}

const TableWords* TableReader::table_of_caption(std::string_view paragraph) const {
    const auto found = std::ranges::find_if(
        known_, [paragraph](const TableWords* table) { return table->is_caption(paragraph); });
    return found == known_.end() ? nullptr : *found;
}

const TableWords* TableReader::table_of_header(const SourceBlock& row) const {
    if (row.cells.size() > most_columns || known_.empty())
        return nullptr;
    const TableWords* best = nullptr;
    std::size_t most = 0;
    for (const TableWords* table : known_) {
        std::size_t known = 0;
        std::size_t filled = 0;
        for (const SourceCell& cell : row.cells) {
            if (cell.blank())
                continue;
            ++filled;
            known += is_label(*table, cell) ? 1 : 0;
            if (known == 0 && filled == fewest_labels) // A row of data, most likely: no need to go on.
                break;
        }
        if (known < fewest_labels || known * 2 <= filled || known <= most)
            continue;
        most = known;
        best = table;
    }
    return best;
}

void TableReader::begin(const TableWords& words, const SourceCell* caption) {
    end();
    words_ = &words;
    table_.emplace();
    table_->id = book_.new_row_id();
    table_->form = words.form->id;
    if (caption)
        table_->caption = to_cell(*caption);
    header_.reset();
    columns_.clear();
    has_header_ = false;
}

void TableReader::end() {
    if (!table_)
        return;
    outline_.add_table(std::move(*table_));
    table_.reset();
}

bool TableReader::read_line(const SourceCell& paragraph) {
    return table_ && !has_header_ && table_->rows.empty() && take_head_cell(paragraph);
}

void TableReader::read_row(const SourceBlock& row) {
    if (row.blank())
        return;
    if (header_) {
        const bool second = read_second_header(row);
        header_.reset();
        if (second)
            return;
    }
    const TableWords* header = table_of_header(row);
    if (header && header != words_ && (has_header_ || !table_->rows.empty()))
        begin(*header, nullptr);
    if (header && header == words_)
        return read_header(row);
    if (!has_header_ && table_->rows.empty() && read_head_row(row))
        return;
    if (fits(row))
        read_data_row(row);
    else
        outline_.add_unplaced(row);
}

// ---- above the header
// ------------------------------------------------------------------------------------------

void TableReader::set(Cell& cell, const SourceCell& source, std::string_view text) {
    cell = to_cell(source);
    cell.text = clean_text({std::string(text), 0, 0, source.wrapped});
}

/// 731 示例市科协, 单位：万元, 编制部门：….
bool TableReader::take_head_cell(const SourceCell& cell) {
    const std::string_view text = without_marks(cell.raw);
    if (text.size() > 400)
        return false;
    if (const std::string_view unit = stated_money_unit(fold(text)); !unit.empty()) {
        if (!table_->money_unit.empty())
            return false;
        set(table_->money_unit, cell, unit);
        return true;
    }
    if (const auto label = words_->head_label(text)) {
        Cell* known = cell_of(*table_, label->field);
        if (!known || !known->empty())
            return false;
        set(*known, cell, label->value);
        return true;
    }
    if (table_->caption.line == 0 && words_->is_caption(text)) {
        table_->caption = to_cell(cell);
        return true;
    }
    const std::size_t digits = unit_code_length(text);
    if (digits == 0 || !table_->unit_code.empty())
        return false;
    const std::string code(text.substr(0, digits));
    table_->unit_code = {code, code, cell.line, cell.last_line, Origin::read};
    table_->unit_name = to_cell({std::string(text.substr(digits)), cell.line, cell.last_line, cell.wrapped});
    return true;
}

bool TableReader::read_head_row(const SourceBlock& row) {
    SourceBlock rest{true, {}};
    bool any = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const SourceCell& cell = row.cells[i];
        if (cell.blank())
            continue;
        if (take_head_cell(cell))
            any = true;
        else
            rest.cells.push_back(cell);
    }
    if (any && !rest.cells.empty())
        outline_.add_unplaced(rest);
    return any;
}

// ---- header
// ----------------------------------------------------------------------------------------------------

void TableReader::read_header(const SourceBlock& row) {
    keep_unknown_labels(row);
    if (has_header_) // Printed again on the next page.
        return;
    has_header_ = true;
    columns_.clear();
    for (const SourceCell& cell : row.cells) {
        columns_.push_back(words_->column(cell.raw));
        const std::string folded = fold(cell.raw);
        const std::size_t open = folded.find('(');
        const std::string_view unit =
            open == std::string::npos ? "" : stated_money_unit(std::string_view(folded).substr(open));
        if (!unit.empty() && table_->money_unit.line == 0)
            table_->money_unit = {std::string(unit), std::string(unit), cell.line, cell.last_line,
                                  Origin::read};
    }
    header_ = row;
}

void TableReader::keep_unknown_labels(const SourceBlock& header) {
    SourceBlock unknown{true, {}};
    for (const SourceCell& cell : header.cells) {
        if (!cell.blank() && !is_label(*words_, cell))
            unknown.cells.push_back(cell);
    }
    if (!unknown.cells.empty())
        outline_.add_unplaced(unknown);
}

/// 项目名称, 预算资金 below 政府采购项目来源.
bool TableReader::read_second_header(const SourceBlock& row) {
    const SourceBlock& first = *header_;
    std::size_t known = 0;
    std::size_t filled = 0;
    for (const SourceCell& cell : row.cells) {
        filled += cell.blank() ? 0 : 1;
        known += words_->column(cell.raw) != Field::none ? 1 : 0;
    }
    if (known < fewest_labels || known * 2 <= filled || row.cells.size() > most_columns)
        return false;
    keep_unknown_labels(row);
    const bool spans_are_cells = row.cells.size() == first.cells.size();
    std::vector<Field> columns(row.cells.size(), Field::none);
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] = words_->column(row.cells[i].raw);
    for (std::size_t i = 0, at = 0; i < first.cells.size() && at < columns.size(); ++i) {
        const std::size_t group = words_->columns_of_group(first.cells[i].raw);
        if (group == 0 && row.cells[at].blank())
            columns[at] = words_->column(first.cells[i].raw);
        at += spans_are_cells ? 1 : std::max<std::size_t>(1, group);
    }
    columns_ = std::move(columns);
    return true;
}

// ---- rows
// ------------------------------------------------------------------------------------------------------

bool TableReader::is_sum(const SourceBlock& row) const {
    const std::string label = fold(row.cells[first_filled(row)].raw);
    return std::ranges::any_of(words_->form->sum_words,
                               [&label](const std::string& word) { return label.ends_with(fold(word)); });
}

/// A row that is shorter than the header may have lost the blanks at its end, or may have merged cells, as
/// sums do: then its numbers stand elsewhere.
bool TableReader::fits(const SourceBlock& row) const {
    if (columns_.empty())
        return row.cells.size() == words_->columns.size();
    const std::size_t filled = last_filled(row);
    if (filled > columns_.size())
        return false;
    if (row.cells.size() >= columns_.size())
        return true;
    const bool sum = is_sum(row);
    bool number = false;
    for (std::size_t i = 0; i < filled; ++i) {
        if (row.cells[i].blank() || !is_amount(columns_[i]))
            continue;
        if (!is_number_or_dash(row.cells[i]) || (sum && !is_summed(columns_[i])))
            return false;
        number = true;
    }
    return number || std::ranges::none_of(columns_, is_amount);
}

void TableReader::read_data_row(const SourceBlock& source) {
    if (columns_.empty()) {
        for (const TableWords::Column& column : words_->columns)
            columns_.push_back(column.field);
    }
    TableRow row;
    row.id = book_.new_row_id();
    SourceBlock rest{true, {}};
    const std::size_t first = first_filled(source);
    const bool sum = is_sum(source);
    for (std::size_t i = 0; i < std::max(columns_.size(), source.cells.size()); ++i) {
        const bool filled = i < source.cells.size() && !source.cells[i].blank();
        const Field column = i < columns_.size() ? columns_[i] : Field::none;
        Cell* cell = cell_of(row, sum && i == first ? Field::item_label : column);
        if (cell && cell->empty())
            *cell = filled ? to_cell(source.cells[i]) : blank_cell(source, i);
        else if (filled)
            rest.cells.push_back(source.cells[i]);
    }
    table_->rows.push_back(std::move(row));
    if (!rest.cells.empty())
        outline_.add_unplaced(rest);
}

} // namespace jibiao::io
