#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {

void draw_message(Frame& frame) {
    if (!frame.state.message)
        return;
    const app::Message& message = *frame.state.message;
    const bool failed = message.tone == app::Tone::failed;
    const TextLook look{theme::text_size, theme::bar_text};
    const float height_of_button = frame.control_height();
    const float undo = message.offers_undo ? button_width(frame, "撤销") + 4 : 0;
    const float close = height_of_button;
    const float most = std::min(640.0f, frame.width - 2 * theme::gap);
    const float text_room = most - undo - close - 32;
    const float text_width = std::min(text_room, frame.text_width(message.text, look) + 1);
    const float text_height = frame.paragraph_height(text_width, message.text, look);
    const float width = text_width + undo + close + 32;
    const float height = std::max(text_height, height_of_button) + 12;
    const Rect rect{(frame.width - width) / 2, frame.height - height - 16, width, height};

    frame.begin_overlay("message", rect);
    frame.begin_group("message", Role::group, "消息", rect);
    frame.fill(rect, failed ? theme::error : theme::ink, theme::radius + 2);
    frame.paragraph(rect.x + 16, rect.y + (height - text_height) / 2, text_width, message.text, look);
    frame.node("message-text", failed ? Role::alert : Role::status, message.text,
               {rect.x + 16, rect.y, text_width, height});
    const float y = rect.y + (height - height_of_button) / 2;
    float x = rect.x + 16 + text_width + 8;
    if (message.offers_undo) {
        if (button(frame, "message-undo", {x, y, undo - 4, height_of_button}, "撤销",
                   {ButtonKind::on_bar, true, "撤销刚才的操作"})) {
            frame.wish(app::Undo{});
        }
        x += undo;
    }
    if (button(frame, "message-close", {x, y, close, height_of_button}, "×",
               {ButtonKind::on_bar, true, "关闭消息"}))
        frame.wish(app::DismissMessage{});
    frame.end_group();
    frame.end_overlay();
}

void draw_drop_target(Frame& frame) {
    const Rect all{0, 0, frame.width, frame.height};
    frame.begin_overlay("drop", all);
    frame.fill(all, IM_COL32(0x1B, 0x5F, 0xAE, 0x30));
    const Rect inner{16, 16, frame.width - 32, frame.height - 32};
    frame.outline(inner, theme::accent, 8, 3);
    const TextLook look{24, theme::accent, true};
    constexpr std::string_view text = "松开鼠标，打开文件";
    const float width = frame.text_width(text, look);
    const Rect label{(frame.width - width) / 2 - 24, frame.height / 2 - 36, width + 48, 72};
    frame.fill(label, theme::card, 8);
    frame.text(label.x + 24, label.y + (72 - frame.line_height(look)) / 2, text, look);
    frame.end_overlay();
}

} // namespace jibiao::ui
