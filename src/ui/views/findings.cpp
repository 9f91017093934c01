#include "app/commands.h"
#include "base/hash.h"
#include "base/words.h"
#include "check/verdict.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <utility>

namespace jibiao::ui {
namespace {

constexpr float pad = finding_pad;
constexpr check::Severity severities[] = {check::Severity::error, check::Severity::warning,
                                          check::Severity::hint};

/// Of what the cards say, in the order of the report; 0 where nobody asked yet.
std::vector<float>& heights_of_texts(Frame& frame, float inner) {
    return frame.view.finding_heights.get(frame.state, bits_of(inner, frame.scale), [&frame] {
        return std::vector<float>(frame.state.report.findings.size());
    });
}

float measured_text(const Frame& frame, const check::Finding& finding, const FindingText& text, float inner) {
    return frame.paragraph_height(inner - 26, text.title, finding_title_look(frame)) +
           frame.paragraph_height(inner, text.place, finding_place_look(frame)) + 2 +
           frame.paragraph_height(inner, finding.message, finding_message_look(frame));
}

/// What it says decides: after a key most findings say what they said before, and measuring is slow.
float text_height(Frame& frame, const check::Finding& finding, const FindingText& text, float inner) {
    constexpr std::size_t most_remembered = 8192; // A power of two.
    Hash said(bits_of(inner, frame.scale));
    for (const std::string_view part :
         {text.title, std::string_view(text.place), std::string_view(finding.message)})
        said.add_bytes(part.data(), part.size());
    frame.view.card_heights.resize(most_remembered);
    CardHeight& known = frame.view.card_heights[said.value() % most_remembered];
    if (known.said != said.value())
        known = {said.value(), measured_text(frame, finding, text, inner)};
    return known.height;
}

void draw_face(Frame& frame, const check::Finding& finding, const FindingText& text, const Rect& rect,
               bool hovered) {
    const theme::Tint tint = frame.colors.of(finding.severity);
    const bool current = frame.state.current_finding_at == finding.at;
    frame.fill(rect, hovered || current ? tint.pale : frame.colors.card, theme::radius);
    frame.outline(rect, current ? tint.strong : frame.colors.line, theme::radius);
    if (frame.has_focus(text.id + "/go"))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const float inner = rect.w - 2 * pad;
    const float x = rect.x + pad;
    float y = rect.y + pad;
    severity_icon(frame, x, y + (frame.line_height(finding_title_look(frame)) - 16) / 2, 16,
                  finding.severity);
    y += frame.paragraph(x + 26, y, inner - 26, text.title, finding_title_look(frame));
    y += frame.paragraph(x, y, inner, text.place, finding_place_look(frame)) + 2;
    frame.paragraph(x, y, inner, finding.message, finding_message_look(frame));
}

void draw_card(Frame& frame, const check::Finding& finding, const FindingText& text, const Rect& rect) {
    const std::string& id = text.id;
    frame.begin_group(id, Role::listitem, "", rect);
    const std::string go = id + "/go";
    frame.reveal_if_wanted(go, rect);
    frame.node(go, Role::button, spoken(finding, text), rect).selected =
        frame.state.current_finding_at == finding.at;

    // The actions lie on the card and must get their own clicks, so the card's area ends above them.
    const float inner = rect.w - 2 * pad;
    const float actions = finding_actions_height(frame, id, inner);
    const float actions_y = rect.y + rect.h - pad - actions;
    const Frame::Press press = frame.press(go, {rect.x, rect.y, rect.w, actions_y - rect.y});
    if (frame.is_visible(rect))
        draw_face(frame, finding, text, rect, press.hovered);
    const bool activated = frame.activated(go);
    if (press.clicked || activated)
        frame.wish(app::GoTo{finding.at});
    draw_finding_actions(frame, finding, id, text, rect.x + pad, actions_y, inner);
    frame.end_group();
}

/// Returns the y below.
float draw_nothing(Frame& frame, const Frame::Area& area, float y) {
    const bool clean = frame.state.report.findings.empty();
    const std::string_view text =
        clean ? tr("没有发现问题，可以上报。") : tr("已隐藏的严重程度里还有问题，点上面的按钮显示。");
    const TextLook look{theme::text_size, clean ? frame.colors.done : frame.colors.quiet, clean};
    const float height = frame.paragraph(area.x + pad, y, area.width - 2 * pad, text, look);
    frame.node("no-findings", Role::text, text, {area.x + pad, y, area.width - 2 * pad, height});
    return y + height + 8;
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
    if (button(frame, "previous-finding", place(tr("上一处")), tr("上一处"),
               {ButtonKind::plain, any, {}, app::command("previous-finding").keys}))
        frame.wish(app::NextFinding{true});
    if (button(frame, "next-finding", place(tr("下一处")), tr("下一处"),
               {ButtonKind::plain, any, {}, app::command("next-finding").keys}))
        frame.wish(app::NextFinding{false});
    const std::string all = fill(tr("全部修复 {1}"), {std::to_string(safe)});
    if (safe > 0 && at + button_width(frame, all) <= x + width &&
        button(frame, "fix-all", place(all), all,
               {ButtonKind::primary, true,
                fill(tr("修复全部可以自动修复的 {1} 处，先看会改什么"), {std::to_string(safe)})}))
        open_fix_preview(frame.view);
    return height;
}

/// Whether the book may be handed in as it is.
float draw_verdict(Frame& frame, float x, float y, float width) {
    const check::Verdict verdict = verdict_of(frame.state.report, app::judged_phase);
    const std::string text = with_colon(tr("上报结论"), in_words(verdict));
    const TextLook look{theme::text_size,
                        verdict.ready() ? frame.colors.done : frame.colors.of(check::Severity::error).strong,
                        true};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node("verdict", Role::text, text, {x, y, width, height});
    return height;
}

/// Which of the two lists is shown. Returns the y below.
float draw_lists(Frame& frame, float x, float y) {
    bool& comments = frame.view.comments_open;
    const auto offer = [&](const char* id, std::string_view label, std::size_t count, bool shows_comments) {
        const std::string text = std::string(label) + " " + std::to_string(count);
        const ToggleLook look{comments == shows_comments, frame.colors.hint};
        const float width = toggle_width(frame, text, look);
        if (toggle_button(frame, id, {x, y, width, frame.control_height()}, text, look)) {
            comments = shows_comments;
            frame.machine.wake(2);
        }
        x += width + 6;
    };
    offer("show-problems", tr("检查"), frame.state.report.findings.size(), false);
    offer("show-comments", tr("批注"), app::count_waiting(frame.state.threads), true);
    return y + frame.control_height() + 8;
}

void draw_said(Frame& frame, const Rect& rect) {
    if (const platform::Later* later = frame.machine.later())
        return draw_comments(*later, frame, rect);
    draw_awaiting(frame, rect);
}

/// Returns the y below.
float draw_above_list(Frame& frame, const Rect& rect, float y) {
    y = draw_severity_switches(frame, rect.x + pad, y, rect.w - 2 * pad) + 8;
    if (const platform::Later* later = frame.machine.later())
        draw_filter(*later, frame, rect.x + pad, y, rect.w - 2 * pad);
    y += filter_height(frame) + 8;
    y += draw_tools(frame, rect.x + pad, y, rect.w - 2 * pad) + 8;
    return y + draw_verdict(frame, rect.x + pad, y, rect.w - 2 * pad) + 8;
}

} // namespace

FindingText text_of(const Frame& frame, const check::Finding& finding) {
    return {rule_title(finding), place_in_words(frame.state.book(), frame.form, finding.at), {}};
}

const std::vector<FindingText>& finding_texts(Frame& frame) {
    return frame.view.finding_texts.get(frame.state, 0, [&frame] {
        std::vector<FindingText> texts;
        PlacesInWords places(frame.state.book(), frame.form, frame.row_places());
        const check::Finding* before = nullptr;
        int again = 0; // The same rule may fire twice at one cell.
        for (const check::Finding& finding : frame.state.report.findings) {
            again = before && before->at == finding.at && before->order == finding.order ? again + 1 : 0;
            before = &finding;
            std::string id = "finding/" + std::string(finding.rule) + "/" + frame.id_of(finding.at);
            if (again > 0)
                id += "/" + std::to_string(again);
            texts.push_back({rule_title(finding), places.of(finding.at), std::move(id)});
        }
        return texts;
    });
}

std::string spoken(const check::Finding& finding, const FindingText& text) {
    return fill(tr("{1}：{2}。{3}。{4}"),
                {tr(check::severity_name(finding.severity)), text.title, text.place, finding.message});
}

float draw_severity_switches(Frame& frame, float x, float y, float width) {
    constexpr const char* counted[] = {word("提示 {1}"), word("警告 {1}"), word("错误 {1}")};
    Flow flow(frame, x, y, width);
    for (const check::Severity severity : severities) {
        const std::string text = fill(tr(counted[static_cast<std::size_t>(severity)]),
                                      {std::to_string(frame.state.report.count(severity))});
        const ToggleLook look{frame.state.shown_severities[static_cast<std::size_t>(severity)],
                              frame.colors.of(severity), severity};
        if (toggle_button(frame, "severity/" + std::string(check::severity_key(severity)),
                          flow.place(toggle_width(frame, text, look)), text, look))
            frame.wish(app::ToggleSeverity{severity});
    }
    return flow.below();
}

void say_counts(Frame& frame) {
    ViewState& view = frame.view;
    std::array<std::size_t, 3> counts{};
    for (const check::Severity severity : severities)
        counts[static_cast<std::size_t>(severity)] = frame.state.report.count(severity);
    if (counts != view.said_counts && !view.typing && !frame.state.checking) {
        view.said.clear();
        for (const check::Severity severity : severities) {
            const std::size_t now = counts[static_cast<std::size_t>(severity)];
            const std::size_t before = view.said_counts.value_or(counts)[static_cast<std::size_t>(severity)];
            if (now == 0 && before == 0)
                continue;
            view.said += view.said.empty() ? "" : tr("，");
            view.said += std::string(tr(check::severity_name(severity))) + " " + std::to_string(now);
            if (now < before)
                view.said += fill(tr("（少 {1}）"), {std::to_string(before - now)});
            else if (now > before)
                view.said += fill(tr("（多 {1}）"), {std::to_string(now - before)});
        }
        view.said_counts = counts;
    }
    frame.node("counts", Role::status, view.said, {frame.room.x, frame.room.y, 1, 1});
}

void draw_findings(Frame& frame, const Rect& rect) {
    frame.begin_group("findings", Role::region, tr("检查结果"), rect);
    frame.fill({rect.x, rect.y, frame.hairline(), rect.h}, frame.colors.line);
    if (frame.state.checking) {
        const Rect place{rect.x + pad, rect.y + pad, rect.w - 2 * pad, 0};
        frame.paragraph(place.x, place.y, place.w, tr("正在检查…"), {theme::text_size, frame.colors.quiet});
        frame.node("checking", Role::text, tr("正在检查…"), place);
        return frame.end_group();
    }
    const bool only_list = frame.has_soft_keyboard && rect.h < 320; // A reason is being written in it.
    float y = only_list ? rect.y : draw_lists(frame, rect.x + pad, rect.y + pad);
    if (frame.view.comments_open) {
        draw_said(frame, {rect.x + 1, y, rect.w - 1, rect.y + rect.h - y});
        return frame.end_group();
    }
    y = only_list ? y : draw_above_list(frame, rect, y);
    const Frame::Area area = frame.begin_scroll("findings", {rect.x + 1, y, rect.w - 1, rect.y + rect.h - y});
    float item_y = area.y;
    const auto findings = frame.state.shown_findings();
    if (findings.empty())
        item_y = draw_nothing(frame, area, item_y);
    const Rect whole{area.x, area.y, area.width, frame.view.heights["findings"]};
    frame.begin_group("finding-list", Role::list, tr("问题"), whole);
    const bool all_listed = findings.size() <= Frame::most_listed;
    const auto& texts = finding_texts(frame);
    const float width = area.width - 2 * pad;
    const float inner = width - 2 * pad;
    auto& heights = heights_of_texts(frame, inner);
    const auto current = frame.state.current_finding_at;
    bool follows = std::exchange(frame.view.listed_at, current) != current;
    for (const check::Finding* finding : findings) {
        const auto number = static_cast<std::size_t>(finding - frame.state.report.findings.data());
        const FindingText& text = texts[number];
        if (heights[number] == 0)
            heights[number] = text_height(frame, *finding, text, inner);
        const float height = heights[number] + finding_actions_height(frame, text.id, inner) + 2 * pad;
        const Rect place{area.x + pad, item_y, width, height};
        if (follows && finding->at == current) {
            frame.bring_into_view(place);
            follows = false;
        }
        if (all_listed || frame.is_near(place, 0))
            draw_card(frame, *finding, text, place);
        item_y += height + 8;
    }
    frame.end_group();
    if (const platform::Later* later = frame.machine.later())
        item_y = draw_suppressed(*later, frame, whole, area.x + pad, item_y, area.width - 2 * pad);
    frame.end_scroll(area, item_y + pad);
    frame.end_group();
}

} // namespace jibiao::ui
