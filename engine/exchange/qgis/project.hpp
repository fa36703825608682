// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"

#include <filesystem>
#include <string>

namespace merestone {

/// A project for QGIS 3.22 and newer, as .qgs text: the tables of the GeoPackage `package`, which lies beside it, named
/// relative to it. CRS of the plan; areas measured on the plane, as findings are. Groups by policy; the themes "All",
/// "Open" and "Waived"; labels, map tips, metadata with licences; a print layout.
[[nodiscard]] std::string projectText(const ExportContent& content, const std::string& package);

/// The same zipped, as .qgz.
void writeProject(const std::filesystem::path& file, const ExportContent& content, const std::string& package);

} // namespace merestone
