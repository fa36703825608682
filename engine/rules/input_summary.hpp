// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "layers/layer.hpp"
#include "plan/plan.hpp"

namespace merestone {

/// What the run block says about a layer; with the SHA-256 of its file if `hash` says so and it is not known yet.
/// Throws Error(input) when the file cannot be read for that.
[[nodiscard]] InputSummary summaryOf(const Layer& layer, const LayerSpec& spec, const Plan& plan, bool hash);

} // namespace merestone
