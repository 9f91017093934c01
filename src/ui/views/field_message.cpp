#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float told_pad = 10;
constexpr float told_gap = 6;
constexpr float told_width = 460;
constexpr float told_apart = 4; ///< From the cell.
constexpr std::string_view told_box = "field-message";

using ToldFindings = std::vector<const check::Finding*>;

/// Where the cell with the keyboard is seen, with what belongs to it.
std::optional<Rect> place_of_cell(const Frame& frame, const std::string& cell) {
    std::optional<Rect> place;
    const std::string choices = choice_id(cell);
    for (const platform::Node& node : frame.tree()) {
        if ((node.id != cell && node.id != choices && node.id != "reading") || node.clip.h <= 0)
            continue;
        if (!place) {
            place = node.clip;
            continue;
        }
        const float right = std::max(place->x + place->w, node.clip.x + node.clip.w);
        const float bottom = std::max(place->y + place->h, node.clip.y + node.clip.h);
        place->x = std::min(place->x, node.clip.x);
        place->y = std::min(place->y, node.clip.y);
        place->w = right - place->x;
        place->h = bottom - place->y;
    }
    return place;
}

/// All that is found at the cell; while a text is not finished only what was found before.
ToldFindings told_findings(Frame& frame, const std::string& cell, FieldRef at) {
    ViewState& view = frame.view;
    ToldFindings findings = frame.findings_at(at);
    if (!view.typing || view.told_at != cell) {
        view.told_at = cell;
        view.told.clear();
        for (const check::Finding* finding : findings)
            view.told.push_back(finding->rule);
    }
    std::erase_if(findings, [&view](const check::Finding* finding) {
        return std::ranges::find(view.told, finding->rule) == view.told.end();
    });
    return findings;
}

/// How it is laid out: in full, or in one line where there is no room.
struct ToldLayout {
    const check::Finding& finding;
    FindingText text;
    std::string more; ///< "还有 1 个问题", or nothing.
    float width = 0;
    bool is_brief = false;
};

float height_of(const Frame& frame, const ToldLayout& layout) {
    if (layout.is_brief)
        return frame.control_height() + 2 * told_apart;
    const float inner = layout.width - 2 * told_pad;
    return 2 * told_pad + told_gap + frame.control_height() +
           frame.paragraph_height(inner - 26, layout.text.title, finding_title_look(frame)) +
           frame.paragraph_height(inner, layout.finding.message, finding_message_look(frame));
}

/// Below the cell, else above it, else in one line where there is most room; nothing if there is none.
std::optional<Rect> place_in(const Frame& frame, ToldLayout& layout, const Rect& cell, const Rect& room) {
    layout.width = std::min(told_width, room.w - 16);
    const float below = room.y + room.h - (cell.y + cell.h + 2 * told_apart);
    const float above = cell.y - told_apart - room.y;
    layout.is_brief = height_of(frame, layout) > std::max(below, above);
    const float height = height_of(frame, layout);
    if (height > std::max(below, above))
        return std::nullopt;
    const float x = std::clamp(cell.x, room.x + 8, room.x + room.w - 8 - layout.width);
    const float y = height <= below ? cell.y + cell.h + told_apart : cell.y - told_apart - height;
    return frame.snap({x, y, layout.width, height});
}

/// Returns the x behind it.
float draw_fix(Frame& frame, const ToldLayout& layout, float x, float y, float room) {
    if (!layout.finding.fix)
        return x;
    const check::Fix& fix = *layout.finding.fix;
    const std::string label = with_colon(fix.safe ? tr("修复") : tr("建议"), fix.title);
    const std::string_view keys = fix.safe ? app::command("fix-here").keys : "";
    const std::string hint = frame.coarse ? "" : app::first_key(keys);
    const float width = std::min(room, button_width(frame, label, hint));
    const bool has_hint = width == button_width(frame, label, hint);
    if (button(frame, std::string(told_box) + "/fix", {x, y, width, frame.control_height()}, label,
               {.kind = ButtonKind::plain, .keys = keys, .hint = has_hint ? hint : ""}))
        frame.wish(app::ApplyFix{layout.finding.at, fix});
    return x + width + told_gap;
}

/// The key is shown where there is room for it: without a fix.
std::string rule_hint(const Frame& frame, const ToldLayout& layout) {
    return frame.coarse || layout.finding.fix ? "" : app::first_key(app::command("explain").keys);
}
float rule_width(const Frame& frame, const ToldLayout& layout) {
    return button_width(frame, tr(explain_label), rule_hint(frame, layout));
}
void draw_rule(Frame& frame, const ToldLayout& layout, float x, float y) {
    if (button(frame, std::string(told_box) + "/rule",
               {x, y, rule_width(frame, layout), frame.control_height()}, tr(explain_label),
               {.kind = ButtonKind::quiet,
                .accessible_name = with_colon(tr(explain_label), layout.text.title),
                .keys = app::command("explain").keys,
                .hint = rule_hint(frame, layout)}))
        open_rule_page(frame.view, layout.finding.rule);
}

void draw_more(Frame& frame, const ToldLayout& layout, float x, float y, float room) {
    if (layout.more.empty())
        return;
    const TextLook look{theme::small_size, frame.colors.quiet};
    const Rect rect{x, y, room, frame.control_height()};
    frame.text_cut(x, y + (rect.h - frame.line_height(look)) / 2, room, layout.more, look);
    frame.node(std::string(told_box) + "/more", Role::text, layout.more, rect);
}

void draw_in_full(Frame& frame, const ToldLayout& layout, const Rect& rect) {
    const float inner = rect.w - 2 * told_pad;
    const float x = rect.x + told_pad;
    float y = rect.y + told_pad;
    severity_icon(frame, x, y + (frame.line_height(finding_title_look(frame)) - 16) / 2, 16,
                  layout.finding.severity);
    y += frame.paragraph(x + 26, y, inner - 26, layout.text.title, finding_title_look(frame));
    y += frame.paragraph(x, y, inner, layout.finding.message, finding_message_look(frame)) + told_gap;
    const float rule = rule_width(frame, layout);
    const float more = layout.more.empty() ? 0 : frame.text_width(layout.more, {theme::small_size}) + 8;
    float used = draw_fix(frame, layout, x, y, inner - rule - more - told_gap);
    draw_rule(frame, layout, used, y);
    used += rule + told_gap;
    draw_more(frame, layout, used, y, x + inner - used);
}

void draw_in_one_line(Frame& frame, const ToldLayout& layout, const Rect& rect) {
    const float y = rect.y + told_apart;
    severity_icon(frame, rect.x + told_pad, rect.y + (rect.h - 16) / 2, 16, layout.finding.severity);
    const float fix = layout.finding.fix ? rect.w / 2 : rule_width(frame, layout) + told_apart;
    const TextLook look = finding_title_look(frame);
    frame.text_cut(rect.x + told_pad + 26, rect.y + (rect.h - frame.line_height(look)) / 2,
                   rect.w - told_pad - 26 - fix - told_gap, layout.text.title, look);
    if (layout.finding.fix)
        draw_fix(frame, layout, rect.x + rect.w - fix, y, fix - told_apart);
    else
        draw_rule(frame, layout, rect.x + rect.w - fix, y);
}

} // namespace

Rect draw_field_message(const platform::Later&, Frame& frame, const Rect& room) {
    const std::string cell = frame.view.focused;
    const auto node = field_of_node(cell);
    if (!node || node->generation != frame.state.document.generation() || !frame.view.open_choice.empty())
        return {};
    const ToldFindings findings = told_findings(frame, cell, node->at);
    const auto at = findings.empty() ? std::nullopt : place_of_cell(frame, cell);
    if (!at)
        return {};
    ToldLayout layout{*findings.front(), text_of(frame, *findings.front())};
    if (findings.size() > 1)
        layout.more = fill(tr("这里还有 {1} 个问题"), {std::to_string(findings.size() - 1)});
    const auto rect = place_in(frame, layout, *at, room);
    if (!rect)
        return {};
    frame.cover_fields(*rect);
    frame.begin_overlay(std::string(told_box), *rect);
    frame.begin_group(std::string(told_box), Role::group, tr("这一格的问题"), *rect);
    const theme::Tint tint = frame.colors.of(layout.finding.severity);
    frame.fill(*rect, tint.pale, theme::radius);
    frame.outline(*rect, tint.strong, theme::radius);
    frame.node(std::string(told_box) + "/text", Role::text, in_words(layout.finding), *rect);
    if (layout.is_brief)
        draw_in_one_line(frame, layout, *rect);
    else
        draw_in_full(frame, layout, *rect);
    frame.end_group();
    frame.end_overlay();
    return *rect;
}

} // namespace jibiao::ui
