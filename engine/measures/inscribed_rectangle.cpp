// SPDX-License-Identifier: MIT
#include "measures/inscribed_rectangle.hpp"

#include "geometry/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kCells = 100; ///< of the search grid along the longer side
constexpr std::size_t kMostAngles = 24;
constexpr double kRightAngle = std::numbers::pi / 2;

/// Direction of a side, taken within a right angle: the sides of one rectangle have all the same.
double directionOf(double dx, double dy) {
    return std::fmod(std::atan2(dy, dx) + 2 * std::numbers::pi, kRightAngle);
}

Point rotated(Point p, double angle) {
    return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

/// The feature turned by `angle` about `origin`, which comes to (0, 0).
PackedGeometry turned(const PackedGeometry& geometry, std::size_t feature, Point origin, double angle) {
    PackedGeometry result;
    for (std::uint32_t part = geometry.firstPart(feature);
         part < geometry.firstPart(feature) + geometry.partCount(feature); ++part) {
        for (std::uint32_t r = geometry.firstRun(part); r < geometry.firstRun(part + 1); ++r) {
            for (const Point& p : geometry.run(r)) {
                result.addPoint(rotated({p.x - origin.x, p.y - origin.y}, angle));
            }
            result.endRun();
        }
        result.endPart();
    }
    result.endFeature(Shape::polygon);
    return result;
}

template <class Visit> void forEachEdge(const PackedGeometry& polygon, Visit&& visit) {
    for (std::uint32_t r = polygon.runsBegin(0); r < polygon.runsEnd(0); ++r) {
        const std::span<const Point> ring = polygon.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            visit(ring[i], ring[i + 1]);
        }
    }
}

/// Whether a segment passes through the open inside of a box (Liang-Barsky clipping).
bool passesThrough(Point a, Point b, const Box& box) {
    double enter = 0.0;
    double leave = 1.0;
    const auto clip = [&](double start, double step, double low, double high) {
        if (step == 0.0) {
            return start > low && start < high;
        }
        const double t1 = (low - start) / step;
        const double t2 = (high - start) / step;
        enter = std::max(enter, std::min(t1, t2));
        leave = std::min(leave, std::max(t1, t2));
        return enter < leave;
    };
    return clip(a.x, b.x - a.x, box.minX, box.maxX) && clip(a.y, b.y - a.y, box.minY, box.maxY);
}

bool isInside(const PackedGeometry& polygon, const Box& box) {
    bool clear = true;
    forEachEdge(polygon, [&](Point a, Point b) { clear = clear && !passesThrough(a, b, box); });
    return clear && containsPoint(polygon, 0, box.centre());
}

/// Grid cells that lie wholly inside the polygon.
class CellGrid {
public:
    CellGrid(const PackedGeometry& polygon, double ratio) : m_box(polygon.box(0)) {
        const double width = m_box.maxX - m_box.minX;
        const double height = m_box.maxY - m_box.minY;
        // Cells as long as the wanted rectangle is, so that a square of cells has the wanted ratio.
        m_cellY = std::max(width / ratio, height) / kCells;
        m_cellX = m_cellY * ratio;
        m_columns = static_cast<std::size_t>(width / m_cellX) + 1;
        m_rows = static_cast<std::size_t>(height / m_cellY) + 1;
        m_inside.assign(m_columns * m_rows, 0);
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column) {
                m_inside[row * m_columns + column] =
                    containsPoint(polygon, 0, cell(column, row, 1, 1).centre()) ? 1 : 0;
            }
        }
        forEachEdge(polygon, [this](Point a, Point b) { cutOut(a, b); });
    }

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] bool inside(std::size_t column, std::size_t row) const {
        return m_inside[row * m_columns + column] != 0;
    }
    [[nodiscard]] Box cell(std::size_t column, std::size_t row, std::size_t wide, std::size_t high) const {
        const double x = m_box.minX + m_cellX * static_cast<double>(column);
        const double y = m_box.minY + m_cellY * static_cast<double>(row);
        return {x, y, x + m_cellX * static_cast<double>(wide), y + m_cellY * static_cast<double>(high)};
    }

private:
    [[nodiscard]] std::size_t clamped(double value, std::size_t count) const {
        return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
    }
    void cutOut(Point a, Point b) {
        for (std::size_t row = clamped((std::min(a.y, b.y) - m_box.minY) / m_cellY - 1, m_rows);
             row <= clamped((std::max(a.y, b.y) - m_box.minY) / m_cellY + 1, m_rows); ++row) {
            for (std::size_t column = clamped((std::min(a.x, b.x) - m_box.minX) / m_cellX - 1, m_columns);
                 column <= clamped((std::max(a.x, b.x) - m_box.minX) / m_cellX + 1, m_columns); ++column) {
                if (passesThrough(a, b, cell(column, row, 1, 1))) {
                    m_inside[row * m_columns + column] = 0;
                }
            }
        }
    }

    Box m_box;
    double m_cellX = 1.0;
    double m_cellY = 1.0;
    std::size_t m_columns = 1;
    std::size_t m_rows = 1;
    std::vector<char> m_inside;
};

/// The largest box of inside cells: heights of the columns up to each row, then the largest rectangle under them.
Box largestOfCells(const CellGrid& grid) {
    std::vector<std::size_t> height(grid.columns() + 1, 0);
    Box best;
    std::size_t bestCells = 0;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        for (std::size_t column = 0; column < grid.columns(); ++column) {
            height[column] = grid.inside(column, row) ? height[column] + 1 : 0;
        }
        std::vector<std::size_t> open; // columns whose rectangles may still grow to the right
        for (std::size_t column = 0; column <= grid.columns(); ++column) {
            while (!open.empty() && height[open.back()] >= height[column]) {
                const std::size_t high = height[open.back()];
                open.pop_back();
                const std::size_t first = open.empty() ? 0 : open.back() + 1;
                if (high * (column - first) > bestCells) {
                    bestCells = high * (column - first);
                    best = grid.cell(first, row + 1 - high, column - first, high);
                }
            }
            open.push_back(column);
        }
    }
    return best;
}

/// The largest square of inside cells (each cell has the wanted ratio).
Box largestSquare(const CellGrid& grid) {
    std::vector<std::size_t> last(grid.columns(), 0);
    Box best;
    std::size_t bestSide = 0;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        std::vector<std::size_t> side(grid.columns(), 0);
        for (std::size_t column = 0; column < grid.columns(); ++column) {
            if (grid.inside(column, row)) {
                side[column] = column == 0 ? 1 : 1 + std::min({last[column], side[column - 1], last[column - 1]});
            }
            if (side[column] > bestSide) {
                bestSide = side[column];
                best = grid.cell(column + 1 - bestSide, row + 1 - bestSide, bestSide, bestSide);
            }
        }
        last = std::move(side);
    }
    return best;
}

/// Moves each side outwards in shrinking steps as long as the box stays inside; with a fixed ratio the whole box.
Box grown(const PackedGeometry& polygon, Box box, bool fixedRatio) {
    double step = std::max(box.maxX - box.minX, box.maxY - box.minY) / 8;
    for (int round = 0; round < 24; ++round) {
        bool moved = false;
        const auto attempt = [&](const Box& candidate) {
            if (isInside(polygon, candidate)) {
                box = candidate;
                moved = true;
            }
        };
        if (fixedRatio) {
            const double share = step / (box.maxY - box.minY);
            const double dx = share * (box.maxX - box.minX);
            for (const double left : {0.0, 0.5, 1.0}) {
                for (const double down : {0.0, 0.5, 1.0}) {
                    attempt({box.minX - left * dx, box.minY - down * step, box.maxX + (1 - left) * dx,
                             box.maxY + (1 - down) * step});
                }
            }
        } else {
            attempt({box.minX - step, box.minY, box.maxX, box.maxY});
            attempt({box.minX, box.minY - step, box.maxX, box.maxY});
            attempt({box.minX, box.minY, box.maxX + step, box.maxY});
            attempt({box.minX, box.minY, box.maxX, box.maxY + step});
        }
        if (!moved) {
            step /= 2;
        }
    }
    return box;
}

/// The direction, within a right angle, of the longest edge in one degree class.
double exactDirection(const PackedGeometry& geometry, std::size_t feature, std::size_t degree) {
    double longest = 0.0;
    double direction = 0.0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double dx = ring[i + 1].x - ring[i].x;
            const double dy = ring[i + 1].y - ring[i].y;
            const double angle = directionOf(dx, dy);
            if (static_cast<std::size_t>(angle / kRightAngle * 90) % 90 == degree && std::hypot(dx, dy) > longest) {
                longest = std::hypot(dx, dy);
                direction = angle;
            }
        }
    }
    return direction;
}

/// Directions worth trying: those of the longest edges, and an even fan.
std::vector<double> angles(const PackedGeometry& geometry, std::size_t feature) {
    std::vector<double> lengths(90, 0.0);
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double dx = ring[i + 1].x - ring[i].x;
            const double dy = ring[i + 1].y - ring[i].y;
            const double degrees = directionOf(dx, dy) / kRightAngle * 90;
            lengths[static_cast<std::size_t>(degrees) % 90] += std::hypot(dx, dy);
        }
    }
    std::vector<std::size_t> order(90);
    for (std::size_t i = 0; i < 90; ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lengths[a] > lengths[b]; });
    std::vector<double> result;
    for (std::size_t i = 0; i < kMostAngles / 2 && lengths[order[i]] > 0.0; ++i) {
        result.push_back(exactDirection(geometry, feature, order[i]));
    }
    for (std::size_t i = 0; i < kMostAngles / 2; ++i) {
        result.push_back(kRightAngle * static_cast<double>(i) / (kMostAngles / 2.0));
    }
    return result;
}

} // namespace

Rectangle inscribedRectangle(const PackedGeometry& geometry, std::size_t feature, std::optional<double> ratio) {
    const Point origin = geometry.box(feature).centre();
    Rectangle best;
    for (const double angle : angles(geometry, feature)) {
        for (const double aspect : ratio ? std::vector<double>{*ratio, 1.0 / *ratio} : std::vector<double>{1.0}) {
            const PackedGeometry polygon = turned(geometry, feature, origin, -angle);
            const CellGrid grid(polygon, aspect);
            const Box found = ratio ? largestSquare(grid) : largestOfCells(grid);
            if (found.empty()) {
                continue;
            }
            const Box box = grown(polygon, found, ratio.has_value());
            const double wide = box.maxX - box.minX;
            const double high = box.maxY - box.minY;
            if (wide * high <= best.area()) {
                continue;
            }
            best.length = std::max(wide, high);
            best.width = std::min(wide, high);
            const std::array<Point, 4> corners{Point{box.minX, box.minY}, Point{box.maxX, box.minY},
                                               Point{box.maxX, box.maxY}, Point{box.minX, box.maxY}};
            for (std::size_t i = 0; i < corners.size(); ++i) {
                const Point p = rotated(corners[i], angle);
                best.corners[i] = {p.x + origin.x, p.y + origin.y};
            }
        }
    }
    return best;
}

} // namespace merestone
