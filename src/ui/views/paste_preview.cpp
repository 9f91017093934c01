#include "app/pasting.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/views/views.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>

namespace jibiao::ui {
namespace {

using app::PasteCell;
using app::PasteFate;
using app::Pasting;

constexpr float preview_gap = 8;
constexpr float cell_pad = 6;
constexpr float row_name_width = 76;      ///< Of the column that says which row it is.
constexpr float least_column_width = 168; ///< Room for why a cell is refused.
constexpr float wide_column_width = 220;
constexpr float reach = 200; ///< Rows so near to what is seen are drawn, too.

/// What is drawn, in one frame.
struct Preview {
    const Pasting& pasting;
    const Grid& grid;
    std::vector<std::size_t> rows; ///< Of the plan, those that are listed.
    float left;                    ///< Where the names of the rows stay when the columns scroll sideways.
    float column_width, row_height;
};

/// By `draw(column, rect)` what of a row scrolls away beneath its name.
template <class Draw>
void draw_columns(Frame& frame, const Preview& preview, const std::string& id, const Rect& row, Draw&& draw) {
    const Rect moving{row.x + row_name_width, row.y, row.w - row_name_width, row.h};
    const Rect before = frame.begin_beside(id, moving, preview.left + row_name_width);
    for (std::size_t i = 0; i < preview.pasting.order.columns.size(); ++i) {
        const float x = moving.x + static_cast<float>(i) * preview.column_width;
        draw(i, Rect{x, row.y, preview.column_width, row.h});
        frame.fill({x, row.y, frame.hairline(), row.h}, frame.colors.line);
    }
    frame.end_beside(before);
}

std::string_view word_of(PasteFate fate) {
    switch (fate) {
    case PasteFate::unchanged:
        return tr("不变");
    case PasteFate::changed:
        return tr("修改");
    case PasteFate::added:
        return tr("新增");
    case PasteFate::refused:
        return tr("拒绝");
    case PasteFate::left_out:
        break;
    }
    return tr("不粘贴");
}

theme::Tint tint_of(const Frame& frame, PasteFate fate) {
    switch (fate) {
    case PasteFate::added:
        return {frame.colors.done, frame.colors.accent_pale};
    case PasteFate::changed:
        return frame.colors.warning;
    case PasteFate::refused:
        return frame.colors.error;
    default:
        return {frame.colors.quiet, frame.colors.card};
    }
}

// ---- what it comes to ----

struct Count {
    PasteFate fate;
    std::string text;
};

std::vector<Count> counts_of(const app::PastePlan& plan) {
    const auto text = [](PasteFate fate, std::size_t count, std::string_view words) {
        return Count{fate, fill(words, {word_of(fate), std::to_string(count)})};
    };
    std::vector<Count> counts{
        text(PasteFate::added, plan.new_rows, tr("{1} {2} 行")),
        text(PasteFate::changed, plan.changed, tr("{1} {2} 格")),
        text(PasteFate::unchanged, plan.unchanged, tr("{1} {2} 格")),
        text(PasteFate::refused, plan.all_refused(), tr("{1} {2} 格")),
    };
    if (plan.left_out > 0)
        counts.push_back(text(PasteFate::left_out, plan.left_out, tr("{1} {2} 格")));
    return counts;
}

void draw_counts(Frame& frame, const app::PastePlan& plan, const Rect& rect) {
    const TextLook measure{theme::text_size, 0, true};
    std::string all;
    float x = rect.x;
    for (const Count& count : counts_of(plan)) {
        all.append(all.empty() ? "" : " · ").append(count.text);
        const theme::Tint tint = tint_of(frame, count.fate);
        const Rect pill{x, rect.y, frame.text_width(count.text, measure) + 16, rect.h};
        frame.fill(pill, tint.pale, theme::radius);
        frame.outline(pill, frame.colors.line, theme::radius);
        frame.text(pill.x + 8, pill.y + (pill.h - frame.line_height(measure)) / 2, count.text,
                   {theme::text_size, tint.strong, true});
        x += pill.w + preview_gap;
    }
    frame.node("paste-counts", Role::status, all, rect);
}

void decide(Frame& frame, app::PasteOrder order) {
    frame.wish(app::DecidePaste{std::move(order)});
    frame.machine.wake(2);
}

void draw_switches(Frame& frame, const Pasting& pasting, float x, float y) {
    const auto toggle = [&](const char* id, const std::string& label, bool is_on) {
        const ToggleLook look{is_on, {frame.colors.accent, frame.colors.accent_pale}};
        const Rect rect{x, y, toggle_width(frame, label, look), frame.control_height()};
        x += rect.w + preview_gap;
        return toggle_button(frame, id, rect, label, look);
    };
    const std::size_t heads = pasting.order.heads;
    const std::string words =
        heads > 1 ? fill(tr("前 {1} 行是表头"), {std::to_string(heads)}) : std::string(tr("第一行是表头"));
    if (toggle("paste-heads", words, heads > 0))
        decide(frame, {heads > 0 ? 0u : 1u, {}});
    if (toggle("paste-filter", std::string(tr("只看修改和拒绝")), frame.view.paste_filtered)) {
        frame.view.paste_filtered = !frame.view.paste_filtered;
        frame.machine.wake(2);
    }
}

// ---- columns ----

std::string label_of(const TableColumn& column) {
    return column.group.empty() ? column.label : column.group + " " + column.label;
}

std::string target_of(const Preview& preview, std::size_t column) {
    const auto field = preview.pasting.order.columns[column];
    if (const auto place = preview.grid.column_of(field.value_or(Field::none)))
        return label_of(preview.grid.columns[*place]);
    return std::string(field ? tr("不粘贴") : tr("没有对应的列"));
}

/// What the block itself says above the column, or which one it is.
std::string source_of(const Preview& preview, std::size_t column) {
    const Pasting& pasting = preview.pasting;
    const std::string& head = pasting.order.heads > 0 ? pasting.rows[pasting.order.heads - 1][column] : "";
    return head.empty() ? fill(tr("第 {1} 列"), {std::to_string(column + 1)}) : head;
}

/// Two columns never go to the same: the other one is left out then.
void retarget(Frame& frame, const Preview& preview, std::size_t column, std::size_t option) {
    app::PasteOrder order = preview.pasting.order;
    const Field field = option == 0 ? Field::none : preview.grid.columns[option - 1].field;
    if (field != Field::none)
        std::ranges::replace(order.columns, std::optional(field), std::optional(Field::none));
    order.columns[column] = field;
    decide(frame, std::move(order));
}

void draw_column_head(Frame& frame, const Preview& preview, std::size_t column, const Rect& rect) {
    const TextLook look{theme::small_size, frame.colors.ink, true};
    const std::string source = source_of(preview, column);
    const std::string id = "paste-column/" + std::to_string(column);
    frame.begin_group(id + "/head", Role::columnheader, source, rect);
    frame.text_cut(rect.x + cell_pad, rect.y + 4, rect.w - 2 * cell_pad, source, look);
    const auto options = [&] {
        std::vector<std::string> all{std::string(tr("不粘贴"))};
        for (const TableColumn& each : preview.grid.columns)
            all.push_back(label_of(each));
        return all;
    };
    const float height = frame.control_height();
    const Rect box{rect.x + 3, rect.y + rect.h - height - 4, rect.w - 6, height};
    const auto picked =
        choice(frame, choice_id(id), box,
               {.name = fill(tr("{1}粘贴到"), {source}), .value = target_of(preview, column)}, options);
    frame.end_group();
    if (picked)
        retarget(frame, preview, column, *picked);
}

void draw_column_heads(Frame& frame, const Preview& preview, const Rect& rect) {
    frame.fill(rect, frame.colors.table_head);
    frame.begin_group("paste-head", Role::row, "", rect).position = 1;
    frame.node("paste-head/number", Role::columnheader, std::string(tr("行")),
               {preview.left, rect.y, row_name_width, rect.h});
    draw_columns(frame, preview, "paste-head/moving", rect, [&](std::size_t column, const Rect& head) {
        draw_column_head(frame, preview, column, head);
    });
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}, frame.colors.line);
}

// ---- cells ----

std::string before_of(const Preview& preview, std::size_t row, std::size_t column) {
    const std::size_t at = preview.pasting.plan.first_row + row;
    const auto field = preview.pasting.order.columns[column];
    const auto place = preview.grid.column_of(field.value_or(Field::none));
    return place && at < preview.grid.size() ? preview.grid.text(at, *place) : "";
}

std::string or_blank(const std::string& text) {
    return text.empty() ? std::string(tr("空白")) : text;
}

/// 修改，原：≥1次.
std::string state_of(const Preview& preview, const PasteCell& cell, std::size_t row, std::size_t column) {
    std::string text(word_of(cell.fate));
    if (cell.fate == PasteFate::refused)
        return fill(tr("{1}：{2}"), {text, in_words(cell.why)});
    if (cell.fate == PasteFate::changed)
        return fill(tr("{1}，原：{2}"), {text, or_blank(before_of(preview, row, column))});
    return text;
}

void draw_preview_cell(Frame& frame, const Preview& preview, std::size_t row, std::size_t column,
                       const Rect& rect) {
    const PasteCell& cell = preview.pasting.plan.cells[row][column];
    const bool is_nothing = cell.text.empty() && cell.fate != PasteFate::changed;
    const std::string state = is_nothing ? "" : state_of(preview, cell, row, column);
    const std::string spoken = fill(tr("{1}：{2}"), {target_of(preview, column), or_blank(cell.text)}) +
                               (state.empty() ? "" : std::string(tr("，")) + state);
    frame.node("paste-cell/" + std::to_string(row) + "/" + std::to_string(column), Role::cell, spoken, rect);
    if (is_nothing)
        return;
    const theme::Tint tint = tint_of(frame, cell.fate);
    frame.fill(rect, tint.pale);
    const bool goes = cell.fate != PasteFate::refused && cell.fate != PasteFate::left_out;
    const TextLook look{theme::dense_size,
                        goes && !cell.text.empty() ? frame.colors.ink : frame.colors.quiet};
    const float x = rect.x + cell_pad;
    const float width = rect.w - 2 * cell_pad;
    const float drawn = frame.text_cut(x, rect.y + 3, width, or_blank(cell.text), look);
    const float line = frame.line_height(look);
    if (cell.fate == PasteFate::refused)
        frame.fill({x, rect.y + 3 + line / 2, drawn, 1.5f}, tint.strong);
    frame.text_cut(x, rect.y + 3 + line, width, state, {theme::small_size, tint.strong});
}

void draw_preview_row(Frame& frame, const Preview& preview, std::size_t listed, const Rect& rect) {
    const std::size_t row = preview.rows[listed];
    const std::size_t at = preview.pasting.plan.first_row + row;
    const std::string name =
        fill(at < preview.grid.size() ? tr("第 {1} 行") : tr("新第 {1} 行"), {std::to_string(at + 1)});
    const std::string id = "paste-row/" + std::to_string(row);
    frame.begin_group(id, Role::row, name, rect).position = static_cast<std::uint32_t>(listed + 2);
    const TextLook look{theme::small_size, frame.colors.quiet};
    const Rect number{preview.left, rect.y, row_name_width, rect.h};
    frame.text_cut(number.x + cell_pad, number.y + 4, number.w - 2 * cell_pad, name, look);
    frame.node(id + "/name", Role::cell, name, number);
    draw_columns(frame, preview, id + "/moving", rect, [&](std::size_t column, const Rect& cell) {
        draw_preview_cell(frame, preview, row, column, {cell.x, cell.y, cell.w, cell.h - frame.hairline()});
    });
    frame.end_group();
    frame.fill({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}, frame.colors.line);
}

/// All rows are equally high: those near the view are found without looking at the others.
void draw_preview_rows(Frame& frame, const Preview& preview, const Rect& rows, const Rect& head) {
    const Rect before = frame.begin_below("paste-rows", rows, head);
    const Rect& seen = frame.seen();
    const auto row_at = [&](float y) {
        const float row = std::floor((y - rows.y) / preview.row_height);
        return static_cast<std::size_t>(std::clamp(row, 0.0f, static_cast<float>(preview.rows.size())));
    };
    const std::size_t last = std::min(row_at(seen.y + seen.h + reach) + 1, preview.rows.size());
    for (std::size_t row = row_at(seen.y - reach); row < last; ++row)
        draw_preview_row(
            frame, preview, row,
            {rows.x, rows.y + static_cast<float>(row) * preview.row_height, rows.w, preview.row_height});
    frame.end_below(before);
}

void draw_no_rows(Frame& frame, const Rect& rect) {
    const std::string_view text = tr("没有要列出的行");
    const TextLook look{theme::text_size, frame.colors.quiet};
    frame.text_cut(rect.x + cell_pad, rect.y + (rect.h - frame.line_height(look)) / 2, rect.w - 2 * cell_pad,
                   text, look);
    frame.node("paste-no-rows", Role::text, std::string(text), rect);
}

float draw_preview_table(Frame& frame, const Preview& preview, const Frame::Area& around) {
    const auto columns = static_cast<float>(preview.pasting.order.columns.size());
    const float width = row_name_width + columns * preview.column_width;
    const float head = frame.line_height({theme::small_size}) + frame.control_height() + 12;
    const std::size_t lines = std::max<std::size_t>(1, preview.rows.size());
    const float rows = static_cast<float>(lines) * preview.row_height;
    const Rect rect{around.x, around.y, around.width, head + rows};
    const Frame::Area area = frame.begin_side_scroll("paste-table", rect, std::max(width, around.width));
    const Rect all{area.x, rect.y, std::max(width, around.width), rect.h};
    frame.begin_group("paste-grid", Role::grid, std::string(tr("粘贴后的样子")), all).position =
        static_cast<std::uint32_t>(preview.rows.size() + 1);
    const Rect top{all.x, frame.snap(std::max(frame.seen().y, rect.y)), all.w, head};
    draw_column_heads(frame, preview, top);
    draw_preview_rows(frame, preview, {all.x, rect.y + head, all.w, rows}, top);
    frame.end_group();
    if (all.x < around.x)
        frame.fill({around.x + row_name_width - 1, rect.y, 1, rect.h}, frame.colors.field_line);
    if (preview.rows.empty())
        draw_no_rows(frame, {around.x, rect.y + head, around.width, rows});
    frame.end_side_scroll(area);
    return rect.y + rect.h + frame.side_bar_height(width, around.width);
}

// ---- all of it ----

std::vector<std::size_t> listed_rows(const Frame& frame, const app::PastePlan& plan) {
    const auto is_worth_it = [](const PasteCell& cell) {
        return cell.fate == PasteFate::changed || cell.fate == PasteFate::refused;
    };
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < plan.cells.size(); ++row) {
        if (!frame.view.paste_filtered || std::ranges::any_of(plan.cells[row], is_worth_it))
            rows.push_back(row);
    }
    return rows;
}

void draw_paste_foot(Frame& frame, const Pasting& pasting, const Rect& foot) {
    const std::string label = fill(tr("粘贴（{1} 格）"), {std::to_string(pasting.plan.pasted())});
    const float height = frame.control_height();
    const float y = foot.y + foot.h - height;
    const float width = button_width(frame, label);
    if (button(frame, "paste-apply", {foot.x, y, width, height}, label,
               {ButtonKind::primary, !pasting.plan.edit.operations.empty()})) {
        frame.wish(app::DecidePaste{});
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
    const std::string_view cancel = tr("取消");
    if (button(frame, "paste-cancel", {foot.x + width + preview_gap, y, button_width(frame, cancel), height},
               cancel)) {
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
}

} // namespace

void open_paste_preview(ViewState& view) {
    view.paste_filtered = false;
    open_dialog(view, "paste-preview", "paste-apply"); // "paste" is the bar's button.
}

void draw_paste_preview(Frame& frame) {
    const std::shared_ptr<const Pasting> pasting = frame.state.pasting;
    const auto grid = pasting && pasting->made_for[1] == frame.state.document.generation()
                          ? find_grid(frame.state.book(), frame.form, pasting->at)
                          : std::nullopt;
    if (!grid) {
        close_dialog(frame.view);
        return frame.machine.wake(2);
    }
    if (pasting->made_for[0] != frame.state.document.revision())
        return decide(frame, pasting->order);
    const float counts = frame.line_height({theme::text_size, 0, true}) + 6;
    const float columns = static_cast<float>(std::max<std::size_t>(1, pasting->order.columns.size()));
    const Dialog dialog = begin_dialog(
        frame, {.title = std::string(tr("粘贴：先看会改什么")),
                .width = std::clamp(row_name_width + columns * wide_column_width, 640.0f, 1280.0f),
                .head = counts + frame.control_height() + 2 * preview_gap,
                .foot = frame.control_height() + preview_gap});
    draw_counts(frame, pasting->plan, {dialog.head.x, dialog.head.y, dialog.head.w, counts});
    draw_switches(frame, *pasting, dialog.head.x, dialog.head.y + counts + preview_gap);
    const Frame::Area area = dialog.begin_body(frame);
    const float lines = frame.line_height({theme::dense_size}) + frame.line_height({theme::small_size}) + 8;
    const Preview preview{*pasting,
                          *grid,
                          listed_rows(frame, pasting->plan),
                          area.x,
                          std::max(least_column_width, std::floor((area.width - row_name_width) / columns)),
                          frame.snap(lines)};
    frame.end_scroll(area, draw_preview_table(frame, preview, area));
    draw_paste_foot(frame, *pasting, dialog.foot);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
