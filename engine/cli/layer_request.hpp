// SPDX-License-Identifier: MIT
#pragma once

#include "layers/read_layer.hpp"
#include "plan/plan.hpp"

namespace merestone::cli {

/// A layer of a plan, whole and with all columns, in the plan's CRS.
[[nodiscard]] LayerRequest wholeLayer(const LayerSpec& layer, const Plan& plan);

} // namespace merestone::cli
