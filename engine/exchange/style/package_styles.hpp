// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"
#include "exchange/gpkg_writer.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The looks of all tables with shapes, for the table layer_styles of the GeoPackage that holds them.
[[nodiscard]] std::vector<GpkgStyle> packageStyles(std::span<const ExportTable> tables);

} // namespace merestone
