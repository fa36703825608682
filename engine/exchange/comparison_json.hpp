// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"
#include "exchange/json_writer.hpp"

#include <ostream>

namespace merestone {

/// The members `counts`, `changes`, `rules` and `notes` of the object that is open: each change with its kind, both
/// keys (null where the finding is not in that run) and its differences.
void writeComparisonMembers(JsonWriter& json, const RunComparison& comparison);

/// Writes a comparison as JSON (docs/comparison.schema.json describes it): besides those members both plans, and with
/// each change the finding as the later run has it, or the earlier one where that is the only one.
void writeComparisonJson(std::ostream& out, const RunResult& before, const RunResult& after,
                         const RunComparison& comparison);

} // namespace merestone
