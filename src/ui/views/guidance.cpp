#include "app/guidance.h"

#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float guidance_pad = 12;
constexpr float guidance_gap = 8;

std::string guidance_id(std::string_view part) {
    return std::string(guidance_prefix) + "/" + std::string(part);
}

TextLook guidance_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}
TextLook guidance_quiet_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}

float head_height(const Frame& frame) {
    return frame.control_height() + 8;
}

/// An example stands on a ground of its own: it is shown, not offered.
float draw_part(Frame& frame, const app::GuidancePart& part, const std::string& id, float x, float y,
                float width) {
    const bool is_example = part.heading == "示例";
    const TextLook title{theme::small_size, frame.colors.quiet, true};
    heading(frame, id, x, y, width, tr(part.heading), 3, title);
    y += frame.line_height(title) + 2;
    const float inset = is_example ? guidance_gap : 0;
    const float inner = width - 2 * inset;
    const float height = frame.paragraph_height(inner, part.text, guidance_look(frame));
    if (is_example)
        frame.fill({x, y, width, height + 2 * inset}, frame.colors.page, theme::radius);
    frame.paragraph(x + inset, y + inset, inner, part.text, guidance_look(frame));
    frame.node(id + "/text", Role::text, part.text, {x + inset, y + inset, inner, height});
    return y + height + 2 * inset + guidance_gap;
}

/// Each leads to its page; as many in a row as there is room for.
float draw_rules(Frame& frame, const app::Guidance& guidance, float x, float y, float width) {
    if (!guidance.rules.empty()) {
        const TextLook title{theme::small_size, frame.colors.quiet, true};
        heading(frame, guidance_id("rules"), x, y, width, tr("检查这一栏的规则"), 3, title);
        Flow flow(frame, x, y + frame.line_height(title) + 2, width);
        for (const std::string& id : guidance.rules) {
            const std::string_view called = rule_title(id);
            const Rect place = flow.place(std::min(width, button_width(frame, called)));
            if (button(frame, guidance_id("rule/" + id), place, called,
                       {.kind = ButtonKind::quiet, .accessible_name = fill(tr("规则说明：{1}"), {called})}))
                open_rule_page(frame.view, id);
        }
        y = flow.below() + 2;
    }
    const std::string others =
        fill(tr("另有 {1} 条规则检查所有文字"), {std::to_string(guidance.rules_for_all)});
    const float height = frame.paragraph(x, y, width, others, guidance_quiet_look(frame));
    frame.node(guidance_id("others"), Role::text, others, {x, y, width, height});
    return y + height + guidance_gap;
}

float draw_line(Frame& frame, const std::string& text, float x, float y, float width) {
    const float height = frame.paragraph(x, y, width, text, guidance_quiet_look(frame));
    frame.node(guidance_id("waits"), Role::status, text, {x, y, width, height});
    return y + height + guidance_gap;
}

/// Nothing to say yet: it is on its way, or did not come, or nobody is in a field.
float draw_absence(Frame& frame, float x, float y, float width) {
    const app::GuidanceText& known = frame.state.guidance;
    if (known.failure.empty()) {
        if (!known.is_coming)
            frame.wish(app::FetchGuidance{});
        return draw_line(frame, std::string(tr("正在加载…")), x, y, width);
    }
    y = draw_line(frame, std::string(tr(known.failure)), x, y, width);
    const Rect again{x, y, button_width(frame, tr("再试一次")), frame.control_height()};
    if (button(frame, guidance_id("again"), again, tr("再试一次")))
        frame.wish(app::FetchGuidance{});
    return y + again.h + guidance_gap;
}

float draw_body(Frame& frame, const app::Guidance& guidance, float x, float y, float width) {
    if (frame.state.guidance.text.empty())
        return draw_absence(frame, x, y, width);
    if (guidance.label.empty())
        return draw_line(frame, std::string(tr("把光标放到要填的栏目里，这里就说明它怎么填。")), x, y, width);
    for (std::size_t i = 0; i < guidance.parts.size(); ++i)
        y = draw_part(frame, guidance.parts[i], guidance_id("part/" + std::to_string(i)), x, y, width);
    return draw_rules(frame, guidance, x, y, width);
}

app::Guidance guidance_here(const platform::Later& later, const Frame& frame) {
    const auto at = frame.state.current_finding_at;
    const app::State& state = frame.state;
    if (state.guidance.text.empty() || !at || !find_cell(state.book(), *at))
        return {};
    return app::guidance_for(later, state.guidance.text, state.book(), frame.form, frame.knowledge.profile,
                             *at);
}

void draw_guidance_head(Frame& frame, const std::string& title, const Rect& rect) {
    const TextLook look{theme::text_size, frame.colors.ink, true};
    const float side = frame.control_height();
    const float width = rect.w - guidance_pad - side - 8;
    heading(frame, guidance_id("title"), rect.x + guidance_pad,
            rect.y + (rect.h - frame.line_height(look)) / 2, width, title, 2, look);
    const Rect cross{rect.x + rect.w - side - 4, rect.y + (rect.h - side) / 2, side, side};
    if (button(frame, guidance_id("close"), cross, "×",
               {.kind = ButtonKind::quiet,
                .accessible_name = std::string(tr("关闭填写说明")),
                .keys = app::command("guidance").keys})) {
        close_guidance(frame.view, frame.state);
        frame.machine.wake(2);
    }
}

constexpr float mark_size = 18;

void draw_mark(Frame& frame, const std::string& id, const Rect& round) {
    const TextLook look{theme::small_size, frame.colors.accent, true};
    frame.fill(round, frame.is_under_pointer(round) ? frame.colors.accent_pale : frame.colors.card,
               mark_size / 2);
    frame.outline(round, frame.colors.accent, mark_size / 2, frame.has_focus(id) ? 2 : 1);
    frame.text(round.x + (round.w - frame.text_width("?", look)) / 2,
               round.y + (round.h - frame.line_height(look)) / 2, "?", look);
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

} // namespace

float guidance_height(const Frame& frame, float most) {
    const auto known = frame.view.heights.find(std::string(guidance_prefix));
    const float content = known == frame.view.heights.end() ? most : known->second;
    return std::min(content + head_height(frame) + 2, most * 0.45f);
}

void draw_guidance(const platform::Later& later, Frame& frame, const Rect& rect) {
    const app::Guidance guidance = guidance_here(later, frame);
    const std::string name(tr("填写说明"));
    frame.begin_group(guidance_id("region"), Role::region, name, rect);
    frame.fill(frame.to_edges(rect), frame.colors.card);
    frame.fill(frame.to_edges({rect.x, rect.y, rect.w, 2}), frame.colors.accent);
    const float head = head_height(frame);
    draw_guidance_head(frame, guidance.label.empty() ? name : with_colon(name, guidance.label),
                       {rect.x, rect.y + 2, rect.w, head});
    const std::string id(guidance_prefix);
    const float before = frame.view.heights[id];
    const Frame::Area area =
        frame.begin_scroll(id, {rect.x, rect.y + 2 + head, rect.w, rect.h - head - 2}, frame.colors.card);
    frame.end_scroll(
        area, draw_body(frame, guidance, area.x + guidance_pad, area.y, area.width - 2 * guidance_pad));
    if (frame.view.heights[id] != before)
        frame.machine.wake(2);
    frame.end_group();
}

void draw_guidance_mark(const platform::Later&, Frame& frame, const Rect& room, const Rect& covered) {
    const auto label = frame.view.label_at;
    if (!label || frame.view.guidance_open || !frame.view.open_choice.empty() || !frame.view.dialog.empty())
        return;
    // At the right end of a head, in front of any other label; with touch over the label, which takes no
    // taps.
    const float side = frame.coarse ? frame.control_height() : mark_size;
    const float x = frame.view.label_is_head ? label->x + label->w - side - 1 : label->x - mark_size + 1;
    const float y = frame.view.label_is_head
                        ? label->y + std::min(1.0f, label->h - side) // Not over the first row.
                        : label->y + (std::min(label->h, frame.control_height()) - side) / 2;
    const Rect rect = frame.snap({x, y, side, side});
    if (rect.y < room.y || rect.y + side > room.y + room.h || x < room.x || x + side > room.x + room.w ||
        overlap(rect, covered))
        return;
    const std::string id = guidance_id("mark");
    frame.begin_overlay(id, rect);
    platform::Node& node = frame.node(id, Role::button, std::string(tr("填写说明")), rect);
    node.shortcut = app::command("guidance").keys;
    draw_mark(frame, id,
              frame.view.label_is_head ? Rect{x + side - mark_size, y, mark_size, mark_size}
                                       : Rect{x, y + (side - mark_size) / 2, mark_size, mark_size});
    const bool activated = frame.activated(id);
    if (frame.press(id, rect).clicked || activated) {
        open_guidance(frame.view, frame.state);
        frame.machine.wake(2);
    }
    frame.end_overlay();
}

void open_guidance(ViewState& view, const app::State& state) {
    view.guidance_open = true;
    if (state.current_finding_at) // What comes at the foot must not cover it.
        view.reveal = node_id(*state.current_finding_at, state.document.generation());
    if (view.focused.starts_with(guidance_prefix)) // The mark, which goes.
        view.focus_wanted = view.reveal;
}

void close_guidance(ViewState& view, const app::State& state) {
    view.guidance_open = false;
    if (state.current_finding_at && view.focused.starts_with(guidance_prefix))
        view.focus_wanted = node_id(*state.current_finding_at, state.document.generation());
}

} // namespace jibiao::ui
