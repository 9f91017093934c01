/* Stand-ins for the parts of SDL2 that the web build leaves out.
   - Joysticks: without SDL_NumJoysticks and its kin, emcc silently takes them from its own SDL 1.2
     JavaScript library (+24 kB of JavaScript, measured).
   - eglGetProcAddress: Emscripten's own brings a table of every GL entry point (+55 kB of JavaScript,
     +14 kB of wasm, measured); SDL2 itself asks only for the four below.
   - sscanf: Dear ImGui reads its ini files with it, which the page does not have (-7 kB, measured). */
#include <GLES3/gl3.h>
#include <SDL.h>
#include <string.h>

int SDL_NumJoysticks(void) {
    return 0;
}
SDL_bool SDL_IsGameController(int index) {
    (void)index;
    return SDL_FALSE;
}
SDL_GameController* SDL_GameControllerOpen(int index) {
    (void)index;
    return NULL;
}
void SDL_GameControllerClose(SDL_GameController* pad) {
    (void)pad;
}
Uint8 SDL_GameControllerGetButton(SDL_GameController* pad, SDL_GameControllerButton button) {
    (void)pad;
    (void)button;
    return 0;
}
Sint16 SDL_GameControllerGetAxis(SDL_GameController* pad, SDL_GameControllerAxis axis) {
    (void)pad;
    (void)axis;
    return 0;
}

typedef void (*GlFunction)(void);
GlFunction eglGetProcAddress(const char* name) {
    if (!strcmp(name, "glGetString"))
        return (GlFunction)glGetString;
    if (!strcmp(name, "glGetStringi"))
        return (GlFunction)glGetStringi;
    if (!strcmp(name, "glGetIntegerv"))
        return (GlFunction)glGetIntegerv;
    if (!strcmp(name, "glGetError"))
        return (GlFunction)glGetError;
    return NULL;
}

int sscanf(const char* text, const char* format, ...) {
    (void)text;
    (void)format;
    return 0;
}
int __small_sscanf(const char* text, const char* format, ...) {
    (void)text;
    (void)format;
    return 0;
}
