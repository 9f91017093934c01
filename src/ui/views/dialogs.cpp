#include "base/words.h"
#include "platform/later.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/views/views.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

/// What the dialog would show is still on its way.
void draw_waiting(Frame& frame) {
    const std::string& failed = frame.view.later_failed;
    if (failed.empty())
        frame.machine.load_later();
    const TextLook look{theme::text_size, frame.colors.quiet};
    const std::string text =
        failed.empty() ? std::string(tr("正在加载…")) : with_colon(tr("没有加载完"), tr(failed));
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("请稍候")), .width = 420});
    const Frame::Area area = dialog.begin_body(frame);
    const float width = area.width - 2 * dialog_pad;
    float y = area.y + frame.paragraph(area.x + dialog_pad, area.y, width, text, look);
    frame.node("dialog-waits", Role::status, text, {area.x + dialog_pad, area.y, width, y - area.y});
    if (!failed.empty()) {
        y += theme::gap;
        const Rect again{area.x + dialog_pad, y, button_width(frame, tr("再试一次")), frame.control_height()};
        if (button(frame, "dialog-again", again, tr("再试一次"), {ButtonKind::primary})) {
            frame.view.later_failed.clear();
            frame.machine.wake(2);
        }
        y += again.h;
    }
    frame.end_scroll(area, y + theme::gap);
    end_dialog(frame, dialog);
}

} // namespace

void draw_dialog(Frame& frame) {
    if (frame.view.dialog.empty())
        return;
    if (const platform::Later* later = frame.machine.later())
        draw_later_dialog(*later, frame);
    else
        draw_waiting(frame);
}

} // namespace jibiao::ui
