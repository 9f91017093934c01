#include "base/words.h"
#include "templates/shown.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

float draw_title_row(Frame& frame, const Project& project, float x, float y, float width) {
    const Book& book = frame.state.book();
    const std::string title = project_in_words(book, *book.projects.index_of(project.id));
    const TextLook look{theme::title_size, frame.colors.ink, true};
    const std::string remove(tr("删除项目"));
    const float remove_width = button_width(frame, remove);
    heading(frame, "project-title", x, y + 4, width - remove_width - 12, title, 2, look);
    if (button(frame, "remove-project",
               {x + width + 12 - remove_width, y, remove_width, frame.control_height()}, remove,
               {ButtonKind::quiet}))
        frame.wish(app::RemoveRow{project.id});
    return y + frame.control_height() + 8;
}

/// A department's table in a form that has none is shown in the shape of a project's, and said to be so.
float draw_no_such_table(Frame& frame, const Project& project, float x, float y, float width) {
    if (project.kind != ProjectKind::department || !frame.form.department_fields.empty())
        return y;
    const std::string_view text = tr("本表样没有部门整体绩效目标表；内容保留在这里。");
    const TextLook look{theme::small_size, frame.colors.quiet};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node("no-such-table", Role::text, std::string(text), {x, y, width, height});
    return y + height + 10;
}

/// The lists that the form asks for.
float draw_lists(Frame& frame, const Project& project, float x, float y, float width) {
    const auto has = [&](Field field) { return shows(frame.form, project.kind, field); };
    if (has(Field::plan_percent))
        y = draw_plan(frame, project, x, y, width);
    if (has(Field::goal)) {
        y = draw_goals(frame, project, {project.goals, Field::goal, RowKind::goal, word("＋ 增加目标")}, x, y,
                       width);
    }
    const bool of_department = project.kind == ProjectKind::department;
    if (has(Field::detail_goal) && (of_department || !project.detail_goals.empty())) {
        y = draw_goals(
            frame, project,
            {project.detail_goals, Field::detail_goal, RowKind::detail_goal, word("＋ 增加明细目标")}, x, y,
            width);
    }
    if (has(Field::phase_text))
        y = draw_phases(frame, project, true, x, y, width);
    return y;
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
    const Frame::Area area = frame.begin_scroll(area_id, rect);
    const float left = area.x + theme::gap;
    const float room = area.width - 2 * theme::gap;
    const float x = left + Card::padding;
    const float width = room - 2 * Card::padding;
    float y = area.y + theme::gap;

    Card card(frame, area_id + "/fields", std::string(tr("基本情况")), left, y, room);
    y = draw_title_row(frame, *project, x, y + Card::padding, width);
    y = draw_no_such_table(frame, *project, x, y, width);
    y = draw_fields(
        frame, fields_of(frame.form, project->kind), project->id,
        [&](Field field) { return cell_of(*project, field); }, project->kind, x, y, width);
    y = card.end(draw_lists(frame, *project, x, y, width) + 4);
    y = draw_indicator_table(frame, *project, left, y + theme::gap, room);
    y = draw_other_content(frame, *project, left, y + theme::gap, room);
    frame.end_scroll(area, y + theme::foot);
    frame.end_group();
}

} // namespace jibiao::ui
