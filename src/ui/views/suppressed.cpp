#include "base/words.h"
#include "ui/views/finding_parts.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

constexpr const char* restore_label = word("恢复");

std::string reason_of(const Suppression& suppression) {
    return with_colon(tr("理由"), suppression.reason) +
           (suppression.date.empty() ? "" : fill(tr("（{1}）"), {suppression.date}));
}

/// Returns the y below the card.
float draw_one(Frame& frame, const check::Suppressed& one, const std::string& id, float x, float y,
               float width) {
    const FindingText text = text_of(frame, one.finding);
    const std::string reason = reason_of(one.suppression);
    const float inner = width - 2 * finding_pad;
    const float texts = frame.paragraph_height(inner, text.title, finding_title_look(frame)) +
                        frame.paragraph_height(inner, text.place, finding_place_look(frame)) + 2 +
                        frame.paragraph_height(inner, one.finding.message, finding_message_look(frame)) +
                        frame.paragraph_height(inner, reason, finding_message_look(frame));
    const Rect rect{x, y, width, 2 * finding_pad + texts + 8 + frame.control_height()};
    frame.begin_group(id, Role::listitem, "", rect);
    card(frame, rect);
    x += finding_pad;
    y += finding_pad;
    frame.node(id + "/text", Role::text, spoken(one.finding, text) + reason, {x, y, inner, texts});
    y += frame.paragraph(x, y, inner, text.title, finding_title_look(frame));
    y += frame.paragraph(x, y, inner, text.place, finding_place_look(frame)) + 2;
    y += frame.paragraph(x, y, inner, one.finding.message, finding_message_look(frame));
    y += frame.paragraph(x, y, inner, reason, finding_message_look(frame)) + 8;
    const Rect button_rect{x, y, button_width(frame, tr(restore_label)), frame.control_height()};
    if (button(frame, id + "/restore", button_rect, tr(restore_label),
               {ButtonKind::plain, true,
                fill(tr("{1}：{2}。{3}"), {tr(restore_label), text.title, text.place})}))
        frame.wish(app::Unsuppress{one.suppression});
    frame.end_group();
    return rect.y + rect.h + 8;
}

} // namespace

float draw_suppressed(const platform::Later&, Frame& frame, const Rect& list, float x, float y, float width) {
    const auto& all = frame.state.report.suppressed;
    if (all.empty())
        return y;
    bool& open = frame.view.suppressed_open;
    const std::string label =
        fill(open ? tr("收起已说明不改 {1} 项") : tr("已说明不改 {1} 项"), {std::to_string(all.size())});
    const bool pressed =
        button(frame, "suppressed", {x, y, button_width(frame, label), frame.control_height()}, label);
    if (pressed) {
        open = !open;
        frame.machine.wake(2);
    }
    y += frame.control_height() + 8;
    if (!open)
        return y;
    frame.begin_group("suppressed-list", Role::list, tr("已说明不改"), list);
    std::size_t number = 0;
    for (const check::Suppressed& one : all)
        y = draw_one(frame, one, "suppressed/" + std::to_string(number++), x, y, width);
    frame.end_group();
    return y;
}

} // namespace jibiao::ui
