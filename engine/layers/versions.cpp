// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "geometry/geos.hpp"
#include "layers/sha256.hpp"

#include <gdal.h>
#include <memory>
#include <proj.h>
#include <sqlite3.h>

namespace merestone {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};

/// The Ordnance Survey's grid, with which WGS 84 and the National Grid agree to a metre or better: whether PROJ finds
/// it, and which one it is. Results depend on it, so two runs must be able to tell whether they used the same.
std::string ostn15() {
    const std::unique_ptr<PJ_CONTEXT, ContextDeleter> context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    const char* file = nullptr;
    int available = 0;
    proj_grid_get_info_from_database(context.get(), "uk_os_OSTN15_NTv2_OSGBtoETRS.tif", &file, nullptr, nullptr,
                                     nullptr, nullptr, &available);
    if (available == 0) {
        return "no OSTN15 grid";
    }
    if (file == nullptr || *file == '\0') {
        return "OSTN15 grid";
    }
    Sha256 digest;
    digest.addFile(file);
    return "OSTN15 grid, SHA-256 " + digest.finish();
}

} // namespace

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    const PJ_INFO proj = proj_info();
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
            {"PROJ", std::string(proj.version) + " (" + ostn15() + ")"},
            {"GEOS", geosVersion()},
            {"SQLite", sqlite3_libversion()}};
}

} // namespace merestone
