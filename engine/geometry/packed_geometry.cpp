// SPDX-License-Identifier: MIT
#include "geometry/packed_geometry.hpp"

#include <cmath>

namespace merestone {

namespace {

/// Twice the signed area of a closed ring, taken relative to its first point so that large eastings cost no digits.
double twiceSignedArea(std::span<const Point> ring) noexcept {
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
               (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    }
    return sum;
}

} // namespace

Box PackedGeometry::box(std::size_t feature) const noexcept {
    Box result;
    for (const Point& p : points(feature)) {
        result.extend(p);
    }
    return result;
}

std::span<Point> PackedGeometry::extendPoints(std::size_t count) {
    const std::size_t old = m_points.size();
    m_points.resize(old + count);
    return {m_points.data() + old, count};
}

void PackedGeometry::endFeature(Shape shape) {
    if (shape == Shape::polygon) {
        orientLastRings();
    }
    m_features.push_back(static_cast<std::uint32_t>(m_parts.size() - 1));
    m_shapes.push_back(shape);
}

void PackedGeometry::orientLastRings() {
    for (std::uint32_t part = m_features.back(); part + 1 < m_parts.size(); ++part) {
        for (std::uint32_t r = m_parts[part]; r < m_parts[part + 1]; ++r) {
            const bool isShell = r == m_parts[part];
            const double area = twiceSignedArea(run(r));
            if (isShell ? area < 0.0 : area > 0.0) { // a ring without area stays as it is
                std::reverse(m_points.begin() + m_runs[r], m_points.begin() + m_runs[r + 1]);
            }
        }
    }
}

void PackedGeometry::append(const PackedGeometry& from, std::size_t feature) {
    for (std::uint32_t part = from.m_features[feature]; part < from.m_features[feature + 1]; ++part) {
        for (std::uint32_t r = from.m_parts[part]; r < from.m_parts[part + 1]; ++r) {
            addPoints(from.run(r));
            endRun();
        }
        endPart();
    }
    m_features.push_back(static_cast<std::uint32_t>(m_parts.size() - 1));
    m_shapes.push_back(from.m_shapes[feature]);
}

void PackedGeometry::dropUnfinished() {
    m_parts.resize(m_features.back() + std::size_t{1});
    m_runs.resize(m_parts.back() + std::size_t{1});
    m_points.resize(m_runs.back());
}

void PackedGeometry::reserve(std::size_t features, std::size_t points) {
    m_points.reserve(points);
    m_runs.reserve(features + features / 32 + 1);
    m_parts.reserve(features + features / 32 + 1);
    m_features.reserve(features + 1);
    m_shapes.reserve(features);
}

} // namespace merestone
