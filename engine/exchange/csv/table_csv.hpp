// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"

#include <filesystem>

namespace merestone {

/// Writes a table as CSV: the feature number, every field, and the shape as WKT in the plan's CRS with three decimals.
/// Notes what was lost. Throws Error(output).
void writeTableCsv(const std::filesystem::path& file, const ExportTable& table, ExportReport& report,
                   const RunContext& context);

} // namespace merestone
