// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/export_plan.hpp"

#include <string>

namespace merestone {

inline constexpr const char* kReadmeFile = "README.txt";
inline constexpr const char* kReportFile = "export-report.txt";

/// What the files are, how to open them, and whose data they are.
[[nodiscard]] std::string readmeText(const ExportContent& content, const ExportReport& report);

/// Exactly what each format lost, format by format.
[[nodiscard]] std::string lossText(const ExportContent& content, const ExportReport& report);

/// Licences and attributions of the plan and of every table with one of its own, a line each.
[[nodiscard]] std::string licenceText(const ExportContent& content);
/// Of one table alone.
[[nodiscard]] std::string licenceText(const Plan& plan, const ExportTable& table);

} // namespace merestone
