// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"
#include "commands/snapping.hpp"
#include "geometry/packed_geometry.hpp"

#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace merestone::viewer {

/// What is being drawn on the map and is in no layer yet: places that were clicked, and one more where the mouse is.
/// A step may be a path of several places, taken from what is already on the map; it is taken back as one. A value.
class DrawTool {
public:
    /// Forgets what was drawn. Areas are closed as they are drawn.
    void begin(Shape shape);
    void add(const std::vector<Point>& path);
    /// Where the next step would lead.
    void pointAt(const std::vector<Point>& path) { m_hover = path; }
    void dropLast();
    void clear() { begin(m_shape); }
    [[nodiscard]] bool empty() const noexcept { return m_points.empty(); }
    [[nodiscard]] Shape shape() const noexcept { return m_shape; }
    [[nodiscard]] const std::vector<Point>& points() const noexcept { return m_points; }

    /// "3 corners, area 820 m², edge 120 m", with the place that the mouse is at; planar, by the engine's kernels.
    [[nodiscard]] QString text() const;
    void draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const;

private:
    [[nodiscard]] std::vector<Point> pointsWithHover() const;

    Shape m_shape = Shape::polygon;
    std::vector<Point> m_points;
    std::vector<std::size_t> m_steps; ///< how many points there were before each step
    std::vector<Point> m_hover;
};

/// Marks a place that the mouse has snapped to: a square on a corner, an hourglass on an edge.
void drawSnap(QPainter& painter, const Snap& snap, const map::MapView& view, const map::Theme& theme);

} // namespace merestone::viewer
