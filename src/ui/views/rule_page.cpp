#include "app/later.h"
#include "base/text.h"
#include "base/words.h"
#include "check/explained.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float rule_gap = 8;
constexpr float rule_page_width = 720;

TextLook rule_text_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}

/// "错误 · Unit is missing".
std::string kind_of(const check::Rule& rule) {
    return std::string(tr(check::severity_name(rule.severity))) + "　" +
           std::string(either(rule.title_en, rule.title));
}

float draw_lines(Frame& frame, const std::string& id, const std::string& text, float x, float y,
                 float width) {
    const float height = frame.paragraph(x, y, width, text, rule_text_look(frame));
    frame.node(id, Role::text, text, {x, y, width, height});
    return y + height;
}

/// Small books, each on a ground of its own with a sign: they are reported, or they are not.
float draw_examples(Frame& frame, const std::string& id, const std::string& text, bool is_good, float x,
                    float y, float width) {
    const ImU32 strong = is_good ? frame.colors.done : frame.colors.of(check::Severity::error).strong;
    const TextLook sign{theme::text_size, strong, true};
    std::size_t number = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find("\n\n", from), text.size());
        const std::string one = text.substr(from, end - from);
        const float inner = width - 44;
        const float height = frame.paragraph_height(inner, one, rule_text_look(frame)) + 2 * rule_gap;
        const Rect rect{x, y, width, height};
        frame.fill(rect, frame.colors.page, theme::radius);
        frame.fill({x, y, 3, height}, strong);
        frame.text(x + 12, y + rule_gap, is_good ? "✓" : "✗", sign);
        draw_lines(frame, id + "/" + std::to_string(number++), one, x + 34, y + rule_gap, inner);
        y += height + rule_gap;
        from = end + 2;
    }
    return y;
}

float draw_parts(Frame& frame, const std::vector<check::ExplainedPart>& parts, float x, float y,
                 float width) {
    const TextLook title{theme::text_size, frame.colors.ink, true};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const check::ExplainedPart& part = parts[i];
        if (part.text.empty())
            continue;
        const std::string id = "rule-page/" + std::to_string(i);
        heading(frame, id, x, y, width, part.heading, 3, title);
        y += frame.line_height(title) + 4;
        const bool is_bad = part.heading.starts_with("会报告");
        if (is_bad || part.heading.starts_with("不会报告"))
            y = draw_examples(frame, id, part.text, !is_bad, x, y, width) + rule_gap / 2;
        else
            y = draw_lines(frame, id + "/text", part.text, x, y, width) + theme::gap;
    }
    return y;
}

/// What is said of the rule, or that it is on its way.
float draw_rule_text(Frame& frame, const check::Rule& rule, float x, float y, float width) {
    const app::State& state = frame.state;
    if (!state.rule_texts.empty())
        return draw_parts(frame, check::read_explained(state.rule_texts, rule.id), x, y, width);
    const bool failed = !state.rule_texts_failed.empty();
    if (!failed && !state.rule_texts_wanted)
        frame.wish(app::FetchRuleTexts{});
    y = draw_lines(frame, "rule-page/waits",
                   std::string(failed ? tr(state.rule_texts_failed) : tr("正在加载…")), x, y, width);
    if (failed) {
        const Rect again{x, y + rule_gap, button_width(frame, tr("再试一次")), frame.control_height()};
        if (button(frame, "rule-page/again", again, tr("再试一次")))
            frame.wish(app::FetchRuleTexts{});
        y += rule_gap + again.h;
    }
    return y;
}

/// How often it is found in this book, and the way there.
void draw_rule_foot(Frame& frame, const check::Rule& rule, const Rect& foot) {
    const auto count = std::ranges::count(frame.state.report.findings, rule.id, &check::Finding::rule);
    const std::string label = fill(tr("在本表中 {1} 处"), {std::to_string(count)});
    const Rect rect{foot.x, foot.y + rule_gap, button_width(frame, label), frame.control_height()};
    if (button(frame, "rule-page-list", rect, label,
               {ButtonKind::primary, count > 0, count > 0 ? label + std::string(tr("，列出来")) : label})) {
        frame.view.finding_list_open = true;
        frame.view.comments_open = false;
        if (frame.state.page >= app::Page::compare)
            frame.wish(app::ShowPage{app::Page::project});
        frame.wish(app::FilterFindings{{.rule = rule.id}});
        frame.view.dialog_return = choice_id("filter/rule");
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
}

} // namespace

void draw_rule_page(Frame& frame) {
    const check::Rule* rule = check::find_rule(frame.view.dialog_subject);
    if (!rule)
        return close_dialog(frame.view);
    const TextLook kind{theme::small_size, frame.colors.quiet};
    const Dialog dialog = begin_dialog(frame, {.title = std::string(rule_title(rule->id)),
                                               .width = rule_page_width,
                                               .head = frame.line_height(kind) + rule_gap,
                                               .foot = frame.control_height() + rule_gap});
    severity_icon(frame, dialog.head.x, dialog.head.y + (frame.line_height(kind) - 16) / 2, 16,
                  rule->severity);
    const std::string words = kind_of(*rule);
    frame.text_cut(dialog.head.x + 24, dialog.head.y, dialog.head.w - 24, words, kind);
    frame.node("rule-page-kind", Role::text, words, dialog.head);
    const Frame::Area area = dialog.begin_body(frame);
    const float width = area.width - 2 * dialog_pad;
    frame.end_scroll(area, draw_rule_text(frame, *rule, area.x + dialog_pad, area.y, width));
    draw_rule_foot(frame, *rule, dialog.foot);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
