// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

namespace merestone::map {

/// Lines and rings without the points that lie within `tolerance` metres of what is left (D. Douglas and T. Peucker,
/// 1973). Features keep their numbers. None is lost: a ring that would collapse keeps three corners, only holes smaller
/// than the tolerance are closed. For drawing alone: rings may touch themselves.
[[nodiscard]] PackedGeometry simplified(const PackedGeometry& geometry, double tolerance);

} // namespace merestone::map
