#include "base/text.h"
#include "base/words.h"
#include "edit/sections.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

/// Text reads badly in lines longer than this.
constexpr float most_width = 860;

std::string title_of(const Section& section) {
    return section.heading.empty() ? std::string(tr("正文")) : shorten(section.heading.text, 20);
}

constexpr const char* add_paragraph = word("＋段落");
constexpr const char* add_section = word("＋标题");

float tools_width(const Frame& frame) {
    return button_width(frame, tr(add_paragraph)) + button_width(frame, tr(add_section)) +
           frame.control_height();
}

/// Buttons at the right of a heading: more below it, another one behind it, away with it.
void draw_tools(Frame& frame, const Section& section, float x, float y) {
    const float height = frame.control_height();
    const std::string row = std::to_string(section.id);
    const std::string title = title_of(section);
    const auto place = [&](float width) {
        x += width;
        return Rect{x - width, y, width, height};
    };
    if (button(frame, "add-paragraph/" + row, place(button_width(frame, tr(add_paragraph))),
               tr(add_paragraph), {ButtonKind::quiet, true, fill(tr("在“{1}”下增加段落"), {title})}))
        frame.wish(app::AddRow{
            {word("增加段落"), {edit::InsertRow{RowKind::paragraph, section.id, section.body.size()}}},
            Field::paragraph});
    if (button(frame, "add-section/" + row, place(button_width(frame, tr(add_section))), tr(add_section),
               {ButtonKind::quiet, true, fill(tr("在“{1}”后增加标题"), {title})}))
        frame.wish(app::AddRow{edit::insert_section(frame.state.book(), section.id), Field::heading});
    if (button(frame, "remove/" + row, place(height), "×",
               {ButtonKind::quiet, true, fill(tr("删除标题“{1}”及其段落"), {title})}))
        frame.wish(app::RemoveRow{section.id});
}

/// The heading's field, or what stands in its place where text follows a table; and the tools.
float draw_heading(Frame& frame, const Section& section, float x, float y, float width) {
    const FieldRef at{Field::heading, section.id};
    const FieldLook look{.multiline = true, .one_line = true, .bold = true};
    const float tools = tools_width(frame);
    const bool beside = width - tools >= 260;
    const float room = beside ? width - tools - 8 : width;
    float height = frame.control_height();
    if (!section.heading.empty() || frame.has_focus(frame.id_of(at))) {
        height = field_height(frame, section.heading.text, room, look);
        text_field(frame, at, section.heading, {x, y, room, height},
                   fill(tr("标题 {1}"), {shorten(section.heading.text, 20)}), look);
    } else if (!beside) {
        height = -4; // Nothing stands above the tools.
    }
    draw_tools(frame, section, x + width - tools, beside ? y : y + height + 4);
    return y + (beside ? std::max(height, frame.control_height()) : height + 4 + frame.control_height());
}

float draw_paragraph(Frame& frame, const Section& section, std::size_t index, float x, float y, float width) {
    const Paragraph& paragraph = section.body[index];
    const FieldLook look{.multiline = true};
    const float side = frame.control_height();
    const float room = width - side - 4;
    const float height = field_height(frame, paragraph.text.text, room, look);
    const std::string name = fill(paragraph.unplaced ? tr("{1} 未识别内容 {2}") : tr("{1} 段落 {2}"),
                                  {title_of(section), std::to_string(index + 1)});
    text_field(frame, {Field::paragraph, paragraph.id}, paragraph.text, {x, y, room, height}, name, look);
    if (button(frame, "remove/" + std::to_string(paragraph.id), {x + width - side, y, side, side}, "×",
               {ButtonKind::quiet, true, fill(tr("删除{1}"), {name})}))
        frame.wish(app::RemoveRow{paragraph.id});
    return y + height + 6;
}

float draw_section(Frame& frame, const Section& section, float x, float y, float width) {
    const float indent = 20 * static_cast<float>(std::clamp(section.level, 0, 4));
    const float room = width - indent;
    y = draw_heading(frame, section, x + indent, y, room) + 8;
    for (std::size_t i = 0; i < section.body.size(); ++i)
        y = draw_paragraph(frame, section, i, x + indent, y, room);
    for (const Table& table : section.tables)
        y = draw_table(frame, table, x, y + 4, width) + theme::gap;
    return y + 6;
}

} // namespace

void draw_texts(Frame& frame, const Rect& rect) {
    frame.begin_group("texts", Role::region, tr("部门整体绩效文本"), rect);
    const Frame::Area area = frame.begin_scroll("texts", rect);
    const float width = std::min(most_width, area.width - 2 * theme::gap);
    const float x = area.x + theme::gap;
    float y = draw_cover(frame, x, area.y + theme::gap, width);
    y = draw_contents_lines(frame, x, y, width);
    const Rows<Section>& sections = frame.state.book().sections;
    for (const Section& section : sections)
        y = draw_section(frame, section, x, y, width);
    const std::string add(tr("＋ 增加标题"));
    const RowId last = sections.empty() ? 0 : sections.back().id;
    if (button(frame, "add-section", {x, y, button_width(frame, add), frame.control_height()}, add,
               {ButtonKind::quiet, true, std::string(tr("在最后增加标题"))}))
        frame.wish(app::AddRow{edit::insert_section(frame.state.book(), last), Field::heading});
    frame.end_scroll(area, y + frame.control_height() + theme::foot);
    frame.end_group();
}

} // namespace jibiao::ui
