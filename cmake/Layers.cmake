# jibiao_layer(NAME [SOURCES a.cpp…] [USES layer…] [LIBS library…])
#
# One static library per folder of src/, jibiao_<name> (an INTERFACE library while it has no sources;
# "platform/web" becomes jibiao_platform_web). Files are listed by name; headers need no listing.
# USES are other layers: scripts/check_layers compares them, and every #include, with the table in
# src/README.md. Includes are written from src/: #include "model/book.h".
function(jibiao_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "jibiao_layer(${name}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  string(REPLACE "/" "_" target "jibiao_${name}")
  list(TRANSFORM arg_USES REPLACE "/" "_")
  list(TRANSFORM arg_USES PREPEND "jibiao_")
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${target} PUBLIC ${arg_USES} ${arg_LIBS})
    jibiao_our_code(${target})
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${JIBIAO_UNITY} UNITY_BUILD_BATCH_SIZE 8)
    # Only the libraries of io have exceptions, and io catches them itself. Elsewhere their clean-up code and
    # the names of types would be a tenth of the page.
    if(EMSCRIPTEN AND NOT name STREQUAL "io")
      target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${arg_USES} ${arg_LIBS})
  endif()
endfunction()
