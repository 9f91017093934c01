#include "ui/screen.h"

#include "app/commands.h"
#include "ui/prewarm.h"
#include "ui/regions.h"
#include "ui/scale.h"
#include "ui/theme.h"
#include "ui/views/find.h"
#include "ui/views/finding_parts.h"
#include "ui/views/views.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/widgets.h"

#include <imgui_internal.h> // Which area lies under the finger.

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace jibiao::ui {
namespace {

using platform::Event;

/// From the page's units to the machine's CSS pixels.
void enlarge(platform::Tree& tree, float by) {
    if (by == 1)
        return;
    for (platform::Node& node : tree) {
        for (Rect* rect : {&node.rect, &node.clip})
            *rect = {rect->x * by, rect->y * by, rect->w * by, rect->h * by};
        for (float* length :
             {&node.style.font_size, &node.style.line_height, &node.style.pad_x, &node.style.pad_y})
            *length *= by;
    }
}

/// One function an event; most mean nothing to the page.
class Listener {
  public:
    /// `tree`: what was published last.
    Listener(ViewState& view, const platform::Tree& tree, const app::State& state,
             std::vector<app::Action>& actions)
        : view_(view), tree_(tree), state_(state), current_(state.current_finding_at),
          generation_(state.document.generation()), actions_(actions) {}

    void operator()(const platform::Activated& event) { view_.activated.insert(event.node); }
    void operator()(const platform::Focused& event) {
        view_.focused = event.node;
        view_.reveal = event.node;
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::BeginTyping{*at});
    }
    void operator()(const platform::Blurred& event) {
        view_.typing = false;
        if (event.node == find_node)
            view_.find.steps = 0; // The text was done because the person left it, not for the next match.
        if (event.node == view_.draft_node && event.node.starts_with(rename_prefix))
            end_draft(view_, ""); // The person went elsewhere.
        if (view_.focused == event.node)
            view_.focused.clear();
    }
    void operator()(const platform::TextChanged& event) {
        view_.typing = true;
        if (!event.composing)
            type(event, false);
    }
    /// Also from within a composition: the page may never come back. What follows counts as always.
    void operator()(const platform::TextCommitted& event) {
        view_.typing = false;
        type(event, true);
    }
    void operator()(const platform::TablePasted& event) {
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::PasteTable{*at, event.rows});
    }
    void operator()(const platform::CellKey& event) {
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::PressCellKey{*at, event.keys});
    }
    void operator()(const platform::Command& event) {
        const auto cell = cell_of(view_.focused);
        if (state_.opening && event.name != "escape")
            return; // It would be done to a book that is about to be left, and close the dialog.
        if (event.name == "copy" && cell)
            actions_.push_back(app::CopyRows{*cell});
        else if (event.name == "clear" && !cell)
            return;
        else if (const auto action = app::action_of(event.name))
            actions_.push_back(*action);
        else if (event.name == "open-choices")
            open_choices_of_focused();
        else if (event.name == "shortcuts")
            open_shortcuts(view_);
        else if (event.name == "enter")
            view_.palette.is_done = view_.focused == palette_node;
        else if (event.name == "match-before" && view_.focused == find_node)
            find_on(-1);
        else if (event.name == "next-match" || event.name == "previous-match")
            find_on(event.name == "next-match" ? 1 : -1);
        else if (event.name == "next-region" || event.name == "previous-region")
            go_to_region(event.name == "previous-region");
        else if (event.name == "escape" && !view_.open_choice.empty())
            close_choices(view_);
        else if (event.name == "escape" && !view_.dialog.empty())
            close_dialog(view_);
        else if (event.name == "escape")
            leave();
        else if (event.name == "wider-column")
            ++view_.wider;
        else if (event.name == "narrower-column")
            --view_.wider;
        else if (event.name == "larger")
            (*this)(platform::ScaleStep{1});
        else if (event.name == "smaller")
            (*this)(platform::ScaleStep{-1});
        else if (event.name == "usual-size")
            (*this)(platform::ScaleStep{0});
    }
    void operator()(const platform::ScaleStep& event) {
        view_.ui_scale = step_scale(view_.ui_scale, event.steps);
    }
    void operator()(const platform::LaterFailed& event) { view_.later_failed = event.reason; }
    template <class Other>
    void operator()(const Other&) {}

  private:
    /// Nothing for a cell of a book that was there before.
    std::optional<FieldRef> cell_of(std::string_view node) const {
        const auto cell = field_of_node(node);
        return cell && cell->generation == generation_ ? std::optional(cell->at) : std::nullopt;
    }
    /// What the next frame shows answers this text: actions are carried out before it.
    template <class Text>
    void type(const Text& event, bool done) {
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::SetCell{*at, event.value, done});
        else if (event.node == view_.draft_node)
            view_.draft = event.value;
        else if (event.node == book_search_node)
            view_.book_search = event.value;
        else if (event.node == find_node)
            find(event.value, done);
        else if (event.node == library_search_node)
            view_.library.text = event.value;
        else if (event.node == palette_node)
            look_up(event.value, done);
        else if (event.node == author_node)
            view_.author = event.value;
        else
            return;
        view_.revisions[event.node] = event.revision;
        if (done && event.node.starts_with(rename_prefix))
            rename(event.node.substr(rename_prefix.size()));
    }
    /// Done with Enter, it goes on; Escape is done with a text that nobody typed: the one from before.
    void find(const std::string& words, bool done) {
        if (done && words != view_.find.words)
            return end_find();
        view_.find.words = words;
        view_.find.steps = done ? 1 : 0;
    }
    /// As there.
    void look_up(const std::string& words, bool done) {
        if (view_.dialog != "shortcuts")
            return;
        if (done && words != view_.palette.text)
            return close_dialog(view_);
        view_.palette.text = words;
    }
    void find_on(int steps) {
        if (!state_.has_book() || !view_.dialog.empty())
            return;
        if (!view_.find.is_open)
            open_find(view_);
        view_.find.steps = steps;
    }
    void end_find() {
        if (const auto at = close_find(view_))
            actions_.push_back(app::GoTo{*at});
    }
    void rename(std::string book) {
        const std::string name = view_.draft;
        end_draft(view_, "book/" + book);
        actions_.push_back(app::RenameBook{std::move(book), name});
    }
    /// The message, else from what is drawn from the book to its forms, from there to the home page or back;
    /// but not from a field, whose key it may be.
    void leave() {
        if (view_.focused == find_node)
            return end_find();
        const auto node = std::ranges::find(tree_, view_.focused, &platform::Node::id);
        if (view_.guidance_open && view_.focused.starts_with(guidance_prefix))
            close_guidance(view_, state_);
        else if (state_.message)
            actions_.push_back(app::DismissMessage{});
        else if (view_.find.is_open && state_.has_book())
            end_find();
        else if (view_.draft_node.starts_with(rename_prefix))
            view_.draft_node.clear();
        else if (node != tree_.end() && node->role == Role::textbox)
            return;
        else if (state_.page >= app::Page::compare)
            actions_.push_back(app::ShowPage{app::Page::project});
        else if (state_.has_book())
            actions_.push_back(app::ShowHome{});
        else if (!state_.books.open.empty())
            actions_.push_back(app::OpenBook{state_.books.open});
    }
    void open_choices_of_focused() {
        if (view_.focused.empty())
            return;
        const bool is_combobox = view_.focused.starts_with(choice_id(""));
        open_choices(view_, is_combobox ? view_.focused : choice_id(view_.focused), view_.focused);
    }

    void go_to_region(bool backwards) {
        const std::string favourite = current_ ? node_id(*current_, generation_) : "";
        if (const platform::Node* node = next_region(tree_, view_.focused, favourite, backwards))
            view_.focus_wanted = node->id;
    }

    ViewState& view_;
    const platform::Tree& tree_;
    const app::State& state_;
    std::optional<FieldRef> current_; ///< Where the person was last.
    std::uint64_t generation_;
    std::vector<app::Action>& actions_;
};

/// Indices into ImGui's vectors.
constexpr std::size_t axis_x = 0;
constexpr std::size_t axis_y = 1;

/// The area under a point that can scroll along the axis, also under a note that lies above it, but not under
/// what covers all of the page.
ImGuiWindow* scrollable_at(ImVec2 point, std::size_t axis) {
    const ImVec2 all = ImGui::GetIO().DisplaySize;
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows | std::views::reverse) {
        if (!window->WasActive || window->Hidden || !window->OuterRectClipped.Contains(point))
            continue;
        if (window->ScrollMax[axis] > 0)
            return window;
        if (window->Size.x >= all.x - 1 && window->Size.y >= all.y - 1)
            break;
    }
    return nullptr;
}

/// The middle of what has the keyboard, else of the page.
ImVec2 place_of_keyboard(const std::vector<platform::Node>& tree, const std::string& focused,
                         const platform::Size& size) {
    const auto width = static_cast<float>(size.width);
    const auto height = static_cast<float>(size.height);
    const auto node = std::ranges::find(tree, focused, &platform::Node::id);
    if (!focused.empty() && node != tree.end()) {
        const platform::Rect& rect = node->rect;
        const ImVec2 middle((rect.x + rect.w / 2) * size.scale, (rect.y + rect.h / 2) * size.scale);
        if (middle.x >= 0 && middle.x < width && middle.y >= 0 && middle.y < height)
            return middle;
    }
    return {width / 2, height / 2};
}

class Feeder {
  public:
    /// `tree` and `focused`: what was published last, and the node in it that has the keyboard.
    Feeder(const platform::Size& size, const std::vector<platform::Node>& tree, const std::string& focused)
        : size_(size), tree_(tree), focused_(focused) {}

    void operator()(const platform::PointerMoved& input) {
        source(input.touch);
        io_.AddMousePosEvent(input.x, input.y);
    }
    void operator()(const platform::PointerButton& input) {
        source(input.touch);
        io_.AddMouseButtonEvent(input.button, input.down);
    }
    void operator()(const platform::PointerLeft&) { io_.AddMousePosEvent(-FLT_MAX, -FLT_MAX); }
    void operator()(const platform::TextTyped&) {}
    void operator()(const platform::Preedit&) {}
    void operator()(const platform::Scroll& input) {
        // By exactly as much as the browser says, not by ImGui's steps.
        scroll_at({input.x, input.y}, axis_x, input.dx);
        scroll_at({input.x, input.y}, axis_y, input.dy);
    }
    /// Most keys belong to the machine's elements, the page's own fields and commands; those that are left
    /// scroll. ImGui's own navigation is off.
    void operator()(const platform::KeyPressed& input) {
        if (!input.down || input.ctrl || input.alt)
            return;
        ImGuiWindow* window = scrollable_at(place_of_keyboard(tree_, focused_, size_), axis_y);
        if (!window)
            return;
        constexpr float line = 60;
        const float page = window->InnerRect.GetHeight() * 0.9f;
        const float whole = window->ScrollMax[axis_y];
        if (input.code == "ArrowDown")
            scroll_by(window, axis_y, line * size_.scale);
        else if (input.code == "ArrowUp")
            scroll_by(window, axis_y, -line * size_.scale);
        else if (input.code == "PageDown" || (input.code == "Space" && !input.shift))
            scroll_by(window, axis_y, page);
        else if (input.code == "PageUp" || input.code == "Space")
            scroll_by(window, axis_y, -page);
        else if (input.code == "End")
            scroll_by(window, axis_y, whole);
        else if (input.code == "Home")
            scroll_by(window, axis_y, -whole);
    }

  private:
    void source(bool touch) {
        io_.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    }
    void scroll_at(ImVec2 point, std::size_t axis, float css_pixels) {
        if (ImGuiWindow* window = css_pixels == 0 ? nullptr : scrollable_at(point, axis))
            scroll_by(window, axis, css_pixels * size_.scale);
    }
    static void scroll_by(ImGuiWindow* window, std::size_t axis, float pixels) {
        // Several steps may come before one frame; each goes on where the one before will end.
        const bool underway = window->ScrollTarget[axis] < FLT_MAX;
        const float from = underway ? window->ScrollTarget[axis] : window->Scroll[axis];
        const float to = std::clamp(from + pixels, 0.0f, window->ScrollMax[axis]);
        axis == axis_x ? ImGui::SetScrollX(window, to) : ImGui::SetScrollY(window, to);
    }

    ImGuiIO& io_ = ImGui::GetIO();
    platform::Size size_;
    const std::vector<platform::Node>& tree_;
    const std::string& focused_;
};

bool is_same(const platform::Size& a, const platform::Size& b) {
    return a.width == b.width && a.height == b.height && a.scale == b.scale && a.insets == b.insets;
}

void set_style(float scale, const theme::Palette& colors) {
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 12;
    style.ScrollbarRounding = 6;
    style.ScaleAllSizes(scale);
    style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(colors.ink);
    style.Colors[ImGuiCol_InputTextCursor] = ImGui::ColorConvertU32ToFloat4(colors.ink);
    style.Colors[ImGuiCol_FrameBg] = ImGui::ColorConvertU32ToFloat4(colors.card);
    style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    style.Colors[ImGuiCol_ScrollbarGrab] = ImGui::ColorConvertU32ToFloat4(colors.field_line);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = ImGui::ColorConvertU32ToFloat4(colors.quiet);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = ImGui::ColorConvertU32ToFloat4(colors.quiet);
    style.FontSizeBase = theme::text_size * scale;
    ImGui::GetStyle() = style;
}

} // namespace

Screen::Screen(platform::Platform& machine, std::unique_ptr<Keyboard> keyboard)
    : machine_(machine), keyboard_(std::move(keyboard)), context_(ImGui::CreateContext()) {
    IMGUI_CHECKVERSION();
    use_context();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures; // Glyphs come when they are needed.
    fonts_ = add_fonts(machine);
    view_.ui_scale = preferred_scale(machine);
}

Screen::~Screen() {
    ImGui::DestroyContext(context_);
}

void Screen::use_context() const {
    ImGui::SetCurrentContext(context_);
}

std::vector<app::Action> Screen::take(const Event& event, const app::State& state) {
    std::vector<app::Action> actions;
    const float scale = view_.ui_scale;
    Listener listener(view_, tree_, state, actions);
    if (keyboard_) {
        for (const Event& earlier : keyboard_->take(event))
            std::visit(listener, earlier);
    }
    std::visit(listener, event);
    if (view_.ui_scale != scale)
        keep_scale(machine_, view_.ui_scale);
    if (std::holds_alternative<platform::FontsChanged>(event))
        glyphs_outdated_ = true;
    return actions;
}

void Screen::feed(std::span<const platform::Input> inputs) {
    use_context();
    Feeder feeder(machine_.size(), tree_, view_.focused);
    std::vector<platform::Input> rest;
    if (keyboard_) {
        rest = keyboard_->feed(inputs);
        inputs = rest;
    }
    for (const platform::Input& input : inputs)
        std::visit(feeder, input);
}

std::vector<app::Action> Screen::draw(const app::State& state, const app::Knowledge& knowledge,
                                      float seconds) {
    use_context();
    const platform::Size size = machine_.size();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = std::clamp(seconds, 0.001f, 0.1f); // After an idle pause the step must not be minutes.
    set_style(size.scale * view_.ui_scale, theme::palette_of(machine_.look()));
    if (std::exchange(ui_scale_, view_.ui_scale) != view_.ui_scale || !is_same(size_, size))
        hold_place(size);
    const bool glyphs_anew = limit_glyphs() || glyphs_outdated_;
    glyphs_outdated_ = false;
    if (glyphs_anew) {
        forget_glyphs();
        view_.lines.forget();
        view_.finding_heights = {};
        view_.card_heights.clear();
        for (auto& [id, grid] : view_.grids)
            grid.tops = {0};
    }
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                           ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                           ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("page", nullptr, flags);
    if (std::exchange(view_.generation, state.document.generation()) != state.document.generation()) {
        view_.activated.clear(); // It was meant for rows of the book before.
        view_.said_counts.reset();
        view_.revisions.clear();
        view_.comments_open = false;
        view_.listed_at.reset();
    }
    Frame frame(machine_, fonts_, state, knowledge, view_);
    frame.keyboard = keyboard_.get();
    draw_page(frame);
    ImGui::End();
    ImGui::Render();
    // Those of earlier frames make room for what is in view. If even that is too much, another frame would
    // change nothing.
    if (take_glyphs_left_out() && !glyphs_anew) {
        glyphs_outdated_ = true;
        machine_.wake(1);
    }

    view_.activated.clear();
    view_.anchor.clear();
    tree_ = keyboard_ ? frame.tree() : frame.take_tree();
    view_.node_count = tree_.size();
    enlarge(tree_, view_.ui_scale);
    machine_.publish(tree_);
    prewarm(frame, fonts_, prewarmed_for_);
    const auto wanted = std::find_if(tree_.begin(), tree_.end(), [this](const platform::Node& node) {
        return node.id == view_.focus_wanted;
    });
    if (wanted != tree_.end()) {
        machine_.focus(view_.focus_wanted);
        view_.focus_wanted.clear();
    }
    std::vector<app::Action> actions = frame.take_actions();
    if (!view_.palette.command.empty())
        std::ranges::move(take(platform::Command{std::exchange(view_.palette.command, {})}, state),
                          std::back_inserter(actions));
    if (keyboard_) {
        for (const Event& event : keyboard_->finish(frame))
            std::visit(Listener(view_, tree_, state, actions), event);
    }
    return actions;
}

void Screen::hold_place(const platform::Size& size) {
    const auto lost = static_cast<float>(size_.height - size.height) / size.scale;
    const auto focused = std::ranges::find(tree_, view_.focused, &platform::Node::id);
    const bool is_typing = focused != tree_.end() && focused->role == Role::textbox;
    if (size.width != size_.width || lost < 0)
        view_.window_has_keyboard = false;
    else if (lost >= least_keyboard && is_typing && size.coarse_pointer)
        view_.window_has_keyboard = true;
    size_ = size;
    const auto is_seen = [](const platform::Node& node) {
        return node.clip.h > 0 && node.clip.h >= node.rect.h;
    };
    if (field_of_node(view_.focused))
        view_.finding_list_open = false; // Else the form would be gone, and with it what is being typed.
    if (is_typing && focused->clip.h > 0) {
        view_.reveal = view_.focused;
        return;
    }
    view_.anchor = view_.open_choice;
    for (const platform::Node& node : tree_) {
        const bool can_scroll = field_of_node(node.id) || node.id.starts_with("finding/");
        if (view_.anchor.empty() && can_scroll && node.role != Role::listitem && is_seen(node))
            view_.anchor = node.id;
    }
}

/// Without a cell the list alone is shown.
static void begin_comment(ViewState& view, const app::State& state) {
    if (!view.dialog.empty())
        close_dialog(view); // It would cover what is written.
    view.comments_open = view.finding_list_open = true;
    const auto at = state.current_finding_at;
    if (!at || !state.shows(*at))
        return;
    begin_draft(view, comment_node(node_id(*at, state.document.generation())));
}

bool Screen::has_pending_input() const {
    return !context_->InputEventsQueue.empty() || (keyboard_ && keyboard_->has_pending_input());
}

/// Of the finding whose card has the keyboard, else of the cell where the person is.
void Screen::explain(const app::State& state) {
    constexpr std::string_view card = "finding/";
    const std::string_view focused = view_.focused;
    if (focused.starts_with(card))
        open_rule_page(view_, focused.substr(card.size(), focused.find('/', card.size()) - card.size()));
    else if (const check::Finding* finding = state.has_book() ? state.finding_here() : nullptr)
        open_rule_page(view_, finding->rule);
}

void Screen::open_view(const app::State& state, std::string_view view) {
    if (view == "opening" && view_.dialog == view) { // The next file.
        view_.focus_wanted = "opening-cancel";
        return;
    }
    if (!view_.dialog.empty())
        close_dialog(view_);
    if (view == "find" && state.has_book())
        open_find(view_);
    else if (view == "find")
        view_.focus_wanted = book_search_node;
    else if (view == "rule")
        explain(state);
    else if (view == "guidance" && view_.guidance_open)
        close_guidance(view_, state);
    else if (view == "guidance" && app::is_possible(view, state))
        open_guidance(view_, state);
    else if (view == "history" && state.has_book())
        open_dialog(view_, "history", "history/" + std::to_string(state.document.steps_made()));
    else if (view == "opening")
        open_dialog(view_, "opening", "opening-cancel");
    else if (view == "paste")
        open_paste_preview(view_);
    else if (view == "settings")
        open_dialog(view_, "settings", "settings-close");
    else if (view == "about")
        open_dialog(view_, "about", "about-close");
    machine_.wake(3);
}

void Screen::follow(app::State& state) {
    const bool goes_on = std::exchange(view_.page, state.page) == state.page &&
                         view_.generation == state.document.generation();
    if (!goes_on && !view_.dialog.empty())
        close_dialog(view_); // It was about what was shown.
    if (const auto way = std::exchange(state.way_out, app::WayOut::none); way != app::WayOut::none)
        view_.focus_wanted = stop_behind(tree_, view_.focused, way);
    if (const auto view = std::exchange(state.view_wanted, {}); !view.empty())
        open_view(state, view);
    if (std::exchange(state.show_library, false)) {
        state.go_to.reset(); // It would close the dialog.
        state.look_at.reset();
        open_dialog(view_, "library", std::string(library_search_node));
        machine_.wake(3);
    }
    if (std::exchange(state.begin_comment, false))
        begin_comment(view_, state);
    if (std::exchange(state.comparison.go_to_current, false)) {
        view_.focus_wanted = view_.reveal = difference_node(state.comparison.current);
        machine_.wake(3);
    }
    const auto wanted = state.go_to ? state.go_to : state.look_at;
    if (!wanted)
        return;
    view_.reveal = node_id(*wanted, state.document.generation());
    if (state.go_to)
        view_.focus_wanted = view_.reveal;
    view_.finding_list_open = false;
    view_.dialog.clear();
    state.go_to.reset();
    state.look_at.reset();
    machine_.wake(3);
}

} // namespace jibiao::ui
