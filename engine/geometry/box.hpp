// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>

namespace merestone {

/// A position in the working CRS: x = easting, y = northing, in metres, always in this order.
struct Point {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// An axis-parallel box, borders included. Default-constructed it is empty: it meets nothing and extends by taking
/// over what it is extended with.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const noexcept { return !(minX <= maxX && minY <= maxY); }
    [[nodiscard]] bool meets(const Box& other) const noexcept {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    [[nodiscard]] bool contains(const Box& other) const noexcept {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }
    [[nodiscard]] bool contains(Point p) const noexcept {
        return minX <= p.x && p.x <= maxX && minY <= p.y && p.y <= maxY;
    }
    void extend(Point p) noexcept {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    void extend(const Box& other) noexcept {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
    /// The box grown by `distance` metres on every side; an empty box stays empty.
    [[nodiscard]] Box grown(double distance) const noexcept {
        return {minX - distance, minY - distance, maxX + distance, maxY + distance};
    }
    [[nodiscard]] Point centre() const noexcept { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    /// Squared distance between the nearest points of two non-empty boxes, 0 when they meet.
    [[nodiscard]] double squaredDistance(const Box& other) const noexcept {
        const double dx = std::max({0.0, other.minX - maxX, minX - other.maxX});
        const double dy = std::max({0.0, other.minY - maxY, minY - other.maxY});
        return dx * dx + dy * dy;
    }
    [[nodiscard]] double squaredDistance(Point p) const noexcept {
        const double dx = std::max({0.0, p.x - maxX, minX - p.x});
        const double dy = std::max({0.0, p.y - maxY, minY - p.y});
        return dx * dx + dy * dy;
    }
};

} // namespace merestone
