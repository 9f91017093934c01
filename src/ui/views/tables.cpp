#include "base/text.h"
#include "templates/grid.h"
#include "templates/shown.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

struct ShownColumn {
    TableColumn form;
    float x = 0, width = 0;
};

/// What a column wants at least; all of them together are often wider than the page.
float least_width(Field field) {
    switch (field) {
    case Field::item_label:
        return 168;
    case Field::goods:
    case Field::funding:
        return 140;
    case Field::catalogue_code:
        return 120;
    case Field::quantity:
    case Field::price:
    case Field::item_unit:
        return 80;
    default:
        return 104;
    }
}

std::vector<ShownColumn> columns_of(const Frame& frame, const Table& table) {
    std::vector<ShownColumn> columns;
    for (TableColumn& column : table_columns(frame.form, table))
        columns.push_back({std::move(column)});
    return columns;
}

/// Places them from x on; returns the width they take, at least `room`.
float place(const Frame& frame, std::vector<ShownColumn>& columns, float x, float room) {
    float least = 0;
    for (const ShownColumn& column : columns)
        least += least_width(column.form.field);
    const float stretch = std::max(1.0f, room / least);
    float used = 0;
    for (ShownColumn& column : columns) {
        column.x = frame.snap(x + used);
        used += least_width(column.form.field) * stretch;
        column.width = frame.snap(x + used) - column.x;
    }
    return used;
}

FieldLook cell_look(bool is_sum) {
    return {.multiline = true,
            .one_line = true,
            .takes_table = true,
            .bold = is_sum,
            .framed = false,
            .dense = true};
}

bool is_sum(const TableForm* form, const TableRow& row) {
    const std::string label = form ? fold(row.label.text) : ""; // 合　计 is 合计.
    return form && std::any_of(form->sum_words.begin(), form->sum_words.end(), [&](const std::string& word) {
               return label.find(word) != std::string::npos;
           });
}

float row_height(const Frame& frame, const TableRow& row, const std::vector<ShownColumn>& columns,
                 bool bold) {
    float height = frame.control_height();
    for (const ShownColumn& column : columns) {
        const std::string& text = cell_of(row, column.form.field)->text;
        const float room = column.width - frame.hairline();
        height = std::max(height, field_height(frame, text, room, cell_look(bold)) + frame.hairline());
    }
    return height;
}

std::string name_of(const Table& table, const TableForm* form) {
    if (!table.caption.empty())
        return table.caption.text;
    return form && !form->captions.empty() ? form->captions.front() : "表";
}

TextLook head_look(const Frame& frame) {
    return {theme::small_size, frame.colors.ink, true};
}

void draw_centred(Frame& frame, const Rect& rect, std::string_view text) {
    const float height = frame.paragraph_height(rect.w - 12, text, head_look(frame));
    frame.paragraph(rect.x + 6, rect.y + std::max(0.0f, (rect.h - height) / 2), rect.w - 12, text,
                    head_look(frame));
}

/// Neighbours of one group have it above them in one box.
void draw_groups(Frame& frame, const std::vector<ShownColumn>& columns, float y, float height) {
    for (std::size_t i = 0; i < columns.size();) {
        std::size_t next = i + 1;
        while (next < columns.size() && columns[next].form.group == columns[i].form.group)
            ++next;
        if (!columns[i].form.group.empty()) {
            const ShownColumn& last = columns[next - 1];
            const Rect box{columns[i].x, y, last.x + last.width - columns[i].x, height};
            draw_centred(frame, box, columns[i].form.group);
            frame.fill({box.x, y + height - frame.hairline(), box.w, frame.hairline()}, frame.colors.line);
            frame.fill({box.x + box.w - frame.hairline(), y, frame.hairline(), height}, frame.colors.line);
        }
        i = next;
    }
}

float labels_height(const Frame& frame, const std::vector<ShownColumn>& columns) {
    float height = 0;
    for (const ShownColumn& column : columns)
        height =
            std::max(height, frame.paragraph_height(column.width - 12, column.form.label, head_look(frame)));
    return height + 10;
}

float groups_height(const Frame& frame, const std::vector<ShownColumn>& columns) {
    const bool grouped = std::any_of(columns.begin(), columns.end(),
                                     [](const ShownColumn& column) { return !column.form.group.empty(); });
    return grouped ? frame.line_height(head_look(frame)) + 10 : 0;
}

float draw_head(Frame& frame, const std::string& id, const std::vector<ShownColumn>& columns,
                const Rect& grid, float side) {
    const float above = groups_height(frame, columns);
    const float height = above + labels_height(frame, columns);
    const Rect rect{grid.x, grid.y, grid.w, height};
    frame.fill(rect, frame.colors.table_head);
    draw_groups(frame, columns, grid.y, above);
    frame.begin_group(id + "/head", Role::row, "", rect);
    for (const ShownColumn& column : columns) {
        // A column without a group takes both rows of the head.
        const float top = column.form.group.empty() ? 0 : above;
        const Rect box{column.x, grid.y + top, column.width, height - top};
        draw_centred(frame, box, column.form.label);
        frame.fill({box.x + box.w - frame.hairline(), box.y, frame.hairline(), box.h}, frame.colors.line);
        const std::string group = column.form.group.empty() ? "" : column.form.group + " ";
        frame.node(id + "/head/" + std::string(field_key(column.form.field)), Role::columnheader,
                   group + column.form.label, box);
    }
    frame.node(id + "/head/tools", Role::columnheader, "操作",
               {rect.x + rect.w - side, rect.y, side, height});
    frame.end_group();
    return height;
}

void draw_row(Frame& frame, const TableRow& row, const std::string& name,
              const std::vector<ShownColumn>& columns, const Rect& rect, bool bold) {
    const std::string id = "row/" + std::to_string(row.id);
    const float line = frame.hairline();
    const float side = frame.control_height();
    frame.begin_group(id, Role::row, name, rect);
    if (bold)
        frame.fill(rect, frame.colors.page);
    for (const ShownColumn& column : columns) {
        const Field field = column.form.field;
        const Rect box{column.x, rect.y, column.width - line, rect.h - line};
        frame.begin_group(id + "/" + std::string(field_key(field)), Role::cell, "", box);
        text_field(frame, {field, row.id}, *cell_of(row, field), box, name + " " + column.form.label,
                   cell_look(bold));
        frame.end_group();
        frame.fill({column.x + column.width - line, rect.y, line, rect.h}, frame.colors.line);
    }
    const Rect tools{rect.x + rect.w - side, rect.y, side, rect.h};
    frame.begin_group(id + "/remove", Role::cell, "", tools);
    if (button(frame, "remove/" + std::to_string(row.id), {tools.x, rect.y, side, std::min(side, rect.h)},
               "×", {ButtonKind::quiet, true, "删除" + name}))
        frame.wish(app::RemoveRow{row.id});
    frame.end_group();
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - line, rect.w, line}, frame.colors.line);
}

float draw_grid(Frame& frame, const Table& table, const TableForm* form, float x, float y, float width) {
    const std::string id = "table/" + std::to_string(table.id);
    const std::string name = name_of(table, form);
    const float side = frame.control_height();
    auto columns = columns_of(frame, table);
    const float content = place(frame, columns, 0, width - side) + side;
    float& height = frame.view.heights[id + "/grid"];
    const Frame::Area area = frame.begin_side_scroll(id, {x, y, width, std::max(1.0f, height)}, content);
    place(frame, columns, area.x, width - side);
    const Rect grid{area.x, y, content, height};
    frame.fill(grid, frame.colors.card);
    frame.begin_group(id + "/grid", Role::grid, name, grid);
    float row_y = y + draw_head(frame, id, columns, grid, side);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const TableRow& row = table.rows[i];
        const bool bold = is_sum(form, row);
        const Rect rect{area.x, row_y, content, row_height(frame, row, columns, bold)};
        if (frame.is_near(rect, row.id))
            draw_row(frame, row, name + " 第 " + std::to_string(i + 1) + " 行", columns, rect, bold);
        row_y += rect.h;
    }
    frame.end_group();
    frame.outline({grid.x, grid.y, grid.w, row_y - y}, frame.colors.line);
    frame.end_side_scroll(area);
    if (height != row_y - y) {
        height = row_y - y;
        frame.machine.wake(2);
    }
    return row_y + frame.side_bar_height(content, width);
}

/// What stands between the caption and the header; of a form that does not say, what is filled.
std::vector<Field> head_fields(const Table& table, const TableForm* form) {
    std::vector<Field> fields;
    for (const auto& cell : table_cells()) {
        const bool asked = cell.field == Field::caption || (form && shows(form, cell.field));
        if (asked || !(table.*cell.cell).empty())
            fields.push_back(cell.field);
    }
    return fields;
}

} // namespace

float draw_table(Frame& frame, const Table& table, float x, float y, float width) {
    const TableForm* form = frame.form.find_table(table.form);
    const std::string id = "table/" + std::to_string(table.id);
    Card card(frame, id + "/card", name_of(table, form), x, y, width);
    const float inner_x = x + Card::padding;
    const float inner = width - 2 * Card::padding;
    y += Card::padding;
    if (!form) {
        constexpr std::string_view text = "其他内容：本表样没有这张表。";
        const TextLook look{theme::small_size, frame.colors.quiet};
        const float height = frame.paragraph(inner_x, y, inner, text, look);
        frame.node(id + "/no-such-table", Role::text, std::string(text), {inner_x, y, inner, height});
        y += height + 8;
    }
    y = draw_fields(
        frame, head_fields(table, form), table.id, [&](Field field) { return cell_of(table, field); },
        ProjectKind::project, inner_x, y, inner);
    y = draw_grid(frame, table, form, inner_x, y, inner) + 8;
    const std::string add = "＋ 增加一行";
    const Rect place{inner_x, y, button_width(frame, add), frame.control_height()};
    if (button(frame, "add-row/" + std::to_string(table.id), place, add,
               {ButtonKind::quiet, true, name_of(table, form) + " 增加一行"}))
        frame.wish(
            app::AddRow{{"增加一行", {edit::InsertRow{RowKind::table_row, table.id, table.rows.size()}}},
                        Field::item_label});
    draw_copy_button(frame, {Field::none, table.id}, name_of(table, form), place.x + place.w + 8, y);
    return card.end(y + frame.control_height() + Card::padding / 2);
}

} // namespace jibiao::ui
