// SPDX-License-Identifier: MIT
#pragma once

#include "rules/compiled_rule.hpp"

#include <functional>

namespace merestone {

/// Told of a layer that a rule names, and how far in metres from its subjects the rule looks there (infinity: at all
/// of it).
using NoteUse = std::function<void(const std::string& layer, double reach)>;

/// Every use of a layer by a rule, the subjects' own (reach 0) first.
void collectUse(const CompiledRule& rule, const NoteUse& use);

/// Whether a layer is read whole whatever the rules ask: what the plan draws, and what says where others are complete.
[[nodiscard]] bool isReadWhole(const Plan& plan, const LayerSpec& spec);

/// Read beyond every reach: for accuracies, borders that just touch, and subjects that stick out of the area a little.
inline constexpr double kWindowMarginMetres = 50.0;
inline constexpr double kAccuracyMarginMetres = 10.0; ///< of it that must be there round every reach

} // namespace merestone
