#pragma once
#include "app/state.h"
#include "ui/screen.h"

#include <optional>

/// The window's program, the same on every machine: what happened → actions → state → a frame.

namespace jibiao {

inline constexpr std::string_view version = "0.1.0";

class Program {
  public:
    /// Asks `machine`, which must live longer, for what was stored last.
    explicit Program(platform::Platform& machine, std::unique_ptr<ui::Keyboard> keyboard = nullptr);

    /// One frame at `now` seconds of a clock that only goes forwards; afterwards ImGui::GetDrawData() is
    /// ready to be rendered. True if another frame has to follow at once.
    bool frame(double now);
    const app::State& state() const { return state_; }

  private:
    void carry_out(const std::vector<app::Action>& actions);
    void settle();
    /// A message about something done goes away by itself, but not from under the pointer or the keyboard;
    /// one about a failure stays until it is closed.
    void retire_message(double now);
    /// Says so when somebody has waited for half a second for the rest of the program.
    void tell_waiting(double now);

    platform::Platform& machine_;
    app::Knowledge knowledge_;
    app::State state_;
    ui::Screen screen_;
    double last_frame_ = 0;
    std::optional<app::Message> message_shown_;
    double message_since_ = 0;
    bool message_waits_ = false; ///< For a frame at its end.
    std::optional<double> waiting_since_;
};

} // namespace jibiao
