// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// Point-in-polygon for one polygon and many points: its edges sorted into horizontal bands, so that a test looks at
/// the few edges of one band. Same answer as containsPoint(). Immutable; any thread. Owns copies of the edges.
class PolygonLocator {
public:
    PolygonLocator(const PackedGeometry& geometry, std::size_t feature);

    [[nodiscard]] bool contains(Point p) const noexcept;

private:
    struct Edge {
        Point a;
        Point b;
    };
    [[nodiscard]] std::size_t band(double y) const noexcept;

    Box m_box;
    double m_bandsPerMetre = 0.0;
    std::vector<std::uint32_t> m_bands; ///< first edge of each band, and one past the last
    std::vector<Edge> m_edges;
};

} // namespace merestone
