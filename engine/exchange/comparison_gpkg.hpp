// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"

#include <filesystem>
#include <string>

namespace merestone {

/// Writes a comparison as a GeoPackage for QGIS: the changes where they are in the layers changes_points, changes_lines
/// and changes_polygons (Multi types, the later plan's CRS), those without a place in the table changes_other. What is
/// only in the earlier run stands where it was. `file` must not exist; messages call it `name`. Throws Error(output).
/// Not atomic by itself: write to a StagedFile.
void writeComparisonGpkg(const std::filesystem::path& file, const RunResult& after, const RunComparison& comparison,
                         const std::string& name);

} // namespace merestone
