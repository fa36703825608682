// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"
#include "exchange/run_manifest.hpp"
#include "findings/finding.hpp"
#include "plan/plan.hpp"

#include <memory>
#include <optional>
#include <string>

namespace merestone {

/// An earlier run of the same plan, and what has become of its findings.
struct SinceBaseline {
    std::string file; ///< of the earlier run
    RunResult before;
    RunComparison comparison; ///< points into `before` and into the run of the plan
};

/// One of the plans that were checked together: its result, or why there is none. Neither moved nor copied once it has
/// a baseline, which points into it.
struct CheckedPlan {
    std::string file;  ///< the plan as it was named
    std::string error; ///< why it could not be checked, one line; then `run` says nothing
    RunResult run;
    std::optional<RunManifest> manifest;
    std::shared_ptr<const Plan> plan;     ///< as it was read, where an output needs its texts; else null
    std::unique_ptr<SinceBaseline> since; ///< null: there is nothing to compare with
    int status = 0;                       ///< exit status of this plan alone
};

using CheckedPlans = std::vector<std::unique_ptr<CheckedPlan>>;

/// What became of each finding, by its key; empty without a baseline.
[[nodiscard]] std::map<std::string_view, const FindingChange*> changesByKey(const CheckedPlan& plan);

} // namespace merestone
