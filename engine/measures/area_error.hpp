// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <cmath>

namespace merestone {

/// Half-width of a polygon's area when each vertex is off by `error` independently: error / 2 times the root of the
/// summed squares of the chords between each vertex's neighbours (N. Chrisman and B. Yandell, "Effects of point error
/// on area calculations", 1988).
[[nodiscard]] inline double areaError(const PackedGeometry& geometry, std::size_t feature, double error) {
    double sum = 0.0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        const std::size_t n = ring.size() - 1;
        for (std::size_t i = 0; i < n; ++i) {
            const Point before = ring[(i + n - 1) % n];
            const Point after = ring[(i + 1) % n];
            sum += (after.x - before.x) * (after.x - before.x) + (after.y - before.y) * (after.y - before.y);
        }
    }
    return error / 2 * std::sqrt(sum);
}

} // namespace merestone
