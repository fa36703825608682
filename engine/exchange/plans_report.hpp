// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/checked_plan.hpp"
#include "exchange/text_report.hpp"

#include <ostream>

namespace merestone {

/// Exit status of many plans: 2 when one could not be checked, else 1 when one has conflicts, else 3 when one could
/// not be decided, else 0.
[[nodiscard]] int exitStatus(const CheckedPlans& plans);

/// Writes each plan's report, and at the end one line for each plan: status, file, title, summary. With
/// `summaryOnly` those lines alone.
void writePlansText(std::ostream& out, const CheckedPlans& plans, const TextReportOptions& options);

/// Writes many runs as one JSON document: {merestone, summary: {plans, conflicts, undecided, clean, not_checked},
/// plans: [{file, status, error, result}]}, where `result` is what `merestone check --format json` writes for one.
void writePlansJson(std::ostream& out, const CheckedPlans& plans, const RunContext& context);

} // namespace merestone
