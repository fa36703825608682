// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "geometry/packed_geometry.hpp"

#include <QPainterPath>
#include <QPointF>

#include <utility>
#include <vector>

namespace merestone::map {

/// Turns features into shapes in units: thinned to what the device can show, and cut to the view and a margin round it,
/// so that a large feature costs what is seen of it. Holds scratch space; one for each thread.
class ScreenShape {
public:
    /// `marginUnits` round the view stays, so that strokes along the cut are out of sight.
    ScreenShape(const MapView& view, double marginUnits);

    /// Adds the rings of a polygon as closed subpaths, shells and holes turning opposite ways.
    void addRings(QPainterPath& to, const PackedGeometry& geometry, std::size_t feature);
    /// Adds the lines of a feature (rings of polygons too), leaving out what is far outside.
    void addLines(QPainterPath& to, const PackedGeometry& geometry, std::size_t feature);
    /// A part of a line or ring that is seen, with the length of the line up to its beginning, in units.
    struct Stretch {
        std::vector<QPointF> points; ///< two at least
        double from = 0.0;
    };
    /// What is seen of the lines of a feature (rings of polygons too).
    [[nodiscard]] std::vector<Stretch> stretches(const PackedGeometry& geometry, std::size_t feature);
    /// The rings alone, for hatching.
    [[nodiscard]] std::vector<std::vector<QPointF>> rings(const PackedGeometry& geometry, std::size_t feature);

    [[nodiscard]] QPointF toUnits(Point p) const noexcept {
        return {m_offsetX + p.x * m_scale, m_offsetY - p.y * m_scale};
    }

private:
    void load(std::span<const Point> run, bool ring);
    void clipRing();
    [[nodiscard]] std::pair<double, double> seenOf(QPointF a, QPointF b) const noexcept;

    double m_scale;
    double m_offsetX;
    double m_offsetY;
    double m_least; ///< squared distance of points that are told apart
    double m_left, m_top, m_right, m_bottom;
    bool m_inside = false; ///< the loaded run lies within the cut
    std::vector<QPointF> m_points;
    std::vector<QPointF> m_clipped;
};

} // namespace merestone::map
