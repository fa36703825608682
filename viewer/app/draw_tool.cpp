// SPDX-License-Identifier: MIT
#include "app/draw_tool.hpp"

#include "commands/new_shape.hpp"
#include "geometry/kernels.hpp"
#include "models/wording.hpp"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace merestone::viewer {

void DrawTool::begin(Shape shape) {
    m_shape = shape;
    m_points.clear();
    m_steps.clear();
    m_hover.clear();
}

void DrawTool::add(const std::vector<Point>& path) {
    m_steps.push_back(m_points.size());
    m_points.insert(m_points.end(), path.begin(), path.end());
    m_hover.clear();
}

void DrawTool::dropLast() {
    if (!m_steps.empty()) {
        m_points.resize(m_steps.back());
        m_steps.pop_back();
    }
}

std::vector<Point> DrawTool::pointsWithHover() const {
    std::vector<Point> all = m_points;
    if (!all.empty()) {
        all.insert(all.end(), m_hover.begin(), m_hover.end());
    }
    return all;
}

QString DrawTool::text() const {
    if (m_points.empty() || m_shape == Shape::point) {
        return {};
    }
    const auto translated = [this](const char* text) {
        return QCoreApplication::translate("DrawTool", text, nullptr, static_cast<int>(m_points.size()));
    };
    const PackedGeometry line = shapeFrom(Shape::line, pointsWithHover());
    const PackedGeometry drawn = shapeFrom(m_shape, pointsWithHover());
    if (m_shape == Shape::line) {
        return translated(QT_TRANSLATE_N_NOOP("DrawTool", "%n place(s), length %1")).arg(lengthText(length(line, 0)));
    }
    return translated(QT_TRANSLATE_N_NOOP("DrawTool", "%n corner(s), area %1, edge %2"))
        .arg(areaText(std::abs(area(drawn, 0))), lengthText(length(drawn, 0)));
}

void DrawTool::draw(QPainter& painter, const map::MapView& view, const map::Theme& theme) const {
    QPolygonF line;
    for (const Point& point : pointsWithHover()) {
        line << view.toUnits(point);
    }
    constexpr double kHaloWidth = 5.0;
    constexpr double kLineWidth = 2.0;
    constexpr double kDot = 3.5;
    if (m_shape == Shape::polygon) {
        QColor fill = theme.highlight;
        fill.setAlphaF(0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(line);
    }
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(theme.halo, kHaloWidth), QPen(theme.highlight, kLineWidth)}) {
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.setPen(QPen(theme.halo, 1.0));
    painter.setBrush(theme.highlight);
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        painter.drawEllipse(line[static_cast<qsizetype>(i)], kDot, kDot);
    }
}

void drawSnap(QPainter& painter, const Snap& snap, const map::MapView& view, const map::Theme& theme) {
    constexpr double kHalf = 7.0;
    const QPointF at = view.toUnits(snap.place);
    QPolygonF mark;
    if (snap.kind == Snap::Kind::corner) {
        mark = QPolygonF(QRectF(at - QPointF(kHalf, kHalf), QSizeF(2 * kHalf, 2 * kHalf)));
    } else {
        mark << at + QPointF(-kHalf, -kHalf) << at + QPointF(kHalf, -kHalf) << at + QPointF(-kHalf, kHalf)
             << at + QPointF(kHalf, kHalf) << at + QPointF(-kHalf, -kHalf);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.halo, 5.0));
    painter.drawPolyline(mark);
    painter.setPen(QPen(theme.highlightOther, 2.5));
    painter.drawPolyline(mark);
}

} // namespace merestone::viewer
