// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"
#include "findings/finding.hpp"

#include <vector>

namespace merestone {

/// What a run says, as tables: the findings with their evidence in findings_polygons, findings_lines and
/// findings_points (Multi types, the plan's CRS), those without a place in findings_other, and the tables rules and
/// inputs. All six are always there, empty ones too.
[[nodiscard]] std::vector<ExportTable> runTables(const RunResult& run);

} // namespace merestone
