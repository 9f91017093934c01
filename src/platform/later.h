#pragma once

namespace jibiao::platform {

class Platform;

/// Proof that the whole program is there. The page's program comes in two files: what the first edit needs,
/// and the rest, which is fetched when the first frame is on the screen. A function that takes a
/// `const Later&` first is in the second file, with everything that only such functions use
/// (scripts/split.mjs); as only Platform::later() hands one out, nobody can call it too early. Mark it
/// [[gnu::noinline]], or the optimizer may take it back into the first.
class Later {
    friend class Platform;
    constexpr Later() = default;
};

} // namespace jibiao::platform
