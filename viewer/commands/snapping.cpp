// SPDX-License-Identifier: MIT
#include "commands/snapping.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

Point nearestOnSegment(Point at, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0.0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
    return {a.x + t * dx, a.y + t * dy};
}

/// The best corner and the best edge so far.
class Search {
public:
    Search(Point at, double tolerance) : m_at(at), m_corner(tolerance), m_edge(tolerance) {}

    void look(const PackedGeometry& geometry, const map::FeatureId& feature) {
        const bool hasEdges = geometry.shape(feature.row) != Shape::point;
        for (std::uint32_t run = geometry.runsBegin(feature.row); run < geometry.runsEnd(feature.row); ++run) {
            const std::span<const Point> points = geometry.run(run);
            for (std::size_t i = 0; i < points.size(); ++i) {
                offer(m_bestCorner, m_corner, points[i], Snap::Kind::corner, feature);
                if (hasEdges && i > 0) {
                    offer(m_bestEdge, m_edge, nearestOnSegment(m_at, points[i - 1], points[i]), Snap::Kind::edge,
                          feature);
                }
            }
        }
    }
    [[nodiscard]] std::optional<Snap> best() const { return m_bestCorner ? m_bestCorner : m_bestEdge; }

private:
    void offer(std::optional<Snap>& best, double& least, Point place, Snap::Kind kind, const map::FeatureId& feature) {
        const double distance = std::hypot(place.x - m_at.x, place.y - m_at.y);
        if (distance < least || (!best && distance == least)) {
            least = distance;
            best = Snap{place, kind, feature, distance};
        }
    }

    Point m_at;
    double m_corner;
    double m_edge;
    std::optional<Snap> m_bestCorner;
    std::optional<Snap> m_bestEdge;
};

} // namespace

std::optional<Snap> snapTo(const map::MapScene& scene, Point at, double toleranceMetres,
                           const std::optional<SnapExcept>& except) {
    Search search(at, toleranceMetres);
    const Box window = Box{at.x, at.y, at.x, at.y}.grown(toleranceMetres);
    for (std::size_t number = scene.layers.size(); number-- > 0;) {
        const map::MapLayer& layer = scene.layers[number];
        if (!layer.visible) {
            continue;
        }
        layer.features->index().query(window, [&](std::uint32_t row) {
            if (!except || except->layer != layer.name || except->fid != layer.features->fid(row)) {
                search.look(layer.features->geometry(), {number, row});
            }
            return true;
        });
    }
    return search.best();
}

} // namespace merestone::viewer
