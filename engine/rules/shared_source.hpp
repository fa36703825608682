// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"

#include <vector>

namespace merestone {

/// Whether two layers of a plan are read from the same layer of the same source: one may show a part of the other, by
/// its `where`.
[[nodiscard]] bool shareSource(const LayerSpec& a, const LayerSpec& b);

/// What a layer with a `where` becomes when the layer that shows the whole of their source changes.
struct PartChange {
    std::vector<FeatureChange> changes;
    std::size_t undecided = 0; ///< features for which the `where` is unknown: LayerInfo::undecided
};

/// What changes of a layer that shows the whole of its source (`whole`, as it is after them) mean for another layer
/// that is read from the same source (`part`, as it is before): features enter and leave it as its `where` says.
/// Throws Error(plan) when `whole` lacks a field that the `where` asks for.
[[nodiscard]] PartChange changeOfPart(const Plan& plan, const LayerSpec& partSpec, const Layer& part,
                                      const Layer& whole, const std::vector<FeatureChange>& changes);

} // namespace merestone
