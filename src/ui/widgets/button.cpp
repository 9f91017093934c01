#include "ui/theme.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

struct Colors {
    ImU32 fill;
    ImU32 line;
    ImU32 text;
};

Colors colors_of(const Frame& frame, const ButtonLook& look, const Frame::Press& press) {
    const bool lit = look.enabled && (press.hovered || press.held);
    switch (look.kind) {
    case ButtonKind::primary:
        return {look.enabled ? (lit ? frame.colors.primary_hover : frame.colors.primary)
                             : frame.colors.primary_off,
                0, look.enabled ? frame.colors.primary_text : frame.colors.quiet};
    case ButtonKind::on_bar:
        return {lit ? frame.colors.bar_hover : 0, 0,
                look.enabled ? frame.colors.bar_text : frame.colors.bar_off};
    case ButtonKind::quiet:
        return {lit ? frame.colors.hover : 0, 0, look.enabled ? frame.colors.accent : frame.colors.off};
    case ButtonKind::plain:
        break;
    }
    if (look.pressed.value_or(false))
        return {frame.colors.accent_pale, frame.colors.accent, frame.colors.accent};
    return {lit ? frame.colors.accent_pale : frame.colors.card,
            look.enabled ? frame.colors.field_line : frame.colors.line,
            look.enabled ? frame.colors.ink : frame.colors.off};
}

/// Filled buttons have the ring's colour already, so theirs lies within.
void draw_ring(Frame& frame, const Rect& rect, ButtonKind kind) {
    if (kind == ButtonKind::primary)
        frame.outline({rect.x + 2, rect.y + 2, rect.w - 4, rect.h - 4}, frame.colors.primary_text,
                      theme::radius - 2, 2);
    else
        frame.outline(rect, kind == ButtonKind::on_bar ? frame.colors.bar_text : frame.colors.accent,
                      theme::radius, 2);
}

constexpr float hint_gap = 6;

} // namespace

float button_width(const Frame& frame, std::string_view label, std::string_view hint) {
    const float behind = hint.empty() ? 0 : hint_gap + frame.text_width(hint, {theme::small_size});
    return frame.text_width(label, {theme::text_size}) + behind + 2 * (frame.coarse ? 16.0f : 12.0f);
}

bool button(Frame& frame, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look) {
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(
        id, Role::button, look.accessible_name.empty() ? std::string(label) : look.accessible_name, rect);
    node.disabled = !look.enabled;
    node.shortcut = look.keys;
    node.toggle = look.pressed.has_value();
    node.pressed = look.pressed.value_or(false);
    if (!frame.is_visible(rect))
        return frame.activated(id) && look.enabled;
    const Frame::Press press = frame.press(id, rect);
    const Colors colors = colors_of(frame, look, press);
    if (colors.fill)
        frame.fill(rect, colors.fill, theme::radius);
    if (colors.line)
        frame.outline(rect, colors.line, theme::radius);
    if (frame.has_focus(id))
        draw_ring(frame, rect, look.kind);
    const TextLook text{theme::text_size, colors.text};
    const ImU32 quiet = look.kind == ButtonKind::on_bar ? frame.colors.bar_quiet : frame.colors.quiet;
    const TextLook small{theme::small_size, look.enabled ? quiet : colors.text};
    const float behind = look.hint.empty() ? 0 : hint_gap + frame.text_width(look.hint, small);
    const float text_width = frame.text_width(label, text);
    const float x = rect.x + std::max(4.0f, (rect.w - text_width - behind) / 2);
    frame.text_cut(x, rect.y + (rect.h - frame.line_height(text)) / 2, rect.w - 8, label, text);
    if (behind > 0)
        frame.text(x + text_width + hint_gap, rect.y + (rect.h - frame.line_height(small)) / 2 + 1, look.hint,
                   small);
    const bool activated = frame.activated(id);
    return look.enabled && (press.clicked || activated);
}

void heading(Frame& frame, const std::string& id, float x, float y, float width, std::string_view text,
             int level, const TextLook& look) {
    frame.reveal_if_wanted(id, {x, y, width, frame.line_height(look)});
    frame.node(id, Role::heading, std::string(text), {x, y, width, frame.line_height(look)}).level = level;
    frame.text_cut(x, y, width, text, look);
    if (frame.has_focus(id)) { // After a jump.
        const float seen = std::min(width, frame.text_width(text, look));
        frame.outline({x - 6, y - 3, seen + 12, frame.line_height(look) + 6}, look.color, theme::radius, 2);
    }
}

void severity_icon(Frame& frame, float x, float y, float size, check::Severity severity) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 color = frame.colors.of(severity).strong;
    const float s = size * frame.scale;
    const ImVec2 from{x * frame.scale, y * frame.scale};
    const ImVec2 centre{from.x + s / 2, from.y + s / 2};
    switch (severity) {
    case check::Severity::error: {
        const float arm = s * 0.18f;
        draw.AddCircleFilled(centre, s / 2, color);
        draw.AddLine({centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}, frame.colors.card,
                     s * 0.12f);
        draw.AddLine({centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}, frame.colors.card,
                     s * 0.12f);
        break;
    }
    case check::Severity::warning:
        draw.AddTriangleFilled({centre.x, from.y}, {from.x + s, from.y + s * 0.95f},
                               {from.x, from.y + s * 0.95f}, color);
        draw.AddLine({centre.x, from.y + s * 0.34f}, {centre.x, from.y + s * 0.64f}, frame.colors.card,
                     s * 0.12f);
        draw.AddCircleFilled({centre.x, from.y + s * 0.8f}, s * 0.07f, frame.colors.card);
        break;
    case check::Severity::hint:
        draw.AddCircle(centre, s / 2 - s * 0.06f, color, 0, s * 0.12f);
        draw.AddLine({centre.x, from.y + s * 0.44f}, {centre.x, from.y + s * 0.72f}, color, s * 0.12f);
        draw.AddCircleFilled({centre.x, from.y + s * 0.28f}, s * 0.07f, color);
        break;
    }
}

void card(Frame& frame, const Rect& rect) {
    frame.fill(rect, frame.colors.card, theme::radius);
    frame.outline(rect, frame.colors.line, theme::radius);
}

} // namespace jibiao::ui
