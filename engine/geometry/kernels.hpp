// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <algorithm>

namespace merestone {

// Exact-when-it-matters kernels on packed arrays, planar, in metres of the working CRS. Plain double arithmetic on
// coordinates taken relative to a near point; checked against GEOS in tests/engine/geometry.

/// Area of a polygonal feature in m2 (holes taken off); 0 for other shapes. Shoelace formula.
[[nodiscard]] double area(const PackedGeometry& geometry, std::size_t feature) noexcept;
/// Length of lines, perimeter of polygons with their holes, 0 for points; metres.
[[nodiscard]] double length(const PackedGeometry& geometry, std::size_t feature) noexcept;
/// Area-weighted (polygon), length-weighted (line) or mean (point) centroid; polygons without area fall back to lines.
[[nodiscard]] Point centroid(const PackedGeometry& geometry, std::size_t feature) noexcept;
/// Whether a point lies in a polygonal feature by the crossing rule; points exactly on an edge may fall on either side.
[[nodiscard]] bool containsPoint(const PackedGeometry& geometry, std::size_t feature, Point p) noexcept;
/// Squared distance from a point to the segment ab. Here in the header: it is the innermost step of every search.
[[nodiscard]] inline double squaredDistanceToSegment(Point p, Point a, Point b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double px = p.x - a.x;
    const double py = p.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0.0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0.0;
    const double ex = px - t * dx;
    const double ey = py - t * dy;
    return ex * ex + ey * ey;
}

} // namespace merestone
