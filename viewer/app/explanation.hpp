// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "plan/plan.hpp"

#include <QString>

namespace merestone::viewer {

/// Everything that there is to say about a finding, as rich text: its sentence, measured against limit with unit and
/// uncertainty, whose rule it is, how it was computed, what would make it pass, where it is, and whether it is waived.
/// Texts of the plan and of the data cannot reach the markup. `spec` may be null.
[[nodiscard]] QString explainFinding(const Finding& finding, const RuleResult& rule, const RuleSpec* spec);
/// The same for a rule as a whole: what it asks, its verdict and why, how many subjects have which.
[[nodiscard]] QString explainRule(const RuleResult& rule, const RuleSpec* spec);
/// The rule of that id in a plan; null when there is none.
[[nodiscard]] const RuleSpec* findRule(const Plan& plan, std::string_view id);

} // namespace merestone::viewer
