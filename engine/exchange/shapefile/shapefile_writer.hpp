// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// Writes a table as folder/NAME.shp with .shx, .dbf, .prj (ESRI's WKT1) and .cpg (UTF-8); a table without shapes as
/// .dbf alone. Opens it again and counts. Notes in `report` what was lost and which fields have another name. Gives
/// the files written. Throws Error(output).
[[nodiscard]] std::vector<std::filesystem::path> writeShapefile(const std::filesystem::path& folder,
                                                                const ExportTable& table, const std::string& crs,
                                                                ExportReport& report, const RunContext& context);

} // namespace merestone
