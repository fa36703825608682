// SPDX-License-Identifier: MIT
#pragma once

#include "rules/evaluate_rule.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// What a rule's summary is made of: it can be added up over parts of the subjects.
struct RuleTally {
    std::size_t subjects = 0;
    std::map<Verdict, std::size_t> counts;
    std::vector<Statistic> statistics;
    std::string notRunReason; ///< not empty: it could not run
};

[[nodiscard]] RuleTally tallyOf(const RuleOutcome& outcome);

/// Adds the tally of other subjects of the same rule. What could not run for some could not run.
void addTo(RuleTally& sum, const RuleTally& part);

/// The worst verdict of the subjects; notApplicable when there is none.
[[nodiscard]] RuleResult summariseRule(const CompiledRule& rule, const RuleTally& tally);

} // namespace merestone
