#include "app/selection.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace selection_test {

using namespace jibiao;
using app::Block;
using app::Selection;

namespace {

constexpr Field fields[] = {Field::indicator_name, Field::target_value, Field::explanation};

/// Four rows of three columns; "-" is blank.
struct Sheet {
    Book book;
    Grid grid;

    explicit Sheet(const std::vector<std::vector<std::string>>& texts = {
                       {"1", "1", "1"}, {"1", "1", "1"}, {"1", "1", "1"}, {"1", "1", "1"}}) {
        Template form;
        form.indicator_columns = {std::begin(fields), std::end(fields)};
        Project& project = book.projects.push_back({.id = book.new_row_id()});
        for (const auto& row : texts) {
            const auto text = [&row](std::size_t column) {
                return Cell{.text = row[column] == "-" ? "" : row[column]};
            };
            project.indicators.push_back(
                {.id = book.new_row_id(), .name = text(0), .target = text(1), .explanation = text(2)});
        }
        grid = grid_of(form, book.projects[0]);
    }
    Selection at(std::size_t row, std::size_t column) const { return app::select(grid.at(row, column)); }
    /// "2.1" for a cursor alone, "2.1 1.0-2.2" with a block around it; "out" if a key led nowhere.
    std::string press(Selection from, const std::vector<std::string>& keys) const {
        for (const std::string& key : keys) {
            const auto next = app::after_key(grid, from, key);
            if (!next)
                return "out";
            from = *next;
        }
        return said(from);
    }
    std::string said(const Selection& selection) const {
        const auto place = [](std::size_t row, std::size_t column) {
            return std::to_string(row) + "." + std::to_string(column);
        };
        const Block cursor = *app::block_of(grid, app::select(selection.cursor));
        const Block block = *app::block_of(grid, selection);
        std::string text = place(cursor.top, cursor.left);
        if (!(block == cursor))
            text += " " + place(block.top, block.left) + "-" + place(block.bottom, block.right);
        return text;
    }
};

struct Move {
    std::size_t row, column;
    std::vector<std::string> keys;
    const char* result;
};

} // namespace

TEST_CASE("keys move the cell cursor and the block as in a spreadsheet") {
    const Sheet sheet;
    const Move moves[] = {
        {1, 1, {"ArrowUp"}, "0.1"},
        {1, 1, {"ArrowDown"}, "2.1"},
        {1, 1, {"ArrowLeft"}, "1.0"},
        {1, 1, {"ArrowRight"}, "1.2"},
        {0, 0, {"ArrowUp"}, "0.0"},
        {3, 2, {"ArrowDown", "ArrowRight"}, "3.2"},
        {1, 1, {"Home"}, "1.0"},
        {1, 1, {"End"}, "1.2"},
        {1, 1, {"Control+Home"}, "0.0"},
        {1, 1, {"Control+End"}, "3.2"},
        {1, 1, {"PageDown"}, "3.1"},
        {3, 1, {"PageUp"}, "0.1"},
        {1, 1, {"Enter"}, "2.1"},
        {1, 1, {"Shift+Enter"}, "0.1"},
        {0, 1, {"Shift+Enter"}, "0.1"},
        {3, 1, {"Enter"}, "3.2"}, // The last row: on to the right …
        {3, 2, {"Enter"}, "out"}, // … and out.
        {1, 2, {"Tab"}, "2.0"},
        {1, 0, {"Shift+Tab"}, "0.2"},
        {3, 2, {"Tab"}, "out"},
        {0, 0, {"Shift+Tab"}, "out"},
        {0, 1, {"Tab", "Enter"}, "1.1"}, // Below where the run of Tab began.
        {0, 1, {"Tab", "ArrowDown", "Enter"}, "2.2"},
        {0, 0, {"Tab", "Tab", "Enter", "Enter"}, "2.0"},
        {1, 1, {"Shift+ArrowDown"}, "1.1 1.1-2.1"},
        {1, 1, {"Shift+ArrowDown", "Shift+ArrowUp", "Shift+ArrowUp"}, "1.1 0.1-1.1"},
        {1, 1, {"Shift+ArrowRight", "Shift+ArrowDown"}, "1.1 1.1-2.2"},
        {1, 1, {"Shift+ArrowDown", "ArrowDown"}, "2.1"}, // From the cursor, not from the corner.
        {1, 1, {"Shift+Home"}, "1.1 1.0-1.1"},
        {1, 1, {"Control+Shift+End"}, "1.1 1.1-3.2"},
        {1, 1, {"Control+A"}, "1.1 0.0-3.2"},
        {1, 1, {"Shift+Space"}, "1.1 1.0-1.2"},
        {1, 1, {"Shift+Space", "Shift+ArrowDown"}, "1.1 1.0-2.2"},
        {1, 1, {"Shift+ArrowUp", "Shift+Space"}, "1.1 0.0-1.2"},
        {1, 1, {"F2"}, "out"},
        {1, 1, {"A"}, "out"},
        {1, 1, {"Control+Enter"}, "out"},
        {1, 1, {"Control+PageDown"}, "out"},
    };
    for (const Move& move : moves) {
        CAPTURE(move.row);
        CAPTURE(move.column);
        CAPTURE(move.keys.back());
        CHECK(sheet.press(sheet.at(move.row, move.column), move.keys) == move.result);
    }
}

TEST_CASE("Control and an arrow go to the edge of what is filled") {
    const Sheet sheet({{"1", "-", "-"}, {"1", "-", "1"}, {"-", "-", "-"}, {"1", "-", "-"}});
    const Move moves[] = {
        {0, 0, {"Control+ArrowDown"}, "1.0"}, // The end of the run,
        {1, 0, {"Control+ArrowDown"}, "3.0"}, // the next one,
        {3, 0, {"Control+ArrowDown"}, "3.0"},
        {3, 0, {"Control+ArrowUp"}, "1.0"},
        {0, 1, {"Control+ArrowDown"}, "3.1"}, // the edge of the grid.
        {1, 0, {"Control+ArrowRight"}, "1.2"},
        {2, 0, {"Control+ArrowRight"}, "2.2"},
        {0, 0, {"Control+Shift+ArrowDown"}, "0.0 0.0-1.0"},
    };
    for (const Move& move : moves) {
        CAPTURE(move.row);
        CAPTURE(move.column);
        CAPTURE(move.keys.back());
        CHECK(sheet.press(sheet.at(move.row, move.column), move.keys) == move.result);
    }
}

TEST_CASE("a corner that has gone leaves the cursor alone, a cursor that has gone nothing") {
    Sheet sheet;
    const Selection block{sheet.grid.at(1, 1), sheet.grid.at(1, 1), sheet.grid.at(2, 2)};
    sheet.book.projects.edit(0).indicators.erase(2);
    sheet.grid.indicators = &sheet.book.projects[0].indicators;
    CHECK(app::block_of(sheet.grid, block) == Block{1, 1, 1, 1});
    CHECK(sheet.press(block, {"Shift+ArrowDown"}) == "1.1 1.1-2.1");
    sheet.book.projects.edit(0).indicators.erase(1);
    sheet.grid.indicators = &sheet.book.projects[0].indicators;
    CHECK_FALSE(app::block_of(sheet.grid, block));
    CHECK_FALSE(app::after_key(sheet.grid, block, "ArrowUp"));
}

} // namespace selection_test
