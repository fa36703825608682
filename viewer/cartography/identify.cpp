// SPDX-License-Identifier: MIT
#include "cartography/identify.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone::map {

namespace {

double squaredToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

/// Even-odd over all rings: right for any set of shells and holes that do not cross.
bool holds(const PackedGeometry& geometry, std::size_t feature, Point p) {
    bool inside = false;
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        const std::span<const Point> ring = geometry.run(run);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

/// Distance in metres from a place to a feature; 0 inside a polygon, infinity for no geometry.
double distanceTo(const PackedGeometry& geometry, std::size_t feature, Point p) {
    const Shape shape = geometry.shape(feature);
    if (shape == Shape::polygon && holds(geometry, feature, p)) {
        return 0.0;
    }
    double least = std::numeric_limits<double>::infinity();
    if (shape == Shape::none) {
        return least;
    }
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        const std::span<const Point> points = geometry.run(run);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool single = shape == Shape::point || i == 0;
            least = std::min(least, squaredToSegment(p, single ? points[i] : points[i - 1], points[i]));
        }
    }
    return std::sqrt(least);
}

bool segmentMeets(Point a, Point b, const Box& box) {
    double enter = 0.0;
    double leave = 1.0;
    const auto cut = [&enter, &leave](double from, double step, double least, double most) {
        if (step == 0.0) {
            return from >= least && from <= most;
        }
        const double t0 = (least - from) / step;
        const double t1 = (most - from) / step;
        enter = std::max(enter, std::min(t0, t1));
        leave = std::min(leave, std::max(t0, t1));
        return enter <= leave;
    };
    return cut(a.x, b.x - a.x, box.minX, box.maxX) && cut(a.y, b.y - a.y, box.minY, box.maxY);
}

bool meets(const PackedGeometry& geometry, std::size_t feature, const Box& box) {
    const Shape shape = geometry.shape(feature);
    if (shape == Shape::none) {
        return false;
    }
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        const std::span<const Point> points = geometry.run(run);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool single = shape == Shape::point || i == 0;
            if (segmentMeets(single ? points[i] : points[i - 1], points[i], box)) {
                return true;
            }
        }
    }
    return shape == Shape::polygon && holds(geometry, feature, box.centre());
}

template <class Accept> std::vector<FeatureId> collect(const MapScene& scene, const Box& window, const Accept& accept) {
    std::vector<FeatureId> found;
    for (std::size_t number = scene.layers.size(); number-- > 0;) {
        const MapLayer& layer = scene.layers[number];
        if (!layer.visible) {
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(found.size());
        layer.features->index().query(window, [&](std::uint32_t row) {
            if (accept(layer.features->geometry(), row)) {
                found.push_back({number, row});
            }
            return true;
        });
        const std::span<const Box> boxes = layer.features->boxes();
        const auto sizeOf = [&boxes](const FeatureId& id) {
            const Box& box = boxes[id.row];
            return (box.maxX - box.minX) * (box.maxY - box.minY);
        };
        std::sort(found.begin() + first, found.end(), [&sizeOf](const FeatureId& a, const FeatureId& b) {
            return std::pair(sizeOf(a), a.row) < std::pair(sizeOf(b), b.row);
        });
    }
    return found;
}

} // namespace

std::vector<FeatureId> identify(const MapScene& scene, Point at, double toleranceMetres) {
    const Box window = Box{at.x, at.y, at.x, at.y}.grown(toleranceMetres);
    return collect(scene, window, [&](const PackedGeometry& geometry, std::size_t row) {
        const double reach = geometry.shape(row) == Shape::polygon ? 0.0 : toleranceMetres;
        return distanceTo(geometry, row, at) <= reach;
    });
}

std::vector<FeatureId> identify(const MapScene& scene, const Box& rectangle) {
    if (rectangle.empty()) {
        return {};
    }
    return collect(scene, rectangle,
                   [&](const PackedGeometry& geometry, std::size_t row) { return meets(geometry, row, rectangle); });
}

std::vector<std::size_t> findingsAt(const MapScene& scene, Point at, double toleranceMetres) {
    const FindingMarks& findings = *scene.findings;
    std::vector<std::pair<double, std::size_t>> found;
    const Box window = Box{at.x, at.y, at.x, at.y}.grown(toleranceMetres);
    findings.index.query(window, [&](std::uint32_t number) {
        const FindingMark& mark = findings.marks[number];
        if (!scene.shows(mark)) {
            return true;
        }
        double distance = std::hypot(mark.anchor.x - at.x, mark.anchor.y - at.y);
        if (mark.hasEvidence) {
            distance = std::min(distance, distanceTo(findings.evidence, number, at));
        }
        if (distance <= toleranceMetres) {
            found.emplace_back(distance, number);
        }
        return true;
    });
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> numbers;
    for (const auto& [distance, number] : found) {
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace merestone::map
