#pragma once
#include "app/state.h"
#include "platform/platform.h"
#include "ui/fonts.h"
#include "ui/frame.h"
#include "ui/keyboard.h"

#include <memory>
#include <span>

namespace jibiao::ui {

/// The page: owns the ImGui context, turns what happened into actions, and draws the state. A renderer
/// (OpenGL) draws ImGui::GetDrawData() afterwards; tests need none. Of several, each call makes its own
/// context the current one.
class Screen {
  public:
    /// `keyboard` for machines without text fields of their own.
    explicit Screen(platform::Platform& machine, std::unique_ptr<Keyboard> keyboard = nullptr);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What an event of the page itself (text, focus, activation, command) means. Call before draw().
    std::vector<app::Action> take(const platform::Event& event, const app::State& state);
    /// Pointer and keys.
    void feed(std::span<const platform::Input> inputs);
    /// Builds a frame: draws, publishes the semantics, and returns what people want. `seconds` since the last
    /// frame.
    std::vector<app::Action> draw(const app::State& state, const app::Knowledge& knowledge, float seconds);
    /// ImGui spreads a tap over several frames: true while some of it waits for the next one.
    bool has_pending_input() const;
    /// After the actions were carried out: shows the cell that they want to go to or to look at.
    void follow(app::State& state);

    /// Whether the pointer or the keyboard was at the message when it was drawn last.
    bool is_at_message() const { return view_.at_message; }

    const platform::Tree& tree() const { return tree_; }

  private:
    void use_context() const;
    void explain(const app::State& state);
    /// Of app::OpenView.
    void open_view(const app::State& state, std::string_view view);
    /// What is seen stays in sight when the window or the size of everything changes.
    void hold_place(const platform::Size& size);

    platform::Platform& machine_;
    std::unique_ptr<Keyboard> keyboard_;
    ImGuiContext* context_;
    Fonts fonts_;
    bool glyphs_outdated_ = false; ///< They are drawn anew in the next frame.
    ViewState view_;
    platform::Tree tree_; ///< As it was published last.
    platform::Size size_; ///< Of the window and of everything, when it was drawn last.
    float ui_scale_ = 0;
    std::string prewarmed_for_; ///< See prewarm().
};

} // namespace jibiao::ui
