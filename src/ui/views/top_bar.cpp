#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

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

std::vector<BarButton> buttons_of(const app::State& state, bool brief) {
    const edit::Document& document = state.document;
    return {
        {"open", "打开", true, "打开文件", app::OpenFile{}},
        {"paste", brief ? "粘贴" : "粘贴文本", true, "粘贴文本", app::PasteText{}},
        {"save-file", brief ? "导出" : "导出文件", state.has_book(), "导出文件", app::SaveFile{}},
        {"undo", "撤销", document.can_undo(), with_label("撤销", document.undo_label()), app::Undo{}},
        {"redo", "重做", document.can_redo(), with_label("重做", document.redo_label()), app::Redo{}},
        {"print", "打印", state.has_book(), "打印文本", app::Print{}},
    };
}

/// Below it there is no room for the program's name and for long labels.
constexpr float narrow = 620;

float row_height(const Frame& frame) {
    return frame.control_height() + 16;
}
bool has_two_rows(const Frame& frame) {
    return frame.width < 800 && frame.state.has_book() && !frame.state.loading;
}

/// Which form the book is in, and all others to change to.
void draw_form_choice(Frame& frame, const Rect& rect) {
    const auto& forms = frame.knowledge.templates.all();
    const auto names = [&forms] {
        std::vector<std::string> all;
        for (const Template& form : forms)
            all.push_back(form.name);
        return all;
    };
    const ChoiceLook look{.name = "表样", .value = frame.form.name, .label = "表样：", .on_bar = true};
    if (const auto picked = choice(frame, choice_id("form"), rect, look, names))
        frame.wish(app::ChangeTemplate{forms[*picked].id});
}

float draw_buttons(Frame& frame, float x, const Rect& row, float right) {
    const float height = frame.control_height();
    for (const BarButton& one : buttons_of(frame.state, row.w < narrow)) {
        const float width = button_width(frame, one.label);
        if (x + width > right)
            break;
        const Rect place{x, row.y + (row.h - height) / 2, width, height};
        if (button(frame, one.id, place, one.label, {ButtonKind::on_bar, one.enabled, one.name}))
            frame.wish(one.action);
        x += width + 4;
    }
    return x;
}

} // namespace

float top_bar_height(const Frame& frame) {
    return row_height(frame) + (has_two_rows(frame) ? frame.control_height() + 8 : 0);
}

void draw_top_bar(Frame& frame, const Rect& rect) {
    frame.fill(rect, theme::bar);
    frame.begin_group("bar", Role::group, "工具栏", rect);
    const Rect row{rect.x, rect.y, rect.w, row_height(frame)};
    const TextLook brand{theme::title_size, theme::bar_text, true};
    float x = row.x + theme::gap;
    if (row.w >= narrow) {
        heading(frame, "brand", x, row.y + (row.h - frame.line_height(brand)) / 2, 60, "绩表", 1, brand);
        x += frame.text_width("绩表", brand) + 2 * theme::gap;
    }
    const float right = row.x + row.w - theme::gap;
    x = draw_buttons(frame, x, row, right);
    constexpr float status_room = 84;
    const float height = frame.control_height();
    if (has_two_rows(frame)) {
        draw_form_choice(frame,
                         {row.x + theme::gap, row.y + row.h, row.w - 2 * theme::gap - status_room, height});
        const Rect below{row.x, row.y + row.h - 8, row.w, row.h};
        draw_status(frame, right, below, status_room - 8);
    } else {
        if (frame.state.has_book() && !frame.state.loading) {
            x += theme::gap;
            const float room = std::min(440.0f, right - status_room - x);
            draw_form_choice(frame, {x, row.y + (row.h - height) / 2, room, height});
        }
        draw_status(frame, right, row, status_room - 8);
    }
    frame.end_group();
}

} // namespace jibiao::ui
