#include "app/guide.h"

#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

using app::GuideStep;

constexpr float guide_pad = 8;

std::string_view words_of(const Frame& frame, GuideStep step) {
    const bool is_listed = is_wide(frame) || frame.view.finding_list_open;
    switch (step) {
    case GuideStep::none:
        break;
    case GuideStep::look:
        return is_listed ? tr("查出的问题列在这里，点一条就到它所在的格子。")
                         : tr("点“问题”，看查出了什么。");
    case GuideStep::fix:
        return is_listed ? tr("点“修复”，这一处就改好了；不合适可以撤销。")
                         : tr("点“修复”改好这一处，或点“问题”回到列表。");
    case GuideStep::saved:
        return tr("这里写着“已保存”：每次修改都自动存在本机，不上传。");
    case GuideStep::take:
        return tr("全部改好以后，在这里导出文件；打印在“更多”里也有。");
    }
    return "";
}

bool is_fix(const platform::Node& node) {
    return node.id == "field-message/fix" || (node.id.starts_with("finding/") && node.id.ends_with("/fix"));
}

/// Whether the step means this node; the first that is seen is taken.
bool is_meant(const platform::Node& node, GuideStep step) {
    switch (step) {
    case GuideStep::none:
        break;
    case GuideStep::look:
        return node.id == "findings" || node.id == "show-findings";
    case GuideStep::fix:
        return is_fix(node);
    case GuideStep::saved:
        return node.id == "status";
    case GuideStep::take:
        return node.id == "save-file";
    }
    return false;
}

TextLook guide_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}

std::string guide_text(const Frame& frame) {
    const GuideStep step = frame.state.guide.step;
    const bool says_what = step == GuideStep::look && frame.state.guide.on_sample;
    return std::to_string(static_cast<int>(step)) + "/" + std::to_string(app::guide_steps) + "　" +
           std::string(says_what ? tr("这是一份示例。") : "") + std::string(words_of(frame, step));
}

std::string_view next_label(const Frame& frame) {
    return frame.state.guide.step == GuideStep::take ? tr("完成") : tr("下一步");
}

float guide_buttons_width(const Frame& frame) {
    return button_width(frame, next_label(frame)) + button_width(frame, tr("跳过")) + guide_pad;
}

/// Below the text where both together are too wide.
bool has_buttons_below(const Frame& frame, float width) {
    return width - guide_buttons_width(frame) < 320;
}

float guide_text_width(const Frame& frame) {
    const float all = frame.room.w - 2 * theme::gap;
    return has_buttons_below(frame, all) ? all : all - guide_buttons_width(frame) - theme::gap;
}

} // namespace

float guide_height(const Frame& frame) {
    if (frame.state.guide.step == GuideStep::none || !frame.state.has_book() || frame.state.loading ||
        frame.has_soft_keyboard)
        return 0;
    const float text = frame.paragraph_height(guide_text_width(frame), guide_text(frame), guide_look(frame));
    const float button = frame.control_height();
    const bool below = has_buttons_below(frame, frame.room.w - 2 * theme::gap);
    return 2 * guide_pad + (below ? text + guide_pad + button : std::max(text, button));
}

void draw_guide(const platform::Later&, Frame& frame, const Rect& rect) {
    frame.begin_group("guide", Role::region, std::string(tr("引导")), rect);
    frame.fill(frame.to_edges(rect), frame.colors.accent_pale);
    frame.fill(frame.to_edges({rect.x, rect.y + rect.h - 2, rect.w, 2}), frame.colors.accent);
    const std::string text = guide_text(frame);
    const float width = guide_text_width(frame);
    const float height = frame.paragraph_height(width, text, guide_look(frame));
    const float button_height = frame.control_height();
    const bool below = has_buttons_below(frame, rect.w - 2 * theme::gap);
    const float x = rect.x + theme::gap;
    const float y = below ? rect.y + guide_pad : rect.y + (rect.h - height) / 2;
    frame.paragraph(x, y, width, text, guide_look(frame));
    frame.node("guide/text", Role::text, text, {x, y, width, height});
    frame.node("guide/said", Role::status, text, {x, y, width, height});
    const float top = rect.y + rect.h - guide_pad - button_height;
    const float next = button_width(frame, next_label(frame));
    float right = rect.x + rect.w - theme::gap - guide_buttons_width(frame);
    if (button(frame, "guide/next", {right, top, next, button_height}, next_label(frame)))
        frame.wish(app::Guided{app::Guided::Way::on});
    right += next + guide_pad;
    if (button(frame, "guide/end", {right, top, button_width(frame, tr("跳过")), button_height}, tr("跳过"),
               {.kind = ButtonKind::quiet, .accessible_name = std::string(tr("跳过引导"))}))
        frame.wish(app::Guided{app::Guided::Way::end});
    frame.end_group();
}

/// Four thin bars: what lies over the thing would take its taps.
void draw_guide_ring(const platform::Later&, Frame& frame) {
    if (!frame.view.dialog.empty() || !frame.view.open_choice.empty())
        return;
    const auto node = std::ranges::find_if(frame.tree(), [&frame](const platform::Node& one) {
        return one.clip.h > 0 && is_meant(one, frame.state.guide.step);
    });
    if (node == frame.tree().end())
        return;
    constexpr float thick = 3;
    const Rect at = node->clip;
    const Rect around{at.x - thick, at.y - thick, at.w + 2 * thick, at.h + 2 * thick};
    const Rect bars[] = {{around.x, around.y, around.w, thick},
                         {around.x, around.y + around.h - thick, around.w, thick},
                         {around.x, around.y, thick, around.h},
                         {around.x + around.w - thick, around.y, thick, around.h}};
    for (std::size_t i = 0; i < std::size(bars); ++i) {
        const Rect bar = frame.snap(bars[i]);
        frame.begin_overlay("guide-ring" + std::to_string(i), bar);
        frame.fill(bar, frame.colors.accent);
        frame.end_overlay();
    }
}

} // namespace jibiao::ui
