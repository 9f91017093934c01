#include "platform/desktop/script.h"

#include "base/text.h"
#include "base/utf8.h"

#include <SDL.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace jibiao::platform {
namespace {

void push(SDL_Event event) {
    SDL_PushEvent(&event);
}

bool push_key(std::string_view said) {
    SDL_Keysym key{};
    for (const std::string_view part : split(said, '+')) {
        if (part == "Ctrl")
            key.mod |= KMOD_LCTRL;
        else if (part == "Shift")
            key.mod |= KMOD_LSHIFT;
        else if (part == "Alt")
            key.mod |= KMOD_LALT;
        else
            key.sym = SDL_GetKeyFromName(std::string(part).c_str());
    }
    for (const Uint32 type : {SDL_KEYDOWN, SDL_KEYUP}) {
        SDL_Event event{};
        event.type = type;
        event.key.keysym = key;
        push(event);
    }
    return key.sym != SDLK_UNKNOWN;
}

/// An event holds 31 bytes: what is longer comes in several, as SDL does it.
void push_text(std::string_view text) {
    while (!text.empty()) {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        std::size_t end = 0;
        while (end < text.size() && end + code_point_at(text, end).length < sizeof event.text.text)
            end += code_point_at(text, end).length;
        text.copy(event.text.text, end);
        push(event);
        text.remove_prefix(end);
    }
}

void push_preedit(std::string_view text) {
    SDL_Event event{};
    event.type = SDL_TEXTEDITING_EXT;
    event.editExt.text = SDL_strdup(std::string(text).c_str()); // Whoever takes the event frees it.
    event.editExt.start = -1;
    push(event);
}

bool push_click(std::string_view place) {
    SDL_Event event{};
    const char* const end = place.data() + place.size();
    const auto x = std::from_chars(place.data(), end, event.button.x);
    const auto y = std::from_chars(x.ptr < end ? x.ptr + 1 : end, end, event.button.y);
    if (x.ec != std::errc() || y.ec != std::errc() || y.ptr != end)
        return false;
    event.button.button = SDL_BUTTON_LEFT;
    for (const Uint32 type : {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP}) {
        event.type = type;
        push(event);
    }
    return true;
}

} // namespace

std::optional<Error> push_line(std::string_view line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view what = line.substr(0, blank);
    const std::string_view rest = line.substr(std::min(blank + 1, line.size()));
    if (what.empty() || what.starts_with('#'))
        return std::nullopt;
    if (what == "preedit")
        return push_preedit(rest), std::nullopt;
    if (what == "text")
        return push_text(rest), std::nullopt;
    const bool known = (what == "key" && push_key(rest)) || (what == "click" && push_click(rest));
    return known ? std::nullopt : std::optional(Error{"看不懂这一行：" + std::string(line)});
}

} // namespace jibiao::platform
