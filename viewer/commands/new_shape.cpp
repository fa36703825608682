// SPDX-License-Identifier: MIT
#include "commands/new_shape.hpp"

#include "base/error.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("NewShape", english);
}

std::size_t fewestPoints(Shape shape) {
    constexpr std::size_t kRing = 4; // a triangle with its first corner again
    constexpr std::size_t kLine = 2;
    return shape == Shape::polygon ? kRing : shape == Shape::line ? kLine : 1;
}

QString tooFew(Shape shape) {
    switch (shape) {
    case Shape::polygon:
        return text(QT_TRANSLATE_NOOP("NewShape", "An area needs at least three corners that differ."));
    case Shape::line:
        return text(QT_TRANSLATE_NOOP("NewShape", "A line needs at least two places that differ."));
    default:
        return text(QT_TRANSLATE_NOOP("NewShape", "There is nothing drawn yet."));
    }
}

} // namespace

PackedGeometry shapeFrom(Shape shape, const std::vector<Point>& points) {
    std::vector<Point> kept = points;
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    if (shape == Shape::polygon && !kept.empty() && !(kept.front() == kept.back())) {
        kept.push_back(kept.front());
    } else if (shape == Shape::point && kept.size() > 1) {
        kept = {kept.back()};
    }
    PackedGeometry geometry;
    if (!kept.empty()) {
        geometry.addPoints(kept);
        geometry.endRun();
        geometry.endPart();
    }
    geometry.endFeature(kept.empty() ? Shape::none : shape);
    return geometry;
}

QString whyUnusable(const PackedGeometry& geometry, std::size_t feature) {
    const Shape shape = geometry.shape(feature);
    if (shape == Shape::none) {
        return tooFew(shape);
    }
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        const std::span<const Point> points = geometry.run(run);
        const bool finite = std::all_of(points.begin(), points.end(), [](const Point& point) {
            return std::isfinite(point.x) && std::isfinite(point.y);
        });
        if (points.size() < fewestPoints(shape) || !finite) {
            return tooFew(shape);
        }
    }
    try {
        if (const auto invalid = invalidity(*toGeos(geometry, feature))) {
            const QLocale locale;
            return text(QT_TRANSLATE_NOOP("NewShape", "The outline crosses or touches itself near easting %1, northing "
                                                      "%2; move or take back a corner."))
                .arg(locale.toString(invalid->place.x, 'f', 1), locale.toString(invalid->place.y, 'f', 1));
        }
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    constexpr double kLeastAreaM2 = 1e-4; // a square centimetre: nobody meant that
    if (shape == Shape::polygon && area(geometry, feature) < kLeastAreaM2) {
        return text(QT_TRANSLATE_NOOP("NewShape", "The area is empty: its corners lie on one line."));
    }
    return {};
}

} // namespace merestone::viewer
