#include "app/opening.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <string>

namespace jibiao::ui {
namespace {

constexpr float bar_height = 8;

/// Where it stands, in words and as a bar; how far down that goes.
float draw_progress(Frame& frame, const app::Opening& opening, const Rect& rect) {
    const std::string name(tr(opening.name));
    const int percent = static_cast<int>(100 * opening.share());
    const std::string words =
        fill(opening.is_checking() ? tr("正在检查，已完成 {1}%") : tr("正在读取，已完成 {1}%"),
             {std::to_string(percent)});
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float top =
        rect.y + frame.paragraph(rect.x, rect.y, rect.w, name, {theme::text_size, frame.colors.ink});
    const float line = frame.paragraph(rect.x, top, rect.w, words, look);
    const Rect bar{rect.x, top + line + theme::gap, rect.w, bar_height};
    frame.fill(bar, frame.colors.line, bar_height / 2);
    frame.fill({bar.x, bar.y, std::max(bar_height, bar.w * opening.share()), bar.h}, frame.colors.accent,
               bar_height / 2);
    platform::Node& node = frame.node("opening-progress", Role::progressbar, name,
                                      {rect.x, rect.y, rect.w, bar.y + bar.h - rect.y});
    node.value = words;
    node.position = static_cast<std::uint32_t>(percent);
    return bar.y + bar.h;
}

} // namespace

void draw_opening(Frame& frame) {
    const std::shared_ptr<const app::Opening> opening = frame.state.opening;
    frame.view.shows_opening = opening != nullptr;
    if (!opening) {
        close_dialog(frame.view);
        return frame.machine.wake(2);
    }
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("正在打开")),
                                               .width = 480,
                                               .foot = frame.control_height() + theme::gap,
                                               .closes_beside = false});
    const Frame::Area area = dialog.begin_body(frame);
    const float bottom =
        draw_progress(frame, *opening, {area.x + dialog_pad, area.y, area.width - 2 * dialog_pad, 0});
    frame.end_scroll(area, bottom + theme::gap);
    const Rect& foot = dialog.foot;
    const float height = frame.control_height();
    const std::string_view label = tr("取消");
    if (button(frame, "opening-cancel",
               {foot.x, foot.y + foot.h - height, button_width(frame, label), height}, label)) {
        frame.wish(app::CancelOpening{});
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
