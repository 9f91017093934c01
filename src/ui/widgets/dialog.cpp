#include "ui/widgets/dialog.h"

#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float margin = 8;

void draw_veil(Frame& frame, bool closes) {
    const std::string id = frame.view.dialog + "-veil";
    const Rect all{0, 0, frame.width, frame.height};
    frame.begin_overlay(id, all);
    frame.fill(all, frame.colors.veil);
    const bool pressed_beside = frame.press(id, all).clicked;
    frame.end_overlay();
    if (pressed_beside && closes) {
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
}

void draw_title(Frame& frame, const std::string& id, const std::string& title, const Rect& rect) {
    const TextLook look{theme::title_size, frame.colors.ink, true};
    const float side = frame.control_height();
    heading(frame, id + "-title", rect.x + dialog_pad, rect.y + (rect.h - frame.line_height(look)) / 2,
            rect.w - 3 * dialog_pad - side, title, 2, look);
    const Rect cross{rect.x + rect.w - side - margin, rect.y + margin, side, side};
    if (button(frame, id + "-close", cross, "×",
               {ButtonKind::quiet, true, fill(tr("关闭{1}"), {title}), app::command("escape").keys})) {
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
}

} // namespace

void open_dialog(ViewState& view, std::string id, std::string first, std::string subject) {
    if (view.dialog.empty())
        view.dialog_return = view.focused;
    view.dialog = std::move(id);
    view.dialog_subject = std::move(subject);
    view.focus_wanted = std::move(first);
    view.later_failed.clear();
}

void close_dialog(ViewState& view) {
    view.dialog.clear();
    view.dialog_subject.clear();
    view.focus_wanted = std::exchange(view.dialog_return, {});
}

Dialog begin_dialog(Frame& frame, const DialogLook& look) {
    const std::string id = frame.view.dialog;
    draw_veil(frame, look.closes_beside);
    const Rect& room = frame.room;
    const float head = frame.control_height() + 2 * margin;
    const float around = head + look.head + look.foot + margin;
    const float most = room.h - 2 * margin;
    const float known = look.content >= 0 ? look.content : frame.view.heights[id];
    const float width = std::min(look.width, room.w - 2 * margin);
    const float height = std::min(around + (known > 0 ? known : most), most);
    const Rect rect =
        frame.snap({room.x + (room.w - width) / 2, room.y + (room.h - height) / 2, width, height});
    frame.begin_overlay(id, rect);
    frame.begin_group(id, Role::dialog, look.title, rect);
    card(frame, rect);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    draw_title(frame, id, look.title, {rect.x, rect.y, rect.w, head});
    const float inner = rect.w - 2 * dialog_pad;
    const float top = rect.y + head + look.head;
    const float bottom = rect.y + rect.h - margin - look.foot;
    return {.id = id,
            .head = {rect.x + dialog_pad, rect.y + head, inner, look.head},
            .body = {rect.x + 1, top, rect.w - 2, bottom - top},
            .foot = {rect.x + dialog_pad, bottom, inner, look.foot},
            .content = look.content >= 0 ? -1 : known};
}

Frame::Area Dialog::begin_body(Frame& frame) const {
    return frame.begin_scroll(id, body, frame.colors.card);
}

void end_dialog(Frame& frame, const Dialog& dialog) {
    if (dialog.content >= 0 && frame.view.heights[dialog.id] != dialog.content)
        frame.machine.wake(2);
    frame.end_group();
    frame.end_overlay();
}

} // namespace jibiao::ui
