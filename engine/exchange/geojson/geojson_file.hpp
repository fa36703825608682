// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"
#include "exchange/export/to_degrees.hpp"

#include <filesystem>
#include <string>

namespace merestone {

/// Writes a table as GeoJSON (RFC 7946): WGS 84 with seven decimals, outer rings counter-clockwise, feature numbers as
/// ids, title and licence as members of the collection. Notes what was lost. Throws Error(output).
void writeGeoJson(const std::filesystem::path& file, const ExportTable& table, const ToDegrees& toDegrees,
                  ExportReport& report, const RunContext& context);

} // namespace merestone
