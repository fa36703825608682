// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"
#include "exchange/export/to_degrees.hpp"

#include <filesystem>

namespace merestone {

/// Writes the plan's policies as planning.data.gov.uk models them, three CSV files in `folder`: development-policy.csv,
/// development-policy-area.csv (what the policies are drawn on, WGS 84) and development-policy-metric.csv (the figures
/// that their rules ask for). Notes files and losses. Throws Error(output).
void writePlanningData(const std::filesystem::path& folder, const ExportContent& content, const ToDegrees& toDegrees,
                       ExportReport& report);

} // namespace merestone
