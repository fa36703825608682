// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace merestone::map {

/// Which part of the land is drawn, and how large. A value. "Units" are the painter's logical units: device-independent
/// pixels on screen, whatever the painter was scaled to on paper. y grows downwards in units and northwards in metres.
struct MapView {
    QPointF centre; ///< CRS metres
    double metresPerUnit = 1.0;
    QSizeF size{800, 600};         ///< units
    double devicePixelRatio = 1.0; ///< device pixels per unit: how fine the picture is
    double unitsPerMm = kScreenUnitsPerMm;

    static constexpr double kScreenUnitsPerMm = 96.0 / 25.4;

    /// Metres to units; the origin is the upper left corner.
    [[nodiscard]] QTransform toUnits() const;
    /// The same in the name that painters of screens use.
    [[nodiscard]] QTransform toPixels() const { return toUnits(); }
    [[nodiscard]] QPointF toUnits(Point metres) const noexcept {
        return {size.width() / 2 + (metres.x - centre.x()) / metresPerUnit,
                size.height() / 2 - (metres.y - centre.y()) / metresPerUnit};
    }
    [[nodiscard]] Point toMetres(QPointF units) const noexcept {
        return {centre.x() + (units.x() - size.width() / 2) * metresPerUnit,
                centre.y() - (units.y() - size.height() / 2) * metresPerUnit};
    }
    /// What is seen, in metres; top() is the smaller northing.
    [[nodiscard]] QRectF extent() const;
    [[nodiscard]] Box box() const noexcept;
    /// 2500 of 1:2500, at the nominal size of a unit.
    [[nodiscard]] double scaleDenominator() const noexcept { return metresPerUnit * unitsPerMm * 1000.0; }
    void setScaleDenominator(double denominator) noexcept { metresPerUnit = denominator / (unitsPerMm * 1000.0); }
    /// Whether there is anything to draw on and a finite place to draw.
    [[nodiscard]] bool valid() const noexcept;

    /// The view of that size that shows the box with a margin (a share of the size on each side). A box without width
    /// or height, a single point say, is shown at no larger a scale than `leastMetresAcross`.
    [[nodiscard]] static MapView fitting(const Box& box, QSizeF size, double margin = 0.05,
                                         double leastMetresAcross = 60.0);
    /// The nearest move by whole device pixels: pictures that are moved so need not be drawn anew.
    [[nodiscard]] QPointF wholePixels(QPointF units) const noexcept;
    /// Moved by units, and zoomed by a factor (> 1: closer) about a place that stays where it is.
    [[nodiscard]] MapView panned(QPointF units) const;
    [[nodiscard]] MapView zoomed(double factor, QPointF about) const;
};

} // namespace merestone::map
