#pragma once
#include <span>
#include <string>
#include <string_view>

namespace jibiao::fuzz {

/// A reader of files that anyone may have written, and what must hold whatever it is given.
struct Target {
    std::string_view name;
    /// Reads `bytes`; "" or, in words, what did not hold.
    std::string (*complaint)(std::string_view bytes);
    bool framed = false; ///< Its files have a length and a checksum (frame.h).
};

std::span<const Target> targets();
/// nullptr if there is none of that name.
const Target* find_target(std::string_view name);

} // namespace jibiao::fuzz
