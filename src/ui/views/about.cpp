#include "app/about.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace about_view {
namespace {

constexpr float gap = 16;

/// From `y` downwards; returns the y below.
float draw_heading(Frame& frame, const std::string& id, std::string_view text, float x, float y,
                   float width) {
    const TextLook look{theme::text_size, frame.colors.ink, true};
    heading(frame, id, x, y, width, text, 3, look);
    return y + frame.line_height(look) + 4;
}

float draw_text(Frame& frame, const std::string& id, std::string_view text, float x, float y, float width) {
    const float height = frame.paragraph(x, y, width, text, {theme::text_size, frame.colors.quiet});
    frame.node(id, Role::text, text, {x, y, width, height});
    return y + height;
}

/// What it is at the left, which at the right, on as many lines as that takes.
float draw_lines(Frame& frame, const std::string& id, const std::vector<app::AboutLine>& lines, float x,
                 float y, float width) {
    const TextLook what{theme::text_size, frame.colors.quiet};
    const TextLook which{theme::text_size, frame.colors.ink};
    const float left = std::min(200.0f, width * 0.42f);
    std::size_t number = 0;
    for (const app::AboutLine& line : lines) {
        const float height = std::max(frame.paragraph(x, y, left - 12, line.what, what),
                                      frame.paragraph(x + left, y, width - left, line.which, which));
        frame.node(id + "/" + std::to_string(number++), Role::text, with_colon(line.what, line.which),
                   {x, y, width, height});
        y += height + 4;
    }
    return y;
}

float draw_licences(const platform::Later& later, Frame& frame, float x, float y, float width) {
    const app::State& state = frame.state;
    y = draw_heading(frame, "about/licences", tr("用到的软件和许可"), x, y, width);
    if (!state.licences.empty())
        return draw_lines(frame, "about/licence", app::licences_of(later, state.licences), x, y, width);
    if (!state.licences_wanted && state.licences_failed.empty())
        frame.wish(app::FetchLicences{});
    const bool failed = !state.licences_failed.empty();
    y = draw_text(frame, "about/wait", failed ? tr(state.licences_failed) : tr("正在加载…"), x, y, width);
    const Rect again{x, y + 4, button_width(frame, tr("再试一次")), frame.control_height()};
    if (failed && button(frame, "about/again", again, tr("再试一次")))
        frame.wish(app::FetchLicences{});
    return failed ? again.y + again.h : y;
}

} // namespace
} // namespace about_view

void draw_about(const platform::Later& later, Frame& frame) {
    using namespace about_view;
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("关于绩表"))});
    const Frame::Area area = dialog.begin_body(frame);
    const float x = area.x + dialog_pad, width = area.width - 2 * dialog_pad;
    float y = area.y + 4;
    y = draw_text(frame, "about/what", tr("填写和检查预算绩效目标表。"), x, y, width) + gap / 2;
    y = draw_lines(frame, "about/line", app::about_lines(later, frame.knowledge), x, y, width) + gap;
    y = draw_heading(frame, "about/data", tr("内容存在哪里"), x, y, width);
    y = draw_text(frame, "about/where",
                  tr("只存在这台机器的这个浏览器里（本网址的 IndexedDB），不上传。清除浏览器数据会一并清除，"
                     "请用“导出文件”备份。"),
                  x, y, width) +
        gap;
    y = draw_licences(later, frame, x, y, width);
    frame.end_scroll(area, y + gap);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
