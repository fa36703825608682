// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"

#include <ogrsf_frmts.h>

namespace merestone {

/// A CRS for what OGR writes, x = easting. Throws Error(output) naming the file `name` when PROJ does not know it.
[[nodiscard]] OGRSpatialReference spatialReference(const std::string& crs, const std::string& name);

/// Of a table's file: Multi types for lines and polygons, for points only where some feature has several.
[[nodiscard]] OGRwkbGeometryType geometryType(const ExportTable& table) noexcept;
[[nodiscard]] OGRFieldType ogrType(FieldType type) noexcept;

/// Sets the field number `field` of a feature to the value in a row of the table's layer; nulls stay nulls.
void setValue(OGRFeature& feature, int field, const ExportTable& table, const ExportField& from, std::uint32_t row);

/// The shape of a feature as OGR holds it, in the type wanted; owned by the caller, null where there is none.
[[nodiscard]] OGRGeometry* ogrGeometry(const Layer& layer, std::uint32_t row, OGRwkbGeometryType type,
                                       OGRSpatialReference* reference);

} // namespace merestone
