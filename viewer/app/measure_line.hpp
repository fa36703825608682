// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <QString>

#include <vector>

class QPainter;

namespace merestone::viewer {

/// What is being measured on the map: points that were clicked, and one more where the mouse is. Lengths and areas are
/// planar, by the kernels that rules are evaluated with.
class MeasureLine {
public:
    void start(bool area) {
        m_points.clear();
        m_area = area;
        m_closed = false;
    }
    void add(Point at);
    void moveTo(Point at) { m_hover = at; }
    void dropLast();
    void close() { m_closed = true; } ///< the next add() starts anew
    [[nodiscard]] bool empty() const noexcept { return m_points.empty(); }

    [[nodiscard]] double lengthMetres() const;
    [[nodiscard]] double areaSquareMetres() const;
    /// "Length 45.2 m"; "Area 820.0 m², edge 120.0 m". Empty before the second point.
    [[nodiscard]] QString text() const;
    void draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const;

private:
    [[nodiscard]] std::vector<Point> points() const;

    std::vector<Point> m_points;
    Point m_hover;
    bool m_area = false;
    bool m_closed = false;
};

} // namespace merestone::viewer
