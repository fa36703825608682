// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <filesystem>
#include <string>

namespace merestone {

inline constexpr const char* kFindingsFile = "findings.gpkg";

/// Writes a run as a GeoPackage for QGIS: the findings with their evidence in the layers findings_points,
/// findings_lines and findings_polygons (Multi types, the plan's CRS), those without in the table findings_other,
/// and the tables rules and inputs. All layers are always there, empty ones too, each with
/// its style. `file` must not exist; messages
/// call it `name`. Throws Error(output). Not atomic by itself: write to a StagedFile.
void writeFindingsGpkg(const std::filesystem::path& file, const RunResult& run, const std::string& name);

} // namespace merestone
