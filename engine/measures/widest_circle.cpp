// SPDX-License-Identifier: MIT
#include "measures/widest_circle.hpp"

#include "geometry/kernels.hpp"
#include "geometry/nearest.hpp"
#include "geometry/polygon_locator.hpp"

#include <cmath>
#include <numbers>
#include <optional>
#include <queue>

namespace merestone {

namespace {

constexpr int kMostSteps = 100'000;

/// A square cell with the signed distance of its centre to the border (positive inside) and what it can reach at most.
struct Cell {
    Point centre;
    double half;
    double distance;
    [[nodiscard]] double potential() const { return distance + half * std::numbers::sqrt2; }
    friend bool operator<(const Cell& a, const Cell& b) { return a.potential() < b.potential(); }
};

class Border {
public:
    Border(const PackedGeometry& geometry, std::size_t feature) : m_locator(geometry, feature) {
        for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
            m_rings.addPoints(geometry.run(r));
            m_rings.endRun();
            m_rings.endPart();
        }
        m_rings.endFeature(Shape::line);
        const std::uint32_t first = 0;
        m_finder.emplace(m_rings, std::span(&first, 1));
    }
    [[nodiscard]] Cell cell(Point centre, double half) const {
        PackedGeometry point;
        point.addPoint(centre);
        point.endRun();
        point.endPart();
        point.endFeature(Shape::point);
        const double d = std::sqrt(m_finder->find(point, 0, std::numeric_limits<double>::infinity()).squaredDistance);
        return {centre, half, m_locator.contains(centre) ? d : -d};
    }

private:
    PackedGeometry m_rings;
    PolygonLocator m_locator;
    std::optional<NearestFinder> m_finder;
};

} // namespace

Circle widestCircle(const PackedGeometry& geometry, std::size_t feature, double tolerance) {
    const Box box = geometry.box(feature);
    const Border border(geometry, feature);
    const double size = std::max(std::min(box.maxX - box.minX, box.maxY - box.minY), tolerance);
    Cell best = border.cell(centroid(geometry, feature), 0.0);
    std::priority_queue<Cell> cells;
    // A long thin shape gets fewer, larger first cells: what they may reach is bounded all the same.
    const double step = std::max(size, (box.maxX - box.minX + box.maxY - box.minY) / 64);
    const auto columns = static_cast<int>(std::ceil((box.maxX - box.minX) / step));
    const auto rows = static_cast<int>(std::ceil((box.maxY - box.minY) / step));
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < rows; ++row) {
            cells.push(border.cell({box.minX + (column + 0.5) * step, box.minY + (row + 0.5) * step}, step / 2));
        }
    }
    for (int steps = 0; steps < kMostSteps && !cells.empty(); ++steps) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.distance > best.distance) {
            best = cell;
        }
        if (cell.potential() - best.distance <= tolerance) {
            break;
        }
        const double half = cell.half / 2;
        for (const double dx : {-half, half}) {
            for (const double dy : {-half, half}) {
                cells.push(border.cell({cell.centre.x + dx, cell.centre.y + dy}, half));
            }
        }
    }
    return {best.centre, std::max(0.0, best.distance)};
}

} // namespace merestone
