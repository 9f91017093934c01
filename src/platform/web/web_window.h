#pragma once
#include <SDL.h>

namespace jibiao::platform {

/// SDL's window on the element #canvas, with a current WebGL 2 context; SDL_Init(SDL_INIT_VIDEO) comes first.
/// Null with SDL_GetError() if the browser has no WebGL 2. SDL's own handlers are left out of
/// the build (cmake/sdl2_web_stubs.c): web/ does their work. The canvas has device pixels.
SDL_Window* make_web_window();

} // namespace jibiao::platform
