# The part of SDL2 that the page needs, straight from SDL2's sources: video (canvas, WebGL through
# EGL), events, timer. SDL2's own CMake takes ten minutes of configure checks under Emscripten;
# none are needed, SDL2 ships include/SDL_config_emscripten.h.
if(DEFINED ENV{SDL2_DIR})
  set(_sdl $ENV{SDL2_DIR})
else()
  set(_sdl ${JIBIAO_TOOLCHAIN}/sdl2)
endif()
if(NOT EXISTS ${_sdl}/src/SDL.c)
  message(FATAL_ERROR "SDL2 (${_sdl}) is missing: run scripts/setup, or name your copy in SDL2_DIR.")
endif()
set(_s ${_sdl}/src)
file(GLOB _sdl_sources
  ${_s}/*.c ${_s}/atomic/*.c ${_s}/cpuinfo/*.c ${_s}/dynapi/*.c ${_s}/events/*.c ${_s}/file/*.c
  ${_s}/libm/*.c ${_s}/stdlib/*.c ${_s}/thread/*.c ${_s}/thread/generic/*.c
  ${_s}/timer/*.c ${_s}/timer/unix/*.c
  ${_s}/video/*.c ${_s}/video/emscripten/*.c ${_s}/video/yuv2rgb/*.c
  ${_s}/render/*.c ${_s}/render/software/*.c ${_s}/locale/*.c ${_s}/locale/emscripten/*.c
  ${_s}/misc/*.c ${_s}/misc/emscripten/*.c ${_s}/main/dummy/*.c ${_s}/loadso/dummy/*.c)
# What the canvas has no use for; sdl2_web_stubs.c says why, and holds what is still called.
list(FILTER _sdl_sources EXCLUDE REGEX
  "/video/(SDL_(blit|RLEaccel|stretch|fillrect|bmp|surface|pixels|shape)|yuv2rgb/)")
list(FILTER _sdl_sources EXCLUDE REGEX "/(SDL_gesture|SDL_emscripten(events|mouse|framebuffer))[.]c$")
add_library(sdl2_web STATIC ${_sdl_sources} ${CMAKE_CURRENT_LIST_DIR}/sdl2_web_stubs.c)
target_include_directories(sdl2_web SYSTEM PUBLIC ${_sdl}/include)
target_compile_definitions(sdl2_web PRIVATE
  SDL_LEAN_AND_MEAN=1 SDL_RENDER_DISABLED=1 SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1
  SDL_SENSOR_DISABLED=1 SDL_POWER_DISABLED=1 SDL_FILESYSTEM_DISABLED=1 SDL_LOADSO_DUMMY=1
  strtod=jibiao_no_number atof=jibiao_no_hint vsnprintf=vsniprintf) # of hints and messages, which hold whole numbers
target_compile_options(sdl2_web PRIVATE -w)
add_library(SDL2::SDL2 ALIAS sdl2_web)
