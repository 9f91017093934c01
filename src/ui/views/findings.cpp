#include "check/verdict.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float pad = 12;

TextLook title_look() {
    return {theme::text_size, theme::ink, true};
}
TextLook place_look() {
    return {theme::small_size, theme::quiet};
}
TextLook message_look() {
    return {theme::text_size, theme::ink};
}

struct CardText {
    std::string title;
    std::string place;
};

CardText text_of(const Frame& frame, const check::Finding& finding) {
    const check::Rule* rule = check::find_rule(finding.rule);
    return {std::string(rule ? rule->title : finding.rule),
            place_in_words(frame.state.book(), frame.form, finding.at)};
}

float card_height(const Frame& frame, const check::Finding& finding, const CardText& text, float width) {
    const float inner = width - 2 * pad;
    float height = pad + frame.paragraph_height(inner - 26, text.title, title_look()) +
                   frame.paragraph_height(inner, text.place, place_look()) + 2 +
                   frame.paragraph_height(inner, finding.message, message_look());
    if (finding.fix)
        height += frame.control_height() + 8;
    return height + pad;
}

void draw_card(Frame& frame, const check::Finding& finding, const CardText& text, const std::string& id,
               const Rect& rect) {
    const std::string severity(check::severity_name(finding.severity));
    frame.begin_group(id, Role::listitem, "", rect);
    const std::string go = id + "/go";
    frame.reveal_if_wanted(go, rect);
    frame
        .node(go, Role::button, severity + "：" + text.title + "。" + text.place + "。" + finding.message,
              rect)
        .selected = frame.state.current_finding_at == finding.at;

    // The fix lies on the card and must get its own clicks, so the card's area ends above it.
    const float fix_height = finding.fix ? frame.control_height() + 8 : 0;
    const Frame::Press press = frame.press(go, {rect.x, rect.y, rect.w, rect.h - fix_height - pad});
    const theme::Tint tint = theme::of(finding.severity);
    const bool current = frame.state.current_finding_at == finding.at;
    frame.fill(rect, press.hovered || current ? tint.pale : theme::card, theme::radius);
    frame.outline(rect, current ? tint.strong : theme::line, theme::radius);
    if (frame.has_focus(go))
        frame.outline(rect, theme::accent, theme::radius, 2);
    const float inner = rect.w - 2 * pad;
    const float x = rect.x + pad;
    float y = rect.y + pad;
    severity_icon(frame, x, y + (frame.line_height(title_look()) - 16) / 2, 16, finding.severity);
    y += frame.paragraph(x + 26, y, inner - 26, text.title, title_look());
    y += frame.paragraph(x, y, inner, text.place, place_look()) + 2;
    y += frame.paragraph(x, y, inner, finding.message, message_look()) + 8;
    const bool activated = frame.activated(go);
    if (press.clicked || activated)
        frame.wish(app::GoTo{finding.at});
    if (finding.fix) {
        const std::string label = (finding.fix->safe ? "修复：" : "建议：") + finding.fix->title;
        const float width = std::min(inner, button_width(frame, label));
        if (button(frame, id + "/fix", {x, y, width, frame.control_height()}, label))
            frame.wish(app::ApplyFix{finding.at, *finding.fix});
    }
    frame.end_group();
}

void draw_nothing(Frame& frame, const Frame::Area& area, float y) {
    const bool clean = frame.state.report.findings.empty();
    const std::string text =
        clean ? "没有发现问题，可以上报。" : "已隐藏的严重程度里还有问题，点上面的按钮显示。";
    const TextLook look{theme::text_size, clean ? theme::done : theme::quiet, clean};
    const float height = frame.paragraph(area.x + pad, y, area.width - 2 * pad, text, look);
    frame.node("no-findings", Role::text, text, {area.x + pad, y, area.width - 2 * pad, height});
}

/// Next, previous, fix all.
float draw_tools(Frame& frame, float x, float y, float width) {
    const auto& findings = frame.state.report.findings;
    const auto safe = std::count_if(findings.begin(), findings.end(), [](const check::Finding& finding) {
        return finding.fix && finding.fix->safe;
    });
    const float height = frame.control_height();
    const bool any = !frame.state.shown_findings().empty();
    float at = x;
    const auto place = [&](std::string_view label) {
        const float button_room = button_width(frame, label);
        at += button_room + 6;
        return Rect{at - button_room - 6, y, button_room, height};
    };
    if (button(frame, "previous-finding", place("上一处"), "上一处", {ButtonKind::plain, any}))
        frame.wish(app::NextFinding{true});
    if (button(frame, "next-finding", place("下一处"), "下一处", {ButtonKind::plain, any}))
        frame.wish(app::NextFinding{false});
    const std::string all = "全部修复 " + std::to_string(safe);
    if (safe > 0 && at + button_width(frame, all) <= x + width &&
        button(frame, "fix-all", place(all), all,
               {ButtonKind::primary, true, "修复全部可以自动修复的 " + std::to_string(safe) + " 处"}))
        frame.wish(app::ApplySafeFixes{});
    return height;
}

/// Whether the book may be handed in as it is.
float draw_verdict(Frame& frame, float x, float y, float width) {
    const check::Verdict verdict = verdict_of(frame.state.report, check::BookPhase::submit);
    const std::string text = "上报结论：" + in_words(verdict);
    const TextLook look{theme::text_size,
                        verdict.ready() ? theme::done : theme::of(check::Severity::error).strong, true};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node("verdict", Role::text, text, {x, y, width, height});
    return height;
}

} // namespace

float draw_severity_switches(Frame& frame, float x, float y) {
    const float height = frame.control_height();
    const TextLook look{theme::text_size, theme::ink, true};
    float at = x;
    for (const check::Severity severity :
         {check::Severity::error, check::Severity::warning, check::Severity::hint}) {
        const std::string text = std::string(check::severity_name(severity)) + " " +
                                 std::to_string(frame.state.report.count(severity));
        const std::string id = "severity/" + std::string(check::severity_key(severity));
        const bool shown = frame.state.shown_severities[static_cast<std::size_t>(severity)];
        const float width = 12 + 16 + 6 + frame.text_width(text, look) + 12;
        const Rect rect{at, y, width, height};
        platform::Node& node = frame.node(id, Role::button, text, rect);
        node.toggle = true;
        node.pressed = shown;
        const Frame::Press press = frame.press(id, rect);
        const theme::Tint tint = theme::of(severity);
        frame.fill(rect, shown ? tint.pale : theme::card, theme::radius);
        frame.outline(rect, shown || press.hovered ? tint.strong : theme::line, theme::radius);
        if (frame.has_focus(id))
            frame.outline(rect, theme::accent, theme::radius, 2);
        severity_icon(frame, at + 12, y + (height - 16) / 2, 16, severity);
        TextLook label = look;
        label.color = shown ? tint.strong : theme::quiet;
        frame.text(at + 34, y + (height - frame.line_height(look)) / 2, text, label);
        const bool activated = frame.activated(id);
        if (press.clicked || activated)
            frame.wish(app::ToggleSeverity{severity});
        at += width + 6;
    }
    return at - x;
}

void draw_findings(Frame& frame, const Rect& rect) {
    frame.begin_group("findings", Role::region, "检查结果", rect);
    frame.fill(rect, theme::page);
    frame.fill({rect.x, rect.y, frame.hairline(), rect.h}, theme::line);
    float y = rect.y + pad;
    draw_severity_switches(frame, rect.x + pad, y);
    y += frame.control_height() + 8;
    y += draw_tools(frame, rect.x + pad, y, rect.w - 2 * pad) + 8;
    y += draw_verdict(frame, rect.x + pad, y, rect.w - 2 * pad) + 8;

    const Frame::Area area =
        frame.begin_scroll("findings", {rect.x + 1, y, rect.w - 1, rect.y + rect.h - y}, theme::page);
    float item_y = area.y;
    const auto findings = frame.state.shown_findings();
    if (findings.empty())
        draw_nothing(frame, area, item_y);
    frame.begin_group("finding-list", Role::list, "问题", area.rect);
    // Whoever cannot see the list walks through it, so all of it is there; of very long ones what is near.
    constexpr std::size_t most_listed = 400;
    const bool all_listed = findings.size() <= most_listed;
    std::unordered_map<std::string, int> seen; // The same rule may fire twice at one cell.
    for (const check::Finding* finding : findings) {
        const CardText text = text_of(frame, *finding);
        const float width = area.width - 2 * pad;
        const float height = card_height(frame, *finding, text, width);
        std::string id = "finding/" + std::string(finding->rule) + "/" + frame.id_of(finding->at);
        if (const int again = seen[id]++; again > 0)
            id += "/" + std::to_string(again);
        const Rect place{area.x + pad, item_y, width, height};
        if (all_listed || frame.is_near(place, 0))
            draw_card(frame, *finding, text, id, place);
        item_y += height + 8;
    }
    frame.end_group();
    frame.end_scroll(area, item_y + pad);
    frame.end_group();
}

} // namespace jibiao::ui
