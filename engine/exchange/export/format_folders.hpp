// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"

#include <filesystem>

namespace merestone {

// Each makes a folder of its own in `folder`, writes all tables there and notes files and losses. Throws Error(output).

/// shapefile/ with a style for each file, and shapefile-zip/ with a flat archive for each table: nothing but the
/// shapefile itself and a text with its licence and the full names of its fields, as upload forms want it.
void writeShapefiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                     const RunContext& context);
void writeGeoJsonFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                       const RunContext& context);
void writeCsvFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                   const RunContext& context);
void writePlanningDataFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report);

} // namespace merestone
