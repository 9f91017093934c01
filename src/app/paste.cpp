#include "app/paste.h"

#include "app/limits.h"
#include "base/crc32.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "model/field.h"
#include "platform/platform.h"

#include <algorithm>

namespace jibiao::app {
namespace {

constexpr std::size_t most_heads = 3;
/// More of them are seen before they are pasted.
constexpr std::size_t most_plain_cells = 100;
constexpr std::size_t most_plain_overwritten = 4;

// ---- headings ----

std::optional<Field> column_called(const Grid& grid, const std::string& cell, const HeadingReader& read) {
    const std::string folded = fold(cell);
    if (folded.empty())
        return std::nullopt;
    for (const TableColumn& column : grid.columns) {
        if (fold(column.label) == folded)
            return column.field;
    }
    const auto field = read ? read(cell) : std::nullopt;
    return field && grid.column_of(*field) ? field : std::nullopt;
}

bool is_free(const PasteColumns& columns, Field field) {
    return std::ranges::find(columns, std::optional(field)) == columns.end();
}

/// Of a head of two rows the lower one says more.
void read_headings(const Grid& grid, const std::vector<std::string>& row, const HeadingReader& read,
                   PasteColumns& columns) {
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
        const auto field = column_called(grid, row[i], read);
        if (field && is_free(columns, *field))
            columns[i] = field;
    }
}

/// One column alone may hold its own label by chance.
bool is_head(const Grid& grid, const std::vector<std::string>& row, const HeadingReader& read) {
    std::size_t known = 0, filled = 0;
    for (const std::string& cell : row) {
        filled += !trim(cell).empty();
        known += column_called(grid, cell, read).has_value();
    }
    return known >= 2 && 2 * known >= filled;
}

std::size_t count_heads(const Grid& grid, const PasteRows& block, const HeadingReader& read) {
    std::size_t count = 0;
    while (count < std::min(block.size(), most_heads) && is_head(grid, block[count], read))
        ++count;
    return count;
}

// ---- merged categories ----

bool is_level(Field field) {
    return field == Field::level1 || field == Field::level2;
}

/// A row's categories: of merged cells only the first has the text.
class Levels {
  public:
    Levels(const Grid& grid, const PasteColumns& columns) : is_used_(grid.indicators != nullptr) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] == Field::level1)
                level1_ = i;
            if (columns[i] == Field::level2)
                level2_ = i;
        }
    }

    void fill(std::vector<std::string>& row) {
        const auto is_filled = [](const std::string& cell) { return !cell.empty(); };
        if (!is_used_ || std::ranges::none_of(row, is_filled))
            return;
        if (level1_ < row.size() && row[level1_] != above1_ && !row[level1_].empty())
            above2_.clear(); // Another block begins.
        carry(row, level1_, above1_);
        carry(row, level2_, above2_);
    }

    /// Of a row that is filled: whether its block of level 1 begins above all of them.
    bool continue_above(const std::vector<std::string>& row) const {
        return is_used_ && (level1_ >= row.size() || row[level1_].empty());
    }

  private:
    static void carry(std::vector<std::string>& row, std::size_t column, std::string& above) {
        if (column >= row.size())
            return;
        if (row[column].empty())
            row[column] = above;
        else
            above = row[column];
    }

    bool is_used_;
    std::size_t level1_ = static_cast<std::size_t>(-1), level2_ = static_cast<std::size_t>(-1);
    std::string above1_, above2_;
};

// ---- cells ----

PasteRefusal refusal_of(const Template& form, Field field, const std::string& text,
                        const std::string& before) {
    const std::size_t most = most_characters(field);
    if (text.size() > most && count_code_points(text) > std::max(most, count_code_points(before)))
        return PasteRefusal::too_long;
    const bool is_known = text.empty() || form.levels.empty() ||
                          (field == Field::level1   ? form.find_level1(text) != nullptr
                           : field == Field::level2 ? form.find_level2(text) != nullptr
                                                    : true);
    return is_known ? PasteRefusal::none : PasteRefusal::no_level;
}

PasteCell without_column(std::string text, bool by_choice) {
    if (text.empty())
        return {};
    if (by_choice)
        return {PasteFate::left_out, PasteRefusal::none, std::move(text)};
    return {PasteFate::refused, PasteRefusal::no_column, std::move(text)};
}

void count(PastePlan& plan, const PasteCell& cell, bool has_place, bool was_blank) {
    plan.unchanged += cell.fate == PasteFate::unchanged && has_place;
    plan.changed += cell.fate == PasteFate::changed;
    plan.overwritten += cell.fate == PasteFate::changed && !was_blank;
    plan.added += cell.fate == PasteFate::added && !cell.text.empty();
    plan.left_out += cell.fate == PasteFate::left_out;
    if (cell.fate == PasteFate::refused)
        ++plan.refused[static_cast<std::size_t>(cell.why)];
}

class Planner {
  public:
    Planner(const Grid& grid, const Template& form, const PasteOrder& order)
        : grid_(grid), form_(form), order_(order), levels_(grid, order.columns) {
        for (const auto& column : order.columns)
            places_.push_back(grid.column_of(column.value_or(Field::none)));
        has_any_ = std::ranges::any_of(places_, [](const auto& place) { return place.has_value(); });
    }

    void add_row(PastePlan& plan, const std::vector<std::string>& from) {
        const std::size_t row = plan.first_row + plan.cells.size();
        const bool is_new = row >= grid_.size();
        std::vector<std::string> texts(places_.size());
        for (std::size_t i = 0; i < std::min(from.size(), texts.size()); ++i)
            texts[i] = trim(from[i]);
        levels_.fill(texts);
        const bool continues = levels_.continue_above(texts);
        edit::InsertRow added{grid_.kind, grid_.owner, row, {}};
        auto& cells = plan.cells.emplace_back();
        for (std::size_t i = 0; i < places_.size(); ++i) {
            static const std::string blank;
            const bool has_place = places_[i].has_value();
            const std::string& before = has_place && !is_new ? grid_.text(row, *places_[i]) : blank;
            PasteCell cell = has_place ? over(before, is_new, continues, grid_.columns[*places_[i]].field,
                                              std::move(texts[i]))
                                       : without_column(std::move(texts[i]), order_.columns[i].has_value());
            count(plan, cell, has_place, before.empty());
            if (cell.fate == PasteFate::added)
                added.cells.emplace_back(grid_.columns[*places_[i]].field, cell.text);
            else if (cell.fate == PasteFate::changed)
                plan.edit.operations.emplace_back(edit::SetText{grid_.at(row, *places_[i]), cell.text});
            cells.push_back(std::move(cell));
        }
        if (is_new && has_any_) {
            ++plan.new_rows;
            plan.edit.operations.emplace_back(std::move(added));
        }
    }

  private:
    /// `continues`: a category that is blank lies in a merged cell that begins above the block.
    PasteCell over(const std::string& before, bool is_new, bool continues, Field field,
                   std::string text) const {
        if (!is_new && (text == before || (continues && is_level(field) && text.empty())))
            return {PasteFate::unchanged, PasteRefusal::none, before};
        const PasteRefusal why = refusal_of(form_, field, text, before);
        const PasteFate fate = why != PasteRefusal::none ? PasteFate::refused
                               : is_new                  ? PasteFate::added
                                                         : PasteFate::changed;
        return {fate, why, std::move(text)};
    }

    const Grid& grid_;
    const Template& form_;
    const PasteOrder& order_;
    Levels levels_;
    std::vector<std::optional<std::size_t>> places_; ///< In the grid, by column of the block.
    bool has_any_ = false;
};

} // namespace

std::size_t PastePlan::all_refused() const {
    std::size_t all = 0;
    for (const std::size_t count : refused)
        all += count;
    return all;
}

PasteOrder guess_order(const Grid& grid, FieldRef at, const PasteRows& block, const HeadingReader& read,
                       std::optional<std::size_t> heads) {
    PasteOrder order;
    order.columns.resize(block.empty() ? 0 : block.front().size());
    order.heads = std::min(heads ? *heads : count_heads(grid, block, read), block.size());
    for (std::size_t row = order.heads; row-- > 0;)
        read_headings(grid, block[row], read, order.columns);
    if (std::ranges::any_of(order.columns, [](const auto& column) { return column.has_value(); }))
        return order;
    std::size_t next = grid.column_of(at.field).value_or(grid.columns.size());
    for (auto& column : order.columns) {
        if (next < grid.columns.size())
            column = grid.columns[next++].field;
    }
    return order;
}

PastePlan plan_paste(const Grid& grid, const Template& form, FieldRef at, const PasteRows& block,
                     const PasteOrder& order) {
    PastePlan plan;
    plan.heads = order.heads;
    plan.first_row = grid.row_of(at.row).value_or(grid.size());
    plan.edit.label = word("粘贴表格");
    Planner planner(grid, form, order);
    for (std::size_t row = order.heads; row < block.size(); ++row)
        planner.add_row(plan, block[row]);
    return plan;
}

bool is_plain(const PastePlan& plan) {
    return plan.heads == 0 && plan.all_refused() == 0 && plan.pasted() <= most_plain_cells &&
           plan.overwritten <= most_plain_overwritten;
}

PasteRows tiled(const PasteRows& block, std::size_t rows, std::size_t columns) {
    if (block.empty() || block.front().empty() || rows % block.size() != 0 ||
        columns % block.front().size() != 0)
        return block;
    PasteRows all(rows, std::vector<std::string>(columns));
    for (std::size_t row = 0; row < rows; ++row) {
        const std::vector<std::string>& from = block[row % block.size()];
        for (std::size_t column = 0; column < columns; ++column)
            all[row][column] = from[column % from.size()];
    }
    return all;
}

// ---- words ----

std::string_view in_words(PasteRefusal why) {
    switch (why) {
    case PasteRefusal::no_column:
        return tr("没有对应的列");
    case PasteRefusal::too_long:
        return tr("太长");
    case PasteRefusal::no_level:
        return tr("表样没有这个类别");
    case PasteRefusal::none:
        break;
    }
    return "";
}

std::string in_words(const PastePlan& plan) {
    std::string text;
    const auto add = [&text](std::string_view separator, std::size_t count, std::string_view words) {
        if (count > 0)
            text.append(text.empty() ? "" : separator).append(fill(words, {std::to_string(count)}));
    };
    const std::string_view comma = tr("，");
    add(comma, plan.new_rows, tr("新增 {1} 行"));
    add(comma, plan.changed, tr("改动 {1} 格"));
    add(comma, plan.unchanged, tr("{1} 格没有变化"));
    add(comma, plan.heads, tr("表头 {1} 行没有粘贴"));
    add(comma, plan.left_out, tr("{1} 格按选择不粘贴"));
    add(tr("；"), plan.all_refused(), tr("{1} 格没有粘贴："));
    std::string_view separator;
    for (const auto why : {PasteRefusal::no_column, PasteRefusal::too_long, PasteRefusal::no_level}) {
        const std::size_t count = plan.refused[static_cast<std::size_t>(why)];
        if (count == 0)
            continue;
        text.append(separator);
        text.append(count == plan.all_refused()
                        ? std::string(in_words(why))
                        : fill(tr("{1} 格{2}"), {std::to_string(count), in_words(why)}));
        separator = comma;
    }
    return text;
}

// ---- what is remembered ----

namespace {

/// Lines of a shape, TAB and its columns.
std::string line_of(std::string_view shape, const PasteColumns& columns) {
    std::string line(shape);
    char separator = '\t';
    for (const auto& column : columns) {
        line += separator;
        line += column && *column != Field::none ? field_key(*column) : "-";
        separator = ' ';
    }
    return line;
}

} // namespace

std::string shape_of(FieldRef at, const PasteRows& block, const PasteOrder& order) {
    if (order.heads == 0)
        return std::to_string(order.columns.size()) + "@" + std::string(field_key(at.field));
    std::string heads;
    for (std::size_t row = 0; row < std::min(order.heads, block.size()); ++row) {
        for (const std::string& cell : block[row])
            heads += fold(cell) + "\t";
    }
    return "h" + std::to_string(crc32(heads));
}

std::optional<PasteColumns> remembered_columns(std::string_view preference, std::string_view shape,
                                               std::size_t count) {
    for (const std::string_view line : split(preference, '\n')) {
        const auto parts = split(line, '\t');
        if (parts.size() != 2 || parts[0] != shape)
            continue;
        PasteColumns columns;
        for (const std::string_view key : split(parts[1], ' '))
            columns.emplace_back(field_from_key(key).value_or(Field::none));
        return columns.size() == count ? std::optional(columns) : std::nullopt;
    }
    return std::nullopt;
}

std::string remember_columns(std::string_view preference, std::string_view shape,
                             const std::optional<PasteColumns>& columns) {
    std::string kept = columns ? line_of(shape, *columns) : "";
    for (const std::string_view line : split(preference, '\n')) {
        if (line.empty() || split(line, '\t')[0] == shape)
            continue;
        if (kept.size() + line.size() + 1 > platform::most_preference_bytes)
            break;
        kept.append(kept.empty() ? "" : "\n").append(line);
    }
    return kept.size() > platform::most_preference_bytes ? std::string(preference) : kept;
}

} // namespace jibiao::app
