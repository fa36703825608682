// SPDX-License-Identifier: MIT
#include "cartography/symbol.hpp"

#include <QPainter>
#include <QPen>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone::map {

namespace {

/// A regular polygon, or a star when `inner` is below 1; the first corner points up.
QPolygonF regular(int corners, double radius, double inner = 1.0) {
    QPolygonF shape;
    const int count = inner < 1.0 ? corners * 2 : corners;
    for (int i = 0; i < count; ++i) {
        const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * i / count;
        const double r = inner < 1.0 && i % 2 == 1 ? radius * inner : radius;
        shape << QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    return shape;
}

QPolygonF crossShape(double r) {
    const double t = r * 0.36;
    return QPolygonF(
        {{-t, -r}, {t, -r}, {t, -t}, {r, -t}, {r, t}, {t, t}, {t, r}, {-t, r}, {-t, t}, {-r, t}, {-r, -t}, {-t, -t}});
}

QPolygonF shapeOf(Marker marker, double r) {
    switch (marker) {
    case Marker::square:
        return QPolygonF({{-r * 0.85, -r * 0.85}, {r * 0.85, -r * 0.85}, {r * 0.85, r * 0.85}, {-r * 0.85, r * 0.85}});
    case Marker::diamond:
        return QPolygonF({{0, -r * 1.1}, {r * 1.1, 0}, {0, r * 1.1}, {-r * 1.1, 0}});
    case Marker::triangle:
        return QPolygonF({{0, -r * 1.1}, {r * 1.1, r * 0.85}, {-r * 1.1, r * 0.85}});
    case Marker::triangleDown:
        return QPolygonF({{0, r * 1.1}, {r * 1.1, -r * 0.85}, {-r * 1.1, -r * 0.85}});
    case Marker::cross:
        return crossShape(r);
    case Marker::star:
        return regular(5, r * 1.1, 0.45);
    case Marker::house:
        return QPolygonF({{0, -r},
                          {r, -r * 0.1},
                          {r * 0.75, -r * 0.1},
                          {r * 0.75, r * 0.85},
                          {-r * 0.75, r * 0.85},
                          {-r * 0.75, -r * 0.1},
                          {-r, -r * 0.1}});
    case Marker::book:
        return QPolygonF({{0, -r * 0.55}, {r, -r * 0.8}, {r, r * 0.6}, {0, r * 0.85}, {-r, r * 0.6}, {-r, -r * 0.8}});
    case Marker::pentagon:
        return regular(5, r);
    case Marker::none:
    case Marker::circle:
    case Marker::dot:
        break;
    }
    return {};
}

} // namespace

QPen penOf(const QColor& colour, double width, Dash dash, double unitsPerMm) {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const double mm = unitsPerMm / std::max(width, 1e-6); // dash patterns count in widths
    switch (dash) {
    case Dash::solid:
        pen.setCapStyle(Qt::RoundCap);
        break;
    case Dash::dashed:
        pen.setDashPattern({1.8 * mm, 1.0 * mm});
        break;
    case Dash::dotted:
        pen.setDashPattern({0.45 * mm, 0.7 * mm});
        break;
    case Dash::dashDot:
        pen.setDashPattern({3.4 * mm, 0.9 * mm, 0.7 * mm, 0.9 * mm});
        break;
    }
    return pen;
}

void drawMarker(QPainter& painter, const Symbol& symbol, QPointF at, double size, double unitsPerMm) {
    if (symbol.marker == Marker::none) {
        return;
    }
    painter.setBrush(symbol.fill.isValid() ? QBrush(symbol.fill) : QBrush(Qt::NoBrush));
    painter.setPen(symbol.stroke.isValid()
                       ? QPen(symbol.stroke, symbol.strokeMm * unitsPerMm, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin)
                       : QPen(Qt::NoPen));
    const QPolygonF shape = shapeOf(symbol.marker, size / 2);
    if (shape.isEmpty()) {
        painter.drawEllipse(at, size / 2, size / 2);
    } else {
        painter.drawPolygon(shape.translated(at));
    }
}

} // namespace merestone::map
