// SPDX-License-Identifier: MIT
#pragma once

#include "layers/open_dataset.hpp"

#include <filesystem>
#include <string>

namespace merestone::map {

/// The closed list of what a base map may be.
enum class RasterKind { geotiff, mbtiles, wmts };

/// A raster opened for reading, by the driver that its content calls for and no other.
struct RasterFile {
    RasterKind kind = RasterKind::geotiff;
    std::string name; ///< for messages
    DatasetHandle dataset;
};

/// Opens a GeoTIFF, MBTiles or a description of a WMTS (GDAL_WMTS). It states where it lies and in which coordinate
/// system. Nothing is fetched from the network unless a WMTS description names a server; then each request may take
/// ten seconds at most, and nothing is kept on the disk. Throws Error(input): the file, what is wrong, the remedy.
[[nodiscard]] RasterFile openRaster(const std::filesystem::path& file, const GdalMessages& messages);

/// While it lives, GDAL leaves nothing beside a raster, and where that is allowed may ask a server, on this thread.
class RasterReading {
public:
    explicit RasterReading(RasterKind kind);
    ~RasterReading();
    RasterReading(const RasterReading&) = delete;
    RasterReading& operator=(const RasterReading&) = delete;

private:
    RasterKind m_kind;
};

} // namespace merestone::map
