#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {

namespace {

constexpr float margin = 16;

TextLook text_look(const Frame& frame) {
    return {theme::text_size, frame.colors.bar_text};
}

float buttons_width(const Frame& frame) {
    const float undo = frame.state.message->offers_undo ? button_width(frame, tr("撤销")) + 4 : 0;
    return undo + frame.control_height();
}

float text_width(const Frame& frame) {
    return frame.room.w - 3 * margin - buttons_width(frame);
}

} // namespace

float message_height(const Frame& frame) {
    if (!frame.state.message)
        return 0;
    const float text = frame.paragraph_height(text_width(frame), frame.state.message->text, text_look(frame));
    return std::max(text, frame.control_height()) + 12;
}

void draw_message(Frame& frame, const Rect& rect) {
    const app::Message& message = *frame.state.message;
    const bool failed = message.tone == app::Tone::failed;
    frame.begin_group("message", Role::group, tr("消息"), rect);
    frame.fill(frame.to_edges(rect), failed ? frame.colors.message_failed : frame.colors.message);
    const float height = frame.paragraph_height(text_width(frame), message.text, text_look(frame));
    const Rect text{rect.x + margin, rect.y + (rect.h - height) / 2, text_width(frame), height};
    frame.paragraph(text.x, text.y, text.w, message.text, text_look(frame));
    frame.view.at_message =
        frame.is_under_pointer(rect) || frame.has_focus("message-undo") || frame.has_focus("message-close");
    frame.node("message-text", failed ? Role::alert : Role::status, message.text, text);

    const float side = frame.control_height();
    const float y = rect.y + (rect.h - side) / 2;
    const float right = rect.x + rect.w - margin;
    if (message.offers_undo) {
        const float width = button_width(frame, tr("撤销"));
        if (button(frame, "message-undo", {right - side - 4 - width, y, width, side}, tr("撤销"),
                   {ButtonKind::on_bar, true, std::string(tr("撤销刚才的操作"))}))
            frame.wish(message.restores.empty() ? app::Action(app::Undo{})
                                                : app::Action(app::RestoreBook{message.restores}));
    }
    if (button(frame, "message-close", {right - side, y, side, side}, "×",
               {ButtonKind::on_bar, true, std::string(tr("关闭消息")), app::command("escape").keys}))
        frame.wish(app::DismissMessage{});
    frame.end_group();
}

void draw_drop_target(Frame& frame) {
    const Rect all{0, 0, frame.width, frame.height};
    frame.begin_overlay("drop", all);
    frame.fill(all, frame.colors.veil);
    const Rect inner{16, 16, frame.width - 32, frame.height - 32};
    frame.outline(inner, frame.colors.accent, 8, 3);
    const TextLook look{24, frame.colors.accent, true};
    const std::string_view text = tr("松开鼠标，打开文件");
    const float width = frame.text_width(text, look);
    const Rect label{(frame.width - width) / 2 - 24, frame.height / 2 - 36, width + 48, 72};
    frame.node("drop-text", Role::status, std::string(text), label);
    frame.fill(label, frame.colors.card, 8);
    frame.text(label.x + 24, label.y + (72 - frame.line_height(look)) / 2, text, look);
    frame.end_overlay();
}

} // namespace jibiao::ui
