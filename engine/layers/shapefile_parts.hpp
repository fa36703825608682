// SPDX-License-Identifier: MIT
#pragma once

#include "layers/source_path.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Looks at the parts of a shapefile before it is opened: the lengths that the headers state against the lengths of the
/// files, and the record counts of .shx and .dbf against each other. `name` is GDAL's name of the .shp. A missing .shx
/// or a part cut short is an Error(input) with the remedy; a missing .dbf or counts that differ become notes.
void checkShapefileParts(const LayerRequest& request, const std::string& name, std::vector<LayerNote>& notes);

/// Whether the .shx of a shapefile lists a record that is too short to hold a shape, or cannot be read to tell. Such
/// records are in no spatial index. `name` is GDAL's name of the .shp.
[[nodiscard]] bool someRecordsLackShape(const std::string& name);

} // namespace merestone
