// SPDX-License-Identifier: MIT
#include "app/measure_line.hpp"

#include "geometry/kernels.hpp"
#include "models/wording.hpp"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace merestone::viewer {

void MeasureLine::add(Point at) {
    if (m_closed) {
        start(m_area);
    }
    m_points.push_back(at);
    m_hover = at;
}

void MeasureLine::dropLast() {
    if (!m_points.empty()) {
        m_points.pop_back();
    }
    m_closed = false;
}

std::vector<Point> MeasureLine::points() const {
    std::vector<Point> all = m_points;
    if (!m_closed && !all.empty() && !(all.back() == m_hover)) {
        all.push_back(m_hover);
    }
    return all;
}

double MeasureLine::lengthMetres() const {
    PackedGeometry line;
    line.addPoints(points());
    line.endRun();
    line.endPart();
    line.endFeature(Shape::line);
    return length(line, 0);
}

double MeasureLine::areaSquareMetres() const {
    std::vector<Point> ring = points();
    if (ring.size() < 3) {
        return 0.0;
    }
    ring.push_back(ring.front());
    PackedGeometry polygon;
    polygon.addPoints(ring);
    polygon.endRun();
    polygon.endPart();
    polygon.endFeature(Shape::polygon);
    return std::abs(area(polygon, 0));
}

QString MeasureLine::text() const {
    if (points().size() < 2) {
        return {};
    }
    const auto translated = [](const char* text) { return QCoreApplication::translate("MeasureLine", text); };
    if (!m_area) {
        return translated(QT_TRANSLATE_NOOP("MeasureLine", "Length %1, straight, on the planar grid"))
            .arg(lengthText(lengthMetres()));
    }
    return translated(QT_TRANSLATE_NOOP("MeasureLine", "Area %1, on the planar grid"))
        .arg(areaText(areaSquareMetres()));
}

void MeasureLine::draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const {
    const std::vector<Point> all = points();
    if (all.empty()) {
        return;
    }
    QPolygonF line;
    for (const Point& point : all) {
        line << view.toUnits(point);
    }
    QColor fill = theme.highlight;
    fill.setAlphaF(0.2F);
    constexpr double kHaloWidth = 5.0;
    constexpr double kLineWidth = 2.0;
    constexpr double kDot = 3.5;
    painter.setBrush(m_area ? QBrush(fill) : QBrush(Qt::NoBrush));
    for (const QPen& pen : {QPen(theme.halo, kHaloWidth), QPen(theme.highlight, kLineWidth)}) {
        painter.setPen(pen);
        if (m_area) {
            painter.drawPolygon(line);
        } else {
            painter.drawPolyline(line);
        }
        painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(QPen(theme.halo, 1.0));
    painter.setBrush(theme.highlight);
    for (const QPointF& point : line) {
        painter.drawEllipse(point, kDot, kDot);
    }
}

} // namespace merestone::viewer
