#include "main/program.h"

#include "io/template_json.h"

namespace jibiao {
namespace {

constexpr double message_seconds = 6;

} // namespace

Program::Program(platform::Platform& machine)
    : machine_(machine), knowledge_{io::load_embedded_templates(), io::load_embedded_profile("national")},
      screen_(machine) {
    machine_.journal_load();
}

void Program::retire_message(double now) {
    const bool passing = state_.message && state_.message->tone == app::Tone::done;
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

bool Program::frame(double now) {
    const std::vector<platform::Event> events = machine_.poll();
    std::vector<app::Action> actions = screen_.take(events);
    for (const platform::Event& event : events)
        app::take(state_, event, knowledge_, machine_);
    for (const app::Action& action : actions)
        app::update(state_, action, knowledge_, machine_);
    app::settle(state_, knowledge_, machine_);
    screen_.follow(state_);
    retire_message(now);

    screen_.feed(machine_.poll_input());
    actions = screen_.draw(state_, knowledge_, static_cast<float>(now - last_frame_));
    last_frame_ = now;
    for (const app::Action& action : actions)
        app::update(state_, action, knowledge_, machine_);
    app::settle(state_, knowledge_, machine_);
    screen_.follow(state_);
    return !actions.empty();
}

} // namespace jibiao
