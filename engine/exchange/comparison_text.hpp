// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"
#include "exchange/text_report.hpp"

#include <ostream>
#include <string>

namespace merestone {

/// Writes for people what became of the findings from one run to the next: new ones first, then what has changed and
/// how, what is gone; what is still there is counted only. `since` names the earlier run.
void writeComparisonText(std::ostream& out, const RunComparison& comparison, const std::string& since,
                         const TextReportOptions& options);

} // namespace merestone
