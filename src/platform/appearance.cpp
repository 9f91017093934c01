#include "platform/appearance.h"

#include "base/text.h"

#include <algorithm>

namespace jibiao::platform {

Appearance read_appearance(std::string_view preference) {
    const auto words = split(preference, ' ');
    const auto has = [&words](std::string_view word) { return std::ranges::count(words, word) > 0; };
    const auto either = [&has](std::string_view yes, std::string_view no) {
        return has(yes) || has(no) ? std::optional(has(yes)) : std::nullopt;
    };
    return {has("en"), either("dark", "light"), either("contrast", "plain")};
}

std::string write_appearance(const Appearance& appearance) {
    std::string words;
    const auto add = [&words](std::string_view word) { words.append(words.empty() ? "" : " ").append(word); };
    if (appearance.english)
        add("en");
    if (appearance.dark)
        add(*appearance.dark ? "dark" : "light");
    if (appearance.more_contrast)
        add(*appearance.more_contrast ? "contrast" : "plain");
    return words;
}

Look wear(Look of_machine, const Appearance& appearance) {
    of_machine.dark = appearance.dark.value_or(of_machine.dark);
    of_machine.more_contrast = appearance.more_contrast.value_or(of_machine.more_contrast);
    return of_machine;
}

} // namespace jibiao::platform
