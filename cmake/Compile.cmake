# How everything is compiled. Flags of one target stand with that target.

find_program(JIBIAO_CCACHE ccache)
if(JIBIAO_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${JIBIAO_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${JIBIAO_CCACHE})
endif()

# The same flags for our code and for the libraries: exceptions and sanitizers must agree everywhere.
if(EMSCRIPTEN)
  add_compile_options(-fwasm-exceptions) # cereal needs exceptions; JavaScript ones cost three times as much
  add_link_options(-fwasm-exceptions)
  # Smaller code. One thread; all browsers that have these exceptions have these instructions too.
  add_compile_options(-fno-threadsafe-statics -mbulk-memory -mnontrapping-fptoint)
endif()
if(JIBIAO_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(JIBIAO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(JIBIAO_LTO)
  add_compile_options(-flto)
  add_link_options(-flto)
endif()

# jibiao_our_code(TARGET): warnings, for what is written here and not for what is taken over.
function(jibiao_our_code target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-missing-field-initializers) # GCC means designated initializers too, which name what they set
  if(JIBIAO_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(EMSCRIPTEN)
    target_compile_options(${target} PRIVATE -Wno-dollar-in-identifier-extension) # inside EM_ASM and EM_JS
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict) # false alarms on std::string +, GCC bug 105651
  endif()
  if(JIBIAO_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage) # takes every file of a batch for a header
  endif()
endfunction()
