# SPDX-License-Identifier: MIT
# coroboard_check_headers(<target> FOLDER <folder> [LINK targets…]): compiles every header below the folder alone, in one file of its
# own; a header that needs another before it stops the build. A header beside a .cpp of its name is left out: that .cpp includes it
# first (the rule own_header_first), so it is compiled alone already. Includes are written from the folder.
function(coroboard_check_headers target)
  cmake_parse_arguments(ARG "" "FOLDER" "LINK" ${ARGN})
  file(GLOB_RECURSE headers RELATIVE ${ARG_FOLDER} CONFIGURE_DEPENDS ${ARG_FOLDER}/*.h)
  set(sources)
  foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.h$" ".cpp" twin ${header})
    if(NOT EXISTS ${ARG_FOLDER}/${twin})
      set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}/${twin})
      file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n" @ONLY)
      list(APPEND sources ${source})
    endif()
  endforeach()
  if(sources)
    add_library(${target} OBJECT ${sources})
    target_include_directories(${target} PRIVATE ${ARG_FOLDER})
    target_link_libraries(${target} PRIVATE ${ARG_LINK})
    target_compile_options(${target} PRIVATE -O0 -g0)
  endif()
endfunction()
