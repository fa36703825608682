# SPDX-License-Identifier: MIT

# Our warnings and sanitizers, never a consumer's. -ffp-contract=off keeps results equal on every machine.
add_library(merestone_flags INTERFACE)
target_compile_options(merestone_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast
                                                 -ffp-contract=off)
# Nobody replaces our functions at run time, reads errno after mathematics, or looks at floating-point flags; unless it
# is told, GCC calls them through a table, sets errno and keeps the flags true. No result differs.
target_compile_options(merestone_flags INTERFACE
  $<$<CONFIG:Release>:-fno-math-errno -fno-trapping-math -fno-semantic-interposition>)
# GCC 12 sees overlapping copies in std::string at -O3 where there are none (GCC bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(merestone_flags INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
endif()
if(MERESTONE_WARNINGS_AS_ERRORS)
  target_compile_options(merestone_flags INTERFACE -Werror)
endif()
if(MERESTONE_SANITIZE)
  target_compile_options(merestone_flags INTERFACE -fsanitize=${MERESTONE_SANITIZE} -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=all)
  target_link_options(merestone_flags INTERFACE -fsanitize=${MERESTONE_SANITIZE})
endif()

# merestone_room(NAME SOURCES … [LIBRARIES …] [ROOMS …])
# A room of the engine: an object library that uses the rooms to its left. CMake hands on what they need (include
# folders, libraries), but not their objects: whoever links a program names every room that goes into it.
function(merestone_room NAME)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LIBRARIES;ROOMS" ${ARGN})
  set(TARGET merestone_${NAME})
  add_library(${TARGET} OBJECT ${ROOM_SOURCES})
  target_include_directories(${TARGET} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/engine>")
  target_compile_features(${TARGET} PUBLIC cxx_std_20)
  target_link_libraries(${TARGET} PRIVATE merestone_flags)
  target_link_libraries(${TARGET} PUBLIC ${ROOM_LIBRARIES})
  foreach(LEFT IN LISTS ROOM_ROOMS)
    target_link_libraries(${TARGET} PUBLIC merestone_${LEFT})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY MERESTONE_ROOMS ${TARGET})
endfunction()

# merestone_test(NAME ROOMS … SOURCES … [LIBRARIES …] [LABEL …])
# One GoogleTest program linked to just the rooms that it names (and what they stand on must be named too), so a room
# is tested without the rooms to its right. Labels: unit (the default; these make the target unit_tests), data, cli.
function(merestone_test NAME)
  cmake_parse_arguments(TEST "" "LABEL" "SOURCES;LIBRARIES;ROOMS" ${ARGN})
  set(TARGET test_${NAME})
  add_executable(${TARGET} ${TEST_SOURCES})
  foreach(ROOM IN LISTS TEST_ROOMS)
    target_link_libraries(${TARGET} PRIVATE merestone_${ROOM})
  endforeach()
  target_link_libraries(${TARGET} PRIVATE merestone_flags ${TEST_LIBRARIES} GTest::gtest GTest::gtest_main)
  target_include_directories(${TARGET} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  if(NOT TEST_LABEL)
    set(TEST_LABEL unit)
  endif()
  if(TEST_LABEL STREQUAL "unit")
    add_dependencies(unit_tests ${TARGET})
  endif()
  gtest_discover_tests(${TARGET} DISCOVERY_TIMEOUT 60 NO_PRETTY_VALUES TEST_PREFIX "${NAME}/" PROPERTIES LABELS ${TEST_LABEL})
endfunction()
