// SPDX-License-Identifier: MIT
#pragma once

#include "rules/compiled_rule.hpp"

namespace merestone {

/// What a measure is compiled against.
struct MeasureScope {
    const Plan& plan;
    const std::map<std::string, LayerSchema>& schemas;
    std::string subjectLayer;
    const std::vector<Parameter>& parameters; ///< of the rule, and the plan's facts
    ColumnNeeds& columns;
};

/// Throws Error(plan) naming the place in the plan.
[[nodiscard]] CompiledMeasure compileMeasure(const MeasureSpec& spec, const MeasureScope& scope);

} // namespace merestone
