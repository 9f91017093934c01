#include "app/compare.h"
#include "app/commands.h"
#include "base/text.h"
#include "base/words.h"
#include "edit/text_changes.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <charconv>

namespace jibiao::ui {
namespace compare_view {
namespace {

using app::WorkOnDifferences;
using edit::Change;
using Item = app::Comparison::Item;

constexpr float pad = 12;
constexpr float between = 8;
/// Narrower windows have one text above the other.
constexpr float least_beside = 640;
constexpr std::string_view arrow = " › ";
constexpr const char* take_label = word("采用左侧");
constexpr const char* look_label = word("查看");

struct Kind {
    Change change;
    const char* name;
};
constexpr Kind kinds[] = {{Change::changed, word("修改")},
                          {Change::moved, word("移动")},
                          {Change::added, word("新增")},
                          {Change::removed, word("删除")}};

std::string_view name_of(Change change) {
    return tr(std::ranges::find(kinds, change, &Kind::change)->name);
}
theme::Tint tint_of(const Frame& frame, Change change) {
    switch (change) {
    case Change::changed:
        return frame.colors.hint;
    case Change::moved:
        return frame.colors.warning;
    case Change::added:
        return {frame.colors.done, frame.colors.accent_pale};
    case Change::removed:
        break;
    }
    return frame.colors.error;
}

TextLook text_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink};
}
TextLook quiet_look(const Frame& frame) {
    return {theme::small_size, frame.colors.quiet};
}
TextLook part_look(const Frame& frame) {
    return {theme::text_size, frame.colors.ink, true};
}

// ---- words ----

struct Place {
    std::string part, rest, whole;
};
Place place_of(const Frame& frame, const Item& item) {
    const std::string whole = app::place_of(item, frame.state, frame.knowledge);
    const std::size_t end = whole.find(arrow);
    if (item.part == 0)
        return {std::string(tr("封面")), whole, whole};
    if (end != std::string::npos)
        return {whole.substr(0, end), whole.substr(end + arrow.size()), whole};
    return {whole, std::string(item.difference.change == Change::changed ? tr("标题") : tr("全部")), whole};
}

/// What a side says where the cell is blank, or the row is not there.
std::string_view missing(const Item& item) {
    return item.difference.change == Change::changed ? tr("（空）") : tr("（没有这一行）");
}
std::string_view shown(const Item& item, const std::string& text) {
    return text.empty() ? missing(item) : std::string_view(text);
}

/// The letters by which two texts differ, where both say something.
edit::TextChanges changes_of(Frame& frame, const Item& item) {
    const auto whole = [](const std::string& text) {
        return text.empty() ? std::vector<edit::TextPart>() : std::vector{edit::TextPart{0, text.size()}};
    };
    if (item.difference.change == Change::moved)
        return {};
    if (item.before.empty() || item.after.empty())
        return {whole(item.before), whole(item.after)};
    auto& known = frame.view.changes;
    if (constexpr std::size_t most = 500; known.size() >= most)
        known.clear();
    const auto [entry, is_new] = known.try_emplace(item.before + '\0' + item.after);
    if (is_new)
        entry->second = edit::text_changes(item.before, item.after);
    return entry->second;
}

std::string quoted(std::string_view verb, std::string_view text, const std::vector<edit::TextPart>& parts) {
    std::string words;
    for (const edit::TextPart& part : parts)
        words += fill(words.empty() ? verb : tr("、“{1}”"), {part.of(text)});
    return words;
}

/// The whole difference in one line, for screen readers.
std::string spoken(Frame& frame, const Item& item, const Place& place) {
    const std::string words =
        fill(tr("{1}：{2}。左：{3}。右：{4}"), {name_of(item.difference.change), place.whole,
                                                shown(item, item.before), shown(item, item.after)});
    if (item.difference.change != Change::changed || item.before.empty() || item.after.empty())
        return words;
    const edit::TextChanges changes = changes_of(frame, item);
    return words + quoted(tr("。删去“{1}”"), item.before, changes.removed) +
           quoted(tr("。增加“{1}”"), item.after, changes.added);
}

// ---- one difference ----

bool is_beside(float width) {
    return width >= least_beside;
}
float column_width(float width) {
    return is_beside(width) ? (width - 3 * pad) / 2 : width - 2 * pad;
}
/// With one text above the other each has its side's name above it.
float label_height(const Frame& frame, float width) {
    return is_beside(width) ? 0 : frame.line_height(quiet_look(frame));
}

float card_height(const Frame& frame, const Item& item, float width) {
    const float column = column_width(width);
    const float before = frame.paragraph_height(column, shown(item, item.before), text_look(frame));
    const float after = frame.paragraph_height(column, shown(item, item.after), text_look(frame));
    const float texts = is_beside(width) ? std::max(before, after)
                                         : before + after + 2 * label_height(frame, width) + between;
    return between + frame.control_height() + 4 + texts + pad;
}

enum class Mark : std::uint8_t { struck, underlined };

/// A text with its `parts` on a ground and struck out or underlined. Returns its height.
float draw_marked(Frame& frame, float x, float y, float width, std::string_view text,
                  const std::vector<edit::TextPart>& parts, Mark mark) {
    const TextLook look = text_look(frame);
    const float step = frame.line_height(look);
    const theme::Tint tint = tint_of(frame, mark == Mark::struck ? Change::removed : Change::added);
    const float down = mark == Mark::struck ? step * 0.52f : step * 0.88f;
    const auto lines = frame.wrap(text, width, look);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float top = y + static_cast<float>(i) * step;
        if (!frame.is_visible({x, top, width, step}))
            continue;
        const auto from = static_cast<std::size_t>(lines[i].data() - text.data());
        const std::size_t to = from + lines[i].size();
        std::vector<Rect> grounds;
        for (const edit::TextPart& part : parts) {
            const std::size_t begin = std::max(part.begin, from), end = std::min(part.end, to);
            if (begin >= end)
                continue;
            const float left = frame.text_width(text.substr(from, begin - from), look);
            const float right = frame.text_width(text.substr(from, end - from), look);
            grounds.push_back({x + left, top, right - left, step});
            frame.fill(grounds.back(), tint.pale, 2);
        }
        frame.text(x, top, lines[i], look);
        for (const Rect& ground : grounds)
            frame.fill({ground.x, top + down, ground.w, std::max(1.5f, frame.hairline())}, tint.strong);
    }
    return static_cast<float>(lines.size()) * step;
}

float draw_side(Frame& frame, const Item& item, const std::string& text, float x, float y, float width,
                const std::vector<edit::TextPart>& parts, Mark mark) {
    if (!text.empty())
        return draw_marked(frame, x, y, width, text, parts, mark);
    return frame.paragraph(x, y, width, missing(item), {theme::text_size, frame.colors.quiet});
}

void draw_texts(Frame& frame, const Item& item, const Rect& rect) {
    const edit::TextChanges changes = changes_of(frame, item);
    const float column = column_width(rect.w);
    const float x = rect.x + pad;
    float y = rect.y;
    if (is_beside(rect.w)) {
        draw_side(frame, item, item.before, x, y, column, changes.removed, Mark::struck);
        draw_side(frame, item, item.after, x + column + pad, y, column, changes.added, Mark::underlined);
        return;
    }
    const float label = label_height(frame, rect.w);
    frame.text(x, y, tr("左"), quiet_look(frame));
    y += label;
    y += draw_side(frame, item, item.before, x, y, column, changes.removed, Mark::struck) + between;
    frame.text(x, y, tr("右"), quiet_look(frame));
    draw_side(frame, item, item.after, x, y + label, column, changes.added, Mark::underlined);
}

/// Returns the width of the word.
float draw_kind(Frame& frame, Change change, float x, float y, float height) {
    const theme::Tint tint = tint_of(frame, change);
    const TextLook look{theme::small_size, tint.strong, true};
    const float width = frame.text_width(name_of(change), look) + 12;
    const float line = frame.line_height(look);
    frame.fill({x, y + (height - line) / 2, width, line}, tint.pale, theme::radius);
    frame.text(x + 6, y + (height - line) / 2, name_of(change), look);
    return width;
}

void draw_card(Frame& frame, std::size_t index, const Item& item, const Place& place, const Rect& rect) {
    const std::string id = "difference/" + std::to_string(index);
    frame.begin_group(id, Role::listitem, "", rect).selected = frame.state.comparison.current == index;
    card(frame, rect);
    if (frame.state.comparison.current == index)
        frame.outline(rect, frame.colors.accent, theme::radius, 2);
    const float height = frame.control_height();
    const float y = rect.y + between;
    frame.node(id + "/text", Role::text, spoken(frame, item, place),
               {rect.x + pad, y, rect.w - 2 * pad, height});
    const float take = button_width(frame, tr(take_label)), look = button_width(frame, tr(look_label));
    float right = rect.x + rect.w - pad - take;
    if (button(frame, id + "/take", {right, y, take, height}, tr(take_label),
               {.accessible_name = with_colon(tr(take_label), place.whole)}))
        frame.wish(WorkOnDifferences{WorkOnDifferences::What::take_over, index});
    if (item.difference.change != Change::removed) {
        right -= look + 4;
        if (button(frame, id + "/look", {right, y, look, height}, tr(look_label),
                   {ButtonKind::quiet, true, with_colon(tr(look_label), place.whole)}))
            frame.wish(app::GoTo{item.at});
    }
    const float x =
        rect.x + pad + draw_kind(frame, item.difference.change, rect.x + pad, y, height) + between;
    frame.text_cut(x, y + (height - frame.line_height(part_look(frame))) / 2, right - x - between, place.rest,
                   part_look(frame));
    draw_texts(frame, item, {rect.x, y + height + 4, rect.w, 0});
    frame.end_group();
}

// ---- all of them ----

bool begins_part(const app::Comparison& comparison, std::size_t index) {
    const auto part = [&comparison](std::size_t i) { return comparison.items[comparison.shown[i]].part; };
    return index == 0 || part(index) != part(index - 1);
}
float part_height(const Frame& frame) {
    return frame.line_height(part_look(frame)) + 2 * between;
}

/// Breaking the lines of thousands of texts takes longer than drawing those that are seen.
const std::vector<float>& measure(Frame& frame, const app::Comparison& comparison, float width) {
    ViewState::GridMemory& memory = frame.view.grids["compare"];
    const std::array<double, 4> made_for{
        static_cast<double>(comparison.made), static_cast<double>(frame.state.document.generation()),
        static_cast<double>(width), static_cast<double>(frame.scale) * (frame.coarse ? -1 : 1)};
    if (memory.made_for == made_for && memory.tops.size() == comparison.shown.size() + 1)
        return memory.tops;
    memory.made_for = made_for;
    memory.tops.assign(1, 0);
    for (std::size_t i = 0; i < comparison.shown.size(); ++i) {
        const float above = begins_part(comparison, i) ? part_height(frame) : 0;
        const float height = card_height(frame, comparison.items[comparison.shown[i]], width);
        memory.tops.push_back(memory.tops.back() + above + height + between);
    }
    return memory.tops;
}

/// The difference whose node has the keyboard or is about to be shown.
std::optional<std::size_t> index_of(std::string_view node) {
    constexpr std::string_view prefix = "difference/";
    std::size_t index = 0;
    if (!node.starts_with(prefix) ||
        std::from_chars(node.data() + prefix.size(), node.data() + node.size(), index).ec != std::errc())
        return std::nullopt;
    return index;
}

/// One section or project: those from `first` up to `end`.
void draw_part(Frame& frame, std::size_t first, std::size_t end, const std::vector<float>& tops,
               const Rect& rect) {
    const app::Comparison& comparison = frame.state.comparison;
    const auto focused = index_of(frame.view.focused), wanted = index_of(frame.view.reveal);
    const std::string id = "differences/" + std::to_string(first);
    const std::string name = place_of(frame, comparison.items[comparison.shown[first]]).part;
    heading(frame, id + "/title", rect.x, rect.y + between, rect.w, name, 3, part_look(frame));
    frame.begin_group(id, Role::list, name,
                      {rect.x, rect.y + part_height(frame), rect.w, rect.h - part_height(frame)});
    for (std::size_t i = first; i < end; ++i) {
        const float above = i == first ? part_height(frame) : 0;
        const Rect place{rect.x, rect.y + tops[i] - tops[first] + above, rect.w,
                         tops[i + 1] - tops[i] - above - between};
        if (!frame.is_near(place, 0) && focused != i && wanted != i)
            continue;
        const Item& item = comparison.items[comparison.shown[i]];
        draw_card(frame, i, item, place_of(frame, item), place);
    }
    frame.end_group();
}

/// Returns the y below.
float draw_differences(Frame& frame, float x, const float y, float width) {
    const app::Comparison& comparison = frame.state.comparison;
    const std::vector<float>& tops = measure(frame, comparison, width);
    const auto focused = index_of(frame.view.focused), wanted = index_of(frame.view.reveal);
    const std::size_t count = comparison.shown.size();
    for (std::size_t first = 0, end = 0; first < count; first = end) {
        for (end = first + 1; end < count && !begins_part(comparison, end);)
            ++end;
        const auto has = [&](std::optional<std::size_t> index) {
            return index && *index >= first && *index < end;
        };
        const Rect rect{x, y + tops[first], width, tops[end] - tops[first]};
        if (frame.is_near(rect, 0) || has(focused) || has(wanted))
            draw_part(frame, first, end, tops, rect);
    }
    return y + tops.back();
}

void draw_nothing(Frame& frame, std::string_view text, float x, float y, float width) {
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node("compare-nothing", Role::status, std::string(text), {x, y, width, height});
}

// ---- above them ----

void draw_choice(const platform::Later& later, Frame& frame, const Rect& rect) {
    const auto options = [&] {
        std::vector<std::string> words;
        for (const app::ToCompare& one : app::choices_to_compare(later, frame.state))
            words.push_back(one.words);
        return words;
    };
    const ChoiceLook look{
        .name = std::string(tr("比较对象")),
        .value = frame.state.comparison.name,
        .label = std::string(tr("左：")),
    };
    const auto picked = choice(frame, choice_id("compare"), rect, look, options);
    if (!picked)
        return;
    if (const auto all = app::choices_to_compare(later, frame.state); *picked < all.size())
        frame.wish(all[*picked].action);
}

void draw_switches(Frame& frame, Flow& line) {
    const app::Comparison& comparison = frame.state.comparison;
    for (const auto& [change, name] : kinds) {
        const auto index = static_cast<std::size_t>(change);
        const std::string text = std::string(tr(name)) + " " + std::to_string(comparison.counts[index]);
        const ToggleLook look{comparison.shows[index], tint_of(frame, change)};
        if (toggle_button(frame, "compare/" + std::to_string(index),
                          line.place(toggle_width(frame, text, look)), text, look))
            frame.wish(WorkOnDifferences{WorkOnDifferences::What::show_or_hide, index});
    }
    const bool any = !comparison.shown.empty();
    const auto step = [&](const char* id, std::string_view label, std::string_view command, bool backwards) {
        if (button(frame, id, line.place(button_width(frame, label)), label,
                   {.enabled = any, .keys = app::command(command).keys}))
            frame.wish(app::NextFinding{backwards});
    };
    step("compare-previous", tr("上一处"), "previous-finding", true);
    step("compare-next", tr("下一处"), "next-finding", false);
}

/// What each side is, above its texts. Returns the y below.
float draw_sides(Frame& frame, float x, float y, float width) {
    const TextLook look = quiet_look(frame);
    const std::string left = with_colon(tr("左"), frame.state.comparison.name);
    const std::string_view right = tr("右：当前的内容");
    const float column = column_width(width);
    if (!is_beside(width))
        return y;
    frame.text_cut(x + pad, y, column, left, look);
    frame.text_cut(x + column + 2 * pad, y, column, right, look);
    frame.node("compare-sides", Role::text, fill(tr("{1}；{2}"), {left, right}),
               {x, y, width, frame.line_height(look)});
    return y + frame.line_height(look) + between;
}

/// Returns the y below.
float draw_above(const platform::Later& later, Frame& frame, float x, float y, float width) {
    const TextLook title{theme::title_size, frame.colors.ink, true};
    heading(frame, "compare-title", x, y, width, tr("比较"), 2, title);
    y += frame.line_height(title) + between;
    if (frame.state.comparison.name.empty())
        return y;
    draw_choice(later, frame, {x, y, std::min(width, 420.0f), frame.control_height()});
    Flow line(frame, x, y + frame.control_height() + between, width);
    draw_switches(frame, line);
    return draw_sides(frame, x, line.below() + between, width);
}

/// Returns the y below.
float draw_beginning(const platform::Later& later, Frame& frame, float x, float y, float width) {
    const std::string_view text =
        tr("选一份放在左边，与当前的内容逐格对照；右边不同的地方可以逐处改回左边的样子。");
    const TextLook look{theme::text_size, frame.colors.quiet};
    const float height = frame.paragraph(x, y, width, text, look);
    frame.node("compare-help", Role::text, std::string(text), {x, y, width, height});
    y += height + pad;
    std::size_t number = 0;
    for (const app::ToCompare& one : app::choices_to_compare(later, frame.state)) {
        const float wanted = std::min(width, button_width(frame, one.words));
        if (button(frame, "compare-with/" + std::to_string(number++), {x, y, wanted, frame.control_height()},
                   one.words))
            frame.wish(one.action);
        y += frame.control_height() + between;
    }
    return y;
}

} // namespace
} // namespace compare_view

void draw_compare(const platform::Later& later, Frame& frame, const Rect& rect) {
    using namespace compare_view;
    const app::Comparison& comparison = frame.state.comparison;
    frame.begin_group("compare", Role::region, tr("比较"), rect);
    const float x = rect.x + pad;
    // As wide as what scrolls below it.
    const float width = rect.w - 2 * pad - ImGui::GetStyle().ScrollbarSize / frame.scale;
    const float top = draw_above(later, frame, x, rect.y + pad, width);
    const Frame::Area area = frame.begin_scroll("compare", {rect.x, top, rect.w, rect.y + rect.h - top});
    float y = area.y;
    if (comparison.name.empty())
        y = draw_beginning(later, frame, x, y, width);
    else if (comparison.items.empty())
        draw_nothing(frame, tr("两份表内容相同。"), x, y + pad, width);
    else if (comparison.shown.empty())
        draw_nothing(frame, tr("这几类没有差别，点上面的按钮显示其他的。"), x, y + pad, width);
    else
        y = draw_differences(frame, x, y, width);
    frame.end_scroll(area, y + theme::foot);
    frame.end_group();
}

} // namespace jibiao::ui
