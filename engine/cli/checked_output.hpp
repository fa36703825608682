// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "cli/options.hpp"
#include "cli/result_output.hpp"
#include "exchange/checked_plan.hpp"

namespace merestone::cli {

/// Writes checked plans in the format that was asked for. One plan by itself is written in the form of one plan, many
/// (or one of a list) with their summary. `savedTo` is where the GeoPackage lies; empty: there is none.
void writeChecked(ResultOutput& output, const CheckedPlans& plans, bool many, const Options& options,
                  const std::string& savedTo, const RunContext& context);

} // namespace merestone::cli
