// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

namespace merestone {

struct Circle {
    Point centre;
    double radius = 0.0; ///< metres
};

/// The largest circle inside a valid polygonal feature, its radius exact to `tolerance` metres. Quadtree search after
/// V. Agafonkin's polylabel. A sliver takes a bounded number of steps.
[[nodiscard]] Circle widestCircle(const PackedGeometry& geometry, std::size_t feature, double tolerance = 0.01);

} // namespace merestone
