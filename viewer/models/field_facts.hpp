// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"
#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace merestone::viewer {

/// A rule that reads a field of a layer.
struct FieldUse {
    std::string rule;
    std::string title;
    Severity severity = Severity::must;
    bool decides = false; ///< its verdict hangs on the field; else only its sentences name it
};

/// What a person who fills in a field should know of it.
struct FieldFacts {
    std::string name;
    ColumnType type = ColumnType::text;
    std::string unit; ///< "m", "dwellings"; empty where there is none, or nobody knows
    bool isId = false;
    bool isName = false;
    std::vector<FieldUse> uses; ///< in plan order

    /// A rule cannot be decided without it.
    [[nodiscard]] bool isNeeded() const noexcept;
};

/// The fields of a layer, in its order, with the rules of the plan that read each. `layers`: all layers of the plan.
/// Rules that cannot be compiled are passed over; opening the plan has told of them.
[[nodiscard]] std::vector<FieldFacts> fieldFacts(const Plan& plan, const std::vector<LayerPtr>& layers,
                                                 const Layer& layer);

} // namespace merestone::viewer
