#include "app/commands.h"
#include "app/limits.h"
#include "base/words.h"
#include "ui/keyboard.h"
#include "ui/theme.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>

namespace jibiao::ui {
namespace {

// Text begins on a pixel, or the canvas and the editor round it differently.
float pad_y(const Frame& frame) {
    return frame.snap(frame.coarse ? 10.5f : 6);
}

bool is_dense(const Frame& frame, const FieldLook& look) {
    return look.dense && !frame.coarse;
}
float pad_x_of(const Frame& frame, const FieldLook& look) {
    return frame.snap(is_dense(frame, look) ? 6 : 8);
}
TextLook text_look(const Frame& frame, const FieldLook& look) {
    const float size = frame.coarse ? frame.at_least(theme::touch_text_size) : theme::text_size;
    return {is_dense(frame, look) ? theme::dense_size : size, frame.colors.ink, look.bold};
}

struct Border {
    ImU32 color;
    float thickness;
};

Border border_of(const Frame& frame, const std::string& id,
                 const std::vector<const check::Finding*>& findings) {
    if (frame.has_focus(id))
        return {frame.colors.accent, 2};
    return {findings.empty() ? frame.colors.field_line : frame.colors.of(findings.front()->severity).strong,
            1};
}

/// A cell with findings has a bar at its left and a tint, gravest first.
void mark(Frame& frame, const Rect& rect, const std::vector<const check::Finding*>& findings) {
    if (findings.empty())
        return;
    const theme::Tint tint = frame.colors.of(findings.front()->severity);
    frame.fill({rect.x + 2, rect.y + 5, 3, rect.h - 10}, tint.strong, 1.5f);
}

void draw_text(Frame& frame, const Rect& rect, std::string_view text, const FieldLook& look) {
    const float pad_x = pad_x_of(frame, look);
    TextLook style = text_look(frame, look);
    if (text.empty()) {
        style.color = frame.colors.quiet;
        frame.text_cut(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, look.placeholder, style);
    } else if (look.multiline) {
        frame.paragraph(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, text, style);
    } else {
        frame.text_cut(rect.x + pad_x, rect.y + pad_y(frame), rect.w - 2 * pad_x, text, style);
    }
}

/// A corner at the right, whatever is found at the cell: above for a text of last year's book that nobody has
/// looked at, below for what was said about it.
void mark_corner(Frame& frame, const Rect& rect, bool above, ImU32 color) {
    const float scale = frame.scale;
    const float side = (above ? 9 : -9) * scale;
    const ImVec2 corner{(rect.x + rect.w - 1) * scale, (above ? rect.y + 1 : rect.y + rect.h - 1) * scale};
    ImGui::GetWindowDrawList()->AddTriangleFilled({corner.x - 9 * scale, corner.y}, corner,
                                                  {corner.x, corner.y + side}, color);
}

/// What was said last, after what is found at the cell.
void describe_thread(platform::Node& node, const Frame& frame, const app::Thread& thread) {
    const Comment& last = frame.state.book().comments[thread.comments.back()];
    node.description.append(node.description.empty() ? "" : "\n")
        .append(fill(tr("批注（{1}）：{2}"), {app::name_of(thread.state), last.text}));
}

/// A line break that is there already stays, and with it the way to type more.
bool holds_line_breaks(const FieldLook& look, std::string_view text) {
    return look.multiline && (!look.one_line || text.find('\n') != std::string_view::npos);
}

/// By the page itself. True if it has drawn the text.
bool edit_here(Frame& frame, const std::string& id, const std::string& text, const Rect& rect,
               const FieldLook& look) {
    const float x = pad_x_of(frame, look);
    const float y = pad_y(frame);
    return frame.keyboard->edit(frame, {.id = id,
                                        .value = text,
                                        .rect = rect,
                                        .text = {rect.x + x, rect.y + y, rect.w - 2 * x, rect.h - 2 * y},
                                        .look = text_look(frame, look),
                                        .wraps = look.multiline,
                                        .holds_lines = holds_line_breaks(look, text),
                                        .is_cell = look.takes_table});
}

using Findings = std::vector<const check::Finding*>;

/// `limit` as of platform::Node.
void draw_field(Frame& frame, const std::string& id, const std::string& text, const Findings& findings,
                std::uint32_t limit, const Rect& wanted, std::string_view accessible_name,
                const FieldLook& look, bool is_carried = false, const app::Thread* thread = nullptr) {
    const Rect rect = frame.snap(wanted);
    frame.reveal_if_wanted(id, rect);

    platform::Node& node = frame.node(id, Role::textbox, accessible_name, rect);
    node.value = text;
    describe(node, findings);
    if (is_carried)
        node.description.append(node.description.empty() ? "" : "\n").append(tr("沿用上年，请核对"));
    if (thread)
        describe_thread(node, frame, *thread);
    node.multiline = look.multiline;
    node.next = !look.stays && !holds_line_breaks(look, text);
    node.one_line = look.multiline && !holds_line_breaks(look, text);
    if (const auto typed = frame.view.revisions.find(id); typed != frame.view.revisions.end())
        node.revision = typed->second;
    node.limit = limit;
    node.numeric = look.numeric;
    node.required = look.required;
    node.placeholder = look.placeholder;
    node.takes_table = look.takes_table;
    if (look.offers)
        node.shortcut = app::command("open-choices").keys;
    // A hint is a mark alone: its ground would be that of what is selected.
    const bool is_wrong = !findings.empty() && findings.front()->severity != check::Severity::hint;
    const ImU32 background = is_wrong ? frame.colors.of(findings.front()->severity).pale : frame.colors.card;
    const TextLook style = text_look(frame, look);
    node.style = {.font_size = frame.font_size(style),
                  .line_height = frame.line_height(style),
                  .pad_x = pad_x_of(frame, look),
                  .pad_y = pad_y(frame),
                  .bold = look.bold,
                  .color = frame.colors.ink,
                  .background = background};

    const bool is_visible = frame.is_visible(rect);
    const bool has_focus = frame.has_focus(id);
    if (is_visible) {
        frame.fill(rect, background, look.framed ? theme::radius : 0);
        mark(frame, rect, findings);
        const Border border = border_of(frame, id, findings);
        if (look.framed || has_focus)
            frame.outline(rect, border.color, theme::radius, border.thickness);
    }
    const bool is_drawn = frame.keyboard ? edit_here(frame, id, text, rect, look) : has_focus;
    if (is_visible && !is_drawn)
        draw_text(frame, rect, text, look);
    if (is_visible && is_carried)
        mark_corner(frame, rect, true, frame.colors.accent);
    if (is_visible && thread)
        mark_corner(frame, rect, false, thread->waits() ? frame.colors.error.strong : frame.colors.quiet);
}

} // namespace

std::string_view rule_title(std::string_view id) {
    const check::Rule* rule = check::find_rule(id);
    return rule ? either(rule->title, rule->title_en) : id;
}

std::string_view rule_title(const check::Finding& finding) {
    const check::Rule& rule = *check::rules()[finding.order];
    return either(rule.title, rule.title_en);
}

std::string in_words(const check::Finding& finding) {
    return fill(tr("{1}：{2}。{3}"),
                {tr(check::severity_name(finding.severity)), rule_title(finding), finding.message});
}

void describe(platform::Node& node, const std::vector<const check::Finding*>& findings) {
    for (const check::Finding* finding : findings) {
        if (!node.description.empty())
            node.description += "\n";
        node.description += in_words(*finding);
    }
    node.invalid = !findings.empty() && findings.front()->severity == check::Severity::error;
}

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

void text_field(Frame& frame, FieldRef at, const Cell& cell, const Rect& rect,
                std::string_view accessible_name, const FieldLook& look) {
    draw_field(frame, frame.id_of(at), cell.text, frame.findings_at(at), app::most_characters(at.field), rect,
               accessible_name, look, cell.origin == Origin::carried, frame.thread_at(at));
    const platform::Later* later = frame.machine.later();
    if (later && frame.view.find.is_open && frame.view.find.current() == at && frame.is_visible(rect)) {
        const float x = pad_x_of(frame, look);
        const Rect inner{rect.x + x, rect.y + pad_y(frame), rect.w - 2 * x, rect.h};
        mark_found(*later, frame, cell.text, rect, inner, text_look(frame, look));
    }
}

void plain_field(Frame& frame, const std::string& id, const std::string& text, const Rect& rect,
                 std::string_view accessible_name, const FieldLook& look) {
    draw_field(frame, id, text, {}, 0, rect, accessible_name, look);
}

void begin_draft(ViewState& view, std::string node, std::string text) {
    view.focus_wanted = node;
    if (view.draft_node == node)
        return;
    if (!view.draft_node.empty() && !view.draft.empty())
        view.drafts_left[view.draft_node] = std::move(view.draft);
    const auto left = view.drafts_left.extract(node);
    view.draft_node = std::move(node);
    view.draft = left ? left.mapped() : std::move(text);
}

void end_draft(ViewState& view, std::string next) {
    view.draft_node.clear();
    view.draft.clear();
    view.focus_wanted = std::move(next);
}

// From within a frame: the next ones show it.
void begin_draft(Frame& frame, std::string node, std::string text) {
    begin_draft(frame.view, std::move(node), std::move(text));
    frame.machine.wake(3);
}
void end_draft(Frame& frame, std::string next) {
    end_draft(frame.view, std::move(next));
    frame.machine.wake(3);
}

void draft_field(Frame& frame, const Rect& rect, std::string_view accessible_name, const FieldLook& look) {
    plain_field(frame, frame.view.draft_node, frame.view.draft, rect, accessible_name, look);
}

} // namespace jibiao::ui
