#include "ui/frame.h"

#include "base/sort.h"
#include "base/words.h"
#include "ui/line_break.h"
#include "ui/theme.h"

#include <imgui_internal.h> // Which window scrolls in which direction.

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jibiao::ui {
namespace {

Rect intersect(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0f, std::min(a.x + a.w, b.x + b.w) - x),
            std::max(0.0f, std::min(a.y + a.h, b.y + b.h) - y)};
}

/// Around what is scrolled to.
constexpr float reveal_margin = 24;

/// How far to scroll so that what lies at `start` is seen between `from` and `from + room`; its beginning
/// where it is larger.
float way_into(float start, float length, float from, float room) {
    float way = 0;
    if (start + length + reveal_margin > from + room)
        way = start + length + reveal_margin - (from + room);
    if (start - reveal_margin - way < from)
        way = start - reveal_margin - from;
    return way;
}

/// "12/" at the front of `text`.
template <class Number>
bool take_number(std::string_view& text, Number& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto used = static_cast<std::size_t>(end - text.data());
    if (failure != std::errc() || used >= text.size() || text[used] != '/')
        return false;
    text.remove_prefix(used + 1);
    return true;
}

auto index_findings(const app::State& state) {
    std::unordered_map<std::uint64_t, std::vector<const check::Finding*>> by_cell;
    for (const check::Finding& finding : state.report.findings)
        by_cell[cell_key(finding.at)].push_back(&finding);
    for (auto& [key, findings] : by_cell) {
        // Gravest first, otherwise as in the report, in which they all lie.
        jibiao::sort(findings, [](const check::Finding* a, const check::Finding* b) {
            return a->severity != b->severity ? a->severity > b->severity : a < b;
        });
    }
    return by_cell;
}

/// The cell whose choices a node opens.
std::string_view without_choice(std::string_view node) {
    return node.starts_with(choice_prefix) ? node.substr(choice_prefix.size()) : node;
}

} // namespace

Frame::Frame(platform::Platform& the_machine, const Fonts& fonts, const app::State& the_state,
             const app::Knowledge& the_knowledge, ViewState& the_view)
    : state(the_state), knowledge(the_knowledge),
      form(the_knowledge.templates.get(the_state.book().template_id)), view(the_view), machine(the_machine),
      colors(theme::palette_of(the_machine.look())), fonts_(fonts), parents_{""} {
    const platform::Size size = machine.size();
    const auto [top, right, bottom, left] = size.insets;
    const float ui = view.ui_scale;
    scale = size.scale * ui;
    coarse = size.coarse_pointer;
    width = static_cast<float>(size.width) / scale;
    height = static_cast<float>(size.height) / scale;
    room = {left / ui, top / ui, std::max(0.0f, width - (left + right) / ui),
            std::max(0.0f, height - (top + bottom) / ui)};
    has_soft_keyboard = bottom >= least_keyboard || view.window_has_keyboard;
    clip_ = scroll_clip_ = {0, 0, width, height};
    tree_.reserve(view.node_count + 64);
    for (const std::string* node : {&view.reveal, &view.focused, &view.focus_wanted, &view.anchor}) {
        const auto cell = field_of_node(without_choice(*node));
        if (cell && cell->at.row != 0) // The cover has none.
            wanted_rows_.push_back(cell->at.row);
    }
}

platform::Node& Frame::node(std::string id, Role role, std::string_view name, const Rect& rect) {
    platform::Node& made = tree_.emplace_back();
    made.id = std::move(id);
    made.parent = parents_.back();
    made.role = role;
    made.name = name;
    made.rect = snap(rect);
    made.clip = intersect(made.rect, clip_);
    if (made.clip.w <= 0 || made.clip.h <= 0)
        made.clip = {made.rect.x, made.rect.y, 0, 0};
    return made;
}

platform::Node& Frame::begin_group(std::string id, Role role, std::string_view name, const Rect& rect) {
    platform::Node& made = node(std::move(id), role, name, rect);
    parents_.push_back(made.id);
    return made;
}

void Frame::cover_fields(const Rect& rect) {
    for (platform::Node& field : tree_) {
        const Rect under = intersect(field.clip, rect);
        if (field.role != Role::textbox || under.w <= 0 || under.h <= 0)
            continue;
        const float above = under.y - field.clip.y;
        const float below = field.clip.y + field.clip.h - under.y - under.h;
        if (below > above)
            field.clip.y = under.y + under.h;
        field.clip.h = std::max(above, below);
        if (field.clip.h <= 0)
            field.clip.w = 0;
    }
}

float Frame::snap(float css) const {
    return std::round(css * scale) / scale;
}

float Frame::hairline() const {
    return std::max(1.0f, std::floor(scale)) / scale;
}

Rect Frame::snap(const Rect& rect) const {
    const float x = snap(rect.x);
    const float y = snap(rect.y);
    return {x, y, snap(rect.x + rect.w) - x, snap(rect.y + rect.h) - y};
}

Rect Frame::to_edges(const Rect& rect) const {
    const auto is_at = [](float a, float b) { return std::abs(a - b) < 0.5f; };
    const float right = rect.x + rect.w;
    const float bottom = rect.y + rect.h;
    const float x = is_at(rect.x, room.x) ? 0 : rect.x;
    const float y = is_at(rect.y, room.y) ? 0 : rect.y;
    return {x, y, (is_at(right, room.x + room.w) ? width : right) - x,
            (is_at(bottom, room.y + room.h) ? height : bottom) - y};
}

ImVec2 Frame::device(float x, float y) const {
    return {std::round(x * scale), std::round(y * scale)};
}

bool Frame::is_outside(const Rect& rect) const {
    constexpr float around = 2; // Edges and rings lie on both sides of a border.
    return !is_visible({rect.x - around, rect.y - around, rect.w + 2 * around, rect.h + 2 * around});
}

void Frame::fill(const Rect& rect, ImU32 color, float radius) {
    if (is_outside(rect))
        return;
    ImGui::GetWindowDrawList()->AddRectFilled(
        device(rect.x, rect.y), device(rect.x + rect.w, rect.y + rect.h), color, radius * scale);
}

void Frame::outline(const Rect& rect, ImU32 color, float radius, float thickness) {
    if (is_outside(rect))
        return;
    const float width_px = std::max(1.0f, std::round(thickness * scale));
    ImVec2 from = device(rect.x, rect.y);
    ImVec2 to = device(rect.x + rect.w, rect.y + rect.h);
    const float inset = width_px / 2; // ImGui centres the stroke on the edge; a box's border lies inside.
    from.x += inset - 0.5f;
    from.y += inset - 0.5f;
    to.x -= inset - 0.5f;
    to.y -= inset - 0.5f;
    ImGui::GetWindowDrawList()->AddRect(from, to, color, radius * scale, 0, width_px);
}

void Frame::line(float x0, float y0, float x1, float y1, ImU32 color, float thickness) {
    if (is_outside({std::min(x0, x1), std::min(y0, y1), std::abs(x1 - x0), std::abs(y1 - y0)}))
        return;
    ImGui::GetWindowDrawList()->AddLine(device(x0, y0), device(x1, y1), color,
                                        std::max(1.0f, thickness * scale));
}

float Frame::font_size(const TextLook& look) const {
    return std::round(look.size * scale) / scale;
}
float Frame::line_height(const TextLook& look) const {
    return std::round(look.size * theme::line_height * scale) / scale;
}

float Frame::text_width(std::string_view text, const TextLook& look) const {
    const float size = font_size(look) * scale;
    return font(look)->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x / scale;
}

void Frame::text(float x, float y, std::string_view text, const TextLook& look) {
    if (is_outside({x, y, FLT_MAX, line_height(look)}))
        return;
    const float size = std::round(font_size(look) * scale);
    const float top = std::round(y * scale) + std::floor((std::round(line_height(look) * scale) - size) / 2);
    ImGui::GetWindowDrawList()->AddText(font(look), size, {std::round(x * scale), top}, look.color,
                                        text.data(), text.data() + text.size());
}

float Frame::text_cut(float x, float y, float width_available, std::string_view whole, const TextLook& look) {
    const float whole_width = text_width(whole, look);
    if (whole_width <= width_available) {
        text(x, y, whole, look);
        return whole_width;
    }
    constexpr std::string_view ellipsis = "…";
    const auto parts = wrap(whole, std::max(0.0f, width_available - text_width(ellipsis, look)), look);
    const std::string shown = std::string(parts.front()) + std::string(ellipsis);
    text(x, y, shown, look);
    return text_width(shown, look);
}

const LineMemory::Lines& Frame::lines(std::string_view text, float wrap_width, const TextLook& look) const {
    return view.lines.lines(text, {wrap_width, look.size, scale, look.bold}, [&] {
        return break_lines(text, wrap_width, [&](std::string_view part) { return text_width(part, look); });
    });
}

std::vector<std::string_view> Frame::wrap(std::string_view text, float wrap_width,
                                          const TextLook& look) const {
    std::vector<std::string_view> parts;
    for (const LineMemory::Line& line : lines(text, wrap_width, look))
        parts.push_back(text.substr(line.start, line.length));
    return parts;
}

float Frame::paragraph(float x, float y, float wrap_width, std::string_view content, const TextLook& look) {
    const auto lines = wrap(content, wrap_width, look);
    const float step = line_height(look);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float top = y + static_cast<float>(i) * step;
        if (is_visible({x, top, wrap_width, step}))
            text(x, top, lines[i], look);
    }
    return static_cast<float>(lines.size()) * step;
}

float Frame::paragraph_height(float wrap_width, std::string_view content, const TextLook& look) const {
    return static_cast<float>(lines(content, wrap_width, look).size()) * line_height(look);
}

bool Frame::is_near(const Rect& rect, RowId row) const {
    constexpr float reach = 2000;
    const bool in_reach =
        rect.y + rect.h > scroll_clip_.y - reach && rect.y < scroll_clip_.y + scroll_clip_.h + reach;
    return in_reach || std::ranges::find(wanted_rows_, row) != wanted_rows_.end();
}

bool Frame::is_visible(const Rect& rect) const {
    const Rect seen = intersect(rect, clip_);
    return seen.w > 0 && seen.h > 0;
}

Frame::Press Frame::press(const std::string& id, const Rect& rect) {
    if (!is_visible(rect) || rect.w <= 0 || rect.h <= 0)
        return {};
    const ImVec2 from = device(rect.x, rect.y);
    const ImVec2 to = device(rect.x + rect.w, rect.y + rect.h);
    ImGui::SetCursorScreenPos(from);
    Press result;
    result.clicked = ImGui::InvisibleButton(id.c_str(), {to.x - from.x, to.y - from.y});
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    return result;
}

bool Frame::is_under_pointer(const Rect& rect) const {
    return ImGui::IsMouseHoveringRect(device(rect.x, rect.y), device(rect.x + rect.w, rect.y + rect.h));
}

void Frame::begin_child(const std::string& id, const Rect& rect) {
    ImGui::SetCursorScreenPos(device(rect.x, rect.y));
    const ImVec2 size{std::round(rect.w * scale), std::round(rect.h * scale)};
    ImGui::BeginChild(id.c_str(), size, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
}

void Frame::begin_overlay(const std::string& id, const Rect& rect) {
    begin_child(id, rect);
}

void Frame::end_overlay() {
    ImGui::EndChild();
}

std::size_t Frame::begin_content(const std::string& id, const Rect& rect) {
    parents_.push_back(node("scroll/" + id, Role::scroll, "", rect).id);
    return tree_.size() - 1;
}

/// How large it is, is known only now.
void Frame::end_content(std::size_t index, const Rect& rect) {
    platform::Node& content = tree_[index];
    content.rect = snap(rect);
    content.clip = intersect(content.rect, clip_);
    parents_.pop_back();
}

Frame::Area Frame::begin_scroll(const std::string& id, const Rect& rect, ImU32 background) {
    if (background != on_paper)
        fill(to_edges(rect), background);
    begin_child(id, rect);
    Area area{id, rect, clip_, scroll_clip_, rect.x, rect.y - ImGui::GetScrollY() / scale, rect.w, 0};
    if (view.heights[id] > rect.h)
        area.width -= ImGui::GetStyle().ScrollbarSize / scale;
    clip_ = scroll_clip_ = intersect(clip_, rect);
    area.node = begin_content(id, {area.x, area.y, area.width, rect.h});
    return area;
}

void Frame::end_scroll(const Area& area, float bottom) {
    view.heights[area.id] = bottom - area.y;
    end_content(area.node, {area.x, area.y, area.width, bottom - area.y});
    ImGui::SetCursorScreenPos(device(area.x, bottom));
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    clip_ = area.before;
    scroll_clip_ = area.scroll_before;
}

float Frame::side_bar_height(float content, float available) const {
    return content > available + 0.5f ? ImGui::GetStyle().ScrollbarSize / scale : 0;
}

Frame::Area Frame::begin_side_scroll(const std::string& id, const Rect& rect, float content) {
    const float bar = side_bar_height(content, rect.w);
    ImGui::SetCursorScreenPos(device(rect.x, rect.y));
    ImGui::BeginChild(
        id.c_str(), {std::round(rect.w * scale), std::round((rect.h + bar) * scale)}, ImGuiChildFlags_None,
        ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
            (bar > 0 ? ImGuiWindowFlags_HorizontalScrollbar : ImGuiWindowFlags_NoScrollbar));
    Area area{id, rect, clip_, scroll_clip_, rect.x - ImGui::GetScrollX() / scale, rect.y, content, 0};
    clip_ = intersect(clip_, rect);
    area.node = begin_content(id, {area.x, area.y, content, rect.h});
    return area;
}

void Frame::end_side_scroll(const Area& area) {
    ImGui::SetCursorScreenPos(device(area.x, area.y));
    ImGui::Dummy({std::round(area.width * scale), 1});
    ImGui::EndChild();
    end_content(area.node, {area.x, area.y, area.width, area.rect.h});
    clip_ = area.before;
}

Rect Frame::begin_cut(const std::string& id, const Rect& rect, const Rect& seen) {
    const Rect before = clip_;
    clip_ = intersect(clip_, seen);
    begin_content(id, rect);
    ImGui::PushClipRect(device(clip_.x, clip_.y), device(clip_.x + clip_.w, clip_.y + clip_.h), true);
    return before;
}

void Frame::end_cut(const Rect& before) {
    ImGui::PopClipRect();
    parents_.pop_back();
    clip_ = before;
}

Rect Frame::begin_below(const std::string& id, const Rect& rect, const Rect& head) {
    covered_ = head.h;
    const float top = head.y + head.h;
    return begin_cut(id, rect, {clip_.x, top, clip_.w, std::max(0.0f, clip_.y + clip_.h - top)});
}

void Frame::end_below(const Rect& before) {
    end_cut(before);
    covered_ = 0;
}

Rect Frame::begin_beside(const std::string& id, const Rect& rect, float x) {
    return begin_cut(id, rect, {x, clip_.y, std::max(0.0f, clip_.x + clip_.w - x), clip_.h});
}

void Frame::end_beside(const Rect& before) {
    end_cut(before);
}

void Frame::bring_into_view(const Rect& rect) {
    const float down = way_into(rect.y, rect.h, scroll_clip_.y + covered_, scroll_clip_.h - covered_);
    if (down == 0)
        return;
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGui::SetScrollY(window, window->Scroll.y + down * scale);
    machine.wake(2);
}

void Frame::reveal_if_wanted(const std::string& id, const Rect& rect) {
    const bool is_anchor = view.anchor == id;
    if (view.reveal != id && !is_anchor)
        return;
    const float top = scroll_clip_.y + covered_;
    const float down =
        is_anchor ? rect.y - top - reveal_margin : way_into(rect.y, rect.h, top, scroll_clip_.h - covered_);
    const bool is_beside = rect.x < clip_.x - 0.5f || rect.x + rect.w > clip_.x + clip_.w + 0.5f;
    const float right = is_anchor || !is_beside ? 0 : way_into(rect.x, rect.w, clip_.x, clip_.w);
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    // ImGui knows how wide the content of an area is once it has been seen: then it is scrolled sideways.
    const bool is_unknown =
        (window->Flags & ImGuiWindowFlags_HorizontalScrollbar) && window->ScrollMax.x <= 0;
    if (is_anchor)
        view.anchor.clear();
    else if (right == 0 || !is_unknown)
        view.reveal.clear();
    if (right != 0 && window->ScrollMax.x > 0)
        ImGui::SetScrollX(window, window->Scroll.x + right * scale);
    while (window->ScrollMax.y <= 0 && window->ParentWindow)
        window = window->ParentWindow;
    if (is_anchor && window->Scroll.y == 0)
        return; // What is seen from its beginning stays so.
    if (down != 0)
        ImGui::SetScrollY(window, window->Scroll.y + down * scale);
    if (down != 0 || right != 0)
        machine.wake(2); // The next frame draws it where it now stands.
}

const std::vector<const check::Finding*>& Frame::findings_at(FieldRef at) const {
    static const std::vector<const check::Finding*> none;
    const auto& by_cell = view.findings_by_cell.get(state, 0, [this] { return index_findings(state); });
    const auto found = by_cell.find(cell_key(at));
    return found == by_cell.end() ? none : found->second;
}

const app::Thread* Frame::thread_at(FieldRef at) const {
    const auto found = std::ranges::find(state.threads, at, &app::Thread::at); // There are few.
    return found == state.threads.end() ? nullptr : &*found;
}

std::string Frame::id_of(FieldRef at) const {
    return node_id(at, state.document.generation());
}

const RowPlaces& Frame::row_places() const {
    return view.row_places.get(state, 0, [this] { return RowPlaces(state.book()); });
}

std::string node_id(FieldRef at, std::uint64_t generation) {
    return "cell/" + std::to_string(generation) + "/" + std::to_string(at.row) + "/" +
           std::string(field_key(at.field));
}

std::optional<CellNode> field_of_node(std::string_view id) {
    constexpr std::string_view prefix = "cell/";
    if (!id.starts_with(prefix))
        return std::nullopt;
    id.remove_prefix(prefix.size());
    CellNode cell;
    if (!take_number(id, cell.generation) || !take_number(id, cell.at.row))
        return std::nullopt;
    const auto field = field_from_key(id);
    if (!field)
        return std::nullopt;
    cell.at.field = *field;
    return cell;
}

} // namespace jibiao::ui
