#pragma once
#include "platform/later.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The guide for the first visit: with the sample it points at one thing after the other, and goes on by
/// itself when the person does what it says. It never stands in the way.

namespace jibiao::platform {
class Platform;
}

namespace jibiao::app {

struct State;

enum class GuideStep : std::uint8_t {
    none,
    look,  ///< What is found is listed …
    fix,   ///< … and mended with one tap …
    saved, ///< … which is stored at once …
    take,  ///< … and exported or printed in the end.
};
inline constexpr int guide_steps = 4;

struct Guide {
    GuideStep step = GuideStep::none;
    std::uint64_t revision = 0; ///< Of the document, when the step began.
    std::size_t findings = 0;   ///< That were there then.
    bool has_begun = false;     ///< The two above are set.
    bool on_sample = false;
};

/// Kept when it has been seen or skipped: then it does not come by itself again.
inline constexpr std::string_view guide_preference = "guide";
inline constexpr std::string_view guide_seen = "seen";

/// For the book that is open.
[[gnu::noinline]] void begin_guide(const platform::Later&, State& state, bool on_sample);
/// To the next step; behind the last one it ends.
[[gnu::noinline]] void step_guide(const platform::Later&, State& state, platform::Platform& machine);
[[gnu::noinline]] void end_guide(const platform::Later&, State& state, platform::Platform& machine);
/// Goes on when the person has done what it says; after each check.
[[gnu::noinline]] void follow_guide(const platform::Later&, State& state, platform::Platform& machine);

} // namespace jibiao::app
