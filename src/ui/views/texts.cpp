#include "base/text.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

/// Text reads badly in lines longer than this.
constexpr float most_width = 860;

float draw_section(Frame& frame, const Section& section, float x, float y, float width) {
    const float indent = 20 * static_cast<float>(std::min(section.level, 4));
    const FieldLook title{.multiline = true, .bold = true};
    if (!section.heading.empty()) {
        const float height = field_height(frame, section.heading.text, width - indent, title);
        text_field(frame, {Field::heading, section.id}, section.heading,
                   {x + indent, y, width - indent, height}, "标题 " + shorten(section.heading.text, 20),
                   title);
        y += height + 8;
    }
    const FieldLook body{.multiline = true};
    std::size_t number = 0;
    for (const Paragraph& paragraph : section.body) {
        const float height = field_height(frame, paragraph.text.text, width - indent, body);
        const std::string name =
            (section.heading.empty() ? std::string("正文") : shorten(section.heading.text, 20)) +
            (paragraph.unplaced ? " 未识别内容 " : " 段落 ") + std::to_string(++number);
        text_field(frame, {Field::paragraph, paragraph.id}, paragraph.text,
                   {x + indent, y, width - indent, height}, name, body);
        y += height + 6;
    }
    return y + 6;
}

} // namespace

void draw_texts(Frame& frame, const Rect& rect) {
    frame.begin_group("texts", Role::region, "部门整体绩效文本", rect);
    const Frame::Area area = frame.begin_scroll("texts", rect, theme::page);
    const float width = std::min(most_width, area.width - 2 * theme::gap);
    float y = area.y + theme::gap;
    for (const Section& section : frame.state.book().sections)
        y = draw_section(frame, section, area.x + theme::gap, y, width);
    frame.end_scroll(area, y + theme::foot);
    frame.end_group();
}

void draw_notes(Frame& frame, const Rect& rect) {
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
