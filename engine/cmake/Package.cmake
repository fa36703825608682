# SPDX-License-Identifier: MIT
# Debian packages by CPack: merestone (program, library, packs, sample, documentation, QGIS provider), merestone-viewer
# and merestone-dev. Included where MERESTONE_PACKAGE is on; the preset `package` builds for it.
set(SAMPLE "${PROJECT_BINARY_DIR}/packaged_sample/balsall_heath")
add_custom_command(OUTPUT "${SAMPLE}/plan.yaml"
                   COMMAND /usr/bin/python3 -B "${PROJECT_SOURCE_DIR}/sample_data/generate" "${SAMPLE}"
                   DEPENDS "${PROJECT_SOURCE_DIR}/sample_data/balsall_heath/plan.yaml" VERBATIM)
add_custom_target(packaged_sample ALL DEPENDS "${SAMPLE}/plan.yaml")
install(DIRECTORY "${SAMPLE}" DESTINATION "${CMAKE_INSTALL_DATADIR}/merestone/sample")

# What Debian's policy asks of every package: its licence and what has changed.
find_program(GZIP gzip REQUIRED)
set(CHANGES "${PROJECT_BINARY_DIR}/changelog.gz")
execute_process(COMMAND "${GZIP}" -9nc "${PROJECT_SOURCE_DIR}/docs/changelog.md" OUTPUT_FILE "${CHANGES}"
                COMMAND_ERROR_IS_FATAL ANY)
string(TIMESTAMP DAY "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH, where that is set
file(WRITE "${PROJECT_BINARY_DIR}/changelog.Debian"
     "merestone (${PROJECT_VERSION}-1) bookworm; urgency=medium\n\n  * What has changed stands in changelog.gz.\n\n"
     " -- The Merestone authors <merestone@example.org>  ${DAY}\n")
set(DEBIAN_CHANGES "${PROJECT_BINARY_DIR}/changelog.Debian.gz")
execute_process(COMMAND "${GZIP}" -9nc "${PROJECT_BINARY_DIR}/changelog.Debian" OUTPUT_FILE "${DEBIAN_CHANGES}"
                COMMAND_ERROR_IS_FATAL ANY)
foreach(COMPONENT merestone viewer dev)
  set(PACKAGE merestone-${COMPONENT})
  string(REPLACE merestone-merestone merestone PACKAGE "${PACKAGE}")
  install(FILES "${CHANGES}" "${DEBIAN_CHANGES}" "${CMAKE_CURRENT_LIST_DIR}/copyright"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${PACKAGE}" COMPONENT ${COMPONENT})
endforeach()
install(CODE "execute_process(COMMAND \"${GZIP}\" -9nf \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_MANDIR}/man1/merestone.1\"
                              COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME merestone)
set(CPACK_PACKAGE_VENDOR "The Merestone authors")
set(CPACK_PACKAGE_CONTACT "The Merestone authors <merestone@example.org>")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGING_INSTALL_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL merestone viewer dev)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/engine")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY "=")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_MERESTONE_PACKAGE_NAME merestone)
set(CPACK_DEBIAN_MERESTONE_DESCRIPTION "checks neighbourhood plans against map layers
Merestone reads a neighbourhood development plan, the land it speaks of and the
plan's policies written as rules. It tells, policy by policy, what agrees and
what conflicts, where, by how much, by whose rule, and how sure it is.

This package has the program, its library, the rule packs, a sample plan, the
documentation, and the provider for QGIS's Processing toolbox.")
set(CPACK_DEBIAN_MERESTONE_PACKAGE_RECOMMENDS "poppler-utils, proj-data, weasyprint")
set(CPACK_DEBIAN_MERESTONE_PACKAGE_SUGGESTS "merestone-viewer, qgis")
set(CPACK_DEBIAN_MERESTONE_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_LIST_DIR}/triggers")

set(CPACK_DEBIAN_VIEWER_PACKAGE_NAME merestone-viewer)
set(CPACK_DEBIAN_VIEWER_DESCRIPTION "shows neighbourhood plans and their conflicts on a map
The viewer opens a plan, checks it as its drawings change, and takes the reader
to each policy conflict. It also draws the maps of `merestone map`.")
set(CPACK_DEBIAN_VIEWER_PACKAGE_DEPENDS "merestone (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_VIEWER_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-translations-l10n")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME merestone-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_DESCRIPTION "headers of Merestone's library, for programs and plugins
What programs that use the library need, and a plugin of measures to copy.")
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "merestone (= ${PROJECT_VERSION}-1)")
include(CPack)
