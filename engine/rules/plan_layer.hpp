// SPDX-License-Identifier: MIT
#pragma once

#include "rules/names.hpp"

namespace merestone {

/// The fields of the layer that stands for the plan as a whole: title, stage, period_from, period_to, submitted.
[[nodiscard]] LayerSchema planSchema();

/// One feature: the union of the neighbourhood areas (of any number of layers with that role), with the plan's own
/// facts as columns. Without an area it has no geometry.
[[nodiscard]] LayerPtr makePlanLayer(const Plan& plan, const std::vector<LayerPtr>& areas);

} // namespace merestone
