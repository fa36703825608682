// SPDX-License-Identifier: MIT
#include "geometry/polygon_locator.hpp"

#include <numeric>

namespace merestone {

namespace {

/// Calls `visit(a, b)` for every edge of a feature that is not horizontal: those cannot be crossed by the test ray.
template <class Visit> void forEachSlopingEdge(const PackedGeometry& geometry, std::size_t feature, Visit&& visit) {
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (ring[i].y != ring[i + 1].y) {
                visit(ring[i], ring[i + 1]);
            }
        }
    }
}

} // namespace

PolygonLocator::PolygonLocator(const PackedGeometry& geometry, std::size_t feature) : m_box(geometry.box(feature)) {
    const std::size_t bands = std::max<std::size_t>(1, geometry.points(feature).size() / 2);
    const double height = m_box.maxY - m_box.minY;
    m_bandsPerMetre = height > 0.0 ? static_cast<double>(bands) / height : 0.0;
    m_bands.assign(bands + 1, 0);
    forEachSlopingEdge(geometry, feature, [this](Point a, Point b) {
        for (std::size_t k = band(std::min(a.y, b.y)); k <= band(std::max(a.y, b.y)); ++k) {
            ++m_bands[k + 1];
        }
    });
    std::partial_sum(m_bands.begin(), m_bands.end(), m_bands.begin());
    m_edges.resize(m_bands.back());
    std::vector<std::uint32_t> next(m_bands.begin(), m_bands.end() - 1);
    forEachSlopingEdge(geometry, feature, [this, &next](Point a, Point b) {
        for (std::size_t k = band(std::min(a.y, b.y)); k <= band(std::max(a.y, b.y)); ++k) {
            m_edges[next[k]++] = {a, b};
        }
    });
}

std::size_t PolygonLocator::band(double y) const noexcept {
    const double last = static_cast<double>(m_bands.size() - 2);
    return static_cast<std::size_t>(std::clamp((y - m_box.minY) * m_bandsPerMetre, 0.0, last));
}

bool PolygonLocator::contains(Point p) const noexcept {
    if (!m_box.contains(p)) {
        return false;
    }
    const std::size_t k = band(p.y);
    bool inside = false;
    for (std::uint32_t e = m_bands[k]; e < m_bands[k + 1]; ++e) {
        const Point a = m_edges[e].a;
        const Point b = m_edges[e].b;
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

} // namespace merestone
