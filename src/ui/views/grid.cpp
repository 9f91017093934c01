#include "ui/views/grid.h"

#include "app/commands.h"
#include "base/text.h"
#include "base/words.h"
#include "ui/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

namespace jibiao::ui {
namespace {

/// What a row's menu offers.
constexpr std::string_view row_commands[] = {"insert-above", "insert-below", "duplicate-rows",
                                             "rows-up",      "rows-down",    "remove-rows"};
constexpr float width_step = 24;
constexpr float border_reach = 4;    ///< Of the pointer, at both sides of a column's border.
constexpr float most_frozen = 0.45f; ///< Of the grid's width, for what stays in view at its left.

struct Column {
    const TableColumn* form;
    float x, width;
};

/// A grid in one frame.
struct Sheet {
    const Grid& grid;
    const GridLook& look;
    ViewState::GridMemory& memory;
    std::vector<Column> columns;
    std::optional<app::Block> block; ///< What is selected.
    float handles, tools;            ///< Widths at the left and the right of the columns.
    float width;                     ///< Of all.
    std::vector<float> tops;         ///< As GridMemory has them; rows that are left out have no height.
    std::size_t frozen = 0;          ///< So many columns stay in view; the others scroll beneath them …
    float edge = 0;                  ///< … from this x on.
    float left = 0;                  ///< Where the handles begin.
};

float least_width(const Frame& frame) {
    return frame.coarse ? frame.at_least(66) : 40;
}

TextLook head_look(const Frame& frame) {
    return {theme::small_size, frame.colors.ink, true};
}

// ---- columns ----

std::vector<float> remembered_widths(const Frame& frame, const GridLook& look) {
    const std::string text = frame.machine.preference(look.preference);
    std::vector<float> widths;
    for (const std::string_view part : split(text, ' ')) {
        int width = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), width).ec == std::errc())
            widths.push_back(std::clamp(static_cast<float>(width), least_width(frame), 2000.0f));
    }
    return widths;
}

ViewState::GridMemory& memory_of(Frame& frame, const GridLook& look) {
    const auto [found, is_new] = frame.view.grids.try_emplace(look.id);
    if (is_new)
        found->second.widths = remembered_widths(frame, look);
    return found->second;
}

void remember_widths(Frame& frame, const Sheet& sheet) {
    std::string text;
    for (const float width : sheet.memory.widths)
        text += (text.empty() ? "" : " ") + std::to_string(std::lround(width));
    frame.machine.set_preference(sheet.look.preference, text);
    frame.machine.wake(2);
}

/// All others stay as they are.
void set_width(Frame& frame, Sheet& sheet, std::size_t column, float width) {
    if (sheet.memory.widths.empty()) {
        for (const Column& one : sheet.columns)
            sheet.memory.widths.push_back(one.width);
    }
    sheet.memory.widths[column] = std::max(width, least_width(frame));
    remember_widths(frame, sheet);
}

/// From x on: as the person wants them, else as wide as there is room.
void place_columns(const Frame& frame, Sheet& sheet, float x, float room) {
    std::vector<float> widths = sheet.memory.widths;
    if (widths.size() != sheet.grid.columns.size()) {
        sheet.memory.widths.clear(); // The form has others now.
        widths = sheet.look.least;
        float least = 0;
        for (const float width : widths)
            least += width;
        for (float& width : widths)
            width *= std::max(1.0f, room / least);
    }
    float used = x;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const float from = frame.snap(used);
        used += widths[i];
        sheet.columns.push_back({&sheet.grid.columns[i], from, frame.snap(used) - from});
    }
}

/// Those at the left that stay in view, where the others scroll.
void freeze_columns(const Frame& frame, Sheet& sheet, const Frame::Area& area, float x, float width) {
    const bool scrolls = frame.side_bar_height(sheet.width, width) > 0;
    float used = sheet.handles;
    while (scrolls && sheet.frozen + 1 < sheet.columns.size() && sheet.frozen < sheet.look.frozen &&
           used + sheet.columns[sheet.frozen].width <= most_frozen * width)
        used += sheet.columns[sheet.frozen++].width;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        Column& column = sheet.columns[i];
        column.x = frame.snap((i < sheet.frozen ? x : area.x) + sheet.handles + column.x);
    }
    sheet.left = sheet.frozen > 0 ? x : area.x;
    sheet.edge = area.x;
    if (sheet.frozen > 0)
        sheet.edge = sheet.columns[sheet.frozen - 1].x + sheet.columns[sheet.frozen - 1].width;
}

/// Draws what stays of a row by `draw(column)`, then what scrolls, and `rest` at its end.
template <class Draw, class Rest>
void draw_across(Frame& frame, const Sheet& sheet, const std::string& id, const Rect& rect, Draw&& draw,
                 Rest&& rest) {
    for (std::size_t i = 0; i < sheet.frozen; ++i)
        draw(i);
    const bool is_split = sheet.frozen > 0;
    const Rect moving{rect.x + sheet.edge - sheet.left, rect.y, rect.w - (sheet.edge - sheet.left), rect.h};
    const Rect before = is_split ? frame.begin_beside(id, moving, sheet.edge) : Rect();
    for (std::size_t i = sheet.frozen; i < sheet.columns.size(); ++i)
        draw(i);
    rest();
    if (is_split)
        frame.end_beside(before);
}

float width_of(const Sheet& sheet) {
    float width = sheet.handles + sheet.tools;
    for (const Column& column : sheet.columns)
        width += column.width;
    return width;
}

// ---- head ----

float labels_height(const Frame& frame, const Sheet& sheet) {
    float height = sheet.look.head_lines * frame.line_height(head_look(frame));
    for (const Column& column : sheet.columns)
        height = std::max(
            height, frame.paragraph_height(column.width - 12, column.form->label, head_look(frame)) + 10);
    return height;
}

float groups_height(const Frame& frame, const Sheet& sheet) {
    const bool grouped =
        std::ranges::any_of(sheet.columns, [](const Column& column) { return !column.form->group.empty(); });
    return grouped ? frame.line_height(head_look(frame)) + 10 : 0;
}

void draw_centred(Frame& frame, const Rect& rect, std::string_view text) {
    const float height = frame.paragraph_height(rect.w - 12, text, head_look(frame));
    frame.paragraph(rect.x + 6, rect.y + std::max(0.0f, (rect.h - height) / 2), rect.w - 12, text,
                    head_look(frame));
}

void draw_lines(Frame& frame, const Rect& box, bool below) {
    const float line = frame.hairline();
    frame.fill({box.x + box.w - line, box.y, line, box.h}, frame.colors.line);
    if (below)
        frame.fill({box.x, box.y + box.h - line, box.w, line}, frame.colors.line);
}

/// Neighbours of one group have it above them in one box.
void draw_groups(Frame& frame, const Sheet& sheet, float y, float height) {
    const auto& columns = sheet.columns;
    for (std::size_t i = 0; i < columns.size();) {
        std::size_t next = i + 1;
        while (next < columns.size() && columns[next].form->group == columns[i].form->group)
            ++next;
        const Column& last = columns[next - 1];
        const Rect box{columns[i].x, y, last.x + last.width - columns[i].x, height};
        if (!columns[i].form->group.empty()) {
            draw_centred(frame, box, columns[i].form->group);
            draw_lines(frame, box, true);
        }
        i = next;
    }
}

/// The border at the right of a column can be dragged.
void drag_border(Frame& frame, Sheet& sheet, std::size_t index, const Rect& box) {
    const Column& column = sheet.columns[index];
    const float border = column.x + column.width;
    const Rect place{border - border_reach, box.y, 2 * border_reach, box.h};
    const std::string id = sheet.look.id + "/border/" + std::string(field_key(column.form->field));
    const Frame::Press press = frame.press(id, place);
    if (press.hovered || press.held)
        frame.fill({border - 1, box.y, 2, box.h}, frame.colors.accent);
    if (!press.held)
        return;
    const float pointer = ImGui::GetIO().MousePos.x / frame.scale;
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        frame.view.border_dragged = pointer - border;
    const float width = pointer - frame.view.border_dragged - column.x;
    if (std::abs(width - column.width) >= 1)
        set_width(frame, sheet, index, width);
}

void draw_head(Frame& frame, Sheet& sheet, const Rect& rect) {
    const std::string& id = sheet.look.id;
    const float upper = groups_height(frame, sheet);
    frame.fill(rect, frame.colors.table_head);
    draw_groups(frame, sheet, rect.y, upper);
    frame.begin_group(id + "/head", Role::row, "", rect).position = 1;
    frame.node(id + "/head/number", Role::columnheader, tr("行"),
               {sheet.left, rect.y, sheet.handles, rect.h});
    const auto draw_label = [&](std::size_t i) {
        const Column& column = sheet.columns[i];
        // A column without a group takes both rows of the head.
        const float top = column.form->group.empty() ? 0 : upper;
        const Rect box{column.x, rect.y + top, column.width, rect.h - top};
        draw_centred(frame, box, column.form->label);
        draw_lines(frame, box, false);
        const std::string group = column.form->group.empty() ? "" : column.form->group + " ";
        frame.node(id + "/head/" + std::string(field_key(column.form->field)), Role::columnheader,
                   group + column.form->label, box);
        drag_border(frame, sheet, i, box);
        if (const auto at = frame.state.current_finding_at; at && sheet.grid.row_of(at->row))
            frame.note_label({column.form->field, at->row}, box, true);
    };
    draw_across(frame, sheet, id + "/head/moving", rect, draw_label, [&] {
        frame.node(id + "/head/tools", Role::columnheader, tr("操作"),
                   {rect.x + rect.w - sheet.tools, rect.y, sheet.tools, rect.h});
    });
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}, frame.colors.line);
}

// ---- rows ----

const Cell& cell_at(const Grid& grid, std::size_t row, Field field) {
    return *(grid.indicators ? cell_of((*grid.indicators)[row], field)
                             : cell_of((*grid.table_rows)[row], field));
}

float row_height(const Frame& frame, const Sheet& sheet, std::size_t row) {
    const float line = frame.hairline(); // At the right and at the bottom of each cell.
    float height = frame.control_height();
    for (const Column& column : sheet.columns) {
        const Field field = column.form->field;
        const std::string& text = cell_at(sheet.grid, row, field).text;
        height = std::max(
            height, field_height(frame, text, column.width - line, sheet.look.cell_look(row, field)) + line);
    }
    return height;
}

/// Breaking the lines of a thousand rows takes longer than drawing those that are seen: only rows that are
/// not those of the last time are measured. Rows that stand at its end may have moved.
template <class Row>
void measure(const Frame& frame, const Sheet& sheet, const Rows<Row>& rows, Rows<Row>& before) {
    const std::vector<float> old = std::exchange(sheet.memory.tops, {0});
    std::vector<float>& tops = sheet.memory.tops;
    const std::size_t known = std::min(before.size(), old.size() - 1);
    const auto height = [&](std::size_t row) {
        for (const std::size_t one : {row, row + known - rows.size()}) { // As far from the end.
            if (one < known && rows.shares(row, before, one))
                return old[one + 1] - old[one];
        }
        return row_height(frame, sheet, row);
    };
    for (std::size_t row = 0; row < rows.size(); ++row)
        tops.push_back(tops.back() + height(row));
    before = rows;
}

bool are_same(const auto& a, const auto& b) {
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a.shares(same, b, same))
        ++same;
    return same == a.size() && same == b.size();
}

void measure_rows(const Frame& frame, Sheet& sheet) {
    double columns = 0;
    for (const Column& column : sheet.columns)
        columns = columns * 31 + static_cast<double>(column.width) + static_cast<double>(column.form->field);
    const std::array<double, 4> made_for{static_cast<double>(reinterpret_cast<std::uintptr_t>(&frame.form)),
                                         columns, static_cast<double>(frame.scale), frame.coarse ? 1.0 : 0.0};
    ViewState::GridMemory& memory = sheet.memory;
    if (std::exchange(memory.made_for, made_for) != made_for)
        memory.tops = {0};
    const auto measure_if_changed = [&](const auto& rows, auto& before) {
        if (memory.tops.size() != rows.size() + 1 || !are_same(rows, before))
            measure(frame, sheet, rows, before);
    };
    if (sheet.grid.indicators)
        measure_if_changed(*sheet.grid.indicators, memory.indicators);
    else
        measure_if_changed(*sheet.grid.table_rows, memory.table_rows);
}

bool has_findings(const Frame& frame, const Sheet& sheet, std::size_t row) {
    return std::ranges::any_of(sheet.columns, [&](const Column& column) {
        return !frame.findings_at({column.form->field, sheet.grid.at(row, 0).row}).empty();
    });
}

/// All rows, or those with findings and where the person is.
void place_rows(const Frame& frame, Sheet& sheet) {
    sheet.tops = sheet.memory.tops;
    if (!frame.state.only_findings)
        return;
    std::vector<RowId> wanted{frame.state.selection.cursor.row};
    if (const auto found = frame.view.find.current())
        wanted.push_back(found->row);
    for (const std::string& node : {frame.view.reveal, frame.view.focus_wanted, frame.view.focused}) {
        if (const auto cell = field_of_node(node))
            wanted.push_back(cell->at.row);
    }
    float left_out = 0;
    for (std::size_t row = 0; row < sheet.grid.size(); ++row) {
        const RowId id = sheet.grid.at(row, 0).row;
        const bool is_shown =
            std::ranges::find(wanted, id) != wanted.end() || has_findings(frame, sheet, row);
        left_out += is_shown ? 0 : sheet.memory.tops[row + 1] - sheet.memory.tops[row];
        sheet.tops[row + 1] -= left_out;
    }
}

bool is_selected(const Sheet& sheet, std::size_t row, std::size_t column) {
    return sheet.block && sheet.block->has(row, column);
}

void draw_cell(Frame& frame, const Sheet& sheet, std::size_t row, std::size_t index, const Rect& rect) {
    const Column& column = sheet.columns[index];
    const Field field = column.form->field;
    const float line = frame.hairline();
    const Rect place{column.x, rect.y, column.width - line, rect.h - line};
    const FieldRef at = sheet.grid.at(row, index);
    frame
        .begin_group("row/" + std::to_string(at.row) + "/" + std::string(field_key(field)), Role::cell, "",
                     place)
        .selected = is_selected(sheet, row, index);
    sheet.look.draw_cell(row, field, place, sheet.look.row_name(row) + " " + column.form->label);
    frame.end_group();
    if (is_selected(sheet, row, index) && !sheet.block->is_cell())
        frame.fill(place, (frame.colors.accent & 0x00FFFFFF) | 0x22000000);
    frame.fill({column.x + column.width - line, rect.y, line, rect.h}, frame.colors.line);
}

/// Its number: a press takes the whole row, dragging moves it.
void draw_handle(Frame& frame, const Sheet& sheet, std::size_t row, const Rect& rect) {
    const FieldRef first = sheet.grid.at(row, 0);
    const FieldRef last = sheet.grid.at(row, sheet.columns.size() - 1);
    const std::string id = "handle/" + std::to_string(first.row);
    frame.reveal_if_wanted(id, rect);
    frame.begin_group(id + "/cell", Role::cell, "", rect);
    platform::Node& node =
        frame.node(id, Role::button, fill(tr("选择{1}"), {sheet.look.row_name(row)}), rect);
    node.shortcut = "Shift+Space";
    const Frame::Press press = frame.press(id, rect);
    const bool whole = is_selected(sheet, row, 0) && sheet.block->columns() == sheet.columns.size();
    if (whole || press.hovered || press.held)
        frame.fill(rect, whole ? frame.colors.accent_pale : frame.colors.hover);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const TextLook look{theme::small_size, frame.colors.quiet};
    const std::string number = std::to_string(row + 1);
    frame.text(rect.x + (rect.w - frame.text_width(number, look)) / 2,
               rect.y + (frame.control_height() - frame.line_height(look)) / 2, number, look);
    frame.end_group();
    if (press.held && !frame.is_under_pointer(rect))
        frame.view.dragged = first.row;
    const bool activated = frame.activated(id);
    if ((press.clicked || activated) && frame.view.dragged == 0)
        frame.wish(app::SelectCells{{first, first, last}});
}

/// What can be done to a row, where its keys are not known.
void draw_tools(Frame& frame, const Sheet& sheet, std::size_t row, const Rect& rect) {
    const FieldRef first = sheet.grid.at(row, 0);
    const std::string number = std::to_string(first.row);
    const float side = rect.w / 2;
    const float height = std::min(frame.control_height(), rect.h);
    frame.begin_group("row/" + number + "/remove", Role::cell, "", rect);
    const std::string_view more = sheet.look.command;
    const auto words = [more] {
        std::vector<std::string> all;
        for (const std::string_view id : row_commands)
            all.emplace_back(app::name_of(app::command(id)));
        if (!more.empty())
            all.emplace_back(app::name_of(app::command(more)));
        all.emplace_back(tr("批注这一行"));
        return all;
    };
    const auto picked = choice(frame, choice_id("row/" + number), {rect.x, rect.y, side, height},
                               {.name = fill(tr("操作{1}"), {sheet.look.row_name(row)}),
                                .value = "",
                                .arrow_only = true,
                                .framed = false},
                               words);
    constexpr std::size_t behind = std::size(row_commands);
    if (picked == behind && !more.empty()) {
        frame.wish(app::SelectCells{app::select(first)});
        frame.wish(*app::action_of(more));
    } else if (picked && *picked >= behind) {
        frame.wish(app::BeginComment{first});
    } else if (picked) {
        app::ChangeRows change = std::get<app::ChangeRows>(*app::action_of(row_commands[*picked]));
        change.at = first;
        frame.wish(change);
    }
    if (button(frame, "remove/" + number, {rect.x + side, rect.y, side, height}, "×",
               {ButtonKind::quiet, true, fill(tr("删除{1}"), {sheet.look.row_name(row)})}))
        frame.wish(app::RemoveRow{first.row});
    frame.end_group();
}

void draw_row(Frame& frame, const Sheet& sheet, std::size_t row, const Rect& rect) {
    const float line = frame.hairline();
    frame
        .begin_group("row/" + std::to_string(sheet.grid.at(row, 0).row), Role::row, sheet.look.row_name(row),
                     rect)
        .position = static_cast<std::uint32_t>(row + 2);
    if (sheet.look.cell_look(row, sheet.columns[0].form->field).bold)
        frame.fill(rect, frame.colors.page);
    draw_handle(frame, sheet, row, {sheet.left, rect.y, sheet.handles - line, rect.h - line});
    frame.fill({sheet.left + sheet.handles - line, rect.y, line, rect.h}, frame.colors.line);
    draw_across(
        frame, sheet, "moving/" + std::to_string(sheet.grid.at(row, 0).row), rect,
        [&](std::size_t column) { draw_cell(frame, sheet, row, column, rect); },
        [&] {
            draw_tools(frame, sheet, row, {rect.x + rect.w - sheet.tools, rect.y, sheet.tools, rect.h});
        });
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - line, rect.w, line}, frame.colors.line);
}

/// Around more than one cell.
void outline_block(Frame& frame, const Sheet& sheet, float y) {
    if (!sheet.block || sheet.block->is_cell())
        return;
    const Column& left = sheet.columns[sheet.block->left];
    const Column& right = sheet.columns[sheet.block->right];
    const float top = sheet.tops[sheet.block->top];
    const float bottom = sheet.tops[sheet.block->bottom + 1];
    const float from = sheet.block->left < sheet.frozen ? left.x : std::max(left.x, sheet.edge);
    const float end = sheet.block->right < sheet.frozen ? right.x + right.width
                                                        : std::max(right.x + right.width, sheet.edge);
    if (end > from)
        frame.outline({from, y + top, end - from, bottom - top}, frame.colors.accent, 0, 2);
}

/// A thin shadow where the other columns go beneath those that stay.
void draw_edge(Frame& frame, const Sheet& sheet, const Rect& all) {
    if (sheet.frozen == 0 || all.x >= sheet.left)
        return;
    frame.fill({sheet.edge - 1, all.y, 1, all.h}, frame.colors.field_line);
    for (const float width : {5.0f, 3.0f, 1.5f})
        frame.fill({sheet.edge, all.y, width, all.h}, (frame.colors.ink & 0x00FFFFFF) | 0x18000000);
}

/// A line where the row that is dragged would go; it goes there when it is let go.
void drop_row(Frame& frame, const Sheet& sheet, const Rect& rows) {
    const auto from = sheet.grid.row_of(frame.view.dragged);
    if (!from)
        return;
    const float pointer = ImGui::GetIO().MousePos.y / frame.scale - rows.y;
    const std::vector<float>& tops = sheet.tops;
    std::size_t to = 0;
    while (to < *from ? pointer > (tops[to] + tops[to + 1]) / 2
                      : to + 1 < sheet.grid.size() && pointer > (tops[to + 1] + tops[to + 2]) / 2)
        ++to;
    const float y = rows.y + (to <= *from ? tops[to] : tops[to + 1]);
    frame.fill({rows.x, y - 1.5f, rows.w, 3}, frame.colors.accent);
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left))
        return;
    frame.view.dragged = 0;
    if (to != *from)
        frame.wish(app::Apply{{word("移动一行"), {edit::MoveRow{sheet.grid.at(*from, 0).row, to}}}});
    frame.machine.wake(2);
}

void draw_rows(Frame& frame, const Sheet& sheet, const Rect& rows, const Rect& head) {
    const Rect before = frame.begin_below(sheet.look.id + "/rows", rows, head);
    const std::vector<float>& tops = sheet.tops;
    for (std::size_t row = 0; row < sheet.grid.size(); ++row) {
        const Rect rect{rows.x, rows.y + tops[row], rows.w, tops[row + 1] - tops[row]};
        if (rect.h > 0 && frame.is_near(rect, sheet.grid.at(row, 0).row))
            draw_row(frame, sheet, row, rect);
    }
    outline_block(frame, sheet, rows.y);
    drop_row(frame, sheet, rows);
    frame.end_below(before);
}

/// Beneath the cell, or above it in the last row.
Rect note_rect(const Frame& frame, const Sheet& sheet, const app::Block& cell, const Rect& rows, float width,
               float height) {
    const bool is_last = cell.top + 1 == sheet.grid.size();
    const float y = rows.y + (is_last ? sheet.tops[cell.top] - height : sheet.tops[cell.top + 1]);
    const float right = frame.seen().x + frame.seen().w - width;
    return frame.snap(
        {std::clamp(sheet.columns[cell.left].x, frame.seen().x, std::max(frame.seen().x, right)), y, width,
         height});
}

/// How the cell with the keyboard is understood.
void draw_reading(Frame& frame, const Sheet& sheet, const app::Block& cell, const Rect& rows) {
    const FieldRef at = frame.state.selection.cursor;
    if (!sheet.look.reading || !frame.has_focus(frame.id_of(at)))
        return;
    const std::string text = sheet.look.reading(cell.top, at.field);
    if (text.empty())
        return;
    const TextLook look{theme::small_size, frame.colors.ink};
    const float width = std::min(frame.text_width(text, look) + 18, frame.seen().w);
    const Rect rect = note_rect(frame, sheet, cell, rows, width, frame.line_height(look) + 6);
    frame.begin_overlay("reading", rect);
    frame.fill(rect, frame.colors.accent_pale, theme::radius);
    frame.outline(rect, frame.colors.accent, theme::radius);
    frame.text_cut(rect.x + 8, rect.y + 3, rect.w - 16, text, look);
    frame.node("reading", Role::text, text, rect);
    frame.end_overlay();
}

/// A button: it stays when a press has taken the keyboard from the cell.
void draw_offer(Frame& frame, const Sheet& sheet, const app::Block& cell, const Rect& rows) {
    if (!sheet.look.offers_command ||
        !sheet.look.offers_command(cell.top, frame.state.selection.cursor.field))
        return;
    const app::Command& command = app::command(sheet.look.command);
    const std::string hint = frame.coarse ? "" : app::first_key(command.keys);
    const Rect rect = note_rect(frame, sheet, cell, rows, button_width(frame, app::name_of(command), hint),
                                frame.control_height());
    frame.begin_overlay("offer", rect);
    if (button(frame, "offer", rect, app::name_of(command), {.keys = command.keys, .hint = hint}))
        frame.wish(*app::action_of(command.id));
    frame.end_overlay();
}

void widen_column(Frame& frame, Sheet& sheet) {
    const auto cursor = app::block_of(sheet.grid, app::select(frame.state.selection.cursor));
    if (frame.view.wider == 0 || !cursor)
        return;
    const float steps = static_cast<float>(std::exchange(frame.view.wider, 0));
    set_width(frame, sheet, cursor->left, sheet.columns[cursor->left].width + steps * width_step);
    frame.view.reveal = frame.id_of(frame.state.selection.cursor);
}

} // namespace

float draw_grid(Frame& frame, const Grid& grid, const GridLook& look, float x, float y, float width) {
    Sheet sheet{grid, look, memory_of(frame, look), {}, app::block_of(grid, frame.state.selection), 0, 0,
                0,    {}};
    sheet.handles = frame.coarse ? frame.at_least(44) + frame.hairline() : 24;
    sheet.tools = 2 * (frame.coarse ? frame.at_least(44) : 24);
    place_columns(frame, sheet, 0, width - sheet.handles - sheet.tools);
    sheet.width = std::max(width, width_of(sheet));
    measure_rows(frame, sheet);
    place_rows(frame, sheet);
    const float head = groups_height(frame, sheet) + labels_height(frame, sheet);
    const float height = head + sheet.tops.back();

    const Frame::Area area = frame.begin_side_scroll(look.id, {x, y, width, height}, sheet.width);
    freeze_columns(frame, sheet, area, x, width);
    const Rect all{area.x, y, sheet.width, height};
    frame.fill(all, frame.colors.card);
    frame.begin_group(look.node, Role::grid, look.name, all).position =
        static_cast<std::uint32_t>(grid.size() + 1);
    // The head stays in view as long as there is a row below it.
    const float lowest = y + std::max(0.0f, height - head - frame.control_height());
    const Rect top{all.x, frame.snap(std::clamp(frame.seen().y, y, lowest)), all.w, head};
    draw_head(frame, sheet, top);
    draw_rows(frame, sheet, {all.x, y + head, all.w, sheet.tops.back()}, top);
    frame.end_group();
    draw_edge(frame, sheet, all);
    frame.outline(all, frame.colors.line);
    widen_column(frame, sheet);
    frame.end_side_scroll(area);
    if (const auto cell = app::block_of(grid, app::select(frame.state.selection.cursor))) {
        const Rect below{all.x, y + head, all.w, sheet.tops.back()};
        draw_reading(frame, sheet, *cell, below);
        draw_offer(frame, sheet, *cell, below);
    }
    return y + height + frame.side_bar_height(sheet.width, width);
}

} // namespace jibiao::ui
