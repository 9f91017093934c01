#include "app/guide.h"

#include "app/outcome.h"
#include "app/state.h"
#include "base/words.h"

namespace jibiao::app {
namespace {

void begin_step(State& state, GuideStep step) {
    state.guide = {.step = step, .on_sample = state.guide.on_sample};
}

} // namespace

void begin_guide(const platform::Later&, State& state, bool on_sample) {
    state.guide.on_sample = on_sample;
    begin_step(state, GuideStep::look);
    state.current_finding_at.reset(); // The person has yet to look at one.
    state.message.reset();            // The guide says where one is.
}

void step_guide(const platform::Later& later, State& state, platform::Platform& machine) {
    const GuideStep now = state.guide.step;
    if (now == GuideStep::none)
        return;
    if (now == GuideStep::take)
        return end_guide(later, state, machine);
    begin_step(state, static_cast<GuideStep>(static_cast<int>(now) + 1));
}

void end_guide(const platform::Later&, State& state, platform::Platform& machine) {
    begin_step(state, GuideStep::none);
    machine.set_preference(guide_preference, guide_seen);
}

void follow_guide(const platform::Later& later, State& state, platform::Platform& machine) {
    Guide& guide = state.guide;
    if (!state.has_book())
        return end_guide(later, state, machine);
    const std::uint64_t revision = state.document.revision();
    if (!guide.has_begun) {
        guide.revision = revision;
        guide.findings = state.report.findings.size();
        guide.has_begun = true;
    }
    const bool is_mended = revision != guide.revision && state.report.findings.size() < guide.findings;
    if (guide.step <= GuideStep::fix && is_mended)
        begin_step(state, GuideStep::saved);
    else if (guide.step == GuideStep::look && state.finding_here())
        step_guide(later, state, machine);
    else if (guide.step == GuideStep::saved && revision != guide.revision)
        step_guide(later, state, machine);
}

} // namespace jibiao::app
