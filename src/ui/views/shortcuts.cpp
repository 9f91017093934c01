#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/later_dialogs.h"
#include "ui/views/views.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

/// What every program's text fields know; no command of ours.
struct FieldKey {
    const char *words, *keys;
};
constexpr FieldKey field_keys[] = {
    {word("到下一项、上一项"), word("Tab、Shift+Tab")},
    {word("完成这一格，到下一格"), "Enter"},
    {word("在表格的格子之间移动"), "↑ ↓ ← →"},
    {word("改格子里的文字"), word("F2，或再点一下")},
    {word("选中一片格子"), "Shift+↑ ↓ ← →"},
    {word("选中整行、整张表格"), word("Shift+Space、Ctrl+A")},
    {word("完成多行的文字"), "Ctrl+Enter"},
    {word("恢复这一格原来的文字"), "Esc"},
    {word("滚动"), "↑ ↓ PageUp PageDown Home End"},
};

float keys_width(float width) {
    return width * 0.46f;
}

/// Words at the left, keys at the right; returns its height.
float draw_row(Frame& frame, std::string_view words, std::string_view keys, const Rect& rect, ImU32 ink) {
    const TextLook look{theme::text_size, ink};
    const TextLook small{theme::small_size, frame.colors.quiet};
    const float right = keys_width(rect.w);
    frame.text_cut(rect.x, rect.y + (rect.h - frame.line_height(look)) / 2, rect.w - right - 8, words, look);
    frame.text_cut(rect.x + rect.w - right, rect.y + (rect.h - frame.line_height(small)) / 2, right, keys,
                   small);
    return rect.h;
}

/// True when it was pressed.
bool draw_command(Frame& frame, const app::Command& command, const Rect& rect) {
    const std::string id = "shortcuts/" + std::string(command.id);
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(id, Role::button, app::name_of(command), rect);
    const bool enabled = app::is_possible(command.id, frame.state);
    node.shortcut = command.keys;
    node.disabled = !enabled;
    const Frame::Press press = frame.press(id, rect);
    if (enabled && (press.hovered || press.held))
        frame.fill(rect, frame.colors.hover);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    draw_row(frame, app::name_of(command), app::keys_in_words(command.keys),
             {rect.x + dialog_pad, rect.y, rect.w - 2 * dialog_pad, rect.h},
             enabled ? frame.colors.ink : frame.colors.off);
    const bool activated = frame.activated(id);
    return enabled && (press.clicked || activated);
}

void draw_text(Frame& frame, const std::string& id, std::string_view words, std::string_view keys,
               const Rect& rect) {
    frame.node(id, Role::text, with_colon(words, keys), rect);
    draw_row(frame, words, keys, {rect.x + dialog_pad, rect.y, rect.w - 2 * dialog_pad, rect.h},
             frame.colors.ink);
}

/// Returns the y below. The commands that can be given here come first, as buttons.
float draw_rows(Frame& frame, const Frame::Area& area) {
    const float height = frame.control_height();
    float y = area.y;
    const auto place = [&] {
        y += height;
        return Rect{area.x, y - height, area.width, height};
    };
    const app::Command* pressed = nullptr;
    for (const app::Command& command : app::commands()) {
        if (app::action_of(command.id) && draw_command(frame, command, place()))
            pressed = &command;
    }
    frame.fill({area.x, y, area.width, frame.hairline()}, frame.colors.line);
    for (const app::Command& command : app::commands()) {
        if (!app::action_of(command.id))
            draw_text(frame, "shortcuts/" + std::string(command.id), app::name_of(command),
                      app::keys_in_words(command.keys), place());
    }
    for (const FieldKey& key : field_keys)
        draw_text(frame, "shortcuts/" + std::string(key.keys), tr(key.words), tr(key.keys), place());
    if (pressed) {
        close_dialog(frame.view);
        frame.wish(*app::action_of(pressed->id));
    }
    return y;
}

} // namespace

void open_shortcuts(ViewState& view) {
    if (view.dialog.empty())
        open_dialog(view, "shortcuts", "shortcuts/" + std::string(app::commands().front().id));
}

void draw_shortcuts(Frame& frame) {
    const auto rows = static_cast<float>(app::commands().size() + std::size(field_keys));
    const Dialog dialog =
        begin_dialog(frame, {.title = std::string(tr("快捷键")), .content = rows * frame.control_height()});
    const Frame::Area area = dialog.begin_body(frame);
    frame.end_scroll(area, draw_rows(frame, area));
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
