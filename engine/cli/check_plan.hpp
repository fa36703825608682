// SPDX-License-Identifier: MIT
#pragma once

#include "cli/commands.hpp"
#include "exchange/checked_plan.hpp"

#include <filesystem>

namespace merestone::cli {

/// Throws Error(usage) when --today is no date.
void checkDates(const Options& options);

/// Checks the plan file that `checked` names, and fills in its run, its status; for JSON, `verify` and `report` its
/// manifest, and for `report` the plan. `saveTo` is the folder for its GeoPackage of findings; empty: none is wanted.
/// Throws as Checker does, and Error(usage) for a policy or rule that the plan does not have.
void checkPlan(CheckedPlan& checked, const Options& options, const std::filesystem::path& saveTo,
               const RunContext& context);

} // namespace merestone::cli
