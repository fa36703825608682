// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/nearest.hpp"

#include <optional>

namespace merestone {

/// How far an outline lies from base lines, as one shift for all of it: east and north in metres, positive where it
/// lies east and north of the base. The shift that brings the outline back leaves the least sum of squared offsets
/// across it (each point of the outline by its offset to the nearest base line within `within` metres, along the
/// outline's normal), found by repeating matching and solving: iterative closest point with the point-to-line distance
/// of Y. Chen and G. Medioni, "Object modelling by registration of multiple range images" (1992).
/// Nothing if less than half of the outline has a base line within reach, or if what has runs all one way, so that a
/// shift along it cannot be seen.
[[nodiscard]] std::optional<Point> driftOf(const PackedGeometry& outline, std::uint32_t feature,
                                           const NearestFinder& base, double within, std::uint32_t except);

} // namespace merestone
