#include "main/program.h"

#include "io/template_json.h"

namespace jibiao {
namespace {

constexpr double message_seconds = 6;
constexpr double patience_seconds = 0.5;

} // namespace

Program::Program(platform::Platform& machine, ui::EditText edit_text)
    : machine_(machine), knowledge_{io::load_embedded_templates(), io::load_embedded_profile("national")},
      screen_(machine, edit_text) {
    machine_.journal_load();
}

void Program::retire_message(double now) {
    const bool passing = state_.message && state_.message->tone == app::Tone::done && state_.waiting.empty();
    if (!passing) {
        message_shown_.clear();
        return;
    }
    if (message_shown_ != state_.message->text) {
        message_shown_ = state_.message->text;
        message_since_ = now;
        machine_.wake_after(message_seconds);
    } else if (now - message_since_ >= message_seconds) {
        state_.message.reset();
    }
}

void Program::tell_waiting(double now) {
    if (state_.waiting.empty() || state_.loading) {
        waiting_since_.reset();
    } else if (!waiting_since_) {
        waiting_since_ = now;
        machine_.wake_after(patience_seconds);
    } else if (now - *waiting_since_ >= patience_seconds) {
        state_.message = app::Message{"正在载入这项功能，网络慢时要等一会儿；可以继续填写", app::Tone::done};
    }
}

bool Program::frame(double now) {
    // One by one: what is typed before a file arrives belongs to the book before it.
    for (const platform::Event& event : machine_.poll()) {
        carry_out(screen_.take(event, state_));
        app::take(state_, event, knowledge_, machine_);
    }
    settle();
    tell_waiting(now);
    retire_message(now);

    screen_.feed(machine_.poll_input());
    const std::vector<app::Action> actions =
        screen_.draw(state_, knowledge_, static_cast<float>(now - last_frame_));
    last_frame_ = now;
    carry_out(actions);
    settle();
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
