#include "base/words.h"
#include "ui/theme.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float arrow_room = 22;

void draw_arrow(Frame& frame, const Rect& rect, ImU32 color) {
    const float scale = frame.scale;
    const ImVec2 centre{(rect.x + rect.w / 2) * scale, (rect.y + rect.h / 2) * scale};
    const float s = 4.5f * scale;
    ImGui::GetWindowDrawList()->AddTriangleFilled({centre.x - s, centre.y - s / 2},
                                                  {centre.x + s, centre.y - s / 2},
                                                  {centre.x, centre.y + s * 0.7f}, color);
}

void draw_box(Frame& frame, const std::string& id, const Rect& rect, const ChoiceLook& look, bool lit) {
    const ImU32 ink = look.on_bar       ? frame.colors.bar_text
                      : look.arrow_only ? frame.colors.quiet
                                        : frame.colors.ink;
    if (look.on_bar)
        frame.fill(rect, lit ? frame.colors.bar_hover : frame.colors.bar, theme::radius);
    else
        frame.fill(rect, lit ? frame.colors.accent_pale : frame.colors.card, look.framed ? theme::radius : 0);
    if (look.framed)
        frame.outline(rect, look.on_bar ? frame.colors.bar_line : frame.colors.field_line, theme::radius);
    if (frame.has_focus(id))
        frame.outline(rect, look.on_bar ? frame.colors.bar_text : frame.colors.accent, theme::radius, 2);
    if (look.arrow_only)
        return draw_arrow(frame, rect, ink);
    draw_arrow(frame, {rect.x + rect.w - arrow_room - 4, rect.y, arrow_room, rect.h}, ink);
    const TextLook text{theme::text_size, ink};
    frame.text_cut(rect.x + 12, rect.y + (rect.h - frame.line_height(text)) / 2, rect.w - 20 - arrow_room,
                   look.label + look.value, text);
}

constexpr float list_pad = 4;
TextLook option_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}

/// Below the combobox, or above it where there is more room.
Rect list_rect(const Frame& frame, const Frame::OpenChoice& open) {
    float width = open.anchor.w;
    for (const std::string& option : open.options)
        width = std::max(width, frame.text_width(option, option_look(frame)) + 48);
    const Rect& room = frame.room;
    width = std::min(width, room.w - 16);
    const float whole = static_cast<float>(open.options.size()) * frame.control_height() + 2 * list_pad;
    const float below = room.y + room.h - (open.anchor.y + open.anchor.h) - 12;
    const float above = open.anchor.y - room.y - 12;
    const bool is_below = whole <= below || below >= above;
    const float height = std::min(whole, std::max(frame.control_height(), is_below ? below : above));
    const float x = std::clamp(open.anchor.x, room.x + 8, std::max(room.x + 8, room.x + room.w - 8 - width));
    return {x, is_below ? open.anchor.y + open.anchor.h + 4 : open.anchor.y - 4 - height, width, height};
}

std::string option_id(const ViewState& view, std::size_t index) {
    return view.open_choice + "/option/" + std::to_string(index);
}

bool draw_option(Frame& frame, const std::string& id, const std::string& text, const Rect& rect,
                 bool selected) {
    frame.reveal_if_wanted(id, rect);
    frame.node(id, Role::option, text, rect).selected = selected;
    const Frame::Press press = frame.press(id, rect);
    if (selected || press.hovered || frame.has_focus(id))
        frame.fill(rect, selected ? frame.colors.accent_pale : frame.colors.hover);
    if (selected)
        frame.fill({rect.x, rect.y, 3, rect.h}, frame.colors.accent);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, 0, 2);
    const TextLook look = option_look(frame);
    frame.text_cut(rect.x + 14, rect.y + (rect.h - frame.line_height(look)) / 2, rect.w - 22, text, look);
    const bool activated = frame.activated(id);
    return press.clicked || activated;
}

void draw_options(Frame& frame, const Frame::OpenChoice& open, const Rect& rect) {
    const Rect inner{rect.x + 1, rect.y + list_pad, rect.w - 2, rect.h - 2 * list_pad};
    const Frame::Area area = frame.begin_scroll("choice-list", inner, frame.colors.card);
    frame.begin_group("choice-list", Role::list, open.name,
                      {area.x, area.y, area.width, frame.view.heights["choice-list"]});
    std::optional<std::size_t> picked;
    std::size_t first = 0;
    float y = area.y;
    for (std::size_t i = 0; i < open.options.size(); ++i) {
        const bool selected = open.options[i] == open.value;
        first = selected ? i : first;
        const Rect place{area.x, y, area.width, frame.control_height()};
        if (draw_option(frame, option_id(frame.view, i), open.options[i], place, selected))
            picked = i;
        y += place.h;
    }
    frame.end_group();
    frame.end_scroll(area, y);
    if (std::exchange(frame.view.choice_begins, false))
        frame.view.focus_wanted = option_id(frame.view, first);
    if (picked) {
        frame.view.picked_at = frame.view.open_choice;
        frame.view.picked = *picked;
        close_choices(frame.view);
        frame.machine.wake(2);
    }
}

} // namespace

std::string choice_id(std::string_view of) {
    return std::string(choice_prefix).append(of);
}

void open_choices(ViewState& view, std::string id, std::string return_to) {
    view.open_choice = std::move(id);
    view.choice_return = std::move(return_to);
    view.choice_begins = true;
}

void close_choices(ViewState& view) {
    view.open_choice.clear();
    view.focus_wanted = std::exchange(view.choice_return, {});
}

std::optional<std::size_t> choice(Frame& frame, const std::string& id, const Rect& rect,
                                  const ChoiceLook& look, const Options& options) {
    frame.reveal_if_wanted(id, rect);
    const Frame::Press press = frame.press(id, rect);
    const bool activated = frame.activated(id);
    if (press.clicked || activated)
        open_choices(frame.view, id, id);
    const bool open = frame.view.open_choice == id;
    platform::Node& node = frame.node(id, Role::combobox, look.name, rect);
    node.value = look.value;
    node.expanded = open;
    if (look.findings)
        describe(node, *look.findings);
    if (open)
        frame.open_choice = Frame::OpenChoice{rect, look.name, look.value, options()};
    if (frame.is_visible(rect))
        draw_box(frame, id, rect, look, press.hovered || press.held || open);
    if (frame.view.picked_at != id)
        return std::nullopt;
    frame.view.picked_at.clear();
    return frame.view.picked;
}

void draw_open_choice(Frame& frame) {
    if (!frame.open_choice) {
        frame.view.open_choice.clear(); // Its field offers nothing, or has gone.
        return;
    }
    const Frame::OpenChoice open = *frame.open_choice;
    const Rect all{0, 0, frame.width, frame.height};
    frame.begin_overlay("choice-veil", all);
    const bool pressed_beside = frame.press("choice-veil", all).clicked;
    frame.end_overlay();
    const Rect rect = frame.snap(list_rect(frame, open));
    frame.begin_overlay("choice-frame", rect);
    frame.begin_group("choices", Role::dialog, open.name, rect);
    frame.fill(rect, frame.colors.card, theme::radius);
    draw_options(frame, open, rect);
    if (frame.has_focus("choices"))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    else
        frame.outline(rect, frame.colors.quiet, theme::radius);
    frame.end_group();
    frame.end_overlay();
    if (pressed_beside) {
        close_choices(frame.view);
        frame.machine.wake(2);
    }
}

std::optional<std::size_t> field_with_choices(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect,
                                              const std::string& accessible_name, const FieldLook& look,
                                              const Options& options) {
    Rect field = rect;
    Rect arrow = rect;
    if (choices_below(frame, look)) {
        arrow.h = frame.control_height();
        field.h -= arrow.h;
        arrow.y = field.y + field.h;
    } else {
        const float gap = look.framed ? 4.0f : 0.0f;
        arrow.w = choices_width(frame, look) - gap;
        field.w -= arrow.w + gap;
        arrow.x = field.x + field.w + gap;
        arrow.h = look.framed ? std::min(arrow.h, frame.control_height()) : arrow.h;
    }
    text_field(frame, at, cell, field, accessible_name, look);
    return choice(frame, choice_id(frame.id_of(at)), arrow,
                  {.name = fill(tr("选择{1}"), {accessible_name}),
                   .value = cell.text,
                   .arrow_only = true,
                   .framed = look.framed,
                   .findings = &frame.findings_at(at)},
                  options);
}

} // namespace jibiao::ui
