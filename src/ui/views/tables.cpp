#include "base/text.h"
#include "base/words.h"
#include "templates/grid.h"
#include "templates/shown.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/grid.h"
#include "ui/views/views.h"

#include <algorithm>
#include <utility>

namespace jibiao::ui {
namespace {

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

std::string name_of(const Table& table, const TableForm* form) {
    if (!table.caption.empty())
        return table.caption.text;
    return form && !form->captions.empty() ? form->captions.front() : std::string(tr("表"));
}

float draw_rows(Frame& frame, const Table& table, const TableForm* form, float x, float y, float width) {
    const std::string id = "table/" + std::to_string(table.id);
    const std::string name = name_of(table, form);
    const Grid grid = grid_of(frame.form, table);
    std::vector<float> least;
    for (const TableColumn& column : grid.columns)
        least.push_back(least_width(column.field));
    const auto look_of = [&](std::size_t row, Field) { return cell_look(is_sum(form, table.rows[row])); };
    const auto row_name = [&](std::size_t row) {
        return fill(tr("{1} 第 {2} 行"), {name, std::to_string(row + 1)});
    };
    const auto draw = [&](std::size_t row, Field field, const Rect& place, const std::string& cell) {
        const TableRow& one = table.rows[row];
        text_field(frame, {field, one.id}, *cell_of(one, field), place, cell, look_of(row, field));
    };
    const GridLook look{.id = id,
                        .node = id + "/grid",
                        .name = name,
                        .preference = "columns/" + frame.form.id + "/" + table.form,
                        .least = std::move(least),
                        .row_name = row_name,
                        .cell_look = look_of,
                        .draw_cell = draw};
    return draw_grid(frame, grid, look, x, y, width);
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
        const std::string_view text = tr("其他内容：本表样没有这张表。");
        const TextLook look{theme::small_size, frame.colors.quiet};
        const float height = frame.paragraph(inner_x, y, inner, text, look);
        frame.node(id + "/no-such-table", Role::text, std::string(text), {inner_x, y, inner, height});
        y += height + 8;
    }
    y = draw_fields(
        frame, head_fields(table, form), table.id, [&](Field field) { return cell_of(table, field); },
        ProjectKind::project, inner_x, y, inner);
    y = draw_rows(frame, table, form, inner_x, y, inner) + 8;
    const std::string add(tr("＋ 增加一行"));
    const Rect place{inner_x, y, button_width(frame, add), frame.control_height()};
    if (button(frame, "add-row/" + std::to_string(table.id), place, add,
               {ButtonKind::quiet, true, fill(tr("{1} 增加一行"), {name_of(table, form)})}))
        frame.wish(app::AddRow{
            {word("增加一行"), {edit::InsertRow{RowKind::table_row, table.id, table.rows.size()}}},
            Field::item_label});
    draw_copy_button(frame, {Field::none, table.id}, name_of(table, form), place.x + place.w + 8, y);
    return card.end(y + frame.control_height() + Card::padding / 2);
}

} // namespace jibiao::ui
