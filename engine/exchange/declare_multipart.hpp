// SPDX-License-Identifier: MIT
#pragma once

class GDALDataset;
class OGRLayer;

namespace merestone {

/// Declares a layer of single points, lines or polygons, in a GeoPackage that is opened for update, to be one of
/// multipart shapes, which GDAL has no call for: in gpkg_geometry_columns (GeoPackage 1.3, table 5) and in the type of
/// the geometry column. Counts when the file is opened again; its features stay single until they are written anew.
/// False when the file does not let itself be changed so.
[[nodiscard]] bool declareMultipart(GDALDataset& file, OGRLayer& layer);

} // namespace merestone
