/* Stand-ins for the parts of SDL2 that the web build leaves out.
   - Joysticks: without SDL_NumJoysticks and its kin, emcc silently takes them from its own SDL 1.2
     JavaScript library (+24 kB of JavaScript, measured).
   - eglGetProcAddress: Emscripten's own brings a table of every GL entry point (+55 kB of JavaScript,
     +14 kB of wasm, measured); SDL2 itself wants some to look for extensions, which nobody asks it for.
   - Events and cursors of SDL2's Emscripten port: its handlers for keys, mouse, wheel, touch, size and
     unloading forbid pasting and clicking in text fields and blur the canvas at 125 %; web/ does that work.
     Its full screen and its touch gestures go with them.
   - Sizes of the canvas: web/surface.js has set it. SDL2 tries 1 × 1 first; each size that a canvas with a
     WebGL context gets waits for the graphics card (480 of 2,100 ms of a start without one, measured).
   - eglSwapInterval and emscripten_sleep: they bring Emscripten's main loop and its Browser object; frames
     are web/scheduler.js's, and nothing waits.
   - Pictures in memory (SDL_surface.c and its kin): SDL2 makes cursors and frame buffers of them, we neither.
   - strtod, atof: numbers of hints, which nobody sets here.
   - sscanf: Dear ImGui's renderer reads "#version 300" with it; only %d is known.
   - __rem_pio2_large: sines of angles above 2^20, which no picture has. */
#include <SDL.h>
#include <emscripten/html5.h>
#include <stdarg.h>

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
    (void)name;
    return NULL;
}

unsigned eglSwapInterval(void* display, int interval) {
    (void)display, (void)interval;
    return 1;
}
void emscripten_sleep(unsigned milliseconds) {
    (void)milliseconds;
}

int sscanf(const char* text, const char* format, ...) {
    va_list numbers;
    va_start(numbers, format);
    int count = 0;
    for (; *format; ++format) {
        if (format[0] != '%' || format[1] != 'd') {
            if (*text++ != *format)
                break;
            continue;
        }
        ++format;
        if (*text < '0' || *text > '9')
            break;
        int* const number = va_arg(numbers, int*);
        for (*number = 0; *text >= '0' && *text <= '9'; ++text)
            *number = *number * 10 + (*text - '0');
        ++count;
    }
    va_end(numbers);
    return count;
}
int __small_sscanf(const char* text, const char* format, ...) __attribute__((alias("sscanf")));

SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green,
                                  Uint32 blue, Uint32 alpha) {
    (void)flags, (void)width, (void)height, (void)depth, (void)red, (void)green, (void)blue, (void)alpha;
    return NULL;
}
SDL_Surface* SDL_CreateRGBSurfaceFrom(void* pixels, int width, int height, int depth, int pitch, Uint32 red,
                                      Uint32 green, Uint32 blue, Uint32 alpha) {
    (void)pixels, (void)width, (void)height, (void)depth, (void)pitch, (void)red, (void)green, (void)blue,
        (void)alpha;
    return NULL;
}
void SDL_FreeSurface(SDL_Surface* surface) {
    (void)surface;
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
    (void)surface, (void)format, (void)flags;
    return NULL;
}
SDL_bool SDL_PixelFormatEnumToMasks(Uint32 format, int* depth, Uint32* red, Uint32* green, Uint32* blue,
                                    Uint32* alpha) {
    (void)format, (void)depth, (void)red, (void)green, (void)blue, (void)alpha;
    return SDL_FALSE;
}

double jibiao_no_number(const char* text, char** end) {
    if (end)
        *end = (char*)text;
    return 0;
}
double jibiao_no_hint(const char* text) {
    (void)text;
    return 0;
}

int __rem_pio2_large(double* angle, double* rest, int exponent, int count, int precision) {
    (void)angle, (void)exponent, (void)count, (void)precision;
    rest[0] = rest[1] = 0;
    return 0;
}

void Emscripten_RegisterEventHandlers(void* window) {
    (void)window;
}
void Emscripten_UnregisterEventHandlers(void* window) {
    (void)window;
}
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* window) {
    (void)type, (void)reserved, (void)window;
    return EM_FALSE;
}
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}
int Emscripten_CreateWindowFramebuffer(void* device, SDL_Window* window, Uint32* format, void** pixels,
                                       int* pitch) {
    (void)device, (void)window, (void)format, (void)pixels, (void)pitch;
    return -1;
}
int Emscripten_UpdateWindowFramebuffer(void* device, SDL_Window* window, const SDL_Rect* areas, int count) {
    (void)device, (void)window, (void)areas, (void)count;
    return -1;
}
void Emscripten_DestroyWindowFramebuffer(void* device, SDL_Window* window) {
    (void)device, (void)window;
}
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char* target, EM_BOOL deferred,
                                                         const EmscriptenFullscreenStrategy* strategy) {
    (void)target, (void)deferred, (void)strategy;
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) {
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_set_canvas_element_size(const char* target, int width, int height) {
    (void)target, (void)width, (void)height;
    return EMSCRIPTEN_RESULT_SUCCESS;
}
EMSCRIPTEN_RESULT emscripten_set_element_css_size(const char* target, double width, double height) {
    (void)target, (void)width, (void)height;
    return EMSCRIPTEN_RESULT_SUCCESS;
}

void SDL_GestureQuit(void) {}
int SDL_GestureAddTouch(SDL_TouchID touch) {
    (void)touch;
    return 0;
}
int SDL_GestureDelTouch(SDL_TouchID touch) {
    (void)touch;
    return 0;
}
void SDL_GestureProcessEvent(SDL_Event* event) {
    (void)event;
}
