#include "edit/compare.h"

#include "base/text.h"
#include "base/utf8.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace jibiao::edit {
namespace {

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// ---- what a row is recognised by ----

std::string key_of(const ContentsLine& row) {
    return fold(row.text.text);
}
std::string key_of(const Section& row) {
    return fold(row.heading.text);
}
std::string key_of(const Paragraph& row) {
    return fold(row.text.text);
}
std::string key_of(const Table& row) {
    return row.form;
}
std::string key_of(const TableRow& row) {
    return fold(row.label.text + "\n" + row.goods.text);
}
std::string key_of(const Goal& row) {
    return fold(row.text.text);
}
std::string key_of(const PlanLine& row) {
    return fold(row.checkpoint.text);
}
std::string key_of(const Phase& row) {
    return fold(row.period.text);
}
std::string key_of(const Project& row) {
    return fold(row.code.empty() ? row.name.text : row.code.text);
}
std::string key_of(const Indicator& row) {
    return fold(row.level2.text + "\n" + row.name.text);
}

/// What else may tell that a row is the same, its key being another.
template <class Row>
std::string trait_of(const Row& row) {
    return key_of(row);
}
std::string trait_of(const Project& row) {
    return fold(row.name.text);
}
std::string trait_of(const Indicator& row) {
    return fold(row.name.text + row.description.text);
}

std::vector<std::uint64_t> letter_pairs(std::string_view text) {
    std::vector<std::uint64_t> pairs;
    char32_t last = 0;
    for (const CodePoint& c : code_points(text)) {
        pairs.push_back(static_cast<std::uint64_t>(last) << 32 | c.value);
        last = c.value;
    }
    std::ranges::sort(pairs);
    return pairs;
}

/// 0 … 1: the share of pairs of letters that both have.
double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    if (a.empty() || b.empty())
        return 0;
    std::size_t common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        common += *x == *y ? 1 : 0;
        const bool first = *x <= *y, second = *y <= *x;
        x += first ? 1 : 0;
        y += second ? 1 : 0;
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

constexpr double alike = 0.5;
/// So many comparisons of two rows at most: lists that have nothing in common are told as they are.
constexpr std::size_t most_comparisons = 1'000'000;

// ---- which row is which ----

/// Of two lists: for each row its index in the other list, or nowhere.
struct Matching {
    std::vector<std::size_t> after_of;  ///< By index in the first list.
    std::vector<std::size_t> before_of; ///< By index in the second list.

    Matching(std::size_t before, std::size_t after) : after_of(before, nowhere), before_of(after, nowhere) {}
    void join(std::size_t before, std::size_t after) {
        after_of[before] = after;
        before_of[after] = before;
    }
};

/// Joins rows that are not joined yet and have the same key; of several, the first with the first.
template <class Row, class Key>
void join_by(Matching& matching, const Rows<Row>& before, const Rows<Row>& after, Key key) {
    using Value = decltype(key(before[0]));
    std::unordered_map<Value, std::vector<std::size_t>> waiting; // The first of them last.
    for (std::size_t i = before.size(); i-- > 0;) {
        if (matching.after_of[i] == nowhere)
            waiting[key(before[i])].push_back(i);
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (matching.before_of[i] != nowhere)
            continue;
        const auto found = waiting.find(key(after[i]));
        if (found == waiting.end() || found->second.empty())
            continue;
        matching.join(found->second.back(), i);
        found->second.pop_back();
    }
}

template <class Row>
void join_alike(Matching& matching, const Rows<Row>& before, const Rows<Row>& after) {
    struct Loose {
        std::size_t index;
        std::vector<std::uint64_t> pairs;
    };
    const auto loose_of = [](const Rows<Row>& rows, const std::vector<std::size_t>& other) {
        std::vector<Loose> loose;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (other[i] == nowhere)
                loose.push_back({i, letter_pairs(trait_of(rows[i]))});
        }
        return loose;
    };
    const auto left = loose_of(before, matching.after_of);
    const auto right = loose_of(after, matching.before_of);
    if (left.size() * right.size() > most_comparisons)
        return;
    struct Pair {
        double likeness;
        std::size_t before, after;
    };
    std::vector<Pair> pairs;
    for (const Loose& one : left) {
        for (const Loose& other : right) {
            if (const double like = likeness(one.pairs, other.pairs); like >= alike)
                pairs.push_back({like, one.index, other.index});
        }
    }
    std::ranges::sort(pairs, [](const Pair& a, const Pair& b) {
        return std::tuple(-a.likeness, a.after, a.before) < std::tuple(-b.likeness, b.after, b.before);
    });
    for (const Pair& pair : pairs) {
        if (matching.after_of[pair.before] == nowhere && matching.before_of[pair.after] == nowhere)
            matching.join(pair.before, pair.after);
    }
}

template <class Row>
Matching match(const Rows<Row>& before, const Rows<Row>& after, Kinship kinship) {
    Matching matching(before.size(), after.size());
    if (kinship == Kinship::versions)
        join_by(matching, before, after, [](const Row& row) { return row.id; });
    join_by(matching, before, after, [](const Row& row) { return key_of(row); });
    join_alike(matching, before, after);
    return matching;
}

/// By index in the second list: whether the row stays while others go around it. The longest ascending
/// sequence of places in the first list stays.
std::vector<bool> staying(const Matching& matching) {
    const std::vector<std::size_t>& places = matching.before_of;
    std::vector<std::size_t> ends; // By length: index where the best such sequence ends.
    std::vector<std::size_t> previous(places.size(), nowhere);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == nowhere)
            continue;
        const auto at =
            std::ranges::lower_bound(ends, places[i], {}, [&](std::size_t end) { return places[end]; });
        if (at != ends.begin())
            previous[i] = *std::prev(at);
        at == ends.end() ? ends.push_back(i) : void(*at = i);
    }
    std::vector<bool> stays(places.size(), false);
    for (std::size_t i = ends.empty() ? nowhere : ends.back(); i != nowhere; i = previous[i])
        stays[i] = true;
    return stays;
}

// ---- comparing ----

class Comparison {
  public:
    explicit Comparison(Kinship kinship) : kinship_(kinship) {}

    void books(const Book& before, const Book& after) {
        cells<BookHead>(before, after, book_cells(), 0, 0, RowKind::project);
        list(before.contents, after.contents, RowKind::contents_line, 0);
        list(before.sections, after.sections, RowKind::section, 0);
        list(before.projects, after.projects, RowKind::project, 0);
    }
    std::vector<Difference> take() { return std::move(found_); }

  private:
    template <class Row>
    void list(const Rows<Row>& before, const Rows<Row>& after, RowKind kind, RowId owner) {
        const Matching matching = match(before, after, kinship_);
        const std::vector<bool> stays = staying(matching);
        tell_removed(before, matching, kind, owner, 0, 0);
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::size_t there = matching.before_of[i];
            if (there == nowhere) {
                found_.push_back({Change::added, kind, {}, {Field::none, after[i].id}, 0, 0});
                continue;
            }
            if (!stays[i])
                found_.push_back({Change::moved,
                                  kind,
                                  {Field::none, before[there].id},
                                  {Field::none, after[i].id},
                                  0,
                                  place_before(matching, there, i)});
            if (!before.shares(there, after, i))
                row(before[there], after[i], kind);
            tell_removed(before, matching, kind, owner, there + 1, i + 1);
        }
    }

    /// The rows from `from` on that are only in the first list, up to the next that is in both.
    template <class Row>
    void tell_removed(const Rows<Row>& before, const Matching& matching, RowKind kind, RowId owner,
                      std::size_t from, std::size_t index) {
        for (std::size_t i = from; i < before.size() && matching.after_of[i] == nowhere; ++i)
            found_.push_back({Change::removed, kind, {Field::none, before[i].id}, {}, owner, index});
    }

    /// Where row `now` of the second list would stand if it followed the row that it follows in the first.
    static std::size_t place_before(const Matching& matching, std::size_t there, std::size_t now) {
        while (there-- > 0) {
            if (const std::size_t at = matching.after_of[there]; at != nowhere)
                return at < now ? at + 1 : at;
        }
        return 0;
    }

    template <class Row>
    void cells(const Row& before, const Row& after, std::span<const CellField<Row>> fields, RowId row_before,
               RowId row_after, RowKind kind) {
        for (const CellField<Row>& one : fields)
            cell(before.*one.cell, after.*one.cell, one.field, row_before, row_after, kind);
    }
    void cell(const Cell& before, const Cell& after, Field field, RowId row_before, RowId row_after,
              RowKind kind) {
        if (before.text != after.text)
            found_.push_back({Change::changed, kind, {field, row_before}, {field, row_after}, 0, 0});
    }

    void row(const ContentsLine& a, const ContentsLine& b, RowKind kind) {
        cells(a, b, contents_cells(), a.id, b.id, kind);
    }
    void row(const TableRow& a, const TableRow& b, RowKind kind) {
        cells(a, b, table_row_cells(), a.id, b.id, kind);
    }
    void row(const PlanLine& a, const PlanLine& b, RowKind kind) {
        cells(a, b, plan_cells(), a.id, b.id, kind);
    }
    void row(const Phase& a, const Phase& b, RowKind kind) { cells(a, b, phase_cells(), a.id, b.id, kind); }
    void row(const Indicator& a, const Indicator& b, RowKind kind) {
        cells(a, b, indicator_cells(), a.id, b.id, kind);
    }
    void row(const Paragraph& a, const Paragraph& b, RowKind kind) {
        cell(a.text, b.text, Field::paragraph, a.id, b.id, kind);
    }
    void row(const Goal& a, const Goal& b, RowKind kind) {
        const Field field = kind == RowKind::goal ? Field::goal : Field::detail_goal;
        cell(a.text, b.text, field, a.id, b.id, kind);
    }
    void row(const Table& a, const Table& b, RowKind kind) {
        cells(a, b, table_cells(), a.id, b.id, kind);
        list(a.rows, b.rows, RowKind::table_row, b.id);
    }
    void row(const Section& a, const Section& b, RowKind kind) {
        cell(a.heading, b.heading, Field::heading, a.id, b.id, kind);
        list(a.body, b.body, RowKind::paragraph, b.id);
        list(a.tables, b.tables, RowKind::table, b.id);
    }
    void row(const Project& a, const Project& b, RowKind kind) {
        cells(a, b, project_cells(), a.id, b.id, kind);
        list(a.plan, b.plan, RowKind::plan_line, b.id);
        list(a.goals, b.goals, RowKind::goal, b.id);
        list(a.detail_goals, b.detail_goals, RowKind::detail_goal, b.id);
        list(a.phases, b.phases, RowKind::phase, b.id);
        list(a.indicators, b.indicators, RowKind::indicator, b.id);
    }

    Kinship kinship_;
    std::vector<Difference> found_;
};

// ---- taking over ----

/// The row with this id as something to insert.
template <class Row>
decltype(InsertCopy::row) copy_of(const Rows<Row>& rows, std::size_t index) {
    return rows[index];
}

/// A project of another book may stand below a section that is not here: it goes where its neighbours are.
void settle_among(decltype(InsertCopy::row)& row, const Book& book, std::size_t index) {
    if (auto* project = std::get_if<Project>(&row)) {
        const auto& others = book.projects;
        project->section =
            others.empty() ? 0 : others[std::min(index, others.size()) - (index > 0 ? 1 : 0)].section;
    }
}

Edit insertion(const Book& before, const Book& after, const Difference& difference) {
    const auto place = find_row(before, difference.before.row);
    if (!place)
        return {};
    InsertCopy copy{place->kind, difference.owner, difference.index, {}};
    copy.row = visit_list(before, *place, [&](const auto& rows) { return copy_of(rows, place->index); });
    settle_among(copy.row, after, copy.index);
    return {"采用：增加一行", {std::move(copy)}};
}

} // namespace

Kinship kinship_of(const Book& before, const Book& after) {
    std::unordered_map<std::uint64_t, const std::string*> texts;
    for_each_cell(before, [&](FieldRef at, const Cell& cell) {
        if (at.row != 0 && !cell.empty())
            texts.emplace(cell_key(at), &cell.text);
    });
    std::size_t both = 0, same = 0;
    for_each_cell(after, [&](FieldRef at, const Cell& cell) {
        const auto found = texts.find(cell_key(at));
        if (found == texts.end() || cell.empty())
            return;
        ++both;
        same += *found->second == cell.text ? 1 : 0;
    });
    return 2 * same > both ? Kinship::versions : Kinship::strangers;
}

std::vector<Difference> compare(const Book& before, const Book& after, Kinship kinship) {
    Comparison comparison(kinship);
    comparison.books(before, after);
    return comparison.take();
}

Edit take_over(const Book& before, const Book& after, const Difference& difference) {
    switch (difference.change) {
    case Change::changed:
        if (const Cell* cell = find_cell(before, difference.before))
            return set_text(difference.after, cell->text, "采用：改写");
        return {};
    case Change::moved:
        return {"采用：移动", {MoveRow{difference.after.row, difference.index}}};
    case Change::added:
        return {"采用：删除一行", {RemoveRow{difference.after.row}}};
    case Change::removed:
        break;
    }
    return insertion(before, after, difference);
}

} // namespace jibiao::edit
