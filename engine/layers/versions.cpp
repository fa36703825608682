// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "geometry/geos.hpp"

#include <gdal.h>
#include <memory>
#include <proj.h>
#include <sqlite3.h>

namespace merestone {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};

/// Whether PROJ finds the Ordnance Survey's grid, with which WGS 84 and the National Grid agree to a metre or better.
bool hasOstn15() {
    const std::unique_ptr<PJ_CONTEXT, ContextDeleter> context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    int available = 0;
    proj_grid_get_info_from_database(context.get(), "uk_os_OSTN15_NTv2_OSGBtoETRS.tif", nullptr, nullptr, nullptr,
                                     nullptr, nullptr, &available);
    return available != 0;
}

} // namespace

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    const PJ_INFO proj = proj_info();
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
            {"PROJ", std::string(proj.version) + (hasOstn15() ? " (OSTN15 grid)" : " (no OSTN15 grid)")},
            {"GEOS", geosVersion()},
            {"SQLite", sqlite3_libversion()}};
}

} // namespace merestone
