// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "findings/finding.hpp"
#include "plan/pack.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

struct SubmissionOptions {
    std::string asOf;                               ///< ISO date to judge by; empty: the system's
    std::vector<std::filesystem::path> packFolders; ///< where `packs` came from, for messages only
};

/// Checks the folder of a Regulation 15 submission: what is there, what is missing, what does not agree. The rules are
/// those that engine/submission/submission_plan.yaml names, all of packs; a plan file in the folder adds its own. What
/// cannot be read is never taken for a pass. Working CRS EPSG:27700. Throws Error(input) when there is no such folder,
/// PlanError when packs lack these rules, Error(cancelled).
[[nodiscard]] RunResult checkSubmission(const std::filesystem::path& folder, const std::vector<Pack>& packs,
                                        const SubmissionOptions& options, const RunContext& context);

} // namespace merestone
