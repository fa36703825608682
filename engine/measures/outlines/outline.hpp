// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/nearest.hpp"
#include "measures/network/segment_contacts.hpp"

#include <optional>
#include <span>
#include <vector>

namespace merestone {

/// The outlines of the selected features as lines, row by row as in the layer: rings of areas, lines as they are,
/// points as points.
[[nodiscard]] PackedGeometry outlinesOf(const PackedGeometry& features, std::span<const std::uint32_t> rows);

/// The stretch of ab that lies within `distance` metres of the segment cd (which may be a point); exact, since the
/// points that near to a segment are a convex set.
[[nodiscard]] std::optional<Stretch> stretchNear(Point a, Point b, Point c, Point d, double distance);

/// Sorts stretches and joins those that meet.
void joinStretches(std::vector<Stretch>& stretches);

/// Outlines for questions about what is near them. Immutable; any thread.
class OutlineSegments {
public:
    OutlineSegments(const PackedGeometry& features, std::span<const std::uint32_t> rows);

    /// The stretches of ab within `distance` metres of an outline, in order; the row `except` left out.
    [[nodiscard]] std::vector<Stretch> stretchesNear(Point a, Point b, double distance, std::uint32_t except) const;

private:
    struct Segment {
        Point a;
        Point b;
        std::uint32_t row;
    };
    std::vector<Segment> m_segments;
    BoxIndex m_index;
};

} // namespace merestone
