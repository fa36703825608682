// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <optional>

namespace merestone::map {

/// Where a label or marker of a feature stands: inside a polygon (the middle of its widest part at mid-height of its
/// largest part), halfway along a line, on the first of points.
struct LabelPlace {
    Point at;
    double room = 0.0; ///< metres of polygon to the left and right together; length of a line; 0 for points
};
/// Nothing for a feature without geometry, or whose polygon has no part inside the window.
[[nodiscard]] std::optional<LabelPlace> labelPlace(const PackedGeometry& geometry, std::size_t feature,
                                                   const Box& window);
[[nodiscard]] std::optional<LabelPlace> labelPlace(const PackedGeometry& geometry, std::size_t feature);

} // namespace merestone::map
