#include "io/indicator_reader.h"

#include "base/text.h"
#include "base/utf8.h"
#include "model/target_value.h"

#include <algorithm>
#include <array>
#include <limits>

namespace jibiao::io {
namespace {

constexpr std::size_t most_cells_to_place = 12; // And columns: the effort grows with the square of both.
constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

bool is_level(Field field) {
    return field == Field::level1 || field == Field::level2;
}

Cell* cell_of(Indicator& indicator, Field field) {
    for (const auto& entry : indicator_cells()) {
        if (entry.field == field)
            return &(indicator.*entry.cell);
    }
    return nullptr;
}

} // namespace

/// What a cell looks like, whatever column it stands in.
struct IndicatorReader::Kind {
    std::size_t index = 0; ///< In its row.
    bool level1 = false;
    bool level2 = false;
    bool category_like = false; ///< Ends with 指标: a category, perhaps one that no tree has.
    bool number = false;
    bool comparator = false;
    bool basis = false;       ///< Known only where the row does not fit as it stands.
    bool free_level2 = false; ///< A level 1 below which level 2 is free.
};

std::vector<Column> read_header(const SourceBlock& row, const FormWords& words) {
    std::vector<Column> columns;
    const auto has = [&columns](Field field) {
        return std::ranges::any_of(columns, [field](const Column& column) { return column.field == field; });
    };
    std::size_t known = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].blank())
            continue;
        const auto field = words.column(row.cells[i].raw);
        if (field && has(*field))
            columns.push_back({Field::none, i});
        else if (field)
            columns.push_back({*field, i});
        else if (known > 0)
            columns.push_back({Field::none, i});
        known += field ? 1 : 0;
        if (columns.size() > most_columns)
            return {};
    }
    // A name column whose label we do not know still stands behind the categories.
    for (std::size_t i = 1; i < columns.size() && !has(Field::indicator_name); ++i) {
        if (columns[i].field == Field::none && is_level(columns[i - 1].field))
            columns[i].field = Field::indicator_name;
    }
    const bool is_header = known >= 3 && (has(Field::level1) || has(Field::level2)) &&
                           (has(Field::indicator_name) || has(Field::target_value));
    return is_header ? columns : std::vector<Column>{};
}

bool read_second_header(const SourceBlock& row, std::size_t first_header_size, const FormWords& words,
                        std::vector<Column>& columns) {
    std::vector<Column> parts;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].blank())
            continue;
        const auto field = words.column(row.cells[i].raw);
        const bool part =
            field == Field::comparator || field == Field::target_value || field == Field::target_unit;
        if (!part)
            return false;
        const bool again = std::ranges::find(parts, *field, &Column::field) != parts.end();
        parts.push_back({again ? Field::none : *field, i});
    }
    const auto target = std::ranges::find(columns, Field::target_value, &Column::field);
    if (parts.size() < 2 || target == columns.end() || columns.size() + parts.size() > most_columns)
        return false;
    for (Column& column : columns) {
        if (std::ranges::find(parts, column.field, &Column::field) != parts.end() && &column != &*target)
            column.field = Field::none; // Stated again below.
    }
    const std::size_t widened =
        row.cells.size() > first_header_size ? row.cells.size() - first_header_size : 0;
    for (auto after = target + 1; after != columns.end(); ++after)
        after->index += widened;
    columns.insert(columns.erase(target), parts.begin(), parts.end());
    return true;
}

void IndicatorReader::forget_categories() {
    level1_ = {};
    level2_ = {};
}

bool IndicatorReader::is_indicator(const SourceBlock& row) const {
    const SourceCell* only = row.only_cell();
    if (!only)
        return !row.blank();
    const Kind kind = kind_of(*only);
    return kind.level1 || kind.level2;
}

IndicatorRow IndicatorReader::read(const SourceBlock& row) {
    std::vector<Kind> filled;
    IndicatorRow result;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].blank())
            continue;
        // The merged cell beside the table (绩效指标) belongs to no row, wherever a page break put it.
        const auto label = filled.empty() ? words_.label(row.cells[i].raw) : std::nullopt;
        if (label && label->field == Field::none)
            continue;
        filled.push_back(kind_of(row.cells[i]));
        filled.back().index = i;
    }
    std::vector<Placed> placed = place_as_it_stands(filled);
    if (!fits_as_it_stands(filled)) {
        for (Kind& cell : filled) {
            const std::string& text = row.cells[cell.index].raw;
            cell.basis = text.size() <= 400 && words_.has_basis_word(fold(text));
        }
        std::vector<Placed> better = place_by_kind(filled);
        result.moved = placed != better;
        placed = std::move(better);
    }
    std::vector<const SourceCell*> of_column(columns_.size(), nullptr);
    for (const Kind& cell : filled) {
        const auto found = std::ranges::find(placed, cell.index, &Placed::cell);
        if (found == placed.end() || columns_[found->column].field == Field::none)
            result.leftover.push_back(cell.index);
        else
            of_column[found->column] = &row.cells[cell.index];
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        Cell* cell = cell_of(result.indicator, columns_[i].field);
        if (!cell)
            continue;
        const std::size_t at = columns_[i].index;
        *cell = of_column[i] ? to_cell(*of_column[i]) : blank_cell(row, at);
        const bool stands_here = at < row.cells.size() && of_column[i] == &row.cells[at];
        if (of_column[i] && result.moved && !stands_here)
            cell->origin = Origin::rebuilt;
    }
    complete_categories(result);
    return result;
}

IndicatorReader::Kind IndicatorReader::kind_of(const SourceCell& cell) const {
    constexpr std::size_t longest_category = 60;
    Kind kind;
    const std::string folded = cell.raw.size() > 400 ? std::string() : fold(cell.raw);
    if (!folded.empty() && folded.size() <= longest_category) {
        const CategoryNames::Category* category = categories_.find(folded);
        kind.level1 = category && category->level1;
        kind.free_level2 = kind.level1 && category->level1->level2_optional;
        kind.level2 = category && category->parent;
        kind.category_like = category_key(folded).ends_with("指标");
        kind.comparator = words_.is_comparator(folded);
    }
    if (folded.find_first_of("0123456789") != std::string::npos) {
        const TargetKind target = read_target(folded).kind;
        kind.number = target != TargetKind::qualitative && target != TargetKind::blank;
    }
    return kind;
}

bool IndicatorReader::has_column(Field field) const {
    return std::ranges::find(columns_, field, &Column::field) != columns_.end();
}

std::size_t IndicatorReader::column_at(std::size_t index) const {
    const auto found = std::ranges::find(columns_, index, &Column::index);
    return found == columns_.end() ? no_column : static_cast<std::size_t>(found - columns_.begin());
}

std::vector<IndicatorReader::Placed>
IndicatorReader::place_as_it_stands(const std::vector<Kind>& filled) const {
    std::vector<Placed> placed;
    for (const Kind& cell : filled) {
        const std::size_t column = column_at(cell.index);
        if (column != no_column)
            placed.push_back({cell.index, column});
    }
    return placed;
}

bool IndicatorReader::fits_as_it_stands(const std::vector<Kind>& filled) const {
    bool name = false;
    bool beyond_levels = false;
    bool strange_level = false;
    bool number_too_early = false;
    bool target_number = false;
    std::size_t after_levels = 0;
    for (const Kind& kind : filled) {
        const std::size_t at = column_at(kind.index);
        if (at == no_column)
            return false;
        const Field field = columns_[at].field;
        if (field == Field::level1 && !kind.level1 && (kind.level2 || !kind.category_like))
            return false;
        if (field == Field::level2 && !kind.level2) {
            if (kind.level1)
                return false;
            strange_level = strange_level || !kind.category_like;
        }
        if (!is_level(field)) {
            beyond_levels = true;
            ++after_levels;
        }
        if (field != Field::level1 && field != Field::level2 && kind.category_like &&
            (kind.level1 || kind.level2))
            return false;
        name = name || field == Field::indicator_name;
        if (field == Field::comparator && !kind.comparator)
            return false;
        if (field == Field::target_value)
            target_number = kind.number;
        if (field == Field::indicator_name || field == Field::description)
            number_too_early = number_too_early || kind.number;
    }
    const std::size_t columns_after_levels = static_cast<std::size_t>(
        std::ranges::count_if(columns_, [](const Column& column) { return !is_level(column.field); }));
    if (beyond_levels && !name)
        return false;
    if (strange_level && after_levels < columns_after_levels)
        return false;
    return !number_too_early || target_number;
}

int IndicatorReader::affinity(const Kind& kind, Field field, bool free_level2) const {
    const bool category = (kind.level1 || kind.level2) && kind.category_like;
    const bool weak_category = (kind.level1 || kind.level2) && !kind.category_like;
    switch (field) {
    case Field::level1:
        return kind.level1 ? (category ? 12 : 6) : kind.category_like && !kind.level2 ? 2 : -24;
    case Field::level2:
        if (kind.level2)
            return category ? 12 : 6;
        if (kind.level1)
            return -6;
        return kind.category_like ? 6 : free_level2 && !kind.number ? -2 : -24;
    case Field::indicator_name:
        return category ? -8 : kind.number || kind.comparator ? -6 : weak_category ? 0 : 2;
    case Field::description:
        return category ? -10 : kind.number || kind.comparator ? -4 : 0;
    case Field::comparator:
        return kind.comparator ? 10 : -12;
    case Field::target_value:
        return category ? -10 : kind.number ? 8 : kind.comparator && has_column(Field::comparator) ? -8 : -2;
    case Field::target_unit:
        return category ? -10 : kind.comparator ? -8 : kind.number ? 0 : 2;
    case Field::weight:
        return category ? -10 : kind.number ? 4 : -6;
    case Field::basis:
        return category ? -10 : kind.number ? -4 : kind.basis ? 4 : 0;
    case Field::explanation:
        return category ? -10 : kind.number ? -4 : 0;
    default:
        return -2;
    }
}

/// The best way to put the cells, in their order, into columns, in their order: each cell likes the columns
/// of its kind and the place under its own header, neighbours like to be shifted alike. Small dynamic
/// programme over (cell, column); all scores are half points.
std::vector<IndicatorReader::Placed> IndicatorReader::place_by_kind(const std::vector<Kind>& filled) const {
    constexpr int under_its_header = 4;
    constexpr int shift_changes = -2;
    constexpr int dropped_cell = -14;
    constexpr int impossible = std::numeric_limits<int>::min() / 2;
    const std::size_t n = filled.size();
    const std::size_t m = columns_.size();
    if (n == 0 || n > most_cells_to_place || m > most_cells_to_place)
        return place_as_it_stands(filled);

    std::vector<int> cost_before(m + 1); // Of leaving all columns before one of them blank.
    for (std::size_t i = 0; i < m; ++i) {
        const Field field = columns_[i].field;
        cost_before[i + 1] = cost_before[i] + (field == Field::indicator_name ? 10
                                               : field == Field::target_value ? 4
                                               : is_level(field)              ? 0
                                                                              : 1);
    }
    const bool free_level2 = std::ranges::any_of(filled, &Kind::free_level2);
    struct State {
        int score = impossible;
        int onward = impossible;      ///< The score for whoever comes next, but for what that one skips.
        int most_onward = impossible; ///< Of the cell in this column or one before.
        std::ptrdiff_t shift = 0;     ///< Of the cell from where it stood.
        std::size_t cell = no_column; ///< Of the state before.
        std::size_t column = no_column;
    };
    std::vector<State> states(n * m);
    State best;
    for (std::size_t a = 0; a < n; ++a) {
        const int dropped_before = static_cast<int>(a) * dropped_cell;
        for (std::size_t b = 0; b < m; ++b) {
            State& state = states[a * m + b];
            state.shift =
                static_cast<std::ptrdiff_t>(columns_[b].index) - static_cast<std::ptrdiff_t>(filled[a].index);
            const int here = affinity(filled[a], columns_[b].field, free_level2) +
                             (state.shift == 0 ? under_its_header : 0) + dropped_before - cost_before[b];
            const int first = here + (state.shift == 0 ? 0 : shift_changes); // No cell before it is placed.
            state.score = first;
            for (std::size_t c = a; b > 0 && c-- > 0;) {
                if (states[c * m + b - 1].most_onward + here < state.score)
                    continue; // Nearly always, behind the cell next to it.
                for (std::size_t d = 0; d < b; ++d) {
                    const State& before = states[c * m + d];
                    const int score =
                        before.onward + here + (before.shift == state.shift ? 0 : shift_changes);
                    const bool is_behind = score < state.score || (score == state.score && state.cell == c);
                    if (score <= first || is_behind) // Of equal ones the foremost.
                        continue;
                    state.score = score;
                    state.cell = c;
                    state.column = d;
                }
            }
            state.onward = state.score + cost_before[b + 1] - dropped_before - dropped_cell;
            state.most_onward =
                b == 0 ? state.onward : std::max(state.onward, states[a * m + b - 1].most_onward);
            const int whole = state.score + cost_before[b + 1] - cost_before[m] +
                              static_cast<int>(n - a - 1) * dropped_cell;
            if (whole > best.score)
                best = {.score = whole, .cell = a, .column = b};
        }
    }
    std::vector<Placed> placed;
    for (std::size_t a = best.cell, b = best.column; a != no_column;) {
        placed.push_back({filled[a].index, b});
        const State& state = states[a * m + b];
        a = state.cell;
        b = state.column;
    }
    std::ranges::reverse(placed);
    return placed;
}

void IndicatorReader::complete_categories(IndicatorRow& row) {
    Cell& level1 = row.indicator.level1;
    Cell& level2 = row.indicator.level2;
    const CategoryNames::Category* category = level2.empty() ? nullptr : categories_.find(level2.text);
    const Level1* parent = category ? category->parent : nullptr;
    const auto inherit = [](Cell& cell, const Cell& above) {
        cell.text = above.text;
        cell.origin = Origin::inherited;
    };
    const bool level1_stated = !level1.empty();
    if (!level1_stated && parent && !categories_.is_child(level1_.text, level2.text)) {
        level1.text = parent->name;
        level1.origin = Origin::rebuilt;
        row.level1_from_tree = true;
    } else if (!level1_stated && !level1_.empty()) {
        inherit(level1, level1_);
    }
    const bool same_block = !level1_stated || fold(level1.text) == fold(level1_.text);
    if (level2.empty() && same_block && !level2_.empty())
        inherit(level2, level2_);
    level1_ = level1;
    level2_ = level2;
}

} // namespace jibiao::io
