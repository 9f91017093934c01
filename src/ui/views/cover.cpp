#include "base/words.h"
#include "templates/shown.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

const Cell* cover_cell(const Book& book, Field field) {
    for (const auto& cell : book_cells()) {
        if (cell.field == field)
            return &(book.*cell.cell);
    }
    return nullptr;
}

/// The title, what the form's cover has, and in `other` what else is filled.
std::vector<Field> cover_fields(const Frame& frame, std::vector<Field>& other) {
    std::vector<Field> fields = frame.form.cover_fields;
    if (std::find(fields.begin(), fields.end(), Field::title) == fields.end())
        fields.insert(fields.begin(), Field::title);
    for (const auto& cell : book_cells()) {
        if (!(frame.state.book().*cell.cell).empty() && !shows_on_cover(frame.form, cell.field))
            other.push_back(cell.field);
    }
    return fields;
}

float draw_line(Frame& frame, const ContentsLine& line, std::size_t number, float x, float y, float width) {
    const float side = frame.control_height();
    const float page = 72;
    const std::string name = fill(tr("目录 第 {1} 行"), {std::to_string(number)});
    const float text_width = width - page - side - 16;
    const FieldLook look{.multiline = true, .one_line = true};
    const float height = field_height(frame, line.text.text, text_width, look);
    text_field(frame, {Field::contents_text, line.id}, line.text, {x, y, text_width, height}, name, look);
    text_field(frame, {Field::contents_page, line.id}, line.page,
               {x + text_width + 8, y, page, frame.control_height()}, fill(tr("{1} 页码"), {name}),
               {.numeric = true});
    if (button(frame, "remove/" + std::to_string(line.id), {x + width - side, y, side, side}, "×",
               {ButtonKind::quiet, true, fill(tr("删除{1}"), {name})}))
        frame.wish(app::RemoveRow{line.id});
    return y + height + 6;
}

} // namespace

float draw_cover(Frame& frame, float x, float y, float width) {
    const Book& book = frame.state.book();
    std::vector<Field> other;
    const std::vector<Field> fields = cover_fields(frame, other);
    const CellOf cell = [&book](Field field) { return cover_cell(book, field); };
    const TextLook title{theme::title_size, frame.colors.ink, true};
    const TextLook small{theme::text_size, frame.colors.ink, true};
    Card card(frame, "cover", std::string(tr("封面")), x, y, width);
    const float inner_x = x + Card::padding;
    const float inner = width - 2 * Card::padding;
    y += Card::padding;
    heading(frame, "cover-title", inner_x, y, inner, tr("封面"), 2, title);
    y = draw_fields(frame, fields, 0, cell, ProjectKind::project, inner_x, y + frame.line_height(title) + 8,
                    inner);
    if (!other.empty()) {
        heading(frame, "cover-other", inner_x, y + 4, inner, tr(other_content_title), 3, small);
        y = draw_fields(frame, other, 0, cell, ProjectKind::project, inner_x,
                        y + frame.line_height(small) + 12, inner);
    }
    return card.end(y + Card::padding - 10) + theme::gap;
}

float draw_contents_lines(Frame& frame, float x, float y, float width) {
    const Rows<ContentsLine>& lines = frame.state.book().contents;
    const std::string& asked = frame.form.layout.contents_title;
    if (lines.empty() && asked.empty())
        return y;
    const std::string title = asked.empty() ? std::string(tr("目录（本表样没有目录）"))
                                            : fill(tr("目录 {1} 行"), {std::to_string(lines.size())});
    const TextLook look{theme::title_size, frame.colors.ink, true};
    Card card(frame, "contents-lines", std::string(tr("目录页")), x, y, width);
    const float inner_x = x + Card::padding;
    const float inner = width - 2 * Card::padding;
    y += Card::padding;
    heading(frame, "contents-lines-title", inner_x, y, inner, title, 2, look);
    y += frame.line_height(look) + 8;
    for (std::size_t i = 0; i < lines.size(); ++i)
        y = draw_line(frame, lines[i], i + 1, inner_x, y, inner);
    const std::string add(tr("＋ 增加目录行"));
    if (button(frame, "add-contents-line", {inner_x, y, button_width(frame, add), frame.control_height()},
               add, {ButtonKind::quiet}))
        frame.wish(
            app::AddRow{{word("增加目录行"), {edit::InsertRow{RowKind::contents_line, 0, lines.size()}}},
                        Field::contents_text});
    return card.end(y + frame.control_height() + Card::padding / 2) + theme::gap;
}

} // namespace jibiao::ui
