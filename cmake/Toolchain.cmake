# JIBIAO_TOOLCHAIN: the folder that scripts/setup fills with Emscripten, the sources of SDL2 and
# Dear ImGui, and the headers of cereal and doctest. It lies outside the checkout so that every
# checkout shares it. Raise cmake/toolchain-recipe when its contents have to change.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/toolchain-recipe _recipe LIMIT_COUNT 1)
if(DEFINED ENV{JIBIAO_TOOLCHAIN})
  set(JIBIAO_TOOLCHAIN $ENV{JIBIAO_TOOLCHAIN})
elseif(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
  set(JIBIAO_TOOLCHAIN $ENV{XDG_CACHE_HOME}/jibiao/toolchain-${_recipe})
else()
  set(JIBIAO_TOOLCHAIN $ENV{HOME}/.cache/jibiao/toolchain-${_recipe})
endif()

# How ideographs are read: empty where scripts/setup could not make the table. The library of indicators is found
# by Chinese only then.
file(GLOB JIBIAO_PINYIN_TABLE CONFIGURE_DEPENDS ${JIBIAO_TOOLCHAIN}/pinyin/pinyin.txt)
