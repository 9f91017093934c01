# Finds Emscripten's own CMake platform file, in this order:
#   -DEMSCRIPTEN_ROOT or $EMSCRIPTEN_ROOT, the folder of scripts/setup, $EMSDK, emcc on PATH.
# scripts/setup puts a link to a person's own Emscripten there when it is recent enough.
include(${CMAKE_CURRENT_LIST_DIR}/Toolchain.cmake)
set(_candidates ${EMSCRIPTEN_ROOT} $ENV{EMSCRIPTEN_ROOT} ${JIBIAO_TOOLCHAIN}/emscripten
    $ENV{EMSDK}/upstream/emscripten)
find_program(_emcc emcc)
if(_emcc)
  get_filename_component(_dir ${_emcc} REALPATH)
  get_filename_component(_dir ${_dir} DIRECTORY)
  list(APPEND _candidates ${_dir} /usr/share/emscripten) # Debian's /usr/bin/emcc is a wrapper
endif()
foreach(_dir IN LISTS _candidates)
  if(EXISTS ${_dir}/cmake/Modules/Platform/Emscripten.cmake)
    set(EMSCRIPTEN_ROOT ${_dir} CACHE PATH "Emscripten")
    include(${_dir}/cmake/Modules/Platform/Emscripten.cmake)
    set(_found ON)
    break()
  endif()
endforeach()
if(NOT _found)
  message(FATAL_ERROR "No Emscripten found: run scripts/setup, or put your own emcc (3.1.69 or newer) on PATH.")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EMSCRIPTEN_ROOT)
