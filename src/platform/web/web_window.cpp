#include "platform/web/web_window.h"

#include <emscripten/html5.h>

namespace jibiao::platform {
namespace {

constexpr const char* canvas = "#canvas";

void take_off_handlers() {
    emscripten_set_mousemove_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_mousedown_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
    emscripten_set_mouseenter_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_mouseleave_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_wheel_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_touchstart_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_touchend_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_touchmove_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_touchcancel_callback(canvas, nullptr, 0, nullptr);
    emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_visibilitychange_callback(nullptr, 0, nullptr);
    emscripten_set_beforeunload_callback(nullptr, nullptr);
}

} // namespace

SDL_Window* make_web_window() {
    // Key handlers go to an element that does not exist; those on the window could not be told from ours.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#no-keyboard");
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    SDL_Window* window = SDL_CreateWindow("", 0, 0, 1, 1, flags);
    if (!window)
        return nullptr;
    take_off_handlers();
    if (!SDL_GL_CreateContext(window)) {
        SDL_DestroyWindow(window);
        return nullptr;
    }
    return window;
}

} // namespace jibiao::platform
