#pragma once
#include "platform/platform.h"

#include <optional>
#include <string>
#include <string_view>

/// How the person wants the page, instead of how the machine has everything. It is kept as one preference,
/// which the machine itself follows, in what it says by look() and in the language that it calls the page's:
/// so a page looks as it was left before the program is there.

namespace jibiao::platform {

inline constexpr std::string_view appearance_preference = "appearance";

struct Appearance {
    bool english = false;
    std::optional<bool> dark, more_contrast; ///< Nothing: as the machine has it.
    bool operator==(const Appearance&) const = default;
};

/// The preference: words between blanks, of which web/look.js knows the same. "en", "dark" or "light",
/// "contrast" or "plain".
Appearance read_appearance(std::string_view preference);
std::string write_appearance(const Appearance& appearance);

Look wear(Look of_machine, const Appearance& appearance);

} // namespace jibiao::platform
