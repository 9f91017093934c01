#include "app/selection.h"

#include <algorithm>
#include <utility>

namespace jibiao::app {
namespace {

constexpr std::size_t page_rows = 10;

struct Place {
    std::size_t row = 0, column = 0;
};

std::optional<Place> place_of(const Grid& grid, FieldRef at) {
    const auto row = grid.row_of(at.row);
    const auto column = grid.column_of(at.field);
    return row && column ? std::optional(Place{*row, *column}) : std::nullopt;
}

FieldRef at(const Grid& grid, Place place) {
    return grid.at(place.row, place.column);
}

bool take_prefix(std::string_view& keys, std::string_view prefix) {
    const bool there = keys.starts_with(prefix);
    keys.remove_prefix(there ? prefix.size() : 0);
    return there;
}

/// One step of `index` within `count`; false at the end.
bool step(std::size_t& index, int way, std::size_t count) {
    if (way < 0 ? index == 0 : index + 1 >= count)
        return false;
    way < 0 ? --index : ++index;
    return true;
}

/// An arrow's direction: rows, columns.
std::optional<std::pair<int, int>> way_of(std::string_view key) {
    if (key == "ArrowUp")
        return std::pair{-1, 0};
    if (key == "ArrowDown")
        return std::pair{1, 0};
    if (key == "ArrowLeft")
        return std::pair{0, -1};
    if (key == "ArrowRight")
        return std::pair{0, 1};
    return std::nullopt;
}

Place stepped(const Grid& grid, Place from, std::pair<int, int> way) {
    if (way.first != 0)
        step(from.row, way.first, grid.size());
    else
        step(from.column, way.second, grid.columns.size());
    return from;
}

/// To the end of a run of filled cells; from its end, or from a blank cell, to the next one that is filled.
Place to_edge(const Grid& grid, Place from, std::pair<int, int> way) {
    const auto filled = [&](Place place) { return !grid.text(place.row, place.column).empty(); };
    const auto same = [](Place a, Place b) { return a.row == b.row && a.column == b.column; };
    Place now = stepped(grid, from, way);
    const bool in_run = filled(from) && filled(now);
    for (Place next = stepped(grid, now, way); !same(next, now); next = stepped(grid, now, way)) {
        if (in_run ? !filled(next) : filled(now))
            break;
        now = next;
    }
    return now;
}

/// Where a key leads that moves the cursor or the block's corner.
std::optional<Place> target_of(const Grid& grid, Place from, std::string_view key, bool control) {
    if (const auto way = way_of(key))
        return control ? to_edge(grid, from, *way) : stepped(grid, from, *way);
    const std::size_t last = grid.size() - 1;
    if (key == "Home")
        return Place{control ? 0 : from.row, 0};
    if (key == "End")
        return Place{control ? last : from.row, grid.columns.size() - 1};
    if (key == "PageUp" && !control)
        return Place{from.row - std::min(from.row, page_rows), from.column};
    if (key == "PageDown" && !control)
        return Place{std::min(from.row + page_rows, last), from.column};
    return std::nullopt;
}

/// On to the next cell, row by row; false at the end of the grid.
bool go_on(const Grid& grid, Place& place, int way) {
    if (step(place.column, way, grid.columns.size()))
        return true;
    if (!step(place.row, way, grid.size()))
        return false;
    place.column = way > 0 ? 0 : grid.columns.size() - 1;
    return true;
}

std::optional<Selection> after_tab(const Grid& grid, const Selection& selection, Place place, int way) {
    const Field home = selection.home == Field::none ? selection.cursor.field : selection.home;
    if (!go_on(grid, place, way))
        return std::nullopt;
    Selection next = select(at(grid, place));
    next.home = home;
    return next;
}

std::optional<Selection> after_enter(const Grid& grid, const Selection& selection, Place place, int way) {
    const bool at_end = way < 0 ? place.row == 0 : place.row + 1 == grid.size();
    if (at_end) {
        if (way > 0 && !go_on(grid, place, way))
            return std::nullopt;
        return select(at(grid, place));
    }
    step(place.row, way, grid.size());
    const auto home = place_of(grid, {selection.home, selection.cursor.row});
    return select(at(grid, {place.row, home ? home->column : place.column}));
}

Block block_between(Place a, Place b) {
    return {std::min(a.row, b.row), std::min(a.column, b.column), std::max(a.row, b.row),
            std::max(a.column, b.column)};
}

} // namespace

std::optional<Block> block_of(const Grid& grid, const Selection& selection) {
    const auto cursor = place_of(grid, selection.cursor);
    if (!cursor)
        return std::nullopt;
    const auto from = place_of(grid, selection.from);
    const auto end = place_of(grid, selection.end);
    return from && end ? block_between(*from, *end) : block_between(*cursor, *cursor);
}

std::optional<Selection> after_key(const Grid& grid, const Selection& selection, std::string_view keys) {
    const auto cursor = place_of(grid, selection.cursor);
    if (!cursor)
        return std::nullopt;
    const auto block = block_of(grid, selection);
    const std::size_t right = grid.columns.size() - 1;
    if (keys == "Control+A")
        return Selection{selection.cursor, grid.at(0, 0), grid.at(grid.size() - 1, right)};
    if (keys == "Shift+Space")
        return Selection{selection.cursor, grid.at(block->top, 0), grid.at(block->bottom, right)};
    const bool control = take_prefix(keys, "Control+");
    const bool shift = take_prefix(keys, "Shift+");
    if (keys == "Tab" && !control)
        return after_tab(grid, selection, *cursor, shift ? -1 : 1);
    if (keys == "Enter" && !control)
        return after_enter(grid, selection, *cursor, shift ? -1 : 1);
    const Place from = shift ? place_of(grid, selection.end).value_or(*cursor) : *cursor;
    const auto to = target_of(grid, from, keys, control);
    if (!to)
        return std::nullopt;
    if (!shift)
        return select(at(grid, *to));
    const bool is_sound = place_of(grid, selection.from).has_value();
    return Selection{selection.cursor, is_sound ? selection.from : selection.cursor, at(grid, *to)};
}

} // namespace jibiao::app
