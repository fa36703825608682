# SPDX-License-Identifier: MIT
# Comes with find_package(Merestone), and is used by Merestone's own plugins, too.

# merestone_add_plugin(NAME topic VERSION version MEASURES measures.yaml SOURCES source…
#                      [PACKS pack.yaml…] [SCENES scene.yaml…] [PAGES page.md…] [FOLDER plugins] [NO_INSTALL])
# A plugin of measures: a shared object (target merestone_plugin_<topic>) with the description that the engine reads
# before it loads it. Everything comes to <build>/plugins/<topic>, which is what --plugin-path or MERESTONE_PLUGIN_PATH
# wants the parent of, and is installed as <libdir>/merestone/plugins/<topic>.
#
#   NAME      lower-case letters, digits and _; the name of the folder and of the plugin
#   MEASURES  a YAML file with the key `measures:`, see docs/plugins.md
#   SOURCES   C++; one of them says MERESTONE_PLUGIN(function)
#   FOLDER    where the folder of the plugin is made; <build>/plugins unless it is given
#   PACKS, SCENES, PAGES  rule packs, their scenes and documentation, copied as they are
function(merestone_add_plugin)
  cmake_parse_arguments(PLUGIN "NO_INSTALL" "NAME;VERSION;MEASURES;FOLDER" "SOURCES;PACKS;SCENES;PAGES" ${ARGN})
  foreach(NEEDED NAME VERSION MEASURES SOURCES)
    if(NOT PLUGIN_${NEEDED})
      message(FATAL_ERROR "merestone_add_plugin: ${NEEDED} is missing")
    endif()
  endforeach()
  if(PLUGIN_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "merestone_add_plugin: unknown arguments: ${PLUGIN_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT PLUGIN_NAME MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "merestone_add_plugin: NAME is '${PLUGIN_NAME}'; it must be of lower-case letters, digits and _")
  endif()

  set(TARGET merestone_plugin_${PLUGIN_NAME})
  if(NOT PLUGIN_FOLDER)
    set(PLUGIN_FOLDER "${PROJECT_BINARY_DIR}/plugins")
  endif()
  set(FOLDER "${PLUGIN_FOLDER}/${PLUGIN_NAME}")
  add_library(${TARGET} MODULE ${PLUGIN_SOURCES})
  target_link_libraries(${TARGET} PRIVATE merestone::engine)
  if(TARGET merestone_flags) # Merestone's own build: its warnings and sanitizers
    target_link_libraries(${TARGET} PRIVATE merestone_flags)
  endif()
  target_compile_features(${TARGET} PRIVATE cxx_std_20)
  target_compile_definitions(${TARGET} PRIVATE MERESTONE_PLUGIN_NAME="${PLUGIN_NAME}"
                                               MERESTONE_PLUGIN_VERSION="${PLUGIN_VERSION}")
  # Nothing but the one symbol is seen from outside: two plugins may well have a class of one name.
  set_target_properties(${TARGET} PROPERTIES PREFIX "" OUTPUT_NAME "merestone_${PLUGIN_NAME}" SUFFIX ".so"
                                             LIBRARY_OUTPUT_DIRECTORY "${FOLDER}"
                                             CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)

  cmake_path(ABSOLUTE_PATH PLUGIN_MEASURES BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PLUGIN_MEASURES}")
  file(READ "${PLUGIN_MEASURES}" MEASURES_TEXT)
  string(CONCAT DESCRIPTION "# Written by merestone_add_plugin().\n"
                            "plugin: ${PLUGIN_NAME}\n"
                            "version: \"${PLUGIN_VERSION}\"\n"
                            "abi: ${Merestone_PLUGIN_ABI}\n"
                            "library: merestone_${PLUGIN_NAME}.so\n"
                            "${MEASURES_TEXT}")
  file(MAKE_DIRECTORY "${FOLDER}")
  # Named, not inserted: an @ in the measures' own text stays what it is.
  file(CONFIGURE OUTPUT "${FOLDER}/plugin.yaml" CONTENT "@DESCRIPTION@" @ONLY)

  set(DESTINATION "${CMAKE_INSTALL_LIBDIR}/merestone/plugins/${PLUGIN_NAME}")
  foreach(FILE IN LISTS PLUGIN_PACKS PLUGIN_PAGES)
    cmake_path(GET FILE FILENAME FILE_NAME)
    configure_file("${FILE}" "${FOLDER}/${FILE_NAME}" COPYONLY)
  endforeach()
  foreach(FILE IN LISTS PLUGIN_SCENES)
    cmake_path(GET FILE FILENAME FILE_NAME)
    configure_file("${FILE}" "${FOLDER}/scenes/${FILE_NAME}" COPYONLY)
  endforeach()
  if(NOT PLUGIN_NO_INSTALL)
    install(TARGETS ${TARGET} LIBRARY DESTINATION "${DESTINATION}")
    install(FILES "${FOLDER}/plugin.yaml" ${PLUGIN_PACKS} ${PLUGIN_PAGES} DESTINATION "${DESTINATION}")
    install(FILES ${PLUGIN_SCENES} DESTINATION "${DESTINATION}/scenes")
  endif()
endfunction()
