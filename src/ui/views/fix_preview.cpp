#include "app/later.h"
#include "base/text.h"
#include "base/words.h"
#include "edit/text_changes.h"
#include "ui/theme.h"
#include "ui/views/finding_parts.h"
#include "ui/views/later_dialogs.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <iterator>

namespace jibiao::ui {
namespace {

using check::FixKey;
using check::Mended;

constexpr std::string_view apply_node = "fix-all-apply";
constexpr float fix_gap = 8;
constexpr float tick_side = 18; ///< Of a tick.

FixKey key_of(const Mended& mended) {
    return {mended.rule, mended.at};
}

std::vector<Mended> mended_without(const Frame& frame, const std::vector<FixKey>& left_out) {
    const check::Subject subject{frame.state.book(), frame.form, frame.knowledge.profile,
                                 &frame.knowledge.templates.words()};
    return check::mend(subject, {}, left_out).mended;
}

/// Fixes of one rule stand together, in the order of the rules.
std::vector<Mended> grouped_by_rule(const std::vector<Mended>& all) {
    std::vector<Mended> grouped;
    for (const check::Rule* rule : check::rules())
        std::ranges::copy_if(all, std::back_inserter(grouped),
                             [rule](const Mended& mended) { return mended.rule == rule->id; });
    return grouped;
}

ViewState::FixPreview& preview_of(Frame& frame) {
    ViewState::FixPreview& preview = frame.view.fixes;
    const std::array<std::uint64_t, 2> book{frame.state.document.revision(),
                                            frame.state.document.generation()};
    if (preview.of == book)
        return preview;
    preview = {.listed = grouped_by_rule(mended_without(frame, {})), .of = book};
    preview.chosen = preview.listed.size();
    return preview;
}

bool is_left_out(const ViewState::FixPreview& preview, const Mended& mended) {
    return std::ranges::find(preview.left_out, key_of(mended)) != preview.left_out.end();
}

/// What stays is found anew: a fix may rest on another one, or take its place.
void toggle(Frame& frame, ViewState::FixPreview& preview, const FixKey& key) {
    if (std::erase(preview.left_out, key) == 0)
        preview.left_out.push_back(key);
    std::vector<Mended> chosen = mended_without(frame, preview.left_out);
    preview.chosen = chosen.size();
    std::vector<Mended> listed; // Each where it stood: it must not move away beneath the finger.
    for (Mended& one : preview.listed) {
        const auto again = std::ranges::find(chosen, key_of(one), key_of);
        if (again != chosen.end()) {
            listed.push_back(std::move(*again));
            chosen.erase(again);
        } else if (is_left_out(preview, one)) {
            listed.push_back(std::move(one));
        }
    }
    std::ranges::move(chosen, std::back_inserter(listed));
    preview.listed = grouped_by_rule(listed);
    frame.machine.wake(2);
}

// ---- differences ----

/// A text in three: what is the same at the front, what differs, what is the same at the end.
struct Pieces {
    std::string front, middle, back;
};

/// By whole signs, and only as much of what is the same as tells the place.
Pieces pieces_of(std::string_view text, const std::vector<CodePoint>& points, edit::CommonEnds ends) {
    constexpr std::size_t shown = 10;
    constexpr std::size_t most = 16;
    const auto offset = [&](std::size_t index) {
        return index < points.size() ? points[index].offset : text.size();
    };
    const std::size_t front = ends.front;
    const std::size_t from = front > shown ? front - shown : 0;
    const std::size_t end = points.size() - ends.back;
    const std::size_t to = std::min(points.size(), end + shown);
    return {(from > 0 ? "…" : "") + std::string(text.substr(offset(from), offset(front) - offset(from))),
            shorten_in_line(text.substr(offset(front), offset(end) - offset(front)), most),
            std::string(text.substr(offset(end), offset(to) - offset(end))) +
                (to < points.size() ? "…" : "")};
}

std::array<Pieces, 2> difference(std::string_view before, std::string_view after) {
    const auto a = code_points(before);
    const auto b = code_points(after);
    const auto ends = edit::common_ends(a, b);
    return {pieces_of(before, a, ends), pieces_of(after, b, ends)};
}

/// "− 5.0" or "＋ 5": what differs on a ground of its own, struck out or underlined.
void draw_pieces(Frame& frame, const Pieces& pieces, bool is_new, float x, float y, float right) {
    const theme::Tint old = frame.colors.of(check::Severity::error);
    const ImU32 color = is_new ? frame.colors.done : old.strong;
    const TextLook look{theme::text_size, frame.colors.ink};
    const TextLook marked{theme::text_size, color, true};
    const float height = frame.line_height(look);
    frame.text(x, y, is_new ? "＋" : "－", marked);
    x += 24;
    const auto draw = [&](const std::string& text, const TextLook& how) {
        const float width = std::min(frame.text_width(text, how), std::max(0.0f, right - x));
        if (&how == &marked && width > 0) {
            frame.fill({x - 1, y + 1, width + 2, height - 2}, is_new ? frame.colors.accent_pale : old.pale,
                       2);
            frame.fill({x, y + (is_new ? height - 3 : height / 2), width, 1.5f}, color);
        }
        frame.text_cut(x, y, width + 1, text, how);
        x += width + 1;
    };
    if (pieces.front.empty() && pieces.middle.empty() && pieces.back.empty())
        return draw(std::string(tr("（空白）")), {theme::text_size, frame.colors.quiet});
    draw(pieces.front, look);
    draw(pieces.middle, marked);
    draw(pieces.back, look);
}

// ---- entries ----

float entry_height(const Frame& frame, const Mended& mended) {
    const float line = frame.line_height({theme::text_size});
    const float lines = mended.cells.empty() ? 2 : 3 * static_cast<float>(mended.cells.size());
    return std::max(frame.control_height(), lines * line + 2 * fix_gap);
}

std::string spoken(const Frame& frame, const Mended& mended) {
    std::string text = mended.fix.title;
    for (const Mended::CellChange& cell : mended.cells) {
        text +=
            fill(tr("。{1}，改前：{2}，改后：{3}"), {place_in_words(frame.state.book(), frame.form, cell.at),
                                                     cell.before.empty() ? tr("空白") : cell.before,
                                                     cell.after.empty() ? tr("空白") : cell.after});
    }
    return text;
}

void draw_tick(Frame& frame, float x, float y, bool is_on) {
    const Rect rect{x, y, tick_side, tick_side};
    frame.fill(rect, is_on ? frame.colors.primary : frame.colors.card, 3);
    frame.outline(rect, is_on ? frame.colors.primary : frame.colors.field_line, 3);
    if (!is_on)
        return;
    frame.line(x + 4, y + 9, x + 8, y + 13, frame.colors.primary_text, 2);
    frame.line(x + 8, y + 13, x + 14, y + 5, frame.colors.primary_text, 2);
}

/// True if it was pressed.
bool draw_entry(Frame& frame, const Mended& mended, const std::string& id, bool is_on, const Rect& rect) {
    frame.reveal_if_wanted(id, rect);
    platform::Node& node = frame.node(id, Role::button, spoken(frame, mended), rect);
    node.toggle = true;
    node.pressed = is_on;
    const Frame::Press press = frame.press(id, rect);
    if (press.hovered || press.held)
        frame.fill(rect, frame.colors.hover);
    if (frame.has_focus(id))
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const TextLook place{theme::small_size, frame.colors.quiet};
    const float line = frame.line_height({theme::text_size});
    const float x = rect.x + dialog_pad + tick_side + 10;
    const float right = rect.x + rect.w - dialog_pad;
    float y = rect.y + fix_gap;
    draw_tick(frame, rect.x + dialog_pad, y + 1, is_on);
    for (const Mended::CellChange& cell : mended.cells) {
        frame.text_cut(x, y, right - x, place_in_words(frame.state.book(), frame.form, cell.at), place);
        const auto pieces = difference(cell.before, cell.after);
        draw_pieces(frame, pieces[0], false, x, y + line, right);
        draw_pieces(frame, pieces[1], true, x, y + 2 * line, right);
        y += 3 * line;
    }
    if (mended.cells.empty()) {
        frame.text_cut(x, y, right - x, place_in_words(frame.state.book(), frame.form, mended.at), place);
        frame.text_cut(x, y + line, right - x, mended.fix.title, {theme::text_size, frame.colors.ink});
    }
    const bool activated = frame.activated(id);
    return press.clicked || activated;
}

/// Heading of a rule; returns its height.
float draw_rule(Frame& frame, const std::vector<Mended>& all, std::size_t first, float x, float y,
                float width) {
    const auto count = std::ranges::count(all, all[first].rule, &Mended::rule);
    const std::string text = fill(tr("{1} {2} 处"), {rule_title(all[first].rule), std::to_string(count)});
    const TextLook look{theme::text_size, frame.colors.ink, true};
    const float height = frame.line_height(look) + 10;
    frame.fill({x, y, width, height}, frame.colors.table_head);
    heading(frame, "fix-all/rule/" + std::string(all[first].rule), x + dialog_pad, y + 5,
            width - 2 * dialog_pad, text, 3, look);
    return height;
}

float draw_entries(Frame& frame, ViewState::FixPreview& preview, const Frame::Area& area) {
    float y = area.y;
    std::optional<FixKey> pressed;
    for (std::size_t i = 0; i < preview.listed.size(); ++i) {
        const Mended& mended = preview.listed[i];
        if (i == 0 || preview.listed[i - 1].rule != mended.rule)
            y += draw_rule(frame, preview.listed, i, area.x, y, area.width);
        const bool is_on = !is_left_out(preview, mended);
        const Rect rect{area.x, y, area.width, entry_height(frame, mended)};
        const std::string id = "fix-all/" + std::to_string(i);
        if (frame.is_near(rect, 0) && draw_entry(frame, mended, id, is_on, rect))
            pressed = key_of(mended);
        y += rect.h;
        frame.fill({area.x, y - frame.hairline(), area.width, frame.hairline()}, frame.colors.line);
    }
    if (pressed)
        toggle(frame, preview, *pressed);
    return y;
}

void draw_fix_foot(Frame& frame, const ViewState::FixPreview& preview, const Rect& foot) {
    const std::string label = fill(tr("应用 {1} 处"), {std::to_string(preview.chosen)});
    const float height = frame.control_height();
    const float y = foot.y + foot.h - height;
    const float width = button_width(frame, label);
    if (button(frame, std::string(apply_node), {foot.x, y, width, height}, label,
               {ButtonKind::primary, preview.chosen > 0})) {
        frame.wish(app::ApplySafeFixes{preview.left_out});
        frame.view.dialog_return = "next-finding"; // 全部修复 goes with what it repaired.
        close_dialog(frame.view);
        frame.machine.wake(2);
    } else if (button(frame, "fix-all-cancel",
                      {foot.x + width + fix_gap, y, button_width(frame, tr("取消")), height}, tr("取消"))) {
        close_dialog(frame.view);
        frame.machine.wake(2);
    }
}

} // namespace

void open_fix_preview(ViewState& view) {
    view.fixes = {};
    open_dialog(view, "fix-preview", std::string(apply_node));
}

void draw_fix_preview(Frame& frame) {
    ViewState::FixPreview& preview = preview_of(frame);
    const TextLook look{theme::text_size, frame.colors.quiet};
    const std::string_view text =
        preview.listed.empty()
            ? tr("没有可以自动修复的问题。")
            : tr("只改有把握的地方，不会带来新问题。不想改的，点一下去掉勾。应用后是一步，可以撤销。");
    const float inner = std::min(680.0f, frame.room.w - 16) - 2 * dialog_pad;
    const Dialog dialog = begin_dialog(frame, {.title = std::string(tr("全部修复：先看会改什么")),
                                               .width = 680,
                                               .head = frame.paragraph_height(inner, text, look) + fix_gap,
                                               .foot = frame.control_height() + fix_gap});
    frame.paragraph(dialog.head.x, dialog.head.y, dialog.head.w, text, look);
    frame.node("fix-all-says", Role::text, text, dialog.head);
    const Frame::Area area = dialog.begin_body(frame);
    frame.end_scroll(area, draw_entries(frame, preview, area));
    draw_fix_foot(frame, preview, dialog.foot);
    end_dialog(frame, dialog);
}

} // namespace jibiao::ui
