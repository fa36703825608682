// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "rules/shared_measures.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// What a rule found out about its subjects. `verdicts` has one entry for each row of the subject layer; rows out of
/// scope keep notRun and are not counted.
struct RuleOutcome {
    std::vector<Verdict> verdicts;
    std::vector<Truth> applies;       ///< by row, as `where` says
    std::vector<std::uint32_t> scope; ///< rows that the rule is about, ascending
    std::vector<Finding> findings;    ///< by row; several for a row of a rule about pairs
    std::vector<std::uint32_t> rows;  ///< of each finding
    std::string notRunReason;         ///< not empty: it could not run
    std::vector<Statistic> statistics;
};

struct EvaluationOptions {
    bool listAll = false; ///< findings for passing and not applicable subjects too
    /// Rows that are subjects of the rule too, but judged elsewhere: of two of these a pair is judged under its first
    /// member alone. Ascending; null: the scope.
    const std::vector<std::uint32_t>* subjects = nullptr;
};

/// Evaluates a rule for all rows in `scope` (ascending). Throws Error(cancelled) when stopped; any other failure
/// becomes notRunReason.
[[nodiscard]] RuleOutcome evaluateRule(const CompiledRule& rule, const Plan& plan, const LayerMap& layers,
                                       SharedMeasures& measures, std::vector<std::uint32_t> scope,
                                       const EvaluationOptions& options, const RunContext& context);

/// The same after a change that touches only `rows` (ascending, in scope): their part of `outcome` is replaced.
void reevaluateRows(RuleOutcome& outcome, const CompiledRule& rule, const Plan& plan, const LayerMap& layers,
                    SharedMeasures& measures, std::span<const std::uint32_t> rows, const EvaluationOptions& options,
                    const RunContext& context);

} // namespace merestone
