# SPDX-License-Identifier: MIT
# What `cmake --install` lays down: library, headers, CMake package, program, documentation. The rule packs are
# installed by plugins/, man page and completions by engine/cli.
include(CMakePackageConfigHelpers)

set(MERESTONE_CMAKE_FOLDER "${CMAKE_INSTALL_LIBDIR}/cmake/Merestone")
set(MERESTONE_DATA_FOLDER "${CMAKE_INSTALL_DATADIR}/merestone")
set(MERESTONE_DOC_FOLDER "${CMAKE_INSTALL_DATAROOTDIR}/doc/merestone")

install(TARGETS merestone_engine
        EXPORT MerestoneTargets
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" NAMELINK_COMPONENT dev
        FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/merestone" COMPONENT dev)
install(EXPORT MerestoneTargets NAMESPACE merestone:: DESTINATION "${MERESTONE_CMAKE_FOLDER}" COMPONENT dev)

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/MerestoneConfig.cmake.in" MerestoneConfig.cmake
                              INSTALL_DESTINATION "${MERESTONE_CMAKE_FOLDER}"
                              PATH_VARS MERESTONE_DATA_FOLDER)
write_basic_package_version_file(MerestoneConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/MerestoneConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/MerestoneConfigVersion.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/MerestonePlugin.cmake"
        DESTINATION "${MERESTONE_CMAKE_FOLDER}" COMPONENT dev)

# The program finds its library beside it, wherever the whole was moved to.
file(RELATIVE_PATH LIBRARIES_FROM_PROGRAM "/${CMAKE_INSTALL_BINDIR}" "/${CMAKE_INSTALL_LIBDIR}")
set_target_properties(merestone PROPERTIES INSTALL_RPATH "\$ORIGIN/${LIBRARIES_FROM_PROGRAM}")
install(TARGETS merestone RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${MERESTONE_DOC_FOLDER}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${MERESTONE_DOC_FOLDER}")
