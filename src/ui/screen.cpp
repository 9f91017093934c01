#include "ui/screen.h"

#include "ui/theme.h"
#include "ui/views/views.h"

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
    Listener(ViewState& view, std::vector<app::Action>& actions) : view_(view), actions_(actions) {}

    void operator()(const platform::Activated& event) { view_.activated.insert(event.node); }
    void operator()(const platform::Focused& event) {
        view_.focused = event.node;
        view_.reveal = event.node;
        if (const auto at = field_of_node(event.node))
            actions_.push_back(app::BeginTyping{*at});
    }
    void operator()(const platform::Blurred& event) {
        if (view_.focused == event.node)
            view_.focused.clear();
    }
    void operator()(const platform::TextChanged& event) {
        const auto at = field_of_node(event.node);
        if (at && !event.composing)
            actions_.push_back(app::SetCell{*at, event.value, false});
    }
    void operator()(const platform::TextCommitted& event) {
        if (const auto at = field_of_node(event.node))
            actions_.push_back(app::SetCell{*at, event.value, true});
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
        else if (event.name == "next-finding")
            actions_.push_back(app::NextFinding{false});
        else if (event.name == "previous-finding")
            actions_.push_back(app::NextFinding{true});
        else if (event.name == "escape")
            actions_.push_back(app::DismissMessage{});
    }
    template <class Other>
    void operator()(const Other&) {}

  private:
    ViewState& view_;
    std::vector<app::Action>& actions_;
};

/// The innermost area under a point that can scroll.
ImGuiWindow* scrollable_at(ImVec2 point) {
    ImGuiWindow* window = nullptr;
    ImGuiWindow* behind = nullptr;
    ImGui::FindHoveredWindowEx(point, false, &window, &behind);
    while (window && window->ScrollMax.y <= 0)
        window = window->ParentWindow;
    return window;
}

class Feeder {
  public:
    explicit Feeder(float scale) : scale_(scale) {}

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
        scroll_at({input.x, input.y}, input.dy);
    }
    /// Keys belong to the machine's elements and commands; ImGui's own navigation is off.
    void operator()(const platform::KeyPressed&) {}

  private:
    void source(bool touch) {
        io_.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    }
    void scroll_at(ImVec2 point, float css_pixels) {
        ImGuiWindow* window = scrollable_at(point);
        if (!window)
            return;
        // Several steps may come before one frame; each goes on where the one before will end.
        const bool underway = window->ScrollTarget.y < FLT_MAX;
        const float from = underway ? window->ScrollTarget.y : window->Scroll.y;
        ImGui::SetScrollY(window, std::clamp(from + css_pixels * scale_, 0.0f, window->ScrollMax.y));
    }

    ImGuiIO& io_ = ImGui::GetIO();
    float scale_;
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

Screen::Screen(platform::Platform& machine) : machine_(machine) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    fonts_ = add_fonts(machine);
}

Screen::~Screen() {
    ImGui::DestroyContext();
}

std::vector<app::Action> Screen::take(const Event& event) {
    std::vector<app::Action> actions;
    std::visit(Listener(view_, actions), event);
    return actions;
}

void Screen::feed(std::span<const platform::Input> inputs) {
    Feeder feeder(machine_.size().scale);
    for (const platform::Input& input : inputs)
        std::visit(feeder, input);
}

std::vector<app::Action> Screen::draw(const app::State& state, const app::Knowledge& knowledge,
                                      float seconds) {
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
    Frame frame(machine_, fonts_, state, knowledge, view_);
    frame.fill({0, 0, frame.width, frame.height}, theme::page);
    draw_page(frame);
    ImGui::End();
    ImGui::Render();

    view_.activated.clear();
    if (!std::exchange(view_.typing_drawn, false))
        view_.typing_node.clear(); // Scrolled away or gone; every letter has been sent already.
    tree_ = frame.tree();
    machine_.publish(tree_);
    const auto wanted = std::find_if(tree_.begin(), tree_.end(),
                                     [this](const platform::Node& node) { return node.id == focus_wanted_; });
    if (wanted != tree_.end()) {
        machine_.focus(focus_wanted_);
        focus_wanted_.clear();
    }
    return frame.take_actions();
}

bool Screen::has_pending_input() const {
    return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void Screen::follow(app::State& state) {
    if (!state.go_to)
        return;
    focus_wanted_ = node_id(*state.go_to);
    view_.reveal = focus_wanted_;
    view_.finding_list_open = false;
    state.go_to.reset();
    machine_.wake(3);
}

} // namespace jibiao::ui
