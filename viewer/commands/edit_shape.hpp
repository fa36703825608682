// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone::viewer {

/// The outline of one feature while it is changed: corners by part, ring and position. Rings are kept
/// closed. A value.
class EditShape {
public:
    /// A corner, or the edge that begins at it.
    struct Place {
        std::size_t run = 0; ///< ring or line, counted through the whole feature
        std::size_t corner = 0;
        friend bool operator==(const Place&, const Place&) = default;
    };

    EditShape(const PackedGeometry& geometry, std::size_t feature);

    [[nodiscard]] std::optional<Place> cornerNear(Point at, double tolerance) const;
    [[nodiscard]] std::optional<Place> edgeNear(Point at, double tolerance) const;
    [[nodiscard]] bool contains(Point at) const;
    [[nodiscard]] bool isArea() const noexcept { return isClosed(); }
    [[nodiscard]] Point corner(const Place& place) const { return m_runs[place.run].points[place.corner]; }

    void moveCorner(const Place& place, Point to);
    /// A new corner on an edge; gives its place.
    Place insertCorner(const Place& edge, Point at);
    /// False when too few corners would be left.
    bool removeCorner(const Place& place);
    /// Whether a corner is one of a hole's; and the hole taken out.
    [[nodiscard]] bool isInHole(const Place& place) const;
    void removeHole(const Place& place);
    void moveBy(double dx, double dy);

    [[nodiscard]] std::string wkb() const;
    /// Runs of corners for drawing handles; a ring's last point, its first again, is left out.
    [[nodiscard]] std::vector<std::vector<Point>> corners() const;

private:
    struct Run {
        std::vector<Point> points; ///< without the closing point
        bool endsPart = true;
    };
    [[nodiscard]] PackedGeometry packed() const;
    [[nodiscard]] bool isClosed() const noexcept { return m_shape == Shape::polygon; }

    Shape m_shape;
    std::vector<Run> m_runs;
};

} // namespace merestone::viewer
