# SPDX-License-Identifier: MIT
# The two words our CMakeLists use: coroboard_module (one engine folder) and coroboard_test (one tests folder).

find_package(Threads REQUIRED)

# Warnings are errors on our own code; translated and third-party code does not link this.
add_library(coroboard_warnings INTERFACE)
# No fused multiply-add: it rounds once where other machines round twice, and runs must be the same bit for bit.
target_compile_options(coroboard_warnings INTERFACE -Wall -Wextra -Werror -ffp-contract=off)
# GCC 12 warns wrongly of these inside std::string and tl::expected when it optimises (GCC bugs 105651, 105562).
target_compile_options(coroboard_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized -Wno-use-after-free>)
target_compile_definitions(coroboard_warnings INTERFACE $<$<CONFIG:Debug>:COROBOARD_DEBUG=1>)

# coroboard_module(<name> [DEPENDS modules or targets…]): the static library coroboard_<name> of every .cpp in this folder.
# Includes are written from the engine folder: #include "time/event_loop.h".
function(coroboard_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  if(sources)
    add_library(coroboard_${name} STATIC ${sources} ${headers})
    set(scope PUBLIC)
    target_link_libraries(coroboard_${name} PRIVATE coroboard_warnings)
  else()
    add_library(coroboard_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(coroboard_${name} ${scope} ${CMAKE_SOURCE_DIR}/engine)
  foreach(dependency IN LISTS ARG_DEPENDS)
    if(IS_DIRECTORY ${CMAKE_SOURCE_DIR}/engine/${dependency})
      target_link_libraries(coroboard_${name} ${scope} coroboard_${dependency})
    else()
      target_link_libraries(coroboard_${name} ${scope} ${dependency})
    endif()
  endforeach()
endfunction()

# coroboard_test(<name> DEPENDS modules or targets…): the GoogleTest program <name>_tests of every *_test.cpp in this folder.
function(coroboard_test name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources})
  target_include_directories(${name}_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name}_tests PRIVATE coroboard_warnings GTest::gmock GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name}_tests PRIVATE COROBOARD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  foreach(dependency IN LISTS ARG_DEPENDS)
    if(IS_DIRECTORY ${CMAKE_SOURCE_DIR}/engine/${dependency})
      target_link_libraries(${name}_tests PRIVATE coroboard_${dependency})
    else()
      target_link_libraries(${name}_tests PRIVATE ${dependency})
    endif()
  endforeach()
  gtest_discover_tests(${name}_tests TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
