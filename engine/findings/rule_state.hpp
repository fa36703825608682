// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

namespace merestone {

/// Whether a rule holds a conflict that is not waived.
[[nodiscard]] bool hasOpenConflict(const RuleResult& rule);
/// Whether a rule fails as a whole, without a subject that is counted as a conflict.
[[nodiscard]] bool failsAsAWhole(const RuleResult& rule);
/// Whether a rule holds something borderline, not to be told or not run.
[[nodiscard]] bool hasUndecided(const RuleResult& rule);
/// Borderline, cannot tell or not run.
[[nodiscard]] bool isUndecided(Verdict verdict) noexcept;

} // namespace merestone
