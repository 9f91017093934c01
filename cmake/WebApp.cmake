# The page: build/<preset>/site, ready to be served by anything.
#   index.html, web/**         from the checkout, modules shortened (scripts/strip.mjs);
#                              web/later is what the page imports only when it is needed
#   sw.js                      from web/sw.js, because a service worker rules only its own folder and below
#   icons/**                   from assets/icons
#   fonts/**                   what scripts/setup made of a font of Debian's, for browsers without Chinese letters
#   words/**                   from assets/words: what people see, in English
#   library/**                 from assets/library, how ideographs are read, which scripts/setup made, and rules.txt, what
#                              people read about the rules (src/main/rule_texts.cpp): fetched when they are needed
#   jibiao.js, jibiao.wasm     the program, and
#   jibiao-later.wasm          what of it the first edit does not need (scripts/split.mjs); beside the site lies
#                              jibiao-whole.wasm, both in one
#   files.js                   for the service worker: importScripts('files.js') gives it
#                              self.jibiaoFiles = {version, files}, each file with its SHA-256, and a new version
#                              when any file changed
#   THIRD_PARTY.md             the licences

# jibiao_web_site([TARGET]): copies the page's own files whenever one of them changes, and lists them
# together with the program TARGET.
function(jibiao_web_site)
  find_program(JIBIAO_NODE NAMES node nodejs REQUIRED)
  set(site ${PROJECT_BINARY_DIR}/site)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/* ${PROJECT_SOURCE_DIR}/assets/icons/*
    ${PROJECT_SOURCE_DIR}/assets/library/*.txt ${PROJECT_SOURCE_DIR}/assets/words/*.json)
  list(FILTER files EXCLUDE REGEX "/(README\\.md|[^/]*\\.library\\.js|[^/]*\\.d\\.ts|[^/]*config\\.json|\\.[^/]*)$")
  foreach(file IN ITEMS index.html THIRD_PARTY.md)
    if(EXISTS ${PROJECT_SOURCE_DIR}/${file})
      list(APPEND files ${PROJECT_SOURCE_DIR}/${file})
    endif()
  endforeach()
  file(GLOB fonts CONFIGURE_DEPENDS ${JIBIAO_TOOLCHAIN}/font/*)
  if(NOT fonts)
    message(STATUS "fallback font missing: browsers without Chinese letters cannot show the page (scripts/setup)")
  endif()
  list(APPEND files ${fonts} ${JIBIAO_PINYIN_TABLE})
  set(names)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${file})
    string(REGEX REPLACE "^.*/font/([^/]+)$" "fonts/\\1" name ${name})
    string(REGEX REPLACE "^.*/pinyin/([^/]+)$" "library/\\1" name ${name})
    string(REGEX REPLACE "^assets/(icons|library|words)/" "\\1/" name ${name})
    string(REGEX REPLACE "^web/sw\\.js$" "sw.js" name ${name})
    set(needs ${file})
    set(command ${CMAKE_COMMAND} -E copy ${file} ${site}/${name})
    if(file MATCHES "/web/.*\\.js$")
      set(command ${JIBIAO_NODE} ${PROJECT_SOURCE_DIR}/scripts/strip.mjs ${EMSCRIPTEN_ROOT} ${file} ${site}/${name})
      list(APPEND needs ${PROJECT_SOURCE_DIR}/scripts/strip.mjs)
    endif()
    add_custom_command(
      OUTPUT ${site}/${name}
      COMMAND ${command}
      DEPENDS ${needs}
      COMMENT "site/${name}"
      VERBATIM)
    list(APPEND names ${name})
  endforeach()
  list(TRANSFORM names PREPEND ${site}/ OUTPUT_VARIABLE outputs)
  if(ARGN)
    list(APPEND names jibiao.js jibiao.wasm jibiao-later.wasm library/rules.txt)
    list(APPEND outputs ${site}/library/rules.txt)
    add_custom_command(
      OUTPUT ${site}/library/rules.txt
      COMMAND ${CMAKE_COMMAND} -E make_directory ${site}/library
      COMMAND ${JIBIAO_NODE} $<TARGET_FILE:jibiao_rule_texts> > ${site}/library/rules.txt
      DEPENDS jibiao_rule_texts
      COMMENT "site/library/rules.txt")
  endif()
  list(SORT names)
  string(REPLACE ";" "|" joined "${names}")
  add_custom_command(
    OUTPUT ${site}/files.js
    COMMAND ${CMAKE_COMMAND} -DSITE=${site} "-DFILES=${joined}" -P ${PROJECT_SOURCE_DIR}/cmake/site_files.cmake
    DEPENDS ${outputs} ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/site_files.cmake
    COMMENT "site/files.js"
    VERBATIM)
  add_custom_target(jibiao_site ALL DEPENDS ${site}/files.js)
endfunction()

# jibiao_web_app(TARGET SOURCES file… USES layer… WHOLE layer…): jibiao.js (an ES module whose default
# export is createJibiao) and jibiao.wasm. Layers under WHOLE are linked with every object file, so that
# functions which only JavaScript calls (EMSCRIPTEN_KEEPALIVE) are not left out.
function(jibiao_web_app target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;WHOLE")
  find_program(JIBIAO_NODE NAMES node nodejs REQUIRED)
  list(TRANSFORM arg_USES PREPEND "jibiao_")
  add_executable(${target} ${arg_SOURCES})
  jibiao_our_code(${target})
  target_link_libraries(${target} PRIVATE ${arg_USES} imgui SDL2::SDL2)
  foreach(layer IN LISTS arg_WHOLE)
    string(REPLACE "/" "_" layer jibiao_${layer})
    get_target_property(type ${layer} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
      target_link_libraries(${target} PRIVATE -Wl,--whole-archive ${layer} -Wl,--no-whole-archive)
    else()
      target_link_libraries(${target} PRIVATE ${layer})
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME jibiao
    SUFFIX .js
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/site)
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=web
    -sFILESYSTEM=0               # halves the JavaScript
    -sDYNAMIC_EXECUTION=0        # no eval: the page's Content-Security-Policy forbids it
    -sEXPORT_ES6=1 -sMODULARIZE=1 -sEXPORT_NAME=createJibiao
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 # we use none, and each that is asked for waits for the graphics card
    -sUSE_SDL=0                  # else emcc fills gaps from its own SDL 1.2 JavaScript
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=32MB -sSTACK_SIZE=1MB
    -sWASM_BIGINT=1
    -sASSERTIONS=0
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=0 # else what comes later would be inlined into its one caller
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8)
  set(scripts ${PROJECT_SOURCE_DIR}/scripts)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${JIBIAO_NODE} ${scripts}/minify.mjs $<TARGET_FILE:${target}>
    COMMAND ${JIBIAO_NODE} ${scripts}/split.mjs ${EMSCRIPTEN_ROOT} ${PROJECT_BINARY_DIR}/site/jibiao.wasm
            ${PROJECT_BINARY_DIR}/site/jibiao-later.wasm ${PROJECT_BINARY_DIR}/jibiao-whole.wasm
    VERBATIM)
  set(bridge ${PROJECT_SOURCE_DIR}/web/bridge.library.js)
  target_link_options(${target} PRIVATE "SHELL:--js-library ${bridge}"
    --profiling-funcs)           # names, by which split.mjs knows what comes later
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS
    ${bridge} ${scripts}/minify.mjs ${scripts}/split.mjs ${scripts}/wasm.mjs)
  jibiao_web_site(${target})
endfunction()
