#include "ui/views/form_parts.h"

#include "base/decimal.h"
#include "base/text.h"
#include "base/words.h"
#include "templates/offers.h"
#include "ui/theme.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

bool is_long_text(Field field) {
    return field == Field::purpose || field == Field::duties || field == Field::organisation ||
           field == Field::rules;
}
/// Names are sentences often enough.
bool is_name(Field field) {
    return field == Field::name || field == Field::title || field == Field::caption;
}

void draw_field(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect, const std::string& name,
                const FieldLook& look) {
    if (!look.offers)
        return text_field(frame, at, cell, rect, name, look);
    const auto texts = [&] { return offers(frame.form, at.field); };
    if (const auto picked = field_with_choices(frame, at, cell, rect, name, look, texts))
        frame.wish(app::SetCell{at, texts().at(*picked), true});
}

/// The plan as a curve: whether it rises and where it ends is seen sooner than read.
void draw_plan_curve(Frame& frame, const Project& project, const Rect& rect) {
    std::vector<std::optional<Decimal>> points;
    for (const PlanLine& line : project.plan) {
        std::string text = fold(line.percent.text);
        if (text.ends_with('%'))
            text.pop_back();
        points.push_back(read_decimal(text));
    }
    frame.outline(rect, frame.colors.line, 3);
    const auto height_of = [&](Decimal percent) {
        const auto share = static_cast<float>(percent.millionths()) / 100e6f;
        return rect.y + rect.h - 4 - (rect.h - 8) * std::clamp(share, 0.0f, 1.0f);
    };
    const float step = rect.w / static_cast<float>(points.size());
    float last_x = rect.x;
    float last_y = height_of(Decimal());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i])
            continue;
        const float next_x = rect.x + step * (static_cast<float>(i) + 1) - step / 2;
        const float next_y = height_of(*points[i]);
        frame.line(last_x, last_y, next_x, next_y, frame.colors.accent, 2);
        frame.fill({next_x - 3, next_y - 3, 6, 6}, frame.colors.accent, 3);
        last_x = next_x;
        last_y = next_y;
    }
}

void draw_remove(Frame& frame, RowId row, const std::string& name, const Rect& rect) {
    if (button(frame, "remove/" + std::to_string(row), rect, "×",
               {ButtonKind::quiet, true, fill(tr("删除{1}"), {name})}))
        frame.wish(app::RemoveRow{row});
}

void draw_add(Frame& frame, const Project& project, Field field, const char* label,
              const edit::InsertRow& row, const Rect& place) {
    const Rect rect{place.x, place.y, button_width(frame, tr(label)), frame.control_height()};
    const std::string id = "add-" + std::string(field_key(field)) + "/" + std::to_string(project.id);
    if (button(frame, id, rect, tr(label), {ButtonKind::quiet}))
        frame.wish(app::AddRow{{label, {row}}, field});
}

TextLook label_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}

} // namespace

float draw_labelled(Frame& frame, FieldRef at, const Cell& cell, std::string_view label,
                    std::string accessible_name, const Rect& room, FieldLook look) {
    const TextLook text = label_look(frame);
    look.offers = has_offers(frame.form, at.field);
    const float field_x = room.x + label_width;
    const float field_width = room.w - label_width;
    const float height = field_height(frame, cell.text, field_width, look);
    const float label_height = frame.paragraph_height(label_width - 12, label, text);
    const float label_y =
        room.y + std::max(0.0f, (std::min(height, frame.control_height()) - label_height) / 2);
    frame.paragraph(room.x, label_y, label_width - 12, label, text);
    frame.note_label(at, {room.x, room.y, label_width - 12, height});
    draw_field(frame, at, cell, {field_x, room.y, field_width, height}, accessible_name, look);
    return std::max(height, label_height);
}

float stacked_height(const Frame& frame, FieldRef at, const Cell& cell, float width, FieldLook look) {
    look.offers = has_offers(frame.form, at.field);
    return frame.line_height(label_look(frame)) + field_height(frame, cell.text, width, look);
}

void draw_stacked(Frame& frame, FieldRef at, const Cell& cell, const std::string& label, const Rect& rect,
                  FieldLook look) {
    const TextLook text = label_look(frame);
    look.offers = has_offers(frame.form, at.field);
    frame.text_cut(rect.x, rect.y, rect.w, label, text);
    const float head = frame.line_height(text);
    frame.note_label(at, {rect.x, rect.y, rect.w, head});
    draw_field(frame, at, cell, {rect.x, rect.y + head, rect.w, rect.h - head}, label, look);
}

float draw_fields(Frame& frame, const std::vector<Field>& fields, RowId row, const CellOf& cell_of,
                  ProjectKind kind, float x, float y, float width) {
    const bool two_columns = width >= 620;
    const float column = two_columns ? (width - 24) / 2 : width;
    float row_height = 0;
    bool right = false;
    for (const Field field : fields) {
        const bool whole = is_long_text(field) || is_name(field) || !two_columns;
        if ((whole || !right) && row_height > 0) {
            y += row_height + 10;
            row_height = 0;
            right = false;
        }
        const std::string label(frame.form.label(field, kind));
        const Rect room{right ? x + column + 24 : x, y, whole ? width : column, 0};
        const FieldLook look{.multiline = is_long_text(field) || is_name(field),
                             .one_line = is_name(field),
                             .numeric = is_money(field),
                             .bold = field == Field::name || field == Field::title};
        row_height = std::max(row_height,
                              draw_labelled(frame, {field, row}, *cell_of(field), label, label, room, look));
        right = !whole && !right;
    }
    return row_height > 0 ? y + row_height + 10 : y;
}

float draw_plan(Frame& frame, const Project& project, float x, float y, float width) {
    if (project.plan.empty())
        return y;
    const TextLook label = label_look(frame);
    const std::string_view name_of_plan = frame.form.label(Field::plan_percent);
    const float head = frame.line_height(label);
    const auto count = static_cast<float>(project.plan.size());
    const bool beside = width - label_width >= 64 * count; // Else the label stands above.
    const float room = beside ? width - label_width : width;
    if (beside)
        frame.paragraph(x, y + head + (frame.control_height() - head) / 2, label_width - 12, name_of_plan,
                        label);
    else
        y += frame.paragraph(x, y, width, name_of_plan, label) + 4;
    const bool with_curve = room >= 520;
    const float curve = with_curve ? 150.0f : 0.0f;
    const float gaps = 12 * (with_curve ? count : count - 1);
    const float column = (room - curve - gaps) / count;
    float cell_x = x + width - room;
    const std::string title(name_of_plan);
    frame.begin_group("plan/" + std::to_string(project.id), Role::group, title,
                      {x, y, width, head + frame.control_height()});
    for (const PlanLine& line : project.plan) {
        frame.text_cut(cell_x, y, column, line.checkpoint.text, label);
        frame.node("checkpoint/" + std::to_string(line.id), Role::text, line.checkpoint.text,
                   {cell_x, y, column, head});
        const std::string name = title + " " + line.checkpoint.text;
        text_field(frame, {Field::plan_percent, line.id}, line.percent,
                   {cell_x, y + head, column, frame.control_height()}, name, {.numeric = true});
        cell_x += column + 12;
    }
    frame.end_group();
    if (with_curve)
        draw_plan_curve(frame, project, {cell_x, y + 2, curve, head + frame.control_height() - 2});
    return y + head + frame.control_height() + 12;
}

float draw_goals(Frame& frame, const Project& project, const GoalList& list, float x, float y, float width) {
    const std::string label(frame.form.label(list.field, project.kind));
    const float side = frame.control_height();
    for (std::size_t i = 0; i < list.goals.size(); ++i) {
        const Goal& goal = list.goals[i];
        const std::string name = label + " " + std::to_string(i + 1);
        const Rect room{x, y, width - side - 8, 0};
        const float height =
            draw_labelled(frame, {list.field, goal.id}, goal.text, name, name, room, {.multiline = true});
        draw_remove(frame, goal.id, name, {x + width - side, y, side, side});
        y += height + 8;
    }
    if (*list.add_label == 0)
        return y;
    draw_add(frame, project, list.field, list.add_label, {list.kind, project.id, list.goals.size()},
             {x + label_width, y, 0, 0});
    return y + side + 8;
}

float draw_phases(Frame& frame, const Project& project, bool can_add, float x, float y, float width) {
    const float side = frame.control_height();
    for (std::size_t i = 0; i < project.phases.size(); ++i) {
        const Phase& phase = project.phases[i];
        const std::string number = " " + std::to_string(i + 1);
        const std::string period = std::string(frame.form.label(Field::phase_period, project.kind)) + number;
        const std::string text = std::string(frame.form.label(Field::phase_text, project.kind)) + number;
        const float room = width - side - 8;
        draw_remove(frame, phase.id, text, {x + width - side, y, side, side});
        y += draw_labelled(frame, {Field::phase_period, phase.id}, phase.period, period, period,
                           {x, y, room, 0}, {}) +
             8;
        y += draw_labelled(frame, {Field::phase_text, phase.id}, phase.text, text, text, {x, y, room, 0},
                           {.multiline = true}) +
             8;
    }
    if (!can_add)
        return y;
    draw_add(frame, project, Field::phase_period, word("＋ 增加阶段"),
             {RowKind::phase, project.id, project.phases.size()}, {x + label_width, y, 0, 0});
    return y + side + 8;
}

void draw_copy_button(Frame& frame, FieldRef of, const std::string& name, float x, float y) {
    const std::string label(tr("复制表格"));
    if (button(frame, "copy-rows/" + std::to_string(of.row),
               {x, y, button_width(frame, label), frame.control_height()}, label,
               {ButtonKind::quiet, true, label + " " + name}))
        frame.wish(app::CopyRows{of});
}

Card::Card(Frame& frame, std::string id, std::string name, float x, float y, float width)
    : frame_(frame), id_(std::move(id)), top_(y) {
    const Rect rect{x, y, width, frame.view.heights[id_]};
    card(frame, rect);
    frame.begin_group(id_, Role::group, std::move(name), rect);
}

float Card::end(float bottom) {
    frame_.end_group();
    float& height = frame_.view.heights[id_];
    if (height != bottom - top_) {
        height = bottom - top_;
        frame_.machine.wake(2);
    }
    return bottom;
}

} // namespace jibiao::ui
