// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <vector>

namespace merestone {

/// A polygon that amounts are shared out to: a subject as drawn, or with its border moved. Feature 0 of `geometry`.
struct SubjectShape {
    PackedGeometry geometry;
    Box box;

    /// Whether a point lies inside. Half-open: of the polygons of a tiling exactly one holds a point on a common edge,
    /// so that what is shared out among them adds up.
    [[nodiscard]] bool holds(Point p) const noexcept;
    /// Area shared with a polygon of another array, m2.
    [[nodiscard]] double sharedArea(const PackedGeometry& other, std::size_t feature) const;
    /// Length of the lines of a feature inside, metres; what runs along the border is inside or out as holds() says.
    [[nodiscard]] double lengthInside(const PackedGeometry& lines, std::size_t feature) const;
};

/// The rule of SubjectShape::holds for any polygon.
[[nodiscard]] bool holdsPoint(const PackedGeometry& geometry, std::size_t feature, Point p) noexcept;

[[nodiscard]] SubjectShape shapeOf(const Layer& subjects, std::uint32_t row);
/// The subject with its border moved outwards by `distance` metres (inwards when negative); it may vanish, and then
/// holds nothing.
[[nodiscard]] SubjectShape movedShape(const Layer& subjects, std::uint32_t row, double distance);

} // namespace merestone
