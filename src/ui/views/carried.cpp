#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {

float carried_height(const Frame& frame) {
    const bool wanted = frame.state.has_book() && !frame.state.loading && !frame.state.carried.empty();
    return wanted && !frame.has_soft_keyboard ? frame.control_height() + 12 : 0;
}

void draw_carried(Frame& frame, const Rect& rect) {
    frame.begin_group("carried", Role::group, tr("沿用上年的内容"), rect);
    frame.fill(frame.to_edges(rect), frame.colors.accent_pale);
    const float height = frame.control_height();
    const float y = rect.y + (rect.h - height) / 2;
    float right = rect.x + rect.w - theme::gap;
    const auto offer = [&](const char* id, std::string_view label, const ButtonLook& look, bool all) {
        const float width = button_width(frame, label);
        right -= width;
        if (button(frame, id, {right, y, width, height}, label, look))
            frame.wish(app::Confirm{all});
        right -= 8;
    };
    offer("carried-all", tr("全部核对"), {ButtonKind::quiet}, true);
    const auto here = frame.state.current_finding_at;
    const bool is_here = here && std::ranges::any_of(frame.state.carried, [&here](const FieldRef& at) {
                             return at.row == here->row;
                         });
    offer("carried-next", is_here ? tr("核对本行") : tr("逐处核对"),
          {.kind = ButtonKind::plain, .keys = app::command("confirm").keys}, false);
    const TextLook look{theme::text_size, frame.colors.ink};
    const std::string count = std::to_string(frame.state.carried.size());
    const std::string text = fill(tr("沿用上年未核对 {1} 处"), {count});
    const Rect place{rect.x + theme::gap, rect.y + (rect.h - frame.line_height(look)) / 2,
                     right - rect.x - theme::gap, frame.line_height(look)};
    frame.node("carried-text", Role::status, text, place);
    frame.text_cut(place.x, place.y, place.w, place.w < 150 ? fill(tr("未核对 {1}"), {count}) : text, look);
    frame.end_group();
}

} // namespace jibiao::ui
