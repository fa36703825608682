// SPDX-License-Identifier: MIT
#include "base_map/raster_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <cstdlib>
#include <fstream>
#include <gdal_frmts.h>
#include <memory>
#include <mutex>
#include <ogr_srs_api.h>
#include <string_view>

namespace merestone::map {

namespace {

constexpr int kMostSeconds = 10; ///< of one request to a server
constexpr std::uintmax_t kLongestDescription = std::uintmax_t{1} << 20;
constexpr const char* kWhatIsRead =
    "a base map is a GeoTIFF (.tif), MBTiles (.mbtiles) or a WMTS description (XML, <GDAL_WMTS>)";

[[noreturn]] void fail(const std::string& name, const std::string& text) {
    throw Error(ErrorCode::input, name + ": " + text);
}

std::string headOf(const std::filesystem::path& file, const std::string& name) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        fail(name, "there is no such file");
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        fail(name, std::string("it is no file; ") + kWhatIsRead);
    }
    std::ifstream in(file, std::ios::binary);
    std::string head(512, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (head.empty()) {
        fail(name, "it is empty, or may not be read");
    }
    return head;
}

/// By what the file holds, so that nothing is handed to a driver that reads other things.
RasterKind kindOf(const std::string& head, const std::string& name) {
    using namespace std::string_view_literals;
    constexpr std::array kTiff{"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv};
    if (std::any_of(kTiff.begin(), kTiff.end(), [&](std::string_view magic) { return head.starts_with(magic); })) {
        return RasterKind::geotiff;
    }
    if (head.starts_with("SQLite format 3")) {
        return RasterKind::mbtiles;
    }
    if (head.find("<GDAL_WMTS") != std::string::npos) {
        return RasterKind::wmts;
    }
    if (head.find("<Capabilities") != std::string::npos) {
        fail(name, "it is what a WMTS says of itself; make a description of one of its layers: gdal_translate -of WMTS "
                   "\"WMTS:FILE,layer=NAME\" description.xml");
    }
    fail(name, std::string("it is none of what can be shown; ") + kWhatIsRead);
}

struct XmlFree {
    void operator()(CPLXMLNode* node) const noexcept { CPLDestroyXMLNode(node); }
};
struct CplFree {
    void operator()(char* text) const noexcept { CPLFree(text); }
};

/// The description with a short patience and nothing kept on the disk, as GDAL opens it.
std::string guarded(const std::filesystem::path& file, const std::string& name) {
    std::error_code error;
    if (std::filesystem::file_size(file, error) > kLongestDescription) {
        fail(name, "it is too long for a description of a WMTS");
    }
    const std::unique_ptr<CPLXMLNode, XmlFree> document(CPLParseXMLFile(file.c_str()));
    CPLXMLNode* root = document == nullptr ? nullptr : CPLGetXMLNode(document.get(), "=GDAL_WMTS");
    if (root == nullptr) {
        fail(name, "it is no well-formed description of a WMTS: <GDAL_WMTS> … </GDAL_WMTS>");
    }
    const std::string asked = CPLGetXMLValue(root, "Timeout", "");
    const int seconds = std::atoi(asked.c_str());
    CPLSetXMLValue(root, "Timeout",
                   std::to_string(seconds > 0 ? std::min(seconds, kMostSeconds) : kMostSeconds).c_str());
    while (CPLXMLNode* cache = CPLGetXMLNode(root, "Cache")) {
        CPLRemoveXMLChild(root, cache);
        CPLDestroyXMLNode(cache);
    }
    const std::filesystem::path capabilities = CPLGetXMLValue(root, "GetCapabilitiesUrl", "");
    if (!capabilities.empty() && capabilities.string().find("://") == std::string::npos && capabilities.is_relative()) {
        CPLSetXMLValue(root, "GetCapabilitiesUrl", (file.parent_path() / capabilities).c_str());
    }
    const std::unique_ptr<char, CplFree> text(CPLSerializeXMLTree(root));
    return text.get();
}

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALRegister_GTiff();
        GDALRegister_MBTiles();
        GDALRegister_WMTS();
        GDALRegister_WMS(); // reads the tiles of a WMTS
        GDALRegister_VRT();
        GDALRegister_MEM();
        GDALRegister_PNG(); // what tiles are made of
        GDALRegister_JPEG();
    });
}

const char* driverOf(RasterKind kind) {
    switch (kind) {
    case RasterKind::mbtiles:
        return "MBTiles";
    case RasterKind::wmts:
        return "WMTS";
    case RasterKind::geotiff:
        break;
    }
    return "GTiff";
}

void checkPlace(GDALDatasetH dataset, const std::string& name) {
    std::array<double, 6> transform{};
    if (GDALGetRasterCount(dataset) == 0 || GDALGetRasterXSize(dataset) == 0 || GDALGetRasterYSize(dataset) == 0) {
        fail(name, std::string("it holds no picture; ") + kWhatIsRead);
    }
    if (GDALGetGeoTransform(dataset, transform.data()) != CE_None) {
        fail(name, "it does not say where it lies; give it a place in QGIS (Georeferencer), or a world file beside it");
    }
    if (GDALGetSpatialRef(dataset) == nullptr) {
        fail(name, "it names no coordinate system; set it: gdal_edit.py -a_srs EPSG:27700 FILE");
    }
}

} // namespace

RasterFile openRaster(const std::filesystem::path& file, const GdalMessages& messages) {
    prepareGdal();
    registerDrivers();
    RasterFile raster;
    raster.name = printable(file.string());
    const std::filesystem::path path = std::filesystem::absolute(file);
    raster.kind = kindOf(headOf(path, raster.name), raster.name);
    const RasterReading reading(raster.kind);
    const std::string gdalName = raster.kind == RasterKind::wmts ? guarded(path, raster.name) : path.string();
    const std::array<const char*, 2> drivers{driverOf(raster.kind), nullptr};
    raster.dataset.reset(GDALOpenEx(gdalName.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                    drivers.data(), nullptr, nullptr));
    if (raster.dataset == nullptr) {
        fail(raster.name, "it cannot be read" + (messages.failed() ? " (" + messages.failure() + ")" : std::string()) +
                              "; make it again, or fetch it again");
    }
    checkPlace(raster.dataset.get(), raster.name);
    return raster;
}

RasterReading::RasterReading(RasterKind kind) : m_kind(kind) {
    CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetThreadLocalConfigOption("GDAL_HTTP_TIMEOUT", std::to_string(kMostSeconds).c_str());
    CPLSetThreadLocalConfigOption("GDAL_HTTP_CONNECTTIMEOUT", "5");
    CPLSetThreadLocalConfigOption("GDAL_HTTP_LOW_SPEED_LIMIT", "1"); // bytes a second
    CPLSetThreadLocalConfigOption("GDAL_HTTP_LOW_SPEED_TIME", "5");  // seconds
    if (m_kind == RasterKind::wmts) {
        allowNetworkHere(true);
    }
}

RasterReading::~RasterReading() {
    if (m_kind == RasterKind::wmts) {
        allowNetworkHere(false);
    }
    for (const char* key : {"GDAL_PAM_ENABLED", "GDAL_HTTP_TIMEOUT", "GDAL_HTTP_CONNECTTIMEOUT",
                            "GDAL_HTTP_LOW_SPEED_LIMIT", "GDAL_HTTP_LOW_SPEED_TIME"}) {
        CPLSetThreadLocalConfigOption(key, nullptr);
    }
}

} // namespace merestone::map
