# Libraries: their headers are system headers and their sources are compiled without warnings.
# Versions, licences and origins: THIRD_PARTY.md.

set(_missing "is missing: run scripts/setup")

# Dear ImGui: core and OpenGL renderer. The window speaks to it through our platform, not its SDL2 backend.
if(DEFINED ENV{IMGUI_DIR})
  set(_imgui $ENV{IMGUI_DIR})
else()
  set(_imgui ${JIBIAO_TOOLCHAIN}/imgui)
endif()
if(NOT EXISTS ${_imgui}/imgui.cpp)
  message(FATAL_ERROR "Dear ImGui (${_imgui}) ${_missing}, or name your copy in IMGUI_DIR.")
endif()
if(EMSCRIPTEN)
  set(_tables ${CMAKE_CURRENT_LIST_DIR}/imgui_stubs.cpp)
else()
  set(_tables ${_imgui}/imgui_tables.cpp)
endif()
add_library(imgui STATIC
  ${_imgui}/imgui.cpp ${_imgui}/imgui_draw.cpp ${_imgui}/imgui_widgets.cpp ${_tables}
  ${_imgui}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${_imgui} ${_imgui}/backends)
target_include_directories(imgui PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imconfig.h")
target_compile_options(imgui PRIVATE -w)
if(EMSCRIPTEN)
  target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_sources(imgui PRIVATE ${CMAKE_CURRENT_LIST_DIR}/imgui_gl_answers.cpp) # It says why.
  set_source_files_properties(${_imgui}/backends/imgui_impl_opengl3.cpp PROPERTIES
    COMPILE_DEFINITIONS "glGetIntegerv=imgui_glGetIntegerv;glIsEnabled=imgui_glIsEnabled;glGetString=imgui_glGetString;glGetShaderiv=imgui_isGood;glGetProgramiv=imgui_isGood")
  set_source_files_properties(${_imgui}/imgui.cpp PROPERTIES COMPILE_DEFINITIONS
    "EndTabBar=EndNone;EndMenuBar=EndNone;TreePop=EndNone;EndMultiSelect=EndNoSelection") # imgui_stubs.cpp
  target_compile_options(imgui PRIVATE -fno-rtti -fno-exceptions)
  # It prints no fractions, and writes no files: the page is 9 kB smaller.
  target_compile_definitions(imgui PRIVATE vsnprintf=vsniprintf IMGUI_DISABLE_FILE_FUNCTIONS)
else()
  target_link_libraries(imgui PUBLIC ${CMAKE_DL_LIBS}) # its OpenGL loader
endif()

# SDL2: the part the page needs, from its sources; on the desktop the system's library.
if(EMSCRIPTEN)
  include(SDL2Emscripten)
else()
  find_package(SDL2 2.26 QUIET CONFIG)
  if(NOT TARGET SDL2::SDL2)
    message(STATUS "SDL2 is missing (libsdl2-dev): the desktop window is not built, everything else is.")
  endif()
endif()

# cereal (it includes rapidjson) and doctest: headers only.
foreach(_library cereal doctest)
  if(NOT EXISTS ${JIBIAO_TOOLCHAIN}/include/${_library})
    message(FATAL_ERROR "${_library} (${JIBIAO_TOOLCHAIN}/include) ${_missing}.")
  endif()
  add_library(${_library} INTERFACE)
  target_include_directories(${_library} SYSTEM INTERFACE ${JIBIAO_TOOLCHAIN}/include)
endforeach()
if(EMSCRIPTEN)
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_POSIX_SIGNALS)
endif()
