#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

constexpr float toggle_pad = 12;
constexpr float icon_side = 16;

float icon_room(const ToggleLook& look) {
    return look.icon ? icon_side + 6 : 0;
}
TextLook label_look(const Frame& frame) {
    return {theme::text_size, frame.colors.quiet, true};
}

} // namespace

float toggle_width(const Frame& frame, std::string_view label, const ToggleLook& look) {
    return frame.text_width(label, label_look(frame)) + icon_room(look) + 2 * toggle_pad;
}

bool toggle_button(Frame& frame, const std::string& id, const Rect& rect, const std::string& label,
                   const ToggleLook& look) {
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(id, Role::button, label, rect);
    node.toggle = true;
    node.pressed = look.pressed;
    const Frame::Press press = frame.press(id, rect);
    frame.fill(rect, look.pressed ? look.tint.pale : frame.colors.card, theme::radius);
    frame.outline(rect, look.pressed || press.hovered ? look.tint.strong : frame.colors.line, theme::radius);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    if (look.icon)
        severity_icon(frame, rect.x + toggle_pad, rect.y + (rect.h - icon_side) / 2, icon_side, *look.icon);
    TextLook text = label_look(frame);
    if (look.pressed)
        text.color = look.tint.strong;
    frame.text(rect.x + toggle_pad + icon_room(look), rect.y + (rect.h - frame.line_height(text)) / 2, label,
               text);
    const bool activated = frame.activated(id);
    return press.clicked || activated;
}

} // namespace jibiao::ui
