#include "ui/screen.h"

#include "ui/prewarm.h"
#include "ui/theme.h"
#include "ui/views/views.h"
#include "ui/widgets/widgets.h"

#include <imgui_internal.h> // FindHoveredWindowEx: which area lies under the finger.

#include <algorithm>
#include <cmath>
#include <utility>

namespace jibiao::ui {
namespace {

using platform::Event;

/// One function an event; most mean nothing to the page.
class Listener {
  public:
    Listener(ViewState& view, const app::State& state, std::vector<app::Action>& actions)
        : view_(view), generation_(state.document.generation()), actions_(actions) {}

    void operator()(const platform::Activated& event) { view_.activated.insert(event.node); }
    void operator()(const platform::Focused& event) {
        view_.focused = event.node;
        view_.reveal = event.node;
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::BeginTyping{*at});
    }
    void operator()(const platform::Blurred& event) {
        if (view_.focused == event.node)
            view_.focused.clear();
    }
    void operator()(const platform::TextChanged& event) {
        if (!event.composing)
            type(event.node, event.value, false);
    }
    void operator()(const platform::TextCommitted& event) { type(event.node, event.value, true); }
    void operator()(const platform::TablePasted& event) {
        if (const auto at = cell_of(event.node))
            actions_.push_back(app::PasteTable{*at, event.rows});
    }
    void operator()(const platform::Command& event) {
        if (event.name == "undo")
            actions_.push_back(app::Undo{});
        else if (event.name == "redo")
            actions_.push_back(app::Redo{});
        else if (event.name == "open")
            actions_.push_back(app::OpenFile{});
        else if (event.name == "save")
            actions_.push_back(app::SaveFile{});
        else if (event.name == "print")
            actions_.push_back(app::Print{});
        else if (event.name == "copy")
            actions_.push_back(app::CopyRows{});
        else if (event.name == "paste")
            actions_.push_back(app::PasteText{});
        else if (event.name == "open-choices")
            open_choices_of_focused();
        else if (event.name == "next-finding")
            actions_.push_back(app::NextFinding{false});
        else if (event.name == "previous-finding")
            actions_.push_back(app::NextFinding{true});
        else if (event.name == "escape" && !view_.open_choice.empty())
            close_choices(view_);
        else if (event.name == "escape")
            actions_.push_back(app::DismissMessage{});
    }
    template <class Other>
    void operator()(const Other&) {}

  private:
    /// Nothing for a cell of a book that was there before.
    std::optional<FieldRef> cell_of(std::string_view node) const {
        const auto cell = field_of_node(node);
        return cell && cell->generation == generation_ ? std::optional(cell->at) : std::nullopt;
    }
    void type(const std::string& node, const std::string& text, bool done) {
        if (const auto at = cell_of(node))
            actions_.push_back(app::SetCell{*at, text, done});
        else if (node == view_.draft_node)
            view_.draft = text;
    }
    void open_choices_of_focused() {
        if (view_.focused.empty())
            return;
        const bool is_combobox = view_.focused.starts_with(choice_id(""));
        open_choices(view_, is_combobox ? view_.focused : choice_id(view_.focused), view_.focused);
    }

    ViewState& view_;
    std::uint64_t generation_;
    std::vector<app::Action>& actions_;
};

/// Indices into ImGui's vectors.
constexpr std::size_t axis_x = 0;
constexpr std::size_t axis_y = 1;

/// The innermost area under a point that can scroll along the axis.
ImGuiWindow* scrollable_at(ImVec2 point, std::size_t axis) {
    ImGuiWindow* window = nullptr;
    ImGuiWindow* behind = nullptr;
    ImGui::FindHoveredWindowEx(point, false, &window, &behind);
    while (window && window->ScrollMax[axis] <= 0)
        window = window->ParentWindow;
    return window;
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
    void operator()(const platform::Scroll& input) {
        // By exactly as much as the browser says, not by ImGui's steps.
        scroll_at({input.x, input.y}, axis_x, input.dx);
        scroll_at({input.x, input.y}, axis_y, input.dy);
    }
    /// Most keys belong to the machine's elements and commands; those that are left scroll. ImGui's own
    /// navigation is off.
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

void set_style(float scale) {
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 12;
    style.ScrollbarRounding = 6;
    style.ScaleAllSizes(scale);
    style.Colors[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(theme::ink);
    style.Colors[ImGuiCol_InputTextCursor] = ImGui::ColorConvertU32ToFloat4(theme::ink);
    style.Colors[ImGuiCol_FrameBg] = ImGui::ColorConvertU32ToFloat4(theme::card);
    style.Colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    style.Colors[ImGuiCol_ScrollbarGrab] = ImGui::ColorConvertU32ToFloat4(theme::field_line);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = ImGui::ColorConvertU32ToFloat4(theme::quiet);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = ImGui::ColorConvertU32ToFloat4(theme::quiet);
    style.FontSizeBase = theme::text_size * scale;
    ImGui::GetStyle() = style;
}

} // namespace

Screen::Screen(platform::Platform& machine, EditText edit_text)
    : machine_(machine), edit_text_(edit_text), context_(ImGui::CreateContext()) {
    IMGUI_CHECKVERSION();
    use_context();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures; // Glyphs come when they are needed.
    fonts_ = add_fonts(machine);
}

Screen::~Screen() {
    ImGui::DestroyContext(context_);
}

void Screen::use_context() const {
    ImGui::SetCurrentContext(context_);
}

std::vector<app::Action> Screen::take(const Event& event, const app::State& state) {
    std::vector<app::Action> actions;
    std::visit(Listener(view_, state, actions), event);
    return actions;
}

void Screen::feed(std::span<const platform::Input> inputs) {
    use_context();
    Feeder feeder(machine_.size(), tree_, view_.focused);
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
    set_style(size.scale);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                           ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                           ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("page", nullptr, flags);
    if (std::exchange(view_.generation, state.document.generation()) != state.document.generation())
        view_.activated.clear(); // It was meant for rows of the book before.
    Frame frame(machine_, fonts_, state, knowledge, view_);
    frame.edit_text = edit_text_;
    frame.fill({0, 0, frame.width, frame.height}, theme::page);
    draw_page(frame);
    ImGui::End();
    ImGui::Render();

    view_.activated.clear();
    if (!std::exchange(view_.typing_drawn, false))
        view_.typing_node.clear(); // Scrolled away or gone; every letter has been sent already.
    tree_ = frame.tree();
    machine_.publish(tree_);
    prewarm(frame, fonts_, prewarmed_for_);
    const auto wanted = std::find_if(tree_.begin(), tree_.end(), [this](const platform::Node& node) {
        return node.id == view_.focus_wanted;
    });
    if (wanted != tree_.end()) {
        machine_.focus(view_.focus_wanted);
        view_.focus_wanted.clear();
    }
    return frame.take_actions();
}

bool Screen::has_pending_input() const {
    return !context_->InputEventsQueue.empty();
}

void Screen::follow(app::State& state) {
    if (!state.go_to)
        return;
    view_.focus_wanted = node_id(*state.go_to, state.document.generation());
    view_.reveal = view_.focus_wanted;
    view_.finding_list_open = false;
    state.go_to.reset();
    machine_.wake(3);
}

} // namespace jibiao::ui
