// SPDX-License-Identifier: MIT
#include "geometry/kernels.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

/// Twice the signed area and the first moments of a ring's interior about `origin`.
struct Moments {
    double twiceArea = 0.0;
    double x = 0.0;
    double y = 0.0;
};

void addRing(Moments& sums, std::span<const Point> ring, Point origin) noexcept {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - origin.x;
        const double ay = ring[i].y - origin.y;
        const double bx = ring[i + 1].x - origin.x;
        const double by = ring[i + 1].y - origin.y;
        const double cross = ax * by - bx * ay;
        sums.twiceArea += cross;
        sums.x += cross * (ax + bx);
        sums.y += cross * (ay + by);
    }
}

Moments moments(const PackedGeometry& geometry, std::size_t feature, Point origin) noexcept {
    Moments sums;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        addRing(sums, geometry.run(r), origin);
    }
    return sums;
}

Point meanPoint(std::span<const Point> points, Point origin) noexcept {
    double x = 0.0;
    double y = 0.0;
    for (const Point& p : points) {
        x += p.x - origin.x;
        y += p.y - origin.y;
    }
    const double n = static_cast<double>(points.size());
    return {origin.x + x / n, origin.y + y / n};
}

Point lineCentroid(const PackedGeometry& geometry, std::size_t feature, Point origin) noexcept {
    double total = 0.0;
    double x = 0.0;
    double y = 0.0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> line = geometry.run(r);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const double step = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
            total += step;
            x += step * ((line[i].x - origin.x) + (line[i + 1].x - origin.x)) / 2;
            y += step * ((line[i].y - origin.y) + (line[i + 1].y - origin.y)) / 2;
        }
    }
    if (total > 0.0) {
        return {origin.x + x / total, origin.y + y / total};
    }
    return meanPoint(geometry.points(feature), origin);
}

} // namespace

double area(const PackedGeometry& geometry, std::size_t feature) noexcept {
    if (geometry.shape(feature) != Shape::polygon) {
        return 0.0;
    }
    return moments(geometry, feature, geometry.points(feature).front()).twiceArea / 2;
}

double length(const PackedGeometry& geometry, std::size_t feature) noexcept {
    if (geometry.shape(feature) == Shape::point) {
        return 0.0;
    }
    double total = 0.0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> line = geometry.run(r);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            total += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        }
    }
    return total;
}

Point centroid(const PackedGeometry& geometry, std::size_t feature) noexcept {
    const std::span<const Point> points = geometry.points(feature);
    if (points.empty()) {
        return {std::nan(""), std::nan("")};
    }
    const Point origin = points.front();
    if (geometry.shape(feature) == Shape::polygon) {
        const Moments sums = moments(geometry, feature, origin);
        if (sums.twiceArea != 0.0) {
            return {origin.x + sums.x / (3 * sums.twiceArea), origin.y + sums.y / (3 * sums.twiceArea)};
        }
    }
    if (geometry.shape(feature) == Shape::point) {
        return meanPoint(points, origin);
    }
    return lineCentroid(geometry, feature, origin);
}

bool containsPoint(const PackedGeometry& geometry, std::size_t feature, Point p) noexcept {
    bool inside = false;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

} // namespace merestone
