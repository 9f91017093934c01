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
    const bool failed = !frame.view.later_failed.empty();
    if (!failed)
        frame.machine.load_later();
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("请稍候")), .width = 420});
    const Frame::Area area = dialog.begin_body(frame);
    const Rect rect{area.x + dialog_pad, area.y, area.width - 2 * dialog_pad, 0};
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float height = failed ? draw_failure(frame, rect.x, rect.y, rect.w)
                                : frame.paragraph(rect.x, rect.y, rect.w, tr("正在加载…"), look);
    if (!failed)
        frame.node("dialog-waits", Role::status, tr("正在加载…"), {rect.x, rect.y, rect.w, height});
    frame.end_scroll(area, rect.y + height + theme::gap);
    end_dialog(frame, dialog);
}

} // namespace

float draw_failure(Frame& frame, float x, float y, float width) {
    const std::string text = with_colon(tr("没有加载完"), tr(frame.view.later_failed));
    const float height = frame.paragraph(x, y, width, text, {theme::text_size, frame.colors.quiet});
    frame.node("later-failed", Role::status, text, {x, y, width, height});
    const Rect again{x, y + height + theme::gap, button_width(frame, tr("再试一次")), frame.control_height()};
    if (button(frame, "later-again", again, tr("再试一次"), {ButtonKind::primary})) {
        frame.view.later_failed.clear();
        frame.machine.wake(2);
    }
    return height + theme::gap + again.h;
}

void draw_dialog(Frame& frame) {
    if (frame.view.reads_own_books && frame.view.dialog != "library") {
        frame.view.reads_own_books = false;
        frame.wish(app::ReadOwnBooks{true});
    }
    if (frame.view.shows_opening && frame.view.dialog != "opening") {
        frame.view.shows_opening = false;
        frame.wish(app::CancelOpening{}); // Nothing, if it has just been opened.
    }
    if (frame.view.dialog.empty())
        return;
    if (const platform::Later* later = frame.machine.later())
        draw_later_dialog(*later, frame);
    else
        draw_waiting(frame);
}

} // namespace jibiao::ui
