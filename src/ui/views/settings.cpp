#include "app/state.h"
#include "base/words.h"
#include "platform/appearance.h"
#include "ui/scale.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <cmath>

namespace jibiao::ui {
namespace settings_view {
namespace {

using platform::Appearance;

constexpr float gap = 8;
constexpr float between = 20;

struct Option {
    std::string id;
    std::string_view words;
    bool chosen;
};

/// A name above what one of can be chosen; returns the y below. `chosen` gets the index of what was pressed.
float draw_options(Frame& frame, const std::string& id, std::string_view name,
                   std::initializer_list<Option> options, const Rect& rect, int& chosen) {
    const TextLook look{theme::small_size, frame.colors.quiet, true};
    const std::string area = "settings/" + id;
    frame.begin_group(area, Role::group, name, {rect.x, rect.y, rect.w, frame.view.heights[area]});
    frame.text(rect.x, rect.y, name, look);
    Flow row(frame, rect.x, rect.y + frame.line_height(look) + 4, rect.w);
    int index = 0;
    for (const Option& option : options) {
        const ToggleLook toggle{option.chosen, frame.colors.hint};
        const Rect place = row.place(toggle_width(frame, option.words, toggle));
        if (toggle_button(frame, area + "/" + option.id, place, std::string(option.words), toggle))
            chosen = index;
        ++index;
    }
    frame.end_group();
    frame.view.heights[area] = row.below() - rect.y;
    return row.below() + between;
}

void keep(Frame& frame, const Appearance& appearance) {
    frame.machine.set_preference(platform::appearance_preference, platform::write_appearance(appearance));
    frame.machine.wake(2);
}

float draw_language(Frame& frame, bool english, const Rect& rect) {
    int chosen = -1;
    const float y = draw_options(frame, "language", tr("语言"),
                                 {{"zh", tr("中文"), !english}, {"en", "English", english}}, rect, chosen);
    if (chosen >= 0)
        frame.wish(app::ChooseLanguage{chosen == 1});
    return y;
}

/// Three states of a wish: the machine's, no, yes.
float draw_wish(Frame& frame, const std::string& id, std::string_view name, std::string_view no,
                std::string_view yes, std::optional<bool>& wish, const Rect& rect) {
    int chosen = -1;
    const float y =
        draw_options(frame, id, name,
                     {{"auto", tr("跟随系统"), !wish}, {"no", no, wish == false}, {"yes", yes, wish == true}},
                     rect, chosen);
    if (chosen >= 0)
        wish = chosen == 0 ? std::nullopt : std::optional(chosen == 2);
    return y;
}

float draw_size(Frame& frame, const Rect& rect) {
    const TextLook look{theme::small_size, frame.colors.quiet, true};
    const TextLook number{theme::text_size, frame.colors.ink, true};
    const float side = frame.control_height();
    const float y = rect.y + frame.line_height(look) + 4;
    frame.begin_group("settings/size", Role::group, tr("大小"), {rect.x, rect.y, rect.w, y + side - rect.y});
    frame.text(rect.x, rect.y, tr("大小"), look);
    float& scale = frame.view.ui_scale;
    const std::string percent = std::to_string(std::lround(100 * scale)) + " %";
    const float width = 72;
    float wanted = scale;
    if (button(frame, "settings/size/less", {rect.x, y, side, side}, "−",
               {.enabled = step_scale(scale, -1) != scale, .accessible_name = std::string(tr("缩小"))}))
        wanted = step_scale(scale, -1);
    const Rect place{rect.x + side, y, width, side};
    frame.node("settings/size/now", Role::text, percent, place);
    frame.node("settings/size/said", Role::status, percent, place);
    frame.text(place.x + (width - frame.text_width(percent, number)) / 2,
               y + (side - frame.line_height(number)) / 2, percent, number);
    if (button(frame, "settings/size/more", {rect.x + side + width, y, side, side}, "＋",
               {.enabled = step_scale(scale, 1) != scale, .accessible_name = std::string(tr("放大"))}))
        wanted = step_scale(scale, 1);
    frame.end_group();
    if (wanted != scale) {
        scale = wanted;
        keep_scale(frame.machine, wanted);
        frame.machine.wake(2);
    }
    return y + side + between;
}

/// The language stays: who reads one may not read the other.
void draw_foot(Frame& frame, const Rect& foot) {
    const float height = frame.control_height();
    const float y = foot.y + foot.h - height;
    const std::string_view usual = tr("恢复默认"), about = tr("关于绩表");
    const float width = button_width(frame, usual);
    if (button(frame, "settings/usual", {foot.x, y, width, height}, usual)) {
        keep(frame, {.english = frame.state.english});
        frame.view.ui_scale = step_scale(1, 0);
        keep_scale(frame.machine, frame.view.ui_scale);
    }
    if (button(frame, "settings/about", {foot.x + width + gap, y, button_width(frame, about), height}, about,
               {ButtonKind::quiet}))
        open_dialog(frame.view, "about", "about-close");
}

} // namespace
} // namespace settings_view

void draw_settings(Frame& frame) {
    using namespace settings_view;
    const Appearance before =
        platform::read_appearance(frame.machine.preference(platform::appearance_preference));
    Appearance now = before;
    const Dialog dialog = begin_dialog(
        frame, {.title = std::string(tr("设置")), .width = 460, .foot = frame.control_height() + 2 * gap});
    const Frame::Area area = dialog.begin_body(frame);
    Rect rect{area.x + dialog_pad, area.y + 4, area.width - 2 * dialog_pad, 0};
    rect.y = draw_language(frame, frame.state.english, rect);
    rect.y = draw_wish(frame, "colours", tr("颜色"), tr("浅色"), tr("深色"), now.dark, rect);
    rect.y = draw_wish(frame, "contrast", tr("高对比度"), tr("关"), tr("开"), now.more_contrast, rect);
    rect.y = draw_size(frame, rect);
    frame.end_scroll(area, rect.y);
    if (now != before)
        keep(frame, now);
    draw_foot(frame, dialog.foot);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
