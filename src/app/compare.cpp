#include "app/compare.h"

#include "app/outcome.h"
#include "base/text.h"
#include "base/words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace jibiao::app {
namespace {

using edit::Change;
using edit::Difference;

/// Longer lists of earlier states nobody reads.
constexpr std::size_t most_steps = 20;
/// Of what a row says, in code points.
constexpr std::size_t longest_row = 200;

/// Of the differences in the table of contents; those in a section or project have its row's number.
constexpr std::uint64_t contents_part = std::uint64_t{1} << 32;
/// With the row of the first book: a section or project that is only there.
constexpr std::uint64_t removed_part = std::uint64_t{2} << 32;

/// Every cell of a book by its row: looking each one up would take seconds in a large book.
class Cells {
  public:
    explicit Cells(const Book& book) {
        std::uint64_t part = 0;
        const auto add = [&](FieldRef at, const Cell& cell) {
            const auto [row, is_new] = rows_.try_emplace(at.row);
            row->second.part = part;
            row->second.cells.emplace_back(at.field, &cell);
            rows_in_part_[part] += is_new ? 1 : 0;
        };
        for_each_head_cell(book, add);
        for (const Section& section : book.sections)
            part = section.id, for_each_cell(section, add);
        for (const Project& project : book.projects)
            part = project.id, for_each_cell(project, add);
    }

    std::uint64_t part_of(RowId row) const {
        const auto found = rows_.find(row);
        return found == rows_.end() ? 0 : found->second.part;
    }
    FieldRef first_cell(RowId row) const {
        const auto found = rows_.find(row);
        return row == 0 || found == rows_.end() ? FieldRef()
                                                : FieldRef{found->second.cells.front().first, row};
    }
    std::string text_at(FieldRef at) const {
        const auto row = rows_.find(at.row);
        if (row == rows_.end())
            return {};
        const auto cell = std::ranges::find(row->second.cells, at.field, &Named::first);
        return cell == row->second.cells.end() ? "" : cell->second->text;
    }
    /// What a row says, in one line; of one with others below it its name, and how many they are.
    std::string row_in_words(RowId id, RowKind kind) const {
        const auto row = rows_.find(id);
        if (id == 0 || row == rows_.end())
            return {};
        if (kind == RowKind::project || kind == RowKind::section) {
            const std::string name = text_at({kind == RowKind::project ? Field::name : Field::heading, id});
            const std::size_t below = rows_in_part_.at(row->second.part) - 1;
            return fill(tr("{1}，连同下面 {2} 行"),
                        {name.empty() ? tr("（未命名）") : name, std::to_string(below)});
        }
        std::string words;
        for (const auto& [field, cell] : row->second.cells) {
            if (!cell->empty())
                words += (words.empty() ? "" : "　") + cell->text;
        }
        return words.empty() ? std::string(tr("（空行）")) : shorten_in_line(words, longest_row);
    }

  private:
    using Named = std::pair<Field, const Cell*>;
    struct Row {
        std::uint64_t part = 0;
        std::vector<Named> cells;
    };
    std::unordered_map<RowId, Row> rows_;
    std::unordered_map<std::uint64_t, std::size_t> rows_in_part_;
};

std::string with_number(const Book& book, RowId row, const std::string& words) {
    const auto place = find_row(book, row);
    return place ? fill(tr("第 {1} 行：{2}"), {std::to_string(place->index + 1), words}) : words;
}

std::uint64_t part_of(const Difference& difference, const Cells& after) {
    if (difference.kind == RowKind::contents_line && difference.before.row + difference.after.row > 0)
        return contents_part;
    if (difference.change != Change::removed)
        return after.part_of(difference.after.row);
    return difference.owner == 0 ? removed_part + difference.before.row : after.part_of(difference.owner);
}

/// Fills in what stands at a difference.
class Describer {
  public:
    Describer(const Book& before, const Book& after)
        : before_book_(before), after_book_(after), before_(before), after_(after) {}

    Comparison::Item describe(const Difference& difference) const {
        Comparison::Item item{difference, part_of(difference, after_), {}, {}, difference.after};
        if (difference.change == Change::changed) {
            item.before = before_.text_at(difference.before);
            item.after = after_.text_at(difference.after);
            return item;
        }
        item.at = after_.first_cell(difference.after.row);
        item.before = before_.row_in_words(difference.before.row, difference.kind);
        item.after = after_.row_in_words(difference.after.row, difference.kind);
        if (difference.change == Change::moved) {
            item.before = with_number(before_book_, difference.before.row, item.before);
            item.after = with_number(after_book_, difference.after.row, item.after);
        }
        return item;
    }

  private:
    const Book& before_book_;
    const Book& after_book_;
    Cells before_, after_;
};

void choose_shown(Comparison& comparison) {
    comparison.shown.clear();
    for (std::size_t i = 0; i < comparison.items.size(); ++i) {
        if (comparison.shows[static_cast<std::size_t>(comparison.items[i].difference.change)])
            comparison.shown.push_back(i);
    }
    if (comparison.shown.empty())
        comparison.current.reset();
    else if (comparison.current)
        comparison.current = std::min(*comparison.current, comparison.shown.size() - 1);
    ++comparison.made;
}

void take_over(State& state, std::size_t index) {
    Comparison& comparison = state.comparison;
    if (index >= comparison.shown.size() || comparison.revision != state.document.revision())
        return;
    const Difference& difference = comparison.items[comparison.shown[index]].difference;
    const edit::Edit edit = edit::take_over(comparison.before, state.book(), difference);
    if (!state.document.apply(edit))
        return say(state, tr("没有变化"));
    comparison.current = index; // What comes next then stands there.
    comparison.go_to_current = true;
    say(state, fill(tr("已{1}"), {tr(edit.label)}), true);
}

void step(Comparison& comparison, bool backwards) {
    const std::size_t count = comparison.shown.size();
    if (count == 0)
        return;
    const std::size_t from = comparison.current.value_or(backwards ? 0 : count - 1);
    comparison.current = (from + (backwards ? count - 1 : 1)) % count;
    comparison.go_to_current = true;
}

} // namespace

std::vector<ToCompare> choices_to_compare(const platform::Later&, const State& state) {
    const BookEntry* open = state.books.find(state.books.open);
    const std::string from = open ? open->meta.made_from : "";
    std::vector<ToCompare> choices;
    const auto add_book = [&choices](const BookEntry& entry, std::string_view words) {
        choices.push_back({fill(words, {name_of(entry.meta)}), {Counterpart::book, entry.id}});
    };
    const BookEntry* origin = state.books.find(from);
    if (origin && !origin->meta.deleted)
        add_book(*origin, origin->meta.year < open->meta.year ? tr("上年的表：{1}") : tr("原来的表：{1}"));
    choices.push_back({std::string(tr("打开时的内容")), {Counterpart::opened}});
    if (state.exported)
        choices.push_back({std::string(tr("上次导出的内容")), {Counterpart::exported}});
    for (const bool archived : {false, true}) {
        for (const BookEntry* entry : listed(state.books, archived)) {
            if (entry != open && entry != origin)
                add_book(*entry, "{1}");
        }
    }
    choices.push_back({std::string(tr("文件…")), {Counterpart::file}});
    for (std::size_t i = 0; i < std::min(state.document.steps_made(), most_steps); ++i)
        choices.push_back(
            {fill(tr("“{1}”之前"), {tr(state.document.step_label(i))}), {Counterpart::step, "", i}});
    return choices;
}

void compare_with(const platform::Later& later, State& state, Book other, std::string name,
                  std::optional<edit::Kinship> kinship) {
    const std::uint64_t made = state.comparison.made;
    state.comparison = {};
    state.comparison.name = std::move(name);
    state.comparison.kinship = kinship ? *kinship : edit::kinship_of(other, state.book());
    state.comparison.before = std::move(other);
    state.comparison.made = made + 1;
    state.page = Page::compare;
    renew_comparison(later, state);
}

void work_on_differences(const platform::Later&, State& state, const WorkOnDifferences& action) {
    using What = WorkOnDifferences::What;
    Comparison& comparison = state.comparison;
    if (state.page != Page::compare)
        return;
    switch (action.what) {
    case What::take_over:
        return take_over(state, action.index);
    case What::next:
    case What::previous:
        return step(comparison, action.what == What::previous);
    case What::show_or_hide:
        comparison.shows[action.index] = !comparison.shows[action.index];
        choose_shown(comparison);
    }
}

void renew_comparison(const platform::Later&, State& state) {
    Comparison& comparison = state.comparison;
    if (comparison.name.empty() || comparison.revision == state.document.revision())
        return;
    comparison.revision = state.document.revision();
    comparison.items.clear();
    comparison.counts = {};
    const Describer describer(comparison.before, state.book());
    for (const Difference& difference : compare(comparison.before, state.book(), comparison.kinship)) {
        comparison.items.push_back(describer.describe(difference));
        ++comparison.counts[static_cast<std::size_t>(difference.change)];
    }
    choose_shown(comparison);
}

std::string place_of(const Comparison::Item& item, const State& state, const Knowledge& knowledge) {
    const Difference& difference = item.difference;
    const bool is_gone = difference.change == Change::removed;
    const Book& book = is_gone ? state.comparison.before : state.book();
    return place_in_words(book, knowledge.templates.get(book.template_id),
                          is_gone ? difference.before : difference.after);
}

} // namespace jibiao::app
