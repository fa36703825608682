// SPDX-License-Identifier: MIT
#include "measures/shares/subject_shape.hpp"

#include "geometry/geos.hpp"
#include "geometry/overlap.hpp"
#include "measures/network/segment_contacts.hpp"

#include <algorithm>

namespace merestone {

bool holdsPoint(const PackedGeometry& geometry, std::size_t feature, Point p) noexcept {
    bool inside = false;
    if (geometry.shape(feature) != Shape::polygon) {
        return false;
    }
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            // Always from the lower end, so that two polygons with a common edge round alike.
            const Point low = ring[i].y < ring[i + 1].y ? ring[i] : ring[i + 1];
            const Point high = ring[i].y < ring[i + 1].y ? ring[i + 1] : ring[i];
            if ((low.y > p.y) != (high.y > p.y) && p.x < low.x + (p.y - low.y) * (high.x - low.x) / (high.y - low.y)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

bool SubjectShape::holds(Point p) const noexcept {
    return box.contains(p) && holdsPoint(geometry, 0, p);
}

double SubjectShape::sharedArea(const PackedGeometry& other, std::size_t feature) const {
    const Box otherBox = other.box(feature);
    if (geometry.shape(0) != Shape::polygon || other.shape(feature) != Shape::polygon || !box.meets(otherBox)) {
        return 0.0;
    }
    thread_local OverlapKernel kernel;
    return kernel.area(geometry, 0, other, feature, box, otherBox);
}

double SubjectShape::lengthInside(const PackedGeometry& lines, std::size_t feature) const {
    if (geometry.shape(0) != Shape::polygon) {
        return 0.0;
    }
    double inside = 0.0;
    std::vector<double> breaks;
    for (std::uint32_t r = lines.runsBegin(feature); r < lines.runsEnd(feature); ++r) {
        const std::span<const Point> run = lines.run(r);
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            const double length = distanceBetween(run[i], run[i + 1]);
            if (length == 0.0) {
                continue;
            }
            breaks.assign({0.0, length});
            addContactBreaks(run[i], run[i + 1], geometry, 0, breaks);
            std::sort(breaks.begin(), breaks.end());
            for (std::size_t k = 0; k + 1 < breaks.size(); ++k) {
                const Point middle = pointAlong(run[i], run[i + 1], (breaks[k] + breaks[k + 1]) / 2);
                inside += holds(middle) ? breaks[k + 1] - breaks[k] : 0.0;
            }
        }
    }
    return inside;
}

SubjectShape shapeOf(const Layer& subjects, std::uint32_t row) {
    SubjectShape shape;
    shape.geometry.append(subjects.geometry(), row);
    shape.box = subjects.boxes()[row];
    return shape;
}

SubjectShape movedShape(const Layer& subjects, std::uint32_t row, double distance) {
    SubjectShape shape;
    const GeosGeometry moved = buffer(*toGeos(subjects.geometry(), row), distance);
    if (isEmpty(*moved)) {
        shape.geometry.endFeature(Shape::none);
    } else {
        appendGeos(shape.geometry, *moved);
        shape.box = shape.geometry.box(0);
    }
    return shape;
}

} // namespace merestone
