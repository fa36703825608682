// SPDX-License-Identifier: MIT
#include "geometry/ring_clip.hpp"

namespace merestone {

namespace {

/// One side of a box: which points are inside it, and where a segment crosses it.
struct Side {
    double Point::*across;
    double Point::*along;
    double limit;
    double sign; ///< 1: inside is above the limit, -1: below it

    [[nodiscard]] bool inside(Point p) const noexcept { return sign * (p.*across - limit) >= 0.0; }
    [[nodiscard]] Point crossing(Point a, Point b) const noexcept {
        Point p;
        p.*across = limit;
        p.*along = a.*along + (b.*along - a.*along) * ((limit - a.*across) / (b.*across - a.*across));
        return p;
    }
};

void add(std::vector<Point>& ring, Point p) {
    if (ring.empty() || !(ring.back() == p)) {
        ring.push_back(p);
    }
}

std::vector<Point> clipAtSide(std::span<const Point> ring, const Side& side) {
    std::vector<Point> result;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        const bool aInside = side.inside(a);
        const bool bInside = side.inside(b);
        if (aInside) {
            add(result, a);
        }
        if (aInside != bInside) {
            add(result, side.crossing(a, b));
        }
    }
    if (!result.empty()) {
        add(result, result.front());
    }
    return result;
}

} // namespace

std::vector<Point> clipRing(std::span<const Point> ring, const Box& box) {
    std::vector<Point> result = clipAtSide(ring, {&Point::x, &Point::y, box.minX, 1.0});
    result = clipAtSide(result, {&Point::x, &Point::y, box.maxX, -1.0});
    result = clipAtSide(result, {&Point::y, &Point::x, box.minY, 1.0});
    result = clipAtSide(result, {&Point::y, &Point::x, box.maxY, -1.0});
    if (result.size() < 4) {
        result.clear();
    }
    return result;
}

double signedArea(std::span<const Point> ring) noexcept {
    double twice = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    }
    return twice / 2;
}

} // namespace merestone
