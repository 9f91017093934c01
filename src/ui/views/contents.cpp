#include "app/commands.h"
#include "base/words.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace jibiao::ui {
namespace {

using Counts = std::array<std::size_t, 3>; ///< By check::Severity.

struct Entry {
    std::string id;
    std::string number;
    std::string label;
    bool selected = false;
    Counts counts{};
    app::Action action;
};

/// Which project each finding lies in; 0 for the document's texts.
std::unordered_map<RowId, Counts> count_by_project(const Frame& frame) {
    const app::State& state = frame.state;
    std::unordered_map<RowId, Counts> counts;
    for (const check::Finding& finding : state.report.findings) {
        const RowId project = app::project_at(state.book(), frame.row_places(), finding.at);
        ++counts[project][static_cast<std::size_t>(finding.severity)];
    }
    return counts;
}

std::vector<Entry> entries_of(const Frame& frame) {
    const app::State& state = frame.state;
    const auto& counts = frame.view.counts.get(state, 0, [&frame] { return count_by_project(frame); });
    const auto counts_of = [&counts](RowId project) {
        const auto found = counts.find(project);
        return found == counts.end() ? Counts{} : found->second;
    };
    std::vector<Entry> entries;
    entries.push_back({"contents/texts", "", std::string(tr("部门整体绩效文本")),
                       state.page == app::Page::texts, counts_of(0), app::ShowPage{app::Page::texts}});
    for (std::size_t i = 0; i < state.book().projects.size(); ++i) {
        const Project& project = state.book().projects[i];
        const bool department = project.kind == ProjectKind::department;
        const std::size_t number = number_of_project(state.book(), i);
        const std::string name = project.name.empty() ? std::string(tr("（未命名）")) : project.name.text;
        entries.push_back({"contents/" + std::to_string(project.id), department ? "" : std::to_string(number),
                           department ? fill(tr("{1}（部门整体）"), {name}) : name,
                           state.page == app::Page::project && state.project == project.id,
                           counts_of(project.id), app::ShowProject{project.id}});
    }
    if (!state.book().notes.empty()) {
        entries.push_back({"contents/notes", "",
                           fill(tr("导入说明 {1} 条"), {std::to_string(state.book().notes.size())}),
                           state.page == app::Page::notes, Counts{}, app::ShowPage{app::Page::notes}});
    }
    std::erase_if(entries, [&state](const Entry& entry) {
        return state.only_findings && !entry.selected && entry.counts == Counts{};
    });
    entries.push_back({"contents/pictures", "", std::string(tr("图表")), state.page == app::Page::pictures,
                       Counts{}, app::ShowPage{app::Page::pictures}});
    if (state.page == app::Page::compare || !state.comparison.name.empty())
        entries.push_back({"contents/compare", "", std::string(tr("比较")), state.page == app::Page::compare,
                           Counts{}, app::ShowPage{app::Page::compare}});
    return entries;
}

std::string spoken(const Entry& entry) {
    std::string text =
        entry.number.empty() ? entry.label : fill(tr("项目 {1} {2}"), {entry.number, entry.label});
    for (const check::Severity severity : {check::Severity::error, check::Severity::warning}) {
        const std::size_t count = entry.counts[static_cast<std::size_t>(severity)];
        if (count > 0)
            text += fill(tr("，{1} {2}"), {tr(check::severity_name(severity)), std::to_string(count)});
    }
    return text;
}

/// Numbers of errors and warnings at the right.
void draw_badges(Frame& frame, const Entry& entry, float right, float y, float height) {
    const TextLook look{theme::small_size, frame.colors.card, true};
    float used = 0;
    for (const check::Severity severity : {check::Severity::warning, check::Severity::error}) {
        const std::size_t count = entry.counts[static_cast<std::size_t>(severity)];
        if (count == 0)
            continue;
        const std::string text = std::to_string(count);
        const float width = std::max(22.0f, frame.text_width(text, look) + 12);
        const Rect place{right - used - width, y + (height - 20) / 2, width, 20};
        const theme::Tint tint = frame.colors.of(severity);
        frame.fill(place, severity == check::Severity::error ? tint.strong : tint.pale, 10);
        TextLook number = look;
        number.color = severity == check::Severity::error ? frame.colors.card : tint.strong;
        frame.text(place.x + (width - frame.text_width(text, look)) / 2,
                   place.y + (20 - frame.line_height(look)) / 2, text, number);
        used += width + 4;
    }
}

constexpr float number_width = 28;
/// Names of projects begin alike ("关于提前下达…"), so they may take two lines.
constexpr std::size_t most_lines = 2;

TextLook name_look(const Frame& frame, const Entry& entry) {
    return {theme::text_size, frame.colors.ink, entry.selected};
}

/// What is left for the name next to number and badges.
float name_width(const Entry& entry, float width) {
    const bool counted = entry.counts[0] + entry.counts[1] + entry.counts[2] > 0;
    return width - 24 - (entry.number.empty() ? 0 : number_width) - (counted ? 54 : 0);
}

float entry_height(const Frame& frame, const Entry& entry, float width) {
    const auto lines = std::min(
        most_lines, frame.wrap(entry.label, name_width(entry, width), name_look(frame, entry)).size());
    const float text = static_cast<float>(lines) * frame.line_height(name_look(frame, entry));
    return std::max(text + 16, frame.control_height());
}

void draw_name(Frame& frame, const Entry& entry, float x, const Rect& rect) {
    const TextLook look = name_look(frame, entry);
    const float width = name_width(entry, rect.w);
    const auto lines = frame.wrap(entry.label, width, look);
    const auto count = std::min(most_lines, lines.size());
    float y = rect.y + (rect.h - static_cast<float>(count) * frame.line_height(look)) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        const std::size_t start = static_cast<std::size_t>(lines[i].data() - entry.label.data());
        const std::string_view rest = std::string_view(entry.label).substr(start);
        frame.text_cut(x, y, width, last ? rest : lines[i],
                       look); // The last line ends in "…" if there are more.
        y += frame.line_height(look);
    }
}

void draw_entry(Frame& frame, const Entry& entry, const Rect& rect) {
    frame.reveal_if_wanted(entry.id, rect);
    frame.node(entry.id, Role::button, spoken(entry), rect).selected = entry.selected;
    const Frame::Press press = frame.press(entry.id, rect);
    if (entry.selected || press.hovered)
        frame.fill(rect, entry.selected ? frame.colors.accent_pale : frame.colors.hover);
    if (entry.selected)
        frame.fill({rect.x, rect.y, 3, rect.h}, frame.colors.accent);
    if (frame.has_focus(entry.id))
        frame.outline(rect, frame.colors.accent, 0, 2);
    draw_badges(frame, entry, rect.x + rect.w - 8, rect.y, rect.h);
    const TextLook number{theme::small_size, frame.colors.quiet};
    frame.text(rect.x + 12, rect.y + (rect.h - frame.line_height(number)) / 2, entry.number, number);
    draw_name(frame, entry, rect.x + 12 + (entry.number.empty() ? 0 : number_width), rect);
    const bool activated = frame.activated(entry.id);
    if (press.clicked || activated)
        frame.wish(entry.action);
}

} // namespace

void draw_contents(Frame& frame, const Rect& rect) {
    frame.begin_group("contents", Role::region, tr("目录"), rect);
    const Frame::Area area = frame.begin_scroll("contents", rect, frame.colors.card);
    float y = area.y + 8;
    if (button(frame, "only-findings", {area.x + 8, y, area.width - 16, frame.control_height()},
               tr("只看有问题的"),
               {.keys = app::command("only-findings").keys, .pressed = frame.state.only_findings}))
        frame.wish(app::ToggleOnlyFindings{});
    y += frame.control_height() + 8;
    for (const Entry& entry : entries_of(frame)) {
        const float height = entry_height(frame, entry, area.width);
        draw_entry(frame, entry, {area.x, y, area.width, height});
        y += height;
    }
    y += 8;
    if (button(frame, "add-project",
               {area.x, y, button_width(frame, tr("＋ 增加项目")), frame.control_height()}, tr("＋ 增加项目"),
               {ButtonKind::quiet, true, std::string(tr("增加项目"))}))
        frame.wish(app::AddProject{});
    y += frame.control_height() + 8;
    frame.end_scroll(area, y);
    frame.fill({rect.x + rect.w - frame.hairline(), rect.y, frame.hairline(), rect.h}, frame.colors.line);
    frame.end_group();
}

void draw_contents_row(Frame& frame, const Rect& rect) {
    frame.begin_group("contents", Role::region, tr("目录"), rect);
    frame.fill(frame.to_edges(rect), frame.colors.card);
    frame.fill(frame.to_edges({rect.x, rect.y + rect.h - frame.hairline(), rect.w, frame.hairline()}),
               frame.colors.line);
    const auto entries = entries_of(frame);
    std::size_t here = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].selected)
            here = i;
    }
    const float side = frame.control_height();
    const float y = rect.y + (rect.h - side) / 2;
    const bool has_previous = !entries.empty() && here > 0;
    const bool has_next = here + 1 < entries.size();
    if (button(frame, "contents-previous", {rect.x + 8, y, side, side}, "‹",
               {ButtonKind::plain, has_previous, std::string(tr("上一个"))}))
        frame.wish(entries[here - 1].action);
    if (button(frame, "contents-next", {rect.x + rect.w - 8 - side, y, side, side}, "›",
               {ButtonKind::plain, has_next, std::string(tr("下一个"))}))
        frame.wish(entries[here + 1].action);
    const float add_x = rect.x + rect.w - 16 - 2 * side;
    if (button(frame, "add-project", {add_x, y, side, side}, "＋",
               {ButtonKind::plain, true, std::string(tr("增加项目"))}))
        frame.wish(app::AddProject{});
    if (!entries.empty()) {
        Entry current = entries[here];
        current.selected = false;
        draw_entry(frame, current, {rect.x + 16 + side, rect.y, add_x - rect.x - 24 - side, rect.h - 1});
    }
    frame.end_group();
}

} // namespace jibiao::ui
