// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"

namespace merestone {

/// What two findings about the same thing tell differently. Evidence is compared at the millimetre to which it is
/// written, so that a run and its copy in a file do not differ.
[[nodiscard]] std::vector<Difference> differencesOf(const Finding& before, const Finding& after);

/// Verdict and settings of a rule that both runs have.
[[nodiscard]] std::vector<Difference> differencesOf(const RuleResult& before, const RuleResult& after);

} // namespace merestone
