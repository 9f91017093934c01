#include "base/words.h"
#include "model/field.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <map>

namespace jibiao::ui {
namespace {

/// For each line of the source the cell that a note about it means: one that was rebuilt, else the first.
std::map<int, FieldRef> cells_by_line(const Book& book) {
    std::map<int, FieldRef> cells;
    std::map<int, FieldRef> rebuilt;
    for_each_cell(book, [&](FieldRef at, const Cell& cell) {
        if (cell.line == 0 || cell.empty())
            return;
        cells.emplace(cell.line, at);
        if (cell.origin == Origin::rebuilt)
            rebuilt.emplace(cell.line, at);
    });
    for (const auto& [line, at] : rebuilt)
        cells[line] = at;
    return cells;
}

/// Returns the height that the note takes.
float draw_note(Frame& frame, const Note& note, std::size_t number, const FieldRef* at, float x, float y,
                float width) {
    const std::string_view label = tr("查看");
    const TextLook look{theme::text_size, frame.colors.ink};
    const std::string place = note.line > 0 ? fill(tr("第 {1} 行"), {std::to_string(note.line)}) : "";
    const std::string text = place.empty() ? note.text : with_colon(place, note.text);
    const std::string id = "note/" + std::to_string(number);
    const float side = at ? button_width(frame, label) + theme::gap : 0;
    const float height = frame.paragraph(x, y, width - side, text, look);
    frame.node(id, Role::text, text, {x, y, width - side, height});
    if (!at)
        return height;
    const Rect rect{x + width - side + theme::gap, y, side - theme::gap, frame.control_height()};
    if (button(frame, id + "/show", rect, label, {.accessible_name = fill(tr("查看{1}"), {place})}))
        frame.wish(app::GoTo{*at});
    return std::max(height, rect.h);
}

} // namespace

void draw_notes(const platform::Later&, Frame& frame, const Rect& rect) {
    constexpr float most_width = 860; // Text reads badly in lines longer than this.
    frame.begin_group("notes", Role::region, tr("导入说明"), rect);
    const Frame::Area area = frame.begin_scroll("notes", rect);
    const float x = area.x + theme::gap;
    const float width = std::min(most_width, area.width - 2 * theme::gap);
    const TextLook title{theme::title_size, frame.colors.ink, true};
    const Book& book = frame.state.book();
    float y = area.y + theme::gap;
    heading(frame, "notes-title", x, y, width, fill(tr("导入说明：“{1}”"), {book.source_name}), 2, title);
    y += frame.line_height(title) + 8;
    const std::map<int, FieldRef> cells = cells_by_line(book);
    std::size_t number = 0;
    for (const Note& note : book.notes) {
        const auto cell = cells.find(note.line);
        const FieldRef* at = cell == cells.end() ? nullptr : &cell->second;
        y += draw_note(frame, note, ++number, at, x, y, width) + 8;
    }
    frame.end_scroll(area, y + theme::gap);
    frame.end_group();
}

} // namespace jibiao::ui
