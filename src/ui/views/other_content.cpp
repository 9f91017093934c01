#include "base/words.h"
#include "templates/shown.h"
#include "ui/theme.h"
#include "ui/views/form_parts.h"
#include "ui/views/views.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

bool has(const std::vector<FieldRef>& refs, Field field) {
    return std::any_of(refs.begin(), refs.end(), [field](FieldRef at) { return at.field == field; });
}

float draw_lists(Frame& frame, const Project& project, const std::vector<FieldRef>& hidden, float x, float y,
                 float width) {
    if (has(hidden, Field::plan_percent))
        y = draw_plan(frame, project, x, y, width);
    if (has(hidden, Field::goal))
        y = draw_goals(frame, project, {project.goals, Field::goal, RowKind::goal, ""}, x, y, width);
    if (has(hidden, Field::detail_goal)) {
        y = draw_goals(frame, project, {project.detail_goals, Field::detail_goal, RowKind::detail_goal, ""},
                       x, y, width);
    }
    if (has(hidden, Field::phase_text) || has(hidden, Field::phase_period))
        y = draw_phases(frame, project, false, x, y, width);
    return y;
}

float draw_columns(Frame& frame, const Project& project, const std::vector<FieldRef>& hidden, float x,
                   float y, float width) {
    const bool all_drawn = hidden.size() <= Frame::most_listed;
    const Rows<Indicator>& rows = project.indicators;
    std::size_t index = 0; // Both are in the order of the table.
    for (const FieldRef at : hidden) {
        const bool of_row = !rows.empty() && cell_of(rows[0], at.field);
        while (of_row && index < rows.size() && rows[index].id != at.row)
            ++index;
        if (!of_row || index == rows.size())
            continue;
        const Cell* cell = cell_of(rows[index], at.field);
        const FieldLook look{.multiline = true, .one_line = true};
        const Rect rect{x, y, width, stacked_height(frame, at, *cell, width, look)};
        if (all_drawn || frame.is_near(rect, at.row)) {
            std::string label = fill(tr("指标 {1}"), {std::to_string(index + 1)}) + " ";
            if (!rows[index].name.empty())
                label += rows[index].name.text + " ";
            label += frame.form.label(at.field);
            draw_stacked(frame, at, *cell, label, rect, look);
        }
        y += rect.h + 8;
    }
    return y;
}

} // namespace

float draw_other_content(Frame& frame, const Project& project, float x, float y, float width) {
    const std::vector<FieldRef>& hidden =
        frame.view.not_shown.get(frame.state, project.id, [&] { return not_shown(frame.form, project); });
    if (hidden.empty())
        return y;
    const std::string id = "other/" + std::to_string(project.id);
    Card card(frame, id, std::string(tr(other_content_title)), x, y, width);
    const float inner_x = x + Card::padding;
    const float inner = width - 2 * Card::padding;
    const TextLook title{theme::text_size, frame.colors.ink, true};
    y += Card::padding;
    heading(frame, id + "/title", inner_x, y, inner, tr(other_content_title), 3, title);
    y += frame.line_height(title) + 10;
    std::vector<Field> single;
    for (const FieldRef at : hidden) {
        if (cell_of(project, at.field))
            single.push_back(at.field);
    }
    y = draw_fields(
        frame, single, project.id, [&](Field field) { return cell_of(project, field); }, project.kind,
        inner_x, y, inner);
    y = draw_lists(frame, project, hidden, inner_x, y, inner);
    y = draw_columns(frame, project, hidden, inner_x, y, inner);
    return card.end(y + Card::padding - 8);
}

} // namespace jibiao::ui
