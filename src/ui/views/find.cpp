#include "ui/views/find.h"

#include "app/commands.h"
#include "app/find.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>

namespace jibiao::ui {
namespace {

constexpr float find_gap = 6;
constexpr float find_count_width = 64;

/// After a change of the words or of the book. The cell that was found stays found if it still may be.
void search_book(Frame& frame, ViewState::Find& find) {
    const edit::Document& document = frame.state.document;
    const std::array<std::uint64_t, 2> book{document.revision(), document.generation()};
    const bool are_other_words = find.found_for != find.words;
    if (!are_other_words && find.found_in == book)
        return;
    const auto before = find.current();
    find.found = app::find_in_book(document.book(), find.words);
    find.found_for = find.words;
    find.found_in = book;
    const auto same = before ? std::ranges::find(find.found, *before) : find.found.end();
    find.at = same == find.found.end() ? 0 : static_cast<std::size_t>(same - find.found.begin());
    if (are_other_words && find.current())
        frame.wish(app::LookAt{*find.current()});
}

/// On or back, round the end.
void step_on(Frame& frame, ViewState::Find& find) {
    const int steps = std::exchange(find.steps, 0);
    if (steps == 0 || find.found.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(find.found.size());
    find.at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(find.at) + steps + count) % count);
    frame.wish(app::LookAt{*find.current()});
}

void draw_find_count(Frame& frame, const ViewState::Find& find, const Rect& rect) {
    std::string shown, spoken;
    if (!find.found.empty()) {
        const std::string at = std::to_string(find.at + 1);
        const std::string all = std::to_string(find.found.size());
        shown = at + "/" + all;
        spoken = fill(tr("第 {1} 处，共 {2} 处"), {at, all});
    } else if (!find.words.empty()) {
        shown = spoken = tr("没有找到");
    }
    const TextLook look{theme::small_size, frame.colors.quiet};
    frame.node("find-count", Role::status, spoken, rect);
    frame.text_cut(rect.x, rect.y + (rect.h - frame.line_height(look)) / 2, rect.w, shown, look);
}

} // namespace

float find_height(const Frame& frame) {
    return frame.view.find.is_open ? frame.control_height() + 12 : 0;
}

void draw_find(const platform::Later&, Frame& frame, const Rect& rect) {
    ViewState::Find& find = frame.view.find;
    search_book(frame, find);
    step_on(frame, find);
    frame.begin_group("find", Role::group, tr("查找"), rect);
    frame.fill(frame.to_edges(rect), frame.colors.card);
    frame.fill(frame.to_edges({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}),
               frame.colors.line);
    const float side = frame.control_height();
    const float y = rect.y + (rect.h - side) / 2;
    float x = rect.x + theme::gap;
    const float buttons = 3 * (side + find_gap) + find_count_width + find_gap;
    const float width = std::clamp(rect.w - 2 * theme::gap - buttons, 80.0f, 360.0f);
    plain_field(frame, std::string(find_node), find.words, {x, y, width, side}, tr("查找"),
                {.placeholder = std::string(tr("在整份文本里查找")), .stays = true});
    x += width + find_gap;
    draw_find_count(frame, find, {x, y, find_count_width, side});
    x += find_count_width + find_gap;
    const auto offer = [&](const char* id, const char* label, std::string_view name, const char* command) {
        const bool is_close = std::string_view(command) == "escape";
        const ButtonLook look{ButtonKind::quiet, is_close || !find.found.empty(), std::string(name),
                              app::command(command).keys};
        x += side + find_gap;
        return button(frame, id, {x - side - find_gap, y, side, side}, label, look);
    };
    if (offer("find-previous", "∧", tr("上一处匹配"), "previous-match"))
        find.steps = -1;
    if (offer("find-next", "∨", tr("下一处匹配"), "next-match"))
        find.steps = 1;
    if (find.steps != 0)
        frame.machine.wake(2);
    if (offer("find-close", "×", tr("关闭查找"), "escape")) {
        if (const auto at = close_find(frame.view))
            frame.wish(app::GoTo{*at});
        frame.machine.wake(2);
    }
    frame.end_group();
}

void open_find(ViewState& view) {
    if (!view.find.is_open)
        view.find.return_to = view.focused;
    view.find.is_open = true;
    view.focus_wanted = find_node;
}

std::optional<FieldRef> close_find(ViewState& view) {
    view.find.is_open = false;
    constexpr std::string_view parts = "find-";
    if (!view.focused.starts_with(parts)) // The person has gone on elsewhere.
        return std::nullopt;
    if (!view.find.current())
        view.focus_wanted = view.find.return_to;
    return view.find.current();
}

void mark_found(const platform::Later&, Frame& frame, std::string_view text, const Rect& rect,
                const Rect& inner, const TextLook& look) {
    frame.outline(rect, frame.colors.accent, theme::radius, 3);
    const auto stretches = app::find_in_text(text, frame.view.find.words);
    float y = inner.y;
    for (const std::string_view line : frame.wrap(text, inner.w, look)) {
        const auto start = static_cast<std::size_t>(line.data() - text.data());
        for (const app::Stretch& stretch : stretches) {
            const std::size_t from = std::clamp(stretch.from, start, start + line.size()) - start;
            const std::size_t to = std::clamp(stretch.to, start, start + line.size()) - start;
            const float x = inner.x + frame.text_width(line.substr(0, from), look);
            const float width = frame.text_width(line.substr(from, to - from), look);
            if (to > from)
                frame.fill({x, y, width, frame.line_height(look)},
                           (frame.colors.accent & 0x00FFFFFF) | 0x40000000);
        }
        y += frame.line_height(look);
    }
}

} // namespace jibiao::ui
