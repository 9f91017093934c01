#include "ui/theme.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

struct Colors {
    ImU32 fill;
    ImU32 line;
    ImU32 text;
};

Colors colors_of(const ButtonLook& look, const Frame::Press& press) {
    const bool lit = look.enabled && (press.hovered || press.held);
    switch (look.kind) {
    case ButtonKind::primary:
        return {look.enabled ? (lit ? theme::bar : theme::accent) : theme::line, 0,
                look.enabled ? theme::bar_text : theme::quiet};
    case ButtonKind::on_bar:
        return {lit ? theme::bar_hover : 0, 0,
                look.enabled ? theme::bar_text : IM_COL32(0x7D, 0x93, 0xAB, 0xFF)};
    case ButtonKind::quiet:
        return {lit ? theme::hover : 0, 0, look.enabled ? theme::accent : theme::field_line};
    case ButtonKind::plain:
        break;
    }
    return {lit ? theme::accent_pale : theme::card, look.enabled ? theme::field_line : theme::line,
            look.enabled ? theme::ink : theme::field_line};
}

} // namespace

float button_width(const Frame& frame, std::string_view label) {
    return frame.text_width(label, {theme::text_size}) + 2 * (frame.coarse ? 16.0f : 12.0f);
}

bool button(Frame& frame, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look) {
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(
        id, Role::button, look.accessible_name.empty() ? std::string(label) : look.accessible_name, rect);
    node.disabled = !look.enabled;
    const Frame::Press press = frame.press(id, rect);
    const Colors colors = colors_of(look, press);
    if (colors.fill)
        frame.fill(rect, colors.fill, theme::radius);
    if (colors.line)
        frame.outline(rect, colors.line, theme::radius);
    if (frame.has_focus(id))
        frame.outline(rect, look.kind == ButtonKind::on_bar ? theme::bar_text : theme::accent, theme::radius,
                      2);
    const TextLook text{theme::text_size, colors.text};
    const float text_width = frame.text_width(label, text);
    frame.text_cut(rect.x + std::max(4.0f, (rect.w - text_width) / 2),
                   rect.y + (rect.h - frame.line_height(text)) / 2, rect.w - 8, label, text);
    const bool activated = frame.activated(id);
    return look.enabled && (press.clicked || activated);
}

void heading(Frame& frame, const std::string& id, float x, float y, float width, std::string_view text,
             int level, const TextLook& look) {
    frame.node(id, Role::heading, std::string(text), {x, y, width, frame.line_height(look)}).level = level;
    frame.text_cut(x, y, width, text, look);
}

void severity_icon(Frame& frame, float x, float y, float size, check::Severity severity) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 color = theme::of(severity).strong;
    const float s = size * frame.scale;
    const ImVec2 from{x * frame.scale, y * frame.scale};
    const ImVec2 centre{from.x + s / 2, from.y + s / 2};
    switch (severity) {
    case check::Severity::error: {
        const float arm = s * 0.18f;
        draw.AddCircleFilled(centre, s / 2, color);
        draw.AddLine({centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}, theme::card,
                     s * 0.12f);
        draw.AddLine({centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}, theme::card,
                     s * 0.12f);
        break;
    }
    case check::Severity::warning:
        draw.AddTriangleFilled({centre.x, from.y}, {from.x + s, from.y + s * 0.95f},
                               {from.x, from.y + s * 0.95f}, color);
        draw.AddLine({centre.x, from.y + s * 0.34f}, {centre.x, from.y + s * 0.64f}, theme::card, s * 0.12f);
        draw.AddCircleFilled({centre.x, from.y + s * 0.8f}, s * 0.07f, theme::card);
        break;
    case check::Severity::hint:
        draw.AddCircle(centre, s / 2 - s * 0.06f, color, 0, s * 0.12f);
        draw.AddLine({centre.x, from.y + s * 0.44f}, {centre.x, from.y + s * 0.72f}, color, s * 0.12f);
        draw.AddCircleFilled({centre.x, from.y + s * 0.28f}, s * 0.07f, color);
        break;
    }
}

void card(Frame& frame, const Rect& rect) {
    frame.fill(rect, theme::card, theme::radius);
    frame.outline(rect, theme::line, theme::radius);
}

} // namespace jibiao::ui
