#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {

void draw_notes(Frame& frame, const Rect& rect) {
    constexpr float most_width = 860; // Text reads badly in lines longer than this.
    frame.begin_group("notes", Role::region, "导入说明", rect);
    const Frame::Area area = frame.begin_scroll("notes", rect, theme::page);
    const float x = area.x + theme::gap;
    const float width = std::min(most_width, area.width - 2 * theme::gap);
    const TextLook title{theme::title_size, theme::ink, true};
    float y = area.y + theme::gap;
    heading(frame, "notes-title", x, y, width, "导入说明：“" + frame.state.book().source_name + "”", 2,
            title);
    y += frame.line_height(title) + 8;
    const TextLook look{theme::text_size, theme::ink};
    std::size_t number = 0;
    for (const Note& note : frame.state.book().notes) {
        const std::string text =
            (note.line > 0 ? "第 " + std::to_string(note.line) + " 行：" : "") + note.text;
        const float height = frame.paragraph(x, y, width, text, look);
        frame.node("note/" + std::to_string(++number), Role::text, text, {x, y, width, height});
        y += height + 8;
    }
    frame.end_scroll(area, y + theme::gap);
    frame.end_group();
}

} // namespace jibiao::ui
