// SPDX-License-Identifier: MIT
#pragma once

#include "layers/source_path.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// The closed list of what is read. One driver each (KML has a second one to fall back on).
enum class Format { shapefile, geopackage, geojson, flatgeobuf, gml, csv, kml, mapinfo, xlsx, ods, postgres, zip };

/// "a GeoPackage" and so on, for messages.
[[nodiscard]] std::string_view formatTitle(Format format) noexcept;

/// Whether the format is a bare table, whose geometry (if any) stands in columns.
[[nodiscard]] bool isTable(Format format) noexcept;

/// Tells the format by what the file holds; its suffix only decides between kinds of text. So a description of other
/// sources (VRT, WFS …) behind a harmless suffix is never handed to a driver. Throws Error(input) saying what the file
/// looks like and what can be read.
[[nodiscard]] Format detectFormat(const LayerRequest& request, const SourceFile& file);

/// Names of the GDAL drivers allowed to open a format, registered on the way.
[[nodiscard]] std::vector<const char*> allowDrivers(Format format);

} // namespace merestone
