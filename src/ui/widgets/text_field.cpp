#include "ui/theme.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>

namespace jibiao::ui {
namespace {

float pad_y(const Frame& frame) {
    return frame.coarse ? 10.5f : 6;
}

bool is_dense(const Frame& frame, const FieldLook& look) {
    return look.dense && !frame.coarse;
}
float pad_x_of(const Frame& frame, const FieldLook& look) {
    return is_dense(frame, look) ? 6 : 8;
}
TextLook text_look(const Frame& frame, const FieldLook& look) {
    const float size = frame.coarse ? theme::touch_text_size : theme::text_size;
    return {is_dense(frame, look) ? theme::dense_size : size, theme::ink, look.bold};
}

/// All messages at the cell, for screen readers.
std::string description_of(const std::vector<const check::Finding*>& findings) {
    std::string text;
    for (const check::Finding* finding : findings) {
        if (!text.empty())
            text += "\n";
        text += std::string(check::severity_name(finding->severity)) + "：" + finding->message;
    }
    return text;
}

struct Border {
    ImU32 color;
    float thickness;
};

Border border_of(const Frame& frame, const std::string& id,
                 const std::vector<const check::Finding*>& findings) {
    if (frame.has_focus(id))
        return {theme::accent, 2};
    return {findings.empty() ? theme::field_line : theme::of(findings.front()->severity).strong, 1};
}

/// A cell with findings has a bar at its left and a tint, gravest first.
void mark(Frame& frame, const Rect& rect, const std::vector<const check::Finding*>& findings) {
    if (findings.empty())
        return;
    const theme::Tint tint = theme::of(findings.front()->severity);
    frame.fill({rect.x + 2, rect.y + 5, 3, rect.h - 10}, tint.strong, 1.5f);
}

void draw_text(Frame& frame, const Rect& rect, std::string_view text, const FieldLook& look) {
    const float pad_x = pad_x_of(frame, look);
    TextLook style = text_look(frame, look);
    if (text.empty()) {
        style.color = theme::quiet;
        frame.text_cut(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, look.placeholder, style);
    } else if (look.multiline) {
        frame.paragraph(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, text, style);
    } else {
        frame.text_cut(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, text, style);
    }
}

/// What a field shows, and who is told of what is done to it.
struct Edited {
    std::string id;
    const std::string& text;
    const std::vector<const check::Finding*>& findings;
    std::function<void()> begin;
    std::function<void(const std::string& text, bool done)> type;
};

/// A line break that is there already stays, and with it the way to type more.
bool holds_line_breaks(const FieldLook& look, std::string_view text) {
    return look.multiline && (!look.one_line || text.find('\n') != std::string_view::npos);
}

/// Desktop: ImGui edits the one field that is being typed in.
void edit_with_imgui(Frame& frame, const Edited& edited, const Rect& rect, const FieldLook& look) {
    std::string& text = frame.view.typing_text;
    frame.view.typing_drawn = true;
    const float pad_x = pad_x_of(frame, look);
    const float scale = frame.scale;
    ImGui::SetCursorScreenPos({rect.x * scale, rect.y * scale});
    const TextLook style = text_look(frame, look);
    // ImGui's lines are as high as the text, ours have room around it.
    const float above = std::floor((frame.line_height(style) - frame.font_size(style)) * scale / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(pad_x * scale, pad_y(frame) * scale + above));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0); // The field has been drawn.
    if (frame.view.typing_begins)
        ImGui::SetKeyboardFocusHere();
    const std::string label = "##" + edited.id;
    const bool changed = frame.edit_text(
        {label.c_str(), text, {rect.w * scale, rect.h * scale}, holds_line_breaks(look, text)});
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (changed)
        edited.type(text, false);
    const bool left = !frame.view.typing_begins && !ImGui::IsItemActive();
    frame.view.typing_begins = false;
    if (left) {
        edited.type(text, true);
        frame.view.typing_node.clear();
        if (frame.has_focus(edited.id))
            frame.view.focused.clear();
    }
}

void begin_typing_on_click(Frame& frame, const Edited& edited, const Rect& rect) {
    const bool clicked = frame.press(edited.id, rect).clicked;
    if (!clicked && !frame.activated(edited.id))
        return;
    frame.view.typing_node = edited.id;
    frame.view.typing_drawn = true;
    frame.view.typing_text = edited.text;
    frame.view.typing_begins = true;
    frame.view.focused = edited.id;
    edited.begin();
}

void draw_field(Frame& frame, const Edited& edited, const Rect& wanted, std::string accessible_name,
                const FieldLook& look) {
    const Rect rect = frame.snap(wanted);
    const std::string& id = edited.id;
    const auto& findings = edited.findings;
    frame.reveal_if_wanted(id, rect);

    platform::Node& node = frame.node(id, Role::textbox, std::move(accessible_name), rect);
    node.value = edited.text;
    node.description = description_of(findings);
    node.invalid = !findings.empty() && findings.front()->severity == check::Severity::error;
    node.multiline = look.multiline;
    node.one_line = look.multiline && !holds_line_breaks(look, edited.text);
    node.numeric = look.numeric;
    node.required = look.required;
    node.takes_table = look.takes_table;
    const ImU32 background = findings.empty() ? theme::card : theme::of(findings.front()->severity).pale;
    const TextLook style = text_look(frame, look);
    node.style = {.font_size = frame.font_size(style),
                  .line_height = frame.line_height(style),
                  .pad_x = pad_x_of(frame, look),
                  .pad_y = pad_y(frame),
                  .bold = look.bold,
                  .color = theme::ink,
                  .background = background};

    if (!frame.is_visible(rect))
        return;
    frame.fill(rect, background, look.framed ? theme::radius : 0);
    mark(frame, rect, findings);
    const Border border = border_of(frame, id, findings);
    if (look.framed || frame.has_focus(id))
        frame.outline(rect, border.color, theme::radius, border.thickness);

    if (frame.machine.has_native_text_fields()) {
        if (!frame.has_focus(id))
            draw_text(frame, rect, edited.text, look);
        return;
    }
    if (frame.view.typing_node == id && frame.edit_text)
        return edit_with_imgui(frame, edited, rect, look);
    draw_text(frame, rect, edited.text, look);
    begin_typing_on_click(frame, edited, rect);
}

} // namespace

float choices_width(const Frame& frame, const FieldLook& look) {
    if (!look.offers || choices_below(frame, look))
        return 0;
    return look.framed ? frame.control_height() + 4 : 20;
}

bool choices_below(const Frame& frame, const FieldLook& look) {
    return look.offers && look.dense && frame.coarse;
}

float field_height(const Frame& frame, std::string_view text, float width, const FieldLook& look) {
    const float room = width - 2 * pad_x_of(frame, look) - choices_width(frame, look);
    const float lines = look.multiline ? frame.paragraph_height(room, text, text_look(frame, look))
                                       : frame.line_height(text_look(frame, look));
    const float below = choices_below(frame, look) ? frame.control_height() : 0;
    return std::max(lines + 2 * pad_y(frame), frame.control_height()) + below;
}

void text_field(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect, std::string accessible_name,
                const FieldLook& look) {
    const Edited edited{frame.id_of(at), cell.text, frame.findings_at(at),
                        [&] { frame.wish(app::BeginTyping{at}); },
                        [&](const std::string& text, bool done) {
                            frame.wish(app::SetCell{at, text, done});
                        }};
    draw_field(frame, edited, rect, std::move(accessible_name), look);
}

void draft_field(Frame& frame, const Rect& rect, std::string accessible_name, const FieldLook& look) {
    ViewState& view = frame.view;
    const Edited edited{view.draft_node,
                        view.draft,
                        {},
                        [] {},
                        [&view](const std::string& text, bool) { view.draft = text; }};
    draw_field(frame, edited, rect, std::move(accessible_name), look);
}

} // namespace jibiao::ui
