// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"
#include "plan/plan.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace merestone {

/// The layers of a plan as tables, in the plan's order. A layer that holds several geometry types becomes a table for
/// each: NAME_points, NAME_lines, NAME_polygons. `layer` gives the layers that were read, null for one that was not;
/// `geometryType` says in OGR's words what the source of a layer without features would hold.
/// Notes what reading changed: shapes repaired or dropped, heights dropped, values that are no longer exact.
[[nodiscard]] std::vector<ExportTable> planTables(const Plan& plan,
                                                  const std::function<LayerPtr(const LayerSpec&)>& layer,
                                                  const std::function<std::string(const LayerSpec&)>& geometryType,
                                                  ExportReport& report);

/// Makes names and titles unique over all tables of an export.
void settleNames(std::vector<ExportTable>& tables);

} // namespace merestone
