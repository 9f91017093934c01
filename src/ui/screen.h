#pragma once
#include "app/state.h"
#include "platform/platform.h"
#include "ui/fonts.h"
#include "ui/frame.h"

#include <memory>
#include <span>

namespace jibiao::ui {

/// The page: owns the ImGui context, turns what happened into actions, and draws the state. A renderer
/// (OpenGL) draws ImGui::GetDrawData() afterwards; tests need none. Of several, each call makes its own
/// context the current one.
class Screen {
  public:
    /// `edit_text` for machines without text fields of their own.
    explicit Screen(platform::Platform& machine, EditText edit_text = nullptr);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What an event of the page itself (text, focus, activation, command) means. Call before draw().
    std::vector<app::Action> take(const platform::Event& event, const app::State& state);
    /// Pointer and keys, for machines whose window does not feed ImGui by itself.
    void feed(std::span<const platform::Input> inputs);
    /// Builds a frame: draws, publishes the semantics, and returns what people want. `seconds` since the last
    /// frame.
    std::vector<app::Action> draw(const app::State& state, const app::Knowledge& knowledge, float seconds);
    /// ImGui spreads a tap over several frames: true while some of it waits for the next one.
    bool has_pending_input() const;
    /// After the actions were carried out: shows the cell that they want to go to.
    void follow(app::State& state);

    const platform::Tree& tree() const { return tree_; }

  private:
    void use_context() const;

    platform::Platform& machine_;
    EditText edit_text_;
    ImGuiContext* context_;
    Fonts fonts_;
    ViewState view_;
    platform::Tree tree_;
    std::string prewarmed_for_; ///< See prewarm().
};

} // namespace jibiao::ui
