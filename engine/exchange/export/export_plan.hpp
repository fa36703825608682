// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/export_report.hpp"
#include "exchange/export/table.hpp"
#include "findings/finding.hpp"
#include "plan/plan.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace merestone {

enum class ExportFormat { geopackage, shapefile, geojson, csv, planningData };

/// What is exported: a plan, its tables and those of its check, in the order in which they are listed.
struct ExportContent {
    const Plan& plan;
    const RunResult& run;
    std::vector<ExportTable> tables; ///< names and titles are unique
};

/// Joins the tables of a plan's layers and those of its check, under unique names.
[[nodiscard]] ExportContent exportContent(const Plan& plan, const RunResult& run, std::vector<ExportTable> layers);

/// Writes the content in every format asked for into `folder`, which exists and is empty, with a README.txt, the
/// report on losses as text, and the list of files that lets a later export take this one's place. `report` says
/// already what reading changed. Throws Error(output) when anything could not be written, Error(cancelled).
void writeExport(const std::filesystem::path& folder, const ExportContent& content,
                 const std::set<ExportFormat>& formats, ExportReport& report, const RunContext& context);

/// The files that an export in `folder` consists of, as it says itself; an empty list if none is there.
[[nodiscard]] std::vector<std::string> exportedFiles(const std::filesystem::path& folder);

} // namespace merestone
