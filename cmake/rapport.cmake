# What every target of Rapport shares: the language, the warnings, the sanitizers, and how a test is made.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

# Paths are told to ccache relative to the repository, so that a second clone finds what the first one compiled.
find_program(RAPPORT_CCACHE ccache)
if(RAPPORT_CCACHE)
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${RAPPORT_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  unset(launcher)
endif()

set(RAPPORT_SANITIZE "" CACHE STRING "Sanitizers for every target, such as address,undefined or thread")
if(RAPPORT_SANITIZE)
  add_compile_options(-fsanitize=${RAPPORT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RAPPORT_SANITIZE})
  if(RAPPORT_SANITIZE MATCHES "undefined")
    # A third of the compiling, and found without it: a null pointer faults, which the address sanitizer tells as well; bytes are
    # never cast to anything wider, and objects never to another class than theirs.
    add_compile_options(-fno-sanitize=null,alignment,vptr,object-size)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The checks that it weaves in hide from g++ that an empty std::optional is not read; without them the warning stands.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
  endif()
endif()

add_library(rapport_options INTERFACE)
target_compile_options(rapport_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # g++ leaves this out of -Wconversion for C++; one meaning for both compilers. And libstdc++'s own stable_sort uses what
  # libstdc++ calls deprecated.
  target_compile_options(rapport_options INTERFACE -Wno-sign-conversion -Wno-deprecated-declarations)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # At -O3 g++ 12 sees overlapping copies in "text" + string where there are none (GCC bug 105651).
  target_compile_options(rapport_options INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
endif()
target_include_directories(rapport_options INTERFACE "${CMAKE_SOURCE_DIR}")

# rapport_folders(FOLDER ...)
# Adds each folder, below the calling one, that has a CMakeLists.txt.
function(rapport_folders)
  foreach(folder ${ARGN})
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
      add_subdirectory(${folder})
    endif()
  endforeach()
endfunction()

# rapport_library(NAME SOURCES a.cpp ... USES target ... PRIVATE_USES target ...)
# A folder's library: warnings as errors, includes rooted at the repository.
function(rapport_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC rapport_options ${ARG_USES} PRIVATE ${ARG_PRIVATE_USES})
endfunction()

# rapport_heavy_sources(a.cpp ...)
# Beast's coroutines take minutes to optimise, many under the sanitizers; what is shipped is optimised all the same.
function(rapport_heavy_sources)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Debug>:-O0>")
endfunction()

# What the thread sanitizer needs built: the tests labelled "threads".
add_custom_target(rapport_threads)

# rapport_test(NAME SOURCES a_test.cpp ... USES target ... LABELS unit ... TIMEOUT seconds)
# One GoogleTest program, one CTest entry. The label "threads" brings it under the thread sanitizer too.
function(rapport_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(RAPPORT_SANITIZE)
    math(EXPR ARG_TIMEOUT "5 * ${ARG_TIMEOUT}")
  endif()
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE rapport_options ${ARG_USES} GTest::gtest GTest::gmock GTest::gtest_main Threads::Threads)
  if("threads" IN_LIST ARG_LABELS)
    add_dependencies(rapport_threads ${name})
  endif()
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()

# rapport_node_test(NAME FOLDER path COMMAND word ... LABELS label ... [TIMEOUT seconds])
# One CTest entry that runs in FOLDER with our own Node first on PATH (scripts/setup puts it there).
function(rapport_node_test name)
  cmake_parse_arguments(ARG "" "FOLDER;TIMEOUT" "COMMAND;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E env ${ARG_COMMAND} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}/${ARG_FOLDER}")
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT_MODIFICATION "PATH=path_list_prepend:${CMAKE_SOURCE_DIR}/build/tools/node/bin")
endfunction()
