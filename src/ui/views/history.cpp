#include "app/later.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

/// How the book was after so many steps.
struct Stop {
    std::string label, place;
    std::size_t steps = 0;
};

std::vector<Stop> stops_of(const Frame& frame) {
    std::vector<Stop> stops{{std::string(tr("最早的样子")), "", 0}};
    for (const edit::Document::StepName& step : frame.state.document.steps()) {
        const bool has_place = find_cell(frame.state.book(), step.at) != nullptr;
        stops.push_back({std::string(tr(step.label)),
                         has_place ? place_in_words(frame.state.book(), frame.form, step.at) : "",
                         stops.size()});
    }
    return stops;
}

std::string spoken(const Stop& stop, std::size_t now) {
    const std::string number = stop.steps == 0 ? "" : fill(tr("{1}，"), {std::to_string(stop.steps)});
    const std::string_view state = stop.steps == now ? tr("，现在") : stop.steps > now ? tr("，已撤销") : "";
    return (number + stop.label + (stop.place.empty() ? "" : fill(tr("，{1}"), {stop.place}))).append(state);
}

/// True if it was pressed.
bool draw_stop(Frame& frame, const Stop& stop, std::size_t now, const Rect& rect) {
    const std::string id = "history/" + std::to_string(stop.steps);
    frame.reveal_if_wanted(id, rect);
    const bool is_here = stop.steps == now;
    frame.node(id, Role::button, spoken(stop, now), rect).selected = is_here;
    const Frame::Press press = frame.press(id, rect);
    if (is_here || press.hovered || press.held)
        frame.fill(rect, is_here ? frame.colors.accent_pale : frame.colors.hover);
    if (is_here)
        frame.fill({rect.x, rect.y, 3, rect.h}, frame.colors.accent);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, 0, 2);
    const TextLook small{theme::small_size, frame.colors.quiet};
    const TextLook look{theme::text_size, stop.steps > now ? frame.colors.quiet : frame.colors.ink, is_here};
    const float y = rect.y + (rect.h - frame.line_height(look)) / 2;
    const float number = 40;
    const float state = 56;
    const float room = rect.w - 2 * dialog_pad - number - state;
    const float x = rect.x + dialog_pad + number;
    if (stop.steps > 0)
        frame.text(rect.x + dialog_pad, y + 1, std::to_string(stop.steps), small);
    const float label = std::min(room, frame.text_width(stop.label, look));
    frame.text_cut(x, y, label + 1, stop.label, look);
    frame.text_cut(x + label + 12, y + 1, room - label - 12, stop.place, small);
    frame.text(rect.x + rect.w - dialog_pad - state + 8, y + 1,
               is_here            ? tr("现在")
               : stop.steps > now ? tr("已撤销")
                                  : "",
               small);
    const bool activated = frame.activated(id);
    return press.clicked || activated;
}

} // namespace

void draw_history(Frame& frame) {
    const auto stops = stops_of(frame);
    const std::size_t now = frame.state.document.steps_made();
    const float height = frame.control_height();
    const Dialog dialog = begin_dialog(
        frame, {.title = std::string(tr("修改记录")), .content = static_cast<float>(stops.size()) * height});
    const Frame::Area area = dialog.begin_body(frame);
    float y = area.y;
    for (auto stop = stops.rbegin(); stop != stops.rend(); ++stop) { // The last one first.
        const Rect rect{area.x, y, area.width, height};
        y += height;
        if (!frame.is_near(rect, 0) && stop->steps != now)
            continue;
        if (!draw_stop(frame, *stop, now, rect))
            continue;
        const int steps = static_cast<int>(stop->steps) - static_cast<int>(now);
        close_dialog(frame.view);
        if (steps != 0)
            frame.wish(app::TravelBy{steps});
        frame.machine.wake(2);
    }
    frame.end_scroll(area, y);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
