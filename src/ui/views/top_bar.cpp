#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

struct Status {
    std::string_view text;
    ImU32 color;
};

Status status_of(const Frame& frame) {
    switch (frame.state.save_state) {
    case app::SaveState::nothing:
        return {"", frame.colors.bar_quiet};
    case app::SaveState::saving:
        return {tr("正在保存…"), frame.colors.bar_quiet};
    case app::SaveState::saved:
        return {tr("已保存"), frame.colors.bar_text};
    case app::SaveState::failed:
        break;
    }
    return {tr("未保存"), frame.colors.bar_failed}; // The reason is said in a message.
}

void draw_status(Frame& frame, float right, const Rect& bar, float room) {
    const Status status = status_of(frame);
    const TextLook look{theme::small_size, status.color};
    const float width = std::min(room, frame.text_width(status.text, look));
    const float y = bar.y + (bar.h - frame.line_height(look)) / 2;
    frame.node("status", Role::status, status.text, {right - width, y, width, frame.line_height(look)});
    frame.text_cut(right - width, y, width, status.text, look);
}

struct BarButton {
    const char* id;
    std::string_view command, label;
    std::string name;
};

/// "撤销：输入", so that one knows beforehand.
std::string with_label(std::string_view verb, std::string_view label) {
    return label.empty() ? std::string(verb) : with_colon(verb, tr(label));
}

std::vector<BarButton> buttons_of(const app::State& state, bool brief) {
    const edit::Document& document = state.document;
    return {
        {"open", "open", tr("打开"), std::string(tr("打开文件"))},
        {"paste", "paste", brief ? tr("粘贴") : tr("粘贴文本"), std::string(tr("粘贴文本"))},
        {"save-file", "save", brief ? tr("导出") : tr("导出文件"), std::string(tr("导出文件"))},
        {"undo", "undo", tr("撤销"), with_label(tr("撤销"), document.undo_label())},
        {"redo", "redo", tr("重做"), with_label(tr("重做"), document.redo_label())},
        {"print", "print", tr("打印"), std::string(tr("打印文本"))},
        {"more", "shortcuts", tr("更多"), std::string(tr("更多命令和快捷键"))},
    };
}

/// The key beside the label; not where the key depends on what has the keyboard.
std::string hint_of(const BarButton& one) {
    return one.command == "paste" ? "" : app::first_key(app::command(one.command).keys);
}

constexpr float between = 4;

float width_of(const Frame& frame, const BarButton& one, bool hints) {
    return button_width(frame, one.label, hints ? hint_of(one) : "") + between;
}

float width_of(const Frame& frame, const std::vector<BarButton>& buttons, bool hints) {
    float width = 0;
    for (const BarButton& one : buttons)
        width += width_of(frame, one, hints);
    return width;
}

/// Below it there is no room for the program's name and for long labels.
constexpr float narrow = 620;
constexpr float status_room = 84; ///< For how safe the work is.

TextLook brand_look(const Frame& frame) {
    return {theme::title_size, frame.colors.bar_text, true};
}
float brand_width(const Frame& frame) {
    return frame.text_width(tr("绩表"), brand_look(frame)) + 2 * theme::gap;
}

BarButton way_home() {
    return {"home", "home", tr("首页"), std::string(tr("回到首页"))};
}

float row_height(const Frame& frame) {
    return frame.control_height() + 16;
}
/// Where the form's name would not be read beside the buttons, it stands below them.
bool has_two_rows(const Frame& frame) {
    if (!frame.state.has_book() || frame.state.loading)
        return false;
    constexpr float form_room = 240;
    const float buttons =
        width_of(frame, way_home(), false) + width_of(frame, buttons_of(frame.state, false), false);
    return frame.room.w < 3 * theme::gap + brand_width(frame) + buttons + form_room + status_room;
}

/// Which form the book is in, and all others to change to.
void draw_form_choice(Frame& frame, const Rect& rect) {
    const auto& forms = frame.knowledge.templates.all();
    const auto names = [&frame] { return frame.knowledge.templates.names(); };
    const ChoiceLook look{.name = std::string(tr("表样")),
                          .value = frame.form.name,
                          .label = std::string(tr("表样：")),
                          .on_bar = true};
    if (const auto picked = choice(frame, choice_id("form"), rect, look, names))
        frame.wish(app::ChangeTemplate{forms[*picked].id});
}

/// Returns the x behind it.
float draw_button(Frame& frame, const BarButton& one, float x, const Rect& row, bool hints) {
    const float width = width_of(frame, one, hints);
    const float height = frame.control_height();
    const Rect place{x, row.y + (row.h - height) / 2, width - between, height};
    const ButtonLook look{ButtonKind::on_bar, app::is_possible(one.command, frame.state), one.name,
                          app::command(one.command).keys, hints ? hint_of(one) : ""};
    if (button(frame, one.id, place, one.label, look)) {
        if (const auto action = app::action_of(one.command))
            frame.wish(*action);
        else
            open_shortcuts(frame.view);
    }
    return x + width;
}

/// The way to all other books; nothing at home.
float draw_way_home(Frame& frame, float x, const Rect& row) {
    if (!frame.state.has_book() || frame.state.loading)
        return x;
    return draw_button(frame, way_home(), x, row, false);
}

/// What does not fit is found in 更多; what has no other place goes last.
float draw_buttons(Frame& frame, float x, const Rect& row, float right) {
    auto buttons = buttons_of(frame.state, row.w < narrow);
    constexpr float form_room = 420; // And for how safe the work is.
    const bool hints = !frame.coarse && x + width_of(frame, buttons, true) + form_room <= right;
    for (const char* least : {"print", "paste", "redo", "save-file"}) {
        if (x + width_of(frame, buttons, hints) - between > right)
            std::erase_if(buttons,
                          [least](const BarButton& one) { return one.id == std::string_view(least); });
    }
    for (const BarButton& one : buttons)
        x = draw_button(frame, one, x, row, hints);
    return x;
}

} // namespace

float top_bar_height(const Frame& frame) {
    return row_height(frame) + (has_two_rows(frame) ? frame.control_height() + 8 : 0);
}

void draw_top_bar(Frame& frame, const Rect& rect) {
    frame.fill(frame.to_edges(rect), frame.colors.bar);
    frame.begin_group("bar", Role::group, tr("工具栏"), rect);
    const Rect row{rect.x, rect.y, rect.w, row_height(frame)};
    const TextLook brand = brand_look(frame);
    float x = row.x + theme::gap;
    if (row.w >= narrow) {
        heading(frame, "brand", x, row.y + (row.h - frame.line_height(brand)) / 2, 60, tr("绩表"), 1, brand);
        x += brand_width(frame);
    } else {
        frame.node("brand", Role::heading, tr("绩表"), row).level = 1; // A page has a heading, seen or not.
        if (frame.has_focus("brand"))
            frame.outline(row, frame.colors.bar_text, 0, 2);
    }
    const float right = row.x + row.w - theme::gap;
    const float height = frame.control_height();
    if (has_two_rows(frame)) {
        draw_buttons(frame, x, row, right);
        const Rect below{row.x, row.y + row.h - 8, row.w, row.h};
        x = draw_way_home(frame, row.x + theme::gap, below);
        draw_form_choice(frame, {x, row.y + row.h, right - x - status_room, height});
        draw_status(frame, right, below, status_room - 8);
    } else {
        x = draw_buttons(frame, draw_way_home(frame, x, row), row, right);
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
