#pragma once
#include <SDL.h>

namespace jibiao::platform {

/// SDL's window on the element #canvas, with a current WebGL 2 context; SDL_Init(SDL_INIT_VIDEO) comes first.
/// Null with SDL_GetError() if the browser has no WebGL 2. SDL's own handlers for keys, mouse, wheel, touch,
/// size and unloading are taken off: they would forbid pasting and clicking in text fields and blur the
/// canvas at 125 %. web/ does that work; the canvas has device pixels.
SDL_Window* make_web_window();

} // namespace jibiao::platform
