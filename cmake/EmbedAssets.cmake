# jibiao_embed_assets(TARGET PATTERN… NAME=FILE…): compiles every file assets/PATTERN into TARGET, and FILE
# under another name, to be found through src/io/embedded.h.
function(jibiao_embed_assets target)
  set(assets ${PROJECT_SOURCE_DIR}/assets)
  set(files)
  foreach(pattern IN LISTS ARGN)
    if(pattern MATCHES "=")
      list(APPEND files ${pattern})
    else()
      file(GLOB found CONFIGURE_DEPENDS RELATIVE ${assets} ${assets}/${pattern})
      list(TRANSFORM found REPLACE "(.+)" "\\1=${assets}/\\1")
      list(APPEND files ${found})
    endif()
  endforeach()
  list(SORT files)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_assets.cpp)
  list(TRANSFORM files REPLACE "^[^=]*=" "" OUTPUT_VARIABLE inputs)
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" -DOUTPUT=${generated}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding ${ARGN}"
    VERBATIM)
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS "-w")
  target_sources(${target} PRIVATE ${generated})
endfunction()
