// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"
#include "exchange/text_report.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace merestone {

/// One thing that a run was made from, then and now.
struct VerifiedPart {
    enum class State { same, changed, unknown }; ///< unknown: the earlier run did not note it
    std::string what;                            ///< "the plan file", "layer sites (plan.gpkg)", "GEOS", "pack sites"
    State state = State::same;
    std::string before; ///< of versions; empty for files
    std::string after;
};

/// Whether a run can be made again.
struct Verification {
    std::vector<VerifiedPart> parts;
    bool sameResult = false; ///< rules and findings, to the last digit that is written
    RunComparison comparison;
};

/// Compares a run with one made anew from the same plan. Points into both.
[[nodiscard]] Verification verifyRun(const RunResult& before, const RunManifest& manifest, const CheckedPlan& again,
                                     const RunContext& context);

void writeVerificationText(std::ostream& out, const Verification& verification, const std::string& file,
                           const TextReportOptions& options);
/// {merestone, same_result, parts: [{what, state, before, after}], counts, notes, rules, changes}
void writeVerificationJson(std::ostream& out, const Verification& verification);

} // namespace merestone
