#include "base/text.h"
#include "base/words.h"
#include "check/suppression.h"
#include "ui/views/finding_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float above_actions = 8; ///< Between the message and the actions.
constexpr float beside_actions = 6;
constexpr const char* leave_label = word("说明不改");
const FieldLook reason_look{.multiline = true};

constexpr std::string_view reason_suffix = "/reason";

std::string reason_node(const std::string& id) {
    return id + std::string(reason_suffix);
}

/// Asked of every finding in every frame.
bool is_explained(const Frame& frame, const std::string& id) {
    const std::string_view draft = frame.view.draft_node;
    return draft.size() == id.size() + reason_suffix.size() && draft.starts_with(id) &&
           draft.ends_with(reason_suffix);
}

float reason_height(const Frame& frame, float width) {
    return field_height(frame, frame.view.draft, width, reason_look);
}

/// The card behind that of a finding that goes, `id`, or in front of it; else what takes it in.
std::string card_beside(Frame& frame, const check::Finding& finding, const std::string& id) {
    const auto shown = frame.state.shown_findings();
    const auto at = std::ranges::find(shown, &finding);
    if (at == shown.end() || shown.size() < 2)
        return "suppressed";
    const check::Finding* other = at + 1 == shown.end() ? *(at - 1) : *(at + 1);
    if (other->at == finding.at && other->rule == finding.rule)
        return id + "/go"; // It takes its number too.
    const auto number = static_cast<std::size_t>(other - frame.state.report.findings.data());
    return finding_texts(frame)[number].id + "/go";
}

void draw_reason(Frame& frame, const check::Finding& finding, const std::string& id, float x, float y,
                 float width) {
    const float height = reason_height(frame, width);
    draft_field(frame, {x, y, width, height}, tr("不改的理由"), reason_look);
    y += height + beside_actions;
    const float done = button_width(frame, tr(leave_label));
    const ButtonLook look{ButtonKind::primary, !trim(frame.view.draft).empty()};
    if (button(frame, id + "/leave", {x, y, done, frame.control_height()}, tr(leave_label), look)) {
        frame.wish(app::Suppress{finding, frame.view.draft});
        return end_draft(frame, card_beside(frame, finding, id));
    }
    const Rect cancel{x + done + beside_actions, y, button_width(frame, tr("取消")), frame.control_height()};
    if (button(frame, id + "/cancel", cancel, tr("取消"), {ButtonKind::quiet}))
        end_draft(frame, id + "/explain");
}

} // namespace

void open_rule_page(ViewState& view, std::string_view rule) {
    open_dialog(view, "rule", "rule-close", std::string(rule));
}

float finding_actions_height(const Frame& frame, const std::string& id, float width) {
    if (is_explained(frame, id))
        return above_actions + reason_height(frame, width) + beside_actions + frame.control_height();
    return above_actions + frame.control_height();
}

void draw_finding_actions(Frame& frame, const check::Finding& finding, const std::string& id,
                          const FindingText& text, float x, float y, float width) {
    y += above_actions;
    if (is_explained(frame, id))
        return draw_reason(frame, finding, id, x, y, width);
    float room = width;
    if (check::can_be_suppressed(finding.rule)) {
        const float leave = button_width(frame, tr(leave_label));
        room -= leave + beside_actions;
        const ButtonLook look{ButtonKind::quiet, true,
                              fill(tr("{1}：{2}。{3}"), {tr(leave_label), text.title, text.place})};
        if (button(frame, id + "/explain", {x + width - leave, y, leave, frame.control_height()},
                   tr(leave_label), look)) {
            begin_draft(frame, reason_node(id));
        }
    }
    const float side = frame.control_height();
    room -= side + beside_actions;
    if (button(frame, id + "/rule", {x + room + beside_actions, y, side, side}, "？",
               {ButtonKind::quiet, true, with_colon(tr(explain_label), text.title)}))
        open_rule_page(frame.view, finding.rule);
    if (!finding.fix)
        return;
    const std::string label = with_colon(finding.fix->safe ? tr("修复") : tr("建议"), finding.fix->title);
    const Rect rect{x, y, std::min(room, button_width(frame, label)), frame.control_height()};
    if (button(frame, id + "/fix", rect, label))
        frame.wish(app::ApplyFix{finding.at, *finding.fix});
}

} // namespace jibiao::ui
