// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <string>
#include <string_view>

namespace merestone {

/// Everything that a rule of a plan is, but for the places where it stands, and the facts of the plan that it may read:
/// two rules whose contents are the same give the same on the same layers. For comparing; not for people.
[[nodiscard]] std::string ruleContent(const RuleSpec& rule, const Plan& plan);

/// The same for a layer.
[[nodiscard]] std::string layerContent(const LayerSpec& layer);

/// Whether the texts of a rule name a fact (a word of them does, ASCII case ignored).
[[nodiscard]] bool readsFact(const RuleSpec& rule, std::string_view fact);

} // namespace merestone
