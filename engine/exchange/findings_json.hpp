// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/checked_plan.hpp"
#include "exchange/json_writer.hpp"
#include "findings/finding.hpp"

#include <ostream>

namespace merestone {

/// Number of the JSON format, written as `merestone`; it grows when a reader of the old one would go wrong.
inline constexpr unsigned kJsonFormat = 1;

/// Writes a run as JSON (docs/findings.schema.json describes it), in the order in which the run has its rules and
/// findings, one finding a line. Two runs on the same input differ in the `run` block alone. Evidence is WKT in the
/// working CRS, rounded to 1 mm. Whether everything was written is the stream's state. `context` gives the threads and
/// stops it (Error(cancelled)); the text does not depend on their number.
void writeJson(std::ostream& out, const RunResult& run, const RunContext& context = {});

/// The run of a plan as an object within a document; with its manifest in the `run` block where it has one, and with
/// the member `since` where there is a run to compare with.
void writeRunJson(JsonWriter& json, const CheckedPlan& plan, const RunContext& context);
/// One finding as an object.
void writeFindingJson(JsonWriter& json, const Finding& finding);

} // namespace merestone
