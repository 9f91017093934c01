#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

constexpr const char* introduction = word(
    "导入上一年的绩效文本，逐项修改；每一处错误都会标出原因，多数可以一键修复。内容只保存在本机，不上传。");

float draw_template_buttons(Frame& frame, float x, float y, float width) {
    const float height = frame.control_height();
    for (const Template& form : frame.knowledge.templates.all()) {
        const Rect place{x, y, width, height};
        if (button(frame, "new/" + form.id, place, form.name,
                   {ButtonKind::plain, true, with_colon(tr("新建"), form.name)}))
            frame.wish(app::NewBook{form.id});
        y += height + 8;
    }
    return y;
}

} // namespace

namespace {

void draw_waiting_text(Frame& frame, const Rect& rect, std::string_view text) {
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float width = frame.text_width(text, look);
    const Rect place{rect.x + (rect.w - width) / 2, rect.y + rect.h / 3, width, frame.line_height(look)};
    frame.text(place.x, place.y, text, look);
    frame.node("loading", Role::status, std::string(text), place);
}

} // namespace

void draw_loading(Frame& frame, const Rect& rect) {
    draw_waiting_text(frame, rect, tr("正在打开…"));
}

void draw_awaiting(Frame& frame, const Rect& rect) {
    const std::string& failed = frame.view.later_failed;
    if (failed.empty()) {
        frame.machine.load_later(); // Once it has failed, only a person asks again.
        return draw_waiting_text(frame, rect, tr("正在加载…"));
    }
    const float width = std::min(420.0f, rect.w - 2 * theme::gap);
    draw_failure(frame, rect.x + (rect.w - width) / 2, rect.y + rect.h / 3, width);
}

void draw_welcome(Frame& frame, const Rect& rect) {
    const Frame::Area area = frame.begin_scroll("welcome", rect);
    const float width = std::min(560.0f, area.width - 2 * theme::gap);
    const float x = area.x + (area.width - width) / 2;
    const float inner = width - 2 * 28;
    float y = area.y + std::max(theme::gap, std::min(72.0f, (rect.h - 560) / 2));
    frame.begin_group("welcome", Role::region, tr("开始"), {x, y, width, frame.view.heights["welcome-card"]});
    card(frame, {x, y, width, frame.view.heights["welcome-card"]});
    const float top = y;
    y += 28;
    const TextLook title{24, frame.colors.ink, true};
    heading(frame, "welcome-title", x + 28, y, inner, tr("预算绩效目标表"), 2, title);
    y += frame.line_height(title) + 8;
    const TextLook body{theme::text_size, frame.colors.quiet};
    const float text_height = frame.paragraph(x + 28, y, inner, tr(introduction), body);
    frame.node("welcome-text", Role::text, tr(introduction), {x + 28, y, inner, text_height});
    y += text_height + 20;
    const float height = frame.control_height() + 6;
    if (button(frame, "welcome-open", {x + 28, y, inner, height}, tr("打开文件（或拖放到此处）"),
               {ButtonKind::primary}))
        frame.wish(app::OpenFile{});
    y += height + 8;
    if (button(frame, "welcome-paste", {x + 28, y, inner, height}, tr("粘贴文本")))
        frame.wish(app::PasteText{});
    y += height + 8;
    if (button(frame, "welcome-sample", {x + 28, y, inner, height}, tr("看一个示例")))
        frame.wish(app::OpenSample{});
    y += height + 24;
    const TextLook label{theme::small_size, frame.colors.quiet, true};
    heading(frame, "welcome-new", x + 28, y, inner, tr("新建空白表"), 3, label);
    y += frame.line_height(label) + 8;
    y = draw_template_buttons(frame, x + 28, y, inner) + 4;
    y = draw_home_foot(frame, x + 16, y) + 12;
    frame.end_group();
    if (frame.view.heights["welcome-card"] != y - top) {
        frame.view.heights["welcome-card"] = y - top;
        frame.machine.wake(2);
    }
    frame.end_scroll(area, y + theme::gap);
}

} // namespace jibiao::ui
