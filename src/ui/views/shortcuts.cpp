#include "app/commands.h"
#include "app/palette.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
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

std::string node_of(const app::PaletteEntry& entry) {
    constexpr std::string_view kinds[] = {"", "project/", "section/", "form/", "new/", "book/", "rule/"};
    return "shortcuts/" + std::string(kinds[static_cast<std::size_t>(entry.kind)]) + entry.id;
}

/// True when it was pressed. Enter in the search chooses the one that is `first`.
bool draw_entry(Frame& frame, const app::PaletteEntry& entry, bool first, const Rect& rect) {
    const std::string id = node_of(entry);
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(id, Role::option, entry.words, rect);
    node.shortcut = entry.keys;
    node.disabled = !entry.possible;
    node.selected = first;
    const Frame::Press press = frame.press(id, rect);
    if (entry.possible && (first || press.hovered || press.held))
        frame.fill(rect, first ? frame.colors.accent_pale : frame.colors.hover);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const TextLook look{theme::text_size, entry.possible ? frame.colors.ink : frame.colors.off};
    const Rect inner{rect.x + dialog_pad, rect.y, rect.w - 2 * dialog_pad, rect.h};
    if (entry.kind == app::PaletteKind::command)
        draw_row(frame, entry.words, app::keys_in_words(entry.keys), inner, look.color);
    else
        frame.text_cut(inner.x, inner.y + (inner.h - frame.line_height(look)) / 2, inner.w, entry.words,
                       look);
    const bool activated = frame.activated(id);
    return entry.possible && (press.clicked || activated);
}

void draw_text(Frame& frame, const std::string& id, std::string_view words, std::string_view keys,
               const Rect& rect) {
    frame.node(id, Role::text, with_colon(words, keys), rect);
    draw_row(frame, words, keys, {rect.x + dialog_pad, rect.y, rect.w - 2 * dialog_pad, rect.h},
             frame.colors.ink);
}

/// Keys of what cannot be chosen here; returns the y below.
float draw_other_keys(Frame& frame, const Frame::Area& area, float y) {
    const float height = frame.control_height();
    frame.fill({area.x, y, area.width, frame.hairline()}, frame.colors.line);
    const auto draw = [&](std::string_view id, std::string_view words, std::string_view keys) {
        draw_text(frame, "shortcuts/" + std::string(id), words, keys, {area.x, y, area.width, height});
        y += height;
    };
    for (const app::Command& command : app::commands()) {
        if (!app::action_of(command.id) && !app::is_for_page(command.id))
            draw(command.id, app::name_of(command), app::keys_in_words(command.keys));
    }
    for (const FieldKey& key : field_keys)
        draw(key.keys, tr(key.words), tr(key.keys));
    return y;
}

/// The way to a place, without a soft keyboard coming up there.
app::Action gentle(const Frame& frame, app::Action action) {
    if (const auto* go = std::get_if<app::GoTo>(&action); go && frame.coarse)
        return app::LookAt{go->at};
    return action;
}

void choose(const platform::Later& later, Frame& frame, const app::PaletteEntry& entry) {
    ViewState::Palette& palette = frame.view.palette;
    if (entry.kind == app::PaletteKind::command)
        frame.machine.set_preference(app::recent_preference,
                                     app::remember_recent(later, palette.recent, entry.id));
    if (entry.kind == app::PaletteKind::rule)
        return open_rule_page(frame.view, entry.id);
    close_dialog(frame.view);
    if (auto action = app::action_of(later, entry))
        frame.wish(gentle(frame, *std::move(action)));
    else
        palette.command = entry.id;
    frame.machine.wake(2);
}

bool has_readings(const Frame& frame) {
    const app::Library* library = frame.state.library.get();
    return library && !library->pinyin.empty();
}

/// Looked for when something has been typed or readings have come, or Ctrl+Z changed the book behind the
/// dialog.
void look_up(const platform::Later& later, Frame& frame) {
    ViewState::Palette& palette = frame.view.palette;
    const edit::Document& document = frame.state.document;
    const bool has_pinyin = has_readings(frame);
    const std::array<std::uint64_t, 4> in{document.generation(), document.revision(), words_version(),
                                          has_pinyin};
    if (palette.found_for == palette.text && palette.found_in == in)
        return;
    if (!palette.found_for) {
        palette.recent = app::read_recent(later, frame.machine.preference(app::recent_preference));
        if (!has_pinyin)
            frame.wish(app::FetchPinyin{});
    }
    palette.found =
        app::find_in_palette(later, app::palette_entries(later, frame.state, frame.knowledge, palette.recent),
                             has_pinyin ? frame.state.library->pinyin : Pinyin(), palette.text);
    palette.found_for = palette.text;
    palette.found_in = in;
}

float draw_entries(const platform::Later& later, Frame& frame, const Frame::Area& area) {
    ViewState::Palette& palette = frame.view.palette;
    const float height = frame.control_height();
    const float all = height * static_cast<float>(palette.found.size());
    const bool is_asked = frame.has_focus(std::string(palette_node));
    std::optional<std::size_t> chosen;
    frame.begin_group("shortcuts/list", Role::list, std::string(tr("命令")),
                      {area.x, area.y, area.width, all});
    for (std::size_t i = 0; i < palette.found.size(); ++i) {
        const app::PaletteEntry& entry = palette.found[i];
        const Rect rect{area.x, area.y + height * static_cast<float>(i), area.width, height};
        if (entry.kind != app::PaletteKind::command && !frame.is_near(rect, 0))
            continue;
        const bool is_first = i == 0 && is_asked && entry.possible;
        if (draw_entry(frame, entry, is_first, rect) || (is_first && palette.is_done))
            chosen = i;
    }
    frame.end_group();
    if (!palette.text.empty())
        frame.node("shortcuts/said", Role::status,
                   fill(tr("找到 {1} 条，回车选“{2}”"),
                        {std::to_string(palette.found.size()), palette.found.front().words}),
                   {area.x, area.y, 1, 1});
    if (chosen)
        choose(later, frame, app::PaletteEntry(palette.found[*chosen]));
    return area.y + all;
}

float draw_nothing(Frame& frame, const Frame::Area& area) {
    const TextLook look{theme::text_size, frame.colors.quiet};
    const std::string text(tr("没有找到。请换一个词，或少打几个字。"));
    const float width = area.width - 2 * dialog_pad;
    const float height = frame.paragraph(area.x + dialog_pad, area.y + 8, width, text, look);
    frame.node("shortcuts/none", Role::status, text, {area.x + dialog_pad, area.y + 8, width, height});
    return area.y + height + 16;
}

} // namespace

void open_shortcuts(ViewState& view) {
    if (!view.dialog.empty())
        return;
    view.palette.text.clear();
    view.palette.is_done = false;
    view.palette.found_for.reset();
    open_dialog(view, "shortcuts", std::string(palette_node));
}

void draw_shortcuts(const platform::Later& later, Frame& frame) {
    look_up(later, frame);
    const ViewState::Palette& palette = frame.view.palette;
    const Dialog dialog = begin_dialog(
        frame,
        {.title = std::string(tr("命令和快捷键")), .content = 520, .head = frame.control_height() + 10});
    plain_field(
        frame, std::string(palette_node), palette.text,
        {dialog.head.x, dialog.head.y, dialog.head.w, frame.control_height()},
        std::string(tr("查找命令、项目、表样、规则")),
        {.placeholder = std::string(has_readings(frame) ? tr("按汉字、拼音或首字母查找") : tr("按汉字查找")),
         .stays = true});
    const Frame::Area area = dialog.begin_body(frame);
    float y = palette.found.empty() ? draw_nothing(frame, area) : draw_entries(later, frame, area);
    if (palette.text.empty())
        y = draw_other_keys(frame, area, y);
    frame.end_scroll(area, y);
    end_dialog(frame, dialog);
    frame.view.palette.is_done = false; // What comes later was not meant.
}

} // namespace jibiao::ui
