// SPDX-License-Identifier: MIT
#include "commands/shape_operations.hpp"

#include "base/error.hpp"
#include "commands/new_shape.hpp"
#include "geometry/geos.hpp"
#include "geometry/geos_split.hpp"
#include "geometry/wkb.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("ShapeOperations", english);
}

ShapeOutcome refused(const char* english) {
    return {{}, text(english), 0};
}

/// Through the gate that whatever is drawn goes through.
ShapeOutcome accepted(const PackedGeometry& shapes) {
    ShapeOutcome outcome;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (QString reason = whyUnusable(shapes, i); !reason.isEmpty()) {
            return {{}, reason, 0};
        }
        outcome.wkbs.push_back(toWkb(shapes, i));
    }
    outcome.parts = shapes.size() == 0 ? 0 : shapes.partCount(0);
    return outcome;
}

template <class Work> ShapeOutcome guarded(Work&& work) {
    try {
        return work();
    } catch (const Error& error) {
        return {{}, QString::fromUtf8(error.what()), 0};
    }
}

/// A line whose ends were snapped to an outline may fall short of it by a rounding error: both ends a little longer.
PackedGeometry withLongerEnds(const PackedGeometry& line) {
    constexpr double kMoreMetres = 0.01;
    std::vector<Point> points(line.points(0).begin(), line.points(0).end());
    const auto beyond = [](Point end, Point before) {
        const double length = std::hypot(end.x - before.x, end.y - before.y);
        return Point{end.x + (end.x - before.x) / length * kMoreMetres,
                     end.y + (end.y - before.y) / length * kMoreMetres};
    };
    const Point first = beyond(points[0], points[1]);
    points.back() = beyond(points[points.size() - 1], points[points.size() - 2]);
    points.front() = first;
    return shapeFrom(Shape::line, points);
}

double sizeOf(const GEOSGeom_t& shape) {
    const double squareMetres = area(shape);
    return squareMetres > 0.0 ? squareMetres : length(shape);
}

} // namespace

ShapeOutcome united(const PackedGeometry& geometry, std::span<const std::uint32_t> features) {
    return guarded([&]() -> ShapeOutcome {
        PackedGeometry whole;
        const GeosGeometry shape = unionOf(geometry, features);
        if (isEmpty(*shape)) {
            return refused(QT_TRANSLATE_NOOP("ShapeOperations", "There is no shape to make anything of."));
        }
        appendGeos(whole, *shape);
        return accepted(whole);
    });
}

ShapeOutcome cutAlong(const PackedGeometry& geometry, std::size_t feature, const PackedGeometry& line) {
    if (QString reason = whyUnusable(line); !reason.isEmpty() && line.shape(0) != Shape::line) {
        return {{}, reason, 0};
    }
    if (line.shape(0) != Shape::line || line.points(0).size() < 2) {
        return refused(QT_TRANSLATE_NOOP("ShapeOperations", "Draw a line right across what is to be split."));
    }
    return guarded([&]() -> ShapeOutcome {
        const GeosGeometry cutter = toGeos(withLongerEnds(line), 0);
        const GeosGeometry shape = toGeos(geometry, feature);
        PackedGeometry pieces;
        if (geometry.shape(feature) == Shape::polygon) {
            std::vector<GeosGeometry> found = split(*shape, *cutter);
            std::stable_sort(found.begin(), found.end(),
                             [](const GeosGeometry& a, const GeosGeometry& b) { return sizeOf(*a) > sizeOf(*b); });
            for (const GeosGeometry& piece : found) {
                appendGeos(pieces, *piece);
            }
        } else if (geometry.shape(feature) == Shape::line) {
            PackedGeometry all;
            appendGeos(all, *difference(*shape, *cutter));
            for (std::uint32_t run = all.runsBegin(0); run < all.runsEnd(0); ++run) {
                pieces.addPoints(all.run(run));
                pieces.endRun();
                pieces.endPart();
                pieces.endFeature(Shape::line);
            }
        }
        if (pieces.size() <= geometry.partCount(feature)) {
            return refused(QT_TRANSLATE_NOOP("ShapeOperations",
                                             "The line does not go right across; draw it from beyond "
                                             "one side to beyond the other."));
        }
        return accepted(pieces);
    });
}

ShapeOutcome withHole(const PackedGeometry& geometry, std::size_t feature, const PackedGeometry& ring) {
    if (QString reason = whyUnusable(ring); !reason.isEmpty()) {
        return {{}, reason, 0};
    }
    return guarded([&]() -> ShapeOutcome {
        const GeosGeometry whole = toGeos(geometry, feature);
        const GeosGeometry hole = toGeos(ring, 0);
        if (geometry.shape(feature) != Shape::polygon || !covers(*prepare(*whole), *hole)) {
            return refused(
                QT_TRANSLATE_NOOP("ShapeOperations", "A hole must lie inside the area that it is cut from."));
        }
        const GeosGeometry rest = difference(*whole, *hole);
        if (isEmpty(*rest)) {
            return refused(QT_TRANSLATE_NOOP("ShapeOperations", "Nothing would be left; delete the feature instead."));
        }
        PackedGeometry left;
        appendGeos(left, *rest);
        return accepted(left);
    });
}

} // namespace merestone::viewer
