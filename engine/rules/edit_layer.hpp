// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"

#include <optional>

namespace merestone {

/// A copy of a layer with changes applied. Rows of features that stay keep their order; added features come last.
struct EditedLayer {
    LayerPtr layer;
    std::vector<std::uint32_t> changedRows; ///< in the new layer: added or modified
    std::vector<Box> touched;               ///< old and new boxes of everything that changed
    bool rowsMoved = false;                 ///< features were added or removed
    bool isOtherwiseComplete = false;       ///< there are undecided features now, or none any more
};

/// `undecided` is the new LayerInfo::undecided; nothing: as it was. Throws Error(input) for an unknown feature id, a
/// geometry that cannot be read, or a value of the wrong type.
[[nodiscard]] EditedLayer editLayer(const Layer& layer, const std::vector<FeatureChange>& changes,
                                    const RunContext& context, std::optional<std::size_t> undecided = {});

} // namespace merestone
