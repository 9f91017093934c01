#include "platform/desktop/script.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace script_test {

using jibiao::platform::push_line;

namespace {

/// Events of a line, as SDL gives them.
std::vector<SDL_Event> events_of(const char* line) {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    REQUIRE(SDL_Init(SDL_INIT_VIDEO) == 0);
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    CHECK_FALSE(push_line(line));
    std::vector<SDL_Event> events;
    for (SDL_Event event; SDL_PollEvent(&event);)
        events.push_back(event);
    return events;
}

} // namespace

TEST_CASE("A script presses keys, types, composes and clicks") {
    auto events = events_of("key Ctrl+Shift+Z");
    REQUIRE(events.size() == 2);
    CHECK(events[0].type == SDL_KEYDOWN);
    CHECK(events[0].key.keysym.sym == SDLK_z);
    CHECK(events[0].key.keysym.mod == (KMOD_LCTRL | KMOD_LSHIFT));
    CHECK(events[1].type == SDL_KEYUP);

    events = events_of("text 两个 字");
    REQUIRE(events.size() == 1);
    CHECK(std::string(events[0].text.text) == "两个 字");

    events = events_of("text 一二三四五六七八九十一二");
    REQUIRE(events.size() == 2); // SDL's events hold 31 bytes.
    CHECK(std::string(events[0].text.text) == "一二三四五六七八九十");
    CHECK(std::string(events[1].text.text) == "一二");

    events = events_of("preedit ni");
    REQUIRE(events.size() == 1);
    CHECK(events[0].type == SDL_TEXTEDITING_EXT);
    CHECK(std::string(events[0].editExt.text) == "ni");
    SDL_free(events[0].editExt.text);
    events = events_of("preedit");
    REQUIRE(events.size() == 1);
    CHECK(std::string(events[0].editExt.text) == "");
    SDL_free(events[0].editExt.text);

    events = events_of("click 640 40");
    REQUIRE(events.size() == 2);
    CHECK(events[0].button.x == 640);
    CHECK(events[1].button.y == 40);
    CHECK(events[1].type == SDL_MOUSEBUTTONUP);

    CHECK(events_of("").empty());
    CHECK(events_of("# first the name").empty());
    SDL_Quit();
}

TEST_CASE("A line of a script that makes no sense is refused") {
    for (const char* line : {"jump", "key", "key Nowhere", "click 1", "click a b", "click 1 2 3"})
        CHECK(push_line(line));
}

} // namespace script_test
