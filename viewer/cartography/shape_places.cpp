// SPDX-License-Identifier: MIT
#include "cartography/shape_places.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace merestone::map {

namespace {

/// Where a horizontal line crosses the rings of a part, from left to right.
std::vector<double> crossings(const PackedGeometry& geometry, std::uint32_t part, double y) {
    std::vector<double> xs;
    for (std::uint32_t run = geometry.firstRun(part); run < geometry.firstRun(part + 1); ++run) {
        const std::span<const Point> ring = geometry.run(run);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y > y) != (b.y > y)) {
                xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    std::sort(xs.begin(), xs.end());
    return xs;
}

Box boxOf(std::span<const Point> points) {
    Box box;
    for (const Point& p : points) {
        box.extend(p);
    }
    return box;
}

/// The widest stretch inside the part among a few heights, within the window.
std::optional<LabelPlace> placeInPart(const PackedGeometry& geometry, std::uint32_t part, const Box& seen) {
    std::optional<LabelPlace> best;
    for (const double share : {0.5, 0.36, 0.64, 0.22, 0.78, 0.0937, 0.9063}) {
        // Nearer to the middle is better: a stretch further out must be clearly wider.
        const double handicap = 1.0 - 0.5 * std::abs(share - 0.5);
        const double y = seen.minY + share * (seen.maxY - seen.minY);
        const std::vector<double> xs = crossings(geometry, part, y);
        for (std::size_t i = 1; i < xs.size(); i += 2) {
            const double left = std::max(xs[i - 1], seen.minX);
            const double right = std::min(xs[i], seen.maxX);
            const double room = (right - left) * handicap;
            if (right > left && (!best || room > best->room)) {
                best = LabelPlace{{(left + right) / 2, y}, room};
            }
        }
    }
    return best;
}

std::optional<LabelPlace> placeInPolygon(const PackedGeometry& geometry, std::size_t feature, const Box& window) {
    std::optional<LabelPlace> best;
    double bestArea = -1.0;
    for (std::uint32_t part = geometry.firstPart(feature); part < geometry.firstPart(feature + 1); ++part) {
        Box seen = boxOf(geometry.run(geometry.firstRun(part)));
        if (!seen.meets(window)) {
            continue;
        }
        seen = {std::max(seen.minX, window.minX), std::max(seen.minY, window.minY), std::min(seen.maxX, window.maxX),
                std::min(seen.maxY, window.maxY)};
        const double area = (seen.maxX - seen.minX) * (seen.maxY - seen.minY);
        if (area <= bestArea) {
            continue;
        }
        if (const std::optional<LabelPlace> place = placeInPart(geometry, part, seen)) {
            best = place;
            bestArea = area;
        }
    }
    return best;
}

std::optional<LabelPlace> placeOnLine(std::span<const Point> line, const Box& window) {
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    double walked = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        if (step > 0 && walked + step >= length / 2) {
            const double t = (length / 2 - walked) / step;
            const Point at{line[i - 1].x + t * (line[i].x - line[i - 1].x),
                           line[i - 1].y + t * (line[i].y - line[i - 1].y)};
            return window.contains(at) ? std::optional<LabelPlace>({at, length}) : std::nullopt;
        }
        walked += step;
    }
    return std::nullopt;
}

} // namespace

std::optional<LabelPlace> labelPlace(const PackedGeometry& geometry, std::size_t feature, const Box& window) {
    switch (geometry.shape(feature)) {
    case Shape::polygon:
        return placeInPolygon(geometry, feature, window);
    case Shape::line:
        return placeOnLine(geometry.run(geometry.runsBegin(feature)), window);
    case Shape::point: {
        const std::span<const Point> points = geometry.points(feature);
        const auto seen = std::find_if(points.begin(), points.end(), [&](Point p) { return window.contains(p); });
        return seen == points.end() ? std::nullopt : std::optional<LabelPlace>({*seen, 0.0});
    }
    case Shape::none:
        break;
    }
    return std::nullopt;
}

std::optional<LabelPlace> labelPlace(const PackedGeometry& geometry, std::size_t feature) {
    return labelPlace(geometry, feature, geometry.box(feature));
}

} // namespace merestone::map
