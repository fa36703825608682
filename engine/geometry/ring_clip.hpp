// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <span>
#include <vector>

namespace merestone {

/// Cuts a closed ring down to a box; the result is one closed ring, or empty. A ring that leaves the box and comes
/// back is joined along the box's border, to and fro if need be, so the result need not be simple, but its signed area
/// is that of the part inside. After I. Sutherland and G. Hodgman, "Reentrant polygon clipping" (1974).
[[nodiscard]] std::vector<Point> clipRing(std::span<const Point> ring, const Box& box);

/// Signed area in m2, taken relative to the first point; positive for a counter-clockwise ring.
[[nodiscard]] double signedArea(std::span<const Point> ring) noexcept;

} // namespace merestone
