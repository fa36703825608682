// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <gdal.h>
#include <optional>
#include <string>
#include <vector>

namespace merestone::map::testing_support {

/// A raster to be made: its upper left corner, how large its pixels are, and what each holds.
struct MadeRaster {
    std::string crs = "EPSG:27700"; ///< empty: none is stated
    bool hasPlace = true;
    double west = 1000.0;
    double north = 2000.0;
    double pixel = 10.0; ///< in the units of the CRS
    int width = 40;
    int height = 40;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    bool hasAlpha = false;       ///< the last band
    std::optional<double> empty; ///< the value that says that nothing is known
    std::vector<GDALColorEntry> palette;
    std::function<double(int band, int x, int y)> value = [](int band, int x, int y) {
        return band == 1 ? x * 6 : band == 2 ? y * 6 : 128;
    };
};

/// Writes it as a GeoTIFF.
void writeTiff(const std::filesystem::path& file, const MadeRaster& made);
/// Writes a raster again in another format of GDAL.
void copyAs(const char* driver, const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace merestone::map::testing_support
