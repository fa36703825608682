// SPDX-License-Identifier: MIT
#include "commands/edit_shape.hpp"

#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"

namespace merestone::viewer {

EditShape::EditShape(const PackedGeometry& geometry, std::size_t feature) : m_shape(geometry.shape(feature)) {
    for (std::uint32_t part = geometry.firstPart(feature); part < geometry.firstPart(feature + 1); ++part) {
        for (std::uint32_t run = geometry.firstRun(part); run < geometry.firstRun(part + 1); ++run) {
            const auto points = geometry.run(run);
            m_runs.push_back({{points.begin(), points.end() - (isClosed() ? 1 : 0)}, false});
        }
        m_runs.back().endsPart = true;
    }
}

std::optional<EditShape::Place> EditShape::cornerNear(Point at, double tolerance) const {
    std::optional<Place> nearest;
    double least = tolerance * tolerance;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        for (std::size_t i = 0; i < m_runs[run].points.size(); ++i) {
            const Point& p = m_runs[run].points[i];
            const double squared = squaredDistanceToSegment(at, p, p);
            if (squared <= least) {
                least = squared;
                nearest = Place{run, i};
            }
        }
    }
    return nearest;
}

std::optional<EditShape::Place> EditShape::edgeNear(Point at, double tolerance) const {
    std::optional<Place> nearest;
    double least = tolerance * tolerance;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const std::vector<Point>& points = m_runs[run].points;
        const std::size_t edges = isClosed() ? points.size() : points.size() - 1;
        for (std::size_t i = 0; i < edges; ++i) {
            const double squared = squaredDistanceToSegment(at, points[i], points[(i + 1) % points.size()]);
            if (squared <= least) {
                least = squared;
                nearest = Place{run, i};
            }
        }
    }
    return nearest;
}

bool EditShape::contains(Point at) const {
    return isClosed() && containsPoint(packed(), 0, at);
}

void EditShape::moveCorner(const Place& place, Point to) {
    m_runs[place.run].points[place.corner] = to;
}

EditShape::Place EditShape::insertCorner(const Place& edge, Point at) {
    std::vector<Point>& points = m_runs[edge.run].points;
    points.insert(points.begin() + static_cast<std::ptrdiff_t>(edge.corner + 1), at);
    return {edge.run, edge.corner + 1};
}

bool EditShape::removeCorner(const Place& place) {
    std::vector<Point>& points = m_runs[place.run].points;
    const std::size_t fewest = isClosed() ? 3 : 2;
    if (points.size() <= fewest) {
        return false;
    }
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(place.corner));
    return true;
}

bool EditShape::isInHole(const Place& place) const {
    return isClosed() && place.run > 0 && !m_runs[place.run - 1].endsPart;
}

void EditShape::removeHole(const Place& place) {
    m_runs[place.run - 1].endsPart = m_runs[place.run].endsPart;
    m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(place.run));
}

void EditShape::moveBy(double dx, double dy) {
    for (Run& run : m_runs) {
        for (Point& point : run.points) {
            point.x += dx;
            point.y += dy;
        }
    }
}

PackedGeometry EditShape::packed() const {
    PackedGeometry geometry;
    for (const Run& run : m_runs) {
        geometry.addPoints(run.points);
        if (isClosed()) {
            geometry.addPoint(run.points.front());
        }
        geometry.endRun();
        if (run.endsPart) {
            geometry.endPart();
        }
    }
    geometry.endFeature(m_shape);
    return geometry;
}

std::string EditShape::wkb() const {
    return toWkb(packed(), 0);
}

std::vector<std::vector<Point>> EditShape::corners() const {
    std::vector<std::vector<Point>> all;
    all.reserve(m_runs.size());
    for (const Run& run : m_runs) {
        all.push_back(run.points);
    }
    return all;
}

} // namespace merestone::viewer
