#include "base/decimal.h"
#include "base/text.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float label_width = 128;
constexpr float padding = 16;

bool is_long_text(Field field) {
    return field == Field::purpose || field == Field::duties || field == Field::organisation ||
           field == Field::rules;
}
bool is_amount(Field field) {
    return field == Field::budget_total || field == Field::budget_fiscal || field == Field::budget_other ||
           field == Field::basic_expenditure || field == Field::project_expenditure;
}
/// Fields that take a whole row: long texts, and names, which are sentences often enough.
bool takes_row(Field field) {
    return is_long_text(field) || field == Field::name;
}

/// The form's fields, and those it does not have but which are filled: nothing that was imported is hidden.
std::vector<Field> fields_of(const Frame& frame, const Project& project) {
    std::vector<Field> fields =
        project.kind == ProjectKind::department ? frame.form.department_fields : frame.form.project_fields;
    for (const auto& cell : project_cells()) {
        const bool listed = std::find(fields.begin(), fields.end(), cell.field) != fields.end();
        if (!listed && cell.field != Field::caption && !(project.*cell.cell).empty())
            fields.push_back(cell.field);
    }
    return fields;
}

/// Draws label and field; returns the height used.
float draw_labelled(Frame& frame, FieldRef at, const Cell& cell, std::string_view label,
                    std::string accessible_name, const Rect& room, const FieldLook& look) {
    const TextLook text{theme::small_size, theme::quiet};
    const float field_x = room.x + label_width;
    const float field_width = room.w - label_width;
    const float height = field_height(frame, cell.text, field_width, look);
    const float label_height = frame.paragraph_height(label_width - 12, label, text);
    const float label_y =
        room.y + std::max(0.0f, (std::min(height, frame.control_height()) - label_height) / 2);
    frame.paragraph(room.x, label_y, label_width - 12, label, text);
    text_field(frame, at, cell, {field_x, room.y, field_width, height}, std::move(accessible_name), look);
    return std::max(height, label_height);
}

/// Two fields a row where there is room, long ones alone.
float draw_fields(Frame& frame, const Project& project, float x, float y, float width) {
    const bool two_columns = width >= 620;
    const float column = two_columns ? (width - 24) / 2 : width;
    float row_height = 0;
    bool right = false;
    for (const Field field : fields_of(frame, project)) {
        const bool whole = takes_row(field) || !two_columns;
        if ((whole || !right) && row_height > 0) {
            y += row_height + 10;
            row_height = 0;
            right = false;
        }
        const std::string label(frame.form.label(field, project.kind));
        const Rect room{right ? x + column + 24 : x, y, whole ? width : column, 0};
        const FieldLook look{is_long_text(field) || field == Field::name, is_amount(field),
                             field == Field::name};
        row_height = std::max(row_height, draw_labelled(frame, {field, project.id}, *cell_of(project, field),
                                                        label, label, room, look));
        right = !whole && !right;
    }
    return row_height > 0 ? y + row_height + 10 : y;
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
    frame.outline(rect, theme::line, 3);
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
        frame.line(last_x, last_y, next_x, next_y, theme::accent, 2);
        frame.fill({next_x - 3, next_y - 3, 6, 6}, theme::accent, 3);
        last_x = next_x;
        last_y = next_y;
    }
}

float draw_plan(Frame& frame, const Project& project, float x, float y, float width) {
    if (project.plan.empty())
        return y;
    const TextLook label{theme::small_size, theme::quiet};
    const float label_y =
        y + frame.line_height(label) + (frame.control_height() - frame.line_height(label)) / 2;
    frame.paragraph(x, label_y, label_width - 12, frame.form.label(Field::plan_percent), label);
    const float room = width - label_width;
    const bool with_curve = room >= 520;
    const float curve = with_curve ? 150.0f : 0.0f;
    const auto count = static_cast<float>(project.plan.size());
    const float gaps = 12 * (with_curve ? count : count - 1);
    const float column = (room - curve - gaps) / count;
    float cell_x = x + label_width;
    const float head = frame.line_height(label);
    for (const PlanLine& line : project.plan) {
        frame.text_cut(cell_x, y, column, line.checkpoint.text, label);
        const std::string name =
            std::string(frame.form.label(Field::plan_percent)) + " " + line.checkpoint.text;
        text_field(frame, {Field::plan_percent, line.id}, line.percent,
                   {cell_x, y + head, column, frame.control_height()}, name, {.numeric = true});
        cell_x += column + 12;
    }
    if (with_curve)
        draw_plan_curve(frame, project, {cell_x, y + 2, curve, head + frame.control_height() - 2});
    return y + head + frame.control_height() + 12;
}

struct GoalList {
    const Rows<Goal>& goals;
    Field field;
    RowKind kind;
    const char* add_label;
};

float draw_goals(Frame& frame, const Project& project, const GoalList& list, float x, float y, float width) {
    const std::string label(frame.form.label(list.field, project.kind));
    const float side = frame.control_height();
    const FieldLook look{.multiline = true};
    for (std::size_t i = 0; i < list.goals.size(); ++i) {
        const Goal& goal = list.goals[i];
        const std::string name = label + " " + std::to_string(i + 1);
        const Rect room{x, y, width - side - 8, 0};
        const float height = draw_labelled(frame, {list.field, goal.id}, goal.text, name, name, room, look);
        if (button(frame, "remove/" + std::to_string(goal.id), {x + width - side, y, side, side}, "×",
                   {ButtonKind::quiet, true, "删除" + name}))
            frame.wish(app::RemoveRow{goal.id});
        y += height + 8;
    }
    const std::string add(list.add_label);
    const Rect place{x + label_width, y, button_width(frame, add), side};
    if (button(frame, "add-" + std::string(field_key(list.field)) + "/" + std::to_string(project.id), place,
               add, {ButtonKind::quiet}))
        frame.wish(app::Apply{{add, {edit::InsertRow{list.kind, project.id, list.goals.size(), {}}}}});
    return y + side + 8;
}

float draw_phases(Frame& frame, const Project& project, float x, float y, float width) {
    for (std::size_t i = 0; i < project.phases.size(); ++i) {
        const Phase& phase = project.phases[i];
        const std::string number = " " + std::to_string(i + 1);
        const std::string period = std::string(frame.form.label(Field::phase_period, project.kind)) + number;
        const std::string text = std::string(frame.form.label(Field::phase_text, project.kind)) + number;
        y += draw_labelled(frame, {Field::phase_period, phase.id}, phase.period, period, period,
                           {x, y, width, 0}, {}) +
             8;
        y += draw_labelled(frame, {Field::phase_text, phase.id}, phase.text, text, text, {x, y, width, 0},
                           {.multiline = true}) +
             8;
    }
    return y;
}

float draw_title_row(Frame& frame, const Project& project, float x, float y, float width) {
    const Book& book = frame.state.book();
    const std::string title = project_in_words(book, *book.projects.index_of(project.id));
    const TextLook look{theme::title_size, theme::ink, true};
    const std::string remove = "删除项目";
    const float remove_width = button_width(frame, remove);
    heading(frame, "project-title", x, y + 4, width - remove_width - 12, title, 2, look);
    if (button(frame, "remove-project",
               {x + width + 12 - remove_width, y, remove_width, frame.control_height()}, remove,
               {ButtonKind::quiet}))
        frame.wish(app::RemoveRow{project.id});
    return y + frame.control_height() + 8;
}

} // namespace

void draw_project(Frame& frame, const Rect& rect) {
    const Project* project = frame.state.shown_project();
    if (!project)
        return;
    const Book& book = frame.state.book();
    frame.begin_group("project", Role::region, project_in_words(book, *book.projects.index_of(project->id)),
                      rect);
    const std::string area_id = "project/" + std::to_string(project->id);
    const Frame::Area area = frame.begin_scroll(area_id, rect, theme::page);
    const float x = area.x + theme::gap + padding;
    const float width = area.width - 2 * (theme::gap + padding);
    float y = area.y + theme::gap;

    float& card_height = frame.view.heights[area_id + "/fields"];
    card(frame, {area.x + theme::gap, y, area.width - 2 * theme::gap, card_height});
    const float top = y;
    y = draw_title_row(frame, *project, x, y + padding, width);
    y = draw_fields(frame, *project, x, y, width);
    y = draw_plan(frame, *project, x, y, width);
    y = draw_goals(frame, *project, {project->goals, Field::goal, RowKind::goal, "＋ 增加目标"}, x, y, width);
    if (!project->detail_goals.empty()) {
        y = draw_goals(frame, *project,
                       {project->detail_goals, Field::detail_goal, RowKind::detail_goal, "＋ 增加明细目标"},
                       x, y, width);
    }
    y = draw_phases(frame, *project, x, y, width) + 4;
    if (card_height != y - top) { // The card is drawn before its contents are measured.
        card_height = y - top;
        frame.machine.wake(2);
    }
    y = draw_indicator_table(frame, *project, area.x + theme::gap, y + theme::gap,
                             area.width - 2 * theme::gap);
    frame.end_scroll(area, y + theme::foot);
    frame.end_group();
}

} // namespace jibiao::ui
