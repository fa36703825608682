// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/nearest.hpp"

#include <vector>

namespace merestone {

/// Points nearer together than this are one point of a network, metres.
inline constexpr double kSamePlaceMetres = 0.001;

/// A stretch of a segment, by distance from its start in metres; `from == to` for a single point.
struct Stretch {
    double from = 0.0;
    double to = 0.0;
};

/// Where straight segments meet a set of features (points, lines, polygons with their insides), to the millimetre.
/// Immutable; any thread. The geometry must outlive it.
class SegmentContacts {
public:
    /// `rows`: usable features, ascending.
    SegmentContacts(const PackedGeometry& features, std::span<const std::uint32_t> rows);

    /// Whether a point lies within a millimetre of one of the features.
    [[nodiscard]] bool meets(Point p) const;
    /// The stretches of ab that meet the features, in order, apart from one another. A stretch that reaches an end of
    /// the segment does so exactly.
    [[nodiscard]] std::vector<Stretch> stretches(Point a, Point b) const;
    /// Whether ab meets one of the features.
    [[nodiscard]] bool meets(Point a, Point b) const;

    [[nodiscard]] const NearestFinder& finder() const noexcept { return m_finder; }

private:
    const PackedGeometry* m_features;
    NearestFinder m_finder;
};

/// Adds where contact of ab with one feature may begin or end inside ab, as distances from a: crossings of its edges,
/// and its corners on ab. Not at the ends of ab.
void addContactBreaks(Point a, Point b, const PackedGeometry& features, std::size_t feature,
                      std::vector<double>& breaks);

/// The point `along` metres from a towards b; exactly b at (or beyond) its whole length.
[[nodiscard]] Point pointAlong(Point a, Point b, double along) noexcept;
[[nodiscard]] double distanceBetween(Point a, Point b) noexcept;

/// Where the lines of two segments cross strictly inside both (more than a millimetre from the ends of the first), as
/// the distance from a; NaN if they do not, or run along one another.
[[nodiscard]] double crossingAlong(Point a, Point b, Point c, Point d) noexcept;

/// One point or one segment as the only feature of an array.
[[nodiscard]] PackedGeometry pointFeature(Point p);
[[nodiscard]] PackedGeometry lineFeature(std::span<const Point> line);

} // namespace merestone
