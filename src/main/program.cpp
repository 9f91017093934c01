#include "main/program.h"

#include "app/language.h"
#include "app/opening.h"
#include "base/words.h"
#include "io/template_json.h"

#include <utility>

namespace jibiao {
namespace {

/// One that can be acted upon stays until people have read it, found the button and got there (WCAG 2.2.1).
double seconds_of(const app::Message& message) {
    return message.offers_undo ? 20 : 6;
}
constexpr double patience_seconds = 0.5;

} // namespace

Program::Program(platform::Platform& machine, std::unique_ptr<ui::Keyboard> keyboard)
    : machine_(machine), knowledge_{io::load_embedded_templates(), io::load_embedded_profile("national")},
      screen_(machine, std::move(keyboard)) {
    app::begin_language(state_, machine_);
    machine_.journal_list();
}

void Program::retire_message(double now) {
    if (std::exchange(message_shown_, state_.message) != state_.message || screen_.is_at_message()) {
        message_since_ = now;
        message_waits_ = false;
    }
    if (!state_.message || state_.message->tone != app::Tone::done || !state_.waiting.empty() ||
        screen_.is_at_message())
        return;
    constexpr double early = 0.1; // Clocks of browsers are coarse, and the frame comes only once.
    if (now - message_since_ >= seconds_of(*state_.message) - early) {
        state_.message.reset();
        machine_.wake(1);
    } else if (!std::exchange(message_waits_, true)) {
        machine_.wake_after(seconds_of(*state_.message));
    }
}

void Program::tell_waiting(double now) {
    if (state_.waiting.empty() || state_.loading || state_.words_wanted) {
        waiting_since_.reset();
    } else if (!waiting_since_) {
        waiting_since_ = now;
        machine_.wake_after(patience_seconds);
    } else if (now - *waiting_since_ >= patience_seconds) {
        state_.message = app::Message{std::string(tr("正在载入这项功能，网络慢时要等一会儿；可以继续填写")),
                                      app::Tone::done};
    }
}

bool Program::frame(double now) {
    if (const platform::Later* later = state_.opening ? machine_.later() : nullptr)
        app::go_on_opening(*later, state_, knowledge_, machine_);
    app::finish_checking(state_, knowledge_, machine_);
    // One by one: what is typed before a file arrives belongs to the book before it.
    for (const platform::Event& event : machine_.poll()) {
        carry_out(screen_.take(event, state_));
        app::take(state_, event, knowledge_, machine_);
    }
    settle();
    tell_waiting(now);

    screen_.feed(machine_.poll_input());
    const std::vector<app::Action> actions =
        screen_.draw(state_, knowledge_, static_cast<float>(now - last_frame_));
    last_frame_ = now;
    carry_out(actions);
    settle();
    retire_message(now);
    return !actions.empty() || screen_.has_pending_input();
}

void Program::carry_out(const std::vector<app::Action>& actions) {
    for (const app::Action& action : actions)
        app::update(state_, action, knowledge_, machine_);
}

void Program::settle() {
    app::settle(state_, knowledge_, machine_);
    screen_.follow(state_);
}

} // namespace jibiao
