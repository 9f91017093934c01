#include "templates/offers.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

struct Column {
    Field field = Field::none;
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

float weights_of(const Template& form) {
    float weights = 0;
    for (const Field field : form.indicator_columns)
        weights += weight_of(field);
    return weights;
}

/// Narrower, its cells could not be hit or read: then the table scrolls sideways.
float least_width(const Frame& frame) {
    return weights_of(frame.form) * (frame.coarse ? frame.at_least(66) : 40);
}

std::vector<Column> columns_of(const Frame& frame, float x, float width) {
    std::vector<Column> columns;
    const float weights = weights_of(frame.form);
    float used = 0;
    for (const Field field : frame.form.indicator_columns) {
        Column& column = columns.emplace_back(Column{field});
        column.x = frame.snap(x + width * used / weights);
        used += weight_of(field);
        column.width = frame.snap(x + width * used / weights) - column.x;
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
    const TextLook look{theme::small_size, frame.colors.ink, true};
    const float height = 2 * frame.line_height(look);
    frame.fill({x, y, width, height}, frame.colors.table_head);
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
        frame.fill({column.x + column.width - line, rect.y, line, rect.h}, frame.colors.line);
    }
    const float button_x = rect.x + rect.w - side;
    frame.begin_group(id + "/remove", Role::cell, "", {button_x, rect.y, side, rect.h});
    if (button(frame, "remove/" + std::to_string(indicator.id),
               {button_x, rect.y, side, std::min(side, rect.h)}, "×",
               {ButtonKind::quiet, true, "删除" + name}))
        frame.wish(app::RemoveRow{indicator.id});
    frame.end_group();
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - line, rect.w, line}, frame.colors.line);
}

/// Returns the y below.
float draw_grid(Frame& frame, const Project& project, float x, float y, float width, float side) {
    const std::string id = "table/" + std::to_string(project.id);
    const float content = std::max(width, least_width(frame) + side);
    float& height = frame.view.heights[id];
    const Frame::Area area = frame.begin_side_scroll(id, {x, y, width, std::max(1.0f, height)}, content);
    const Rect grid{area.x, y, content, height};
    const auto columns = columns_of(frame, area.x, content - side);
    frame.fill(grid, frame.colors.card);
    frame.begin_group("indicators", Role::grid, "绩效指标", grid);
    float row_y = y + draw_head(frame, columns, area.x, y, content);
    std::size_t number = 0;
    for (const Indicator& indicator : project.indicators) {
        const Rect rect{area.x, row_y, content, row_height(frame, indicator, columns)};
        ++number;
        if (frame.is_near(rect, indicator.id))
            draw_row(frame, indicator, number, columns, rect, side);
        row_y += rect.h;
    }
    frame.end_group();
    frame.outline({grid.x, y, content, row_y - y}, frame.colors.line);
    frame.end_side_scroll(area);
    if (height != row_y - y) {
        height = row_y - y;
        frame.machine.wake(2);
    }
    return row_y + frame.side_bar_height(content, width);
}

} // namespace

float draw_indicator_table(Frame& frame, const Project& project, float x, float y, float width) {
    const TextLook title{theme::text_size, frame.colors.ink, true};
    const std::string text = "绩效指标 " + std::to_string(project.indicators.size()) + " 行";
    const FieldRef table{Field::indicators, project.id};
    heading(frame, frame.id_of(table), x + 4, y + 4, width - 8, text, 3, title);
    frame.reveal_if_wanted(frame.id_of(table), {x, y, width, 40});
    y += frame.line_height(title) + 12;
    std::size_t banner = 0;
    for (const check::Finding* finding : frame.findings_at(table)) {
        const theme::Tint tint = frame.colors.of(finding->severity);
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
    y = draw_grid(frame, project, x, y, width, side) + 8;
    const std::string add = "＋ 增加指标";
    if (button(frame, "add-indicator", {x, y, button_width(frame, add), side}, add,
               {ButtonKind::quiet, true, "增加指标"}))
        frame.wish(app::AddIndicator{project.id, project.indicators.size()});
    draw_copy_button(frame, table, "绩效指标", x + button_width(frame, add) + 8, y);
    return y + side;
}

} // namespace jibiao::ui
