#include "templates/offers.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

struct Column {
    Field field;
    float x = 0, width = 0;
};

/// How much room a column wants, next to the others.
float weight_of(Field field) {
    switch (field) {
    case Field::level1:
        return 1.25f;
    case Field::level2:
        return 1.55f;
    case Field::comparator:
        return 0.7f;
    case Field::target_value:
    case Field::target_unit:
        return 1.45f;
    case Field::description:
    case Field::indicator_name:
        return 1.6f;
    case Field::explanation:
        return 2.4f;
    default:
        return 1.5f;
    }
}

std::vector<Column> columns_of(const Frame& frame, float x, float width) {
    std::vector<Column> columns;
    float weights = 0;
    for (const Field field : frame.form.indicator_columns) {
        columns.push_back({field});
        weights += weight_of(field);
    }
    const float left = x;
    float used = 0;
    for (Column& column : columns) {
        column.x = frame.snap(left + width * used / weights);
        used += weight_of(column.field);
        column.width = frame.snap(left + width * used / weights) - column.x;
    }
    return columns;
}

/// A category of level 2 says which level 1 it belongs to.
edit::Edit choose(const Template& form, const Indicator& row, Field field, const std::string& text) {
    edit::Edit edit = edit::set_text({field, row.id}, text, "选择");
    const Level1* parent = nullptr;
    if (field == Field::level2 && row.level1.empty() && form.find_level2(text, &parent))
        edit.operations.push_back(edit::SetText{{Field::level1, row.id}, parent->name});
    return edit;
}

/// Tables have many columns, so their text is a little smaller and closer than the form's.
FieldLook cell_look(const Frame& frame, Field field) {
    return {.multiline = true,
            .one_line = true,
            .takes_table = true,
            .framed = false,
            .dense = true,
            .offers = has_offers(frame.form, field)};
}

void draw_cell(Frame& frame, const Indicator& row, Field field, const Rect& place, const std::string& name) {
    const FieldRef at{field, row.id};
    const Cell& cell = *cell_of(row, field);
    const FieldLook look = cell_look(frame, field);
    if (!look.offers)
        return text_field(frame, at, cell, place, name, look);
    const auto texts = [&] { return offers(frame.form, field, &row); };
    if (const auto picked = field_with_choices(frame, at, cell, place, name, look, texts))
        frame.wish(app::Apply{choose(frame.form, row, field, texts().at(*picked))});
}

float row_height(const Frame& frame, const Indicator& indicator, const std::vector<Column>& columns) {
    const float line = frame.hairline();
    float height = frame.control_height();
    for (const Column& column : columns) {
        const Cell* cell = cell_of(indicator, column.field);
        height = std::max(
            height,
            field_height(frame, cell->text, column.width - line, cell_look(frame, column.field)) + line);
    }
    return height;
}

float draw_head(Frame& frame, const std::vector<Column>& columns, float x, float y, float width) {
    const TextLook look{theme::small_size, theme::ink, true};
    const float height = 2 * frame.line_height(look);
    frame.fill({x, y, width, height}, theme::table_head);
    frame.begin_group("indicator-head", Role::row, "", {x, y, width, height});
    for (const Column& column : columns) {
        const std::string_view label = frame.form.label(column.field);
        const float text_height = frame.paragraph_height(column.width - 12, label, look);
        frame.paragraph(column.x + 8, y + std::max(0.0f, (height - text_height) / 2), column.width - 12,
                        label, look);
        frame.node("head/" + std::string(field_key(column.field)), Role::columnheader, std::string(label),
                   {column.x, y, column.width, height});
    }
    frame.node("head/tools", Role::columnheader, "操作",
               {x + width - frame.control_height(), y, frame.control_height(), height});
    frame.end_group();
    return height;
}

void draw_row(Frame& frame, const Indicator& indicator, std::size_t number,
              const std::vector<Column>& columns, const Rect& rect, float side) {
    const std::string name = "指标 " + std::to_string(number);
    const std::string id = "row/" + std::to_string(indicator.id);
    const float line = frame.hairline(); // At the right and at the bottom of each cell.
    frame.begin_group(id, Role::row, name, rect);
    for (const Column& column : columns) {
        const Rect place{column.x, rect.y, column.width - line, rect.h - line};
        frame.begin_group(id + "/" + std::string(field_key(column.field)), Role::cell, "", place);
        draw_cell(frame, indicator, column.field, place,
                  name + " " + std::string(frame.form.label(column.field)));
        frame.end_group();
        frame.fill({column.x + column.width - line, rect.y, line, rect.h}, theme::line);
    }
    const float button_x = rect.x + rect.w - side;
    frame.begin_group(id + "/remove", Role::cell, "", {button_x, rect.y, side, rect.h});
    if (button(frame, "remove/" + std::to_string(indicator.id),
               {button_x, rect.y, side, std::min(side, rect.h)}, "×",
               {ButtonKind::quiet, true, "删除" + name}))
        frame.wish(app::RemoveRow{indicator.id});
    frame.end_group();
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - line, rect.w, line}, theme::line);
}

} // namespace

float draw_indicator_table(Frame& frame, const Project& project, float x, float y, float width) {
    const TextLook title{theme::text_size, theme::ink, true};
    const std::string text = "绩效指标 " + std::to_string(project.indicators.size()) + " 行";
    const FieldRef table{Field::indicators, project.id};
    heading(frame, frame.id_of(table), x + 4, y + 4, width - 8, text, 3, title);
    frame.reveal_if_wanted(frame.id_of(table), {x, y, width, 40});
    y += frame.line_height(title) + 12;
    std::size_t banner = 0;
    for (const check::Finding* finding : frame.findings_at(table)) {
        const theme::Tint tint = theme::of(finding->severity);
        const TextLook look{theme::text_size, tint.strong};
        const float height = frame.paragraph_height(width - 48, finding->message, look) + 12;
        frame.fill({x, y, width, height}, tint.pale, theme::radius);
        frame.node("banner/" + std::to_string(++banner) + "/" + frame.id_of(table), Role::text,
                   finding->message, {x, y, width, height});
        severity_icon(frame, x + 12, y + 9, 16, finding->severity);
        frame.paragraph(x + 36, y + 6, width - 48, finding->message, look);
        y += height + 6;
    }

    const float side = frame.control_height();
    const auto columns = columns_of(frame, x, width - side);
    const float top = y;
    float& table_height = frame.view.heights["table/" + std::to_string(project.id)];
    frame.fill({x, top, width, table_height}, theme::card);
    frame.begin_group("indicators", Role::grid, "绩效指标", {x, top, width, table_height});
    y += draw_head(frame, columns, x, y, width);
    std::size_t number = 0;
    for (const Indicator& indicator : project.indicators) {
        const float height = row_height(frame, indicator, columns);
        ++number;
        if (frame.is_near({x, y, width, height}, indicator.id))
            draw_row(frame, indicator, number, columns, {x, y, width, height}, side);
        y += height;
    }
    frame.end_group();
    frame.outline({x, top, width, y - top}, theme::line);
    if (table_height != y - top) {
        table_height = y - top;
        frame.machine.wake(2);
    }
    y += 8;
    const std::string add = "＋ 增加指标";
    if (button(frame, "add-indicator", {x, y, button_width(frame, add), side}, add,
               {ButtonKind::quiet, true, "增加指标"}))
        frame.wish(app::AddIndicator{project.id, project.indicators.size()});
    draw_copy_button(frame, table, "绩效指标", x + button_width(frame, add) + 8, y);
    return y + side;
}

} // namespace jibiao::ui
