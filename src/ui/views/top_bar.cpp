#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

namespace jibiao::ui {
namespace {

struct Status {
    std::string text;
    ImU32 color;
};

Status status_of(const app::State& state) {
    switch (state.save_state) {
    case app::SaveState::nothing:
        return {"", theme::bar_quiet};
    case app::SaveState::saving:
        return {"正在保存…", theme::bar_quiet};
    case app::SaveState::saved:
        return {"已保存", theme::bar_text};
    case app::SaveState::failed:
        break;
    }
    return {"未保存", IM_COL32(0xFF, 0xC9, 0xC2, 0xFF)}; // The reason is said in a message.
}

void draw_status(Frame& frame, float right, const Rect& bar, float room) {
    const Status status = status_of(frame.state);
    const TextLook look{theme::small_size, status.color};
    const float width = std::min(room, frame.text_width(status.text, look));
    const float y = bar.y + (bar.h - frame.line_height(look)) / 2;
    frame.node("status", Role::status, status.text, {right - width, y, width, frame.line_height(look)});
    frame.text_cut(right - width, y, width, status.text, look);
}

struct BarButton {
    const char* id;
    const char* label;
    bool enabled;
    std::string name;
    app::Action action;
};

/// "撤销：输入", so that one knows beforehand.
std::string with_label(const char* verb, std::string_view label) {
    return label.empty() ? verb : std::string(verb) + "：" + std::string(label);
}

std::vector<BarButton> buttons_of(const app::State& state) {
    const edit::Document& document = state.document;
    return {
        {"open", "打开", true, "打开文件", app::OpenFile{}},
        {"save-file", "导出文件", state.has_book(), "导出文件", app::SaveFile{}},
        {"undo", "撤销", document.can_undo(), with_label("撤销", document.undo_label()), app::Undo{}},
        {"redo", "重做", document.can_redo(), with_label("重做", document.redo_label()), app::Redo{}},
    };
}

} // namespace

void draw_top_bar(Frame& frame, const Rect& rect) {
    frame.fill(rect, theme::bar);
    frame.begin_group("bar", Role::group, "工具栏", rect);
    const TextLook brand{theme::title_size, theme::bar_text, true};
    const bool wide = rect.w >= 620;
    float x = rect.x + theme::gap;
    if (wide) {
        heading(frame, "brand", x, rect.y + (rect.h - frame.line_height(brand)) / 2, 60, "绩表", 1, brand);
        x += frame.text_width("绩表", brand) + 2 * theme::gap;
    }
    const float height = frame.control_height();
    for (const BarButton& one : buttons_of(frame.state)) {
        const float width = button_width(frame, one.label);
        const Rect place{x, rect.y + (rect.h - height) / 2, width, height};
        if (button(frame, one.id, place, one.label, {ButtonKind::on_bar, one.enabled, one.name}))
            frame.wish(one.action);
        x += width + 4;
    }
    draw_status(frame, rect.x + rect.w - theme::gap, rect, rect.x + rect.w - 2 * theme::gap - x);
    frame.end_group();
}

} // namespace jibiao::ui
