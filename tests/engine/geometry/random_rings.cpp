// SPDX-License-Identifier: MIT
#include "engine/geometry/random_rings.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace merestone::testing_support {

namespace {

std::vector<Point> closed(std::vector<Point> corners) {
    corners.push_back(corners.front());
    return corners;
}

double nudged(double value, int steps) {
    const double towards =
        steps < 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    for (int i = 0; i < std::abs(steps); ++i) {
        value = std::nextafter(value, towards);
    }
    return value;
}

} // namespace

std::vector<Point> RandomRings::star(std::size_t corners, Point centre, double radius) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double r = radius * between(0.2, 1.0);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return closed(ring);
}

std::vector<Point> RandomRings::comb(std::size_t teeth, Point corner, double pitch) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < teeth; ++i) {
        const double x = corner.x + 2 * pitch * static_cast<double>(i);
        ring.push_back({x, corner.y + between(50.0, 60.0)});
        ring.push_back({x + pitch, corner.y + between(50.0, 60.0)});
        ring.push_back({x + pitch, corner.y + between(1.0, 2.0)});
        ring.push_back({x + 2 * pitch, corner.y + between(1.0, 2.0)});
    }
    ring.push_back({ring.back().x, corner.y});
    ring.push_back({corner.x, corner.y});
    return closed(ring);
}

std::vector<Point> RandomRings::scribble(std::size_t corners, Point corner, double size) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        ring.push_back({corner.x + between(0.0, size), corner.y + between(0.0, size)});
    }
    return closed(ring);
}

std::vector<Point> RandomRings::gridScribble(std::size_t corners, Point corner, int cells, double cell) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const auto column = static_cast<double>(below(static_cast<std::size_t>(cells)));
        const auto row = static_cast<double>(below(static_cast<std::size_t>(cells)));
        ring.push_back({corner.x + cell * column, corner.y + cell * row});
    }
    return closed(ring);
}

std::vector<Point> RandomRings::nearlyStraight(std::size_t corners, Point from) {
    const double slope = between(-2.0, 2.0);
    std::vector<Point> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double along = static_cast<double>(below(12)) * 3.0;
        ring.push_back({from.x + along, nudged(from.y + slope * along, static_cast<int>(below(5)) - 2)});
    }
    return closed(ring);
}

std::vector<Point> RandomRings::damagedStar(std::size_t corners, Point centre, double radius) {
    std::vector<Point> ring = star(corners, centre, radius);
    ring.pop_back();
    const std::size_t victim = below(ring.size());
    const std::size_t edge = below(ring.size());
    const Point a = ring[edge];
    const Point b = ring[(edge + 1) % ring.size()];
    const double t = static_cast<double>(below(5)) / 4.0;
    const int steps = static_cast<int>(below(5)) - 2;
    if (below(4) == 0) {
        const Point twice = ring[victim];
        ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(victim), twice);
    } else {
        ring[victim] = {nudged(a.x + t * (b.x - a.x), steps), a.y + t * (b.y - a.y)};
    }
    return closed(ring);
}

std::vector<Point> RandomRings::any() {
    const std::size_t corners = 3 + below(13);
    const Point origins[] = {{0.0, 0.0}, {407800.0, 284200.0}, {0.1, 1e7 / 3}, {-99999000.0, 99999000.0}};
    const Point at = origins[below(4)];
    switch (below(7)) {
    case 0:
        return star(corners, at, 20.0);
    case 1:
        return comb(1 + corners / 4, at, 0.01);
    case 2:
        return scribble(3 + below(4), at, 10.0);
    case 3:
        return gridScribble(3 + below(6), at, 3, 1.0);
    case 4:
        return gridScribble(corners, at, 4, 0.1);
    case 5:
        return nearlyStraight(3 + below(5), at);
    default:
        return damagedStar(corners, at, 20.0);
    }
}

} // namespace merestone::testing_support
