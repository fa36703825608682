// SPDX-License-Identifier: MIT
#include "app/scale_bar.hpp"

#include "models/wording.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace merestone::viewer {

namespace {

constexpr double kMargin = 12.0;
constexpr double kMostWidth = 160.0;
constexpr double kHeight = 5.0;

QString barText(double metres) {
    constexpr double kMetresPerKilometre = 1000.0;
    const QLocale locale;
    if (metres >= kMetresPerKilometre) {
        return QCoreApplication::translate("ScaleBar", "%1 km").arg(locale.toString(metres / kMetresPerKilometre));
    }
    return QCoreApplication::translate("ScaleBar", "%1 m").arg(locale.toString(metres));
}

/// Text that can be read on anything.
void drawHaloed(QPainter& painter, const QPointF& baseline, const QString& text, const map::Theme& theme) {
    QPainterPath path;
    path.addText(baseline, painter.font(), text);
    painter.strokePath(path, QPen(theme.halo, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, theme.ink);
}

void drawNorthArrow(QPainter& painter, const QPointF& tip, const map::Theme& theme) {
    constexpr double kArrowHeight = 22.0;
    constexpr double kHalfWidth = 7.0;
    const QPolygonF arrow({tip, tip + QPointF(kHalfWidth, kArrowHeight), tip + QPointF(0.0, kArrowHeight * 0.75),
                           tip + QPointF(-kHalfWidth, kArrowHeight)});
    painter.setPen(QPen(theme.halo, 1.5));
    painter.setBrush(theme.ink);
    painter.drawPolygon(arrow);
    const QString north = QCoreApplication::translate("ScaleBar", "N");
    drawHaloed(painter, tip - QPointF(painter.fontMetrics().horizontalAdvance(north) / 2.0, 3.0), north, theme);
}

} // namespace

double roundLength(double most) {
    if (!(most > 0.0) || !std::isfinite(most)) {
        return 0.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= most) {
            return factor * power;
        }
    }
    return power;
}

void drawScaleBar(QPainter& painter, const map::MapView& view, const map::Theme& theme) {
    const double metres = roundLength(kMostWidth * view.metresPerUnit);
    if (metres <= 0.0) {
        return;
    }
    painter.save();
    const double width = metres / view.metresPerUnit;
    const QRectF bar(kMargin, view.size.height() - kMargin - kHeight, width, kHeight);
    painter.setPen(QPen(theme.ink, 1.0));
    painter.setBrush(theme.halo);
    painter.drawRect(bar);
    painter.setBrush(theme.ink);
    painter.drawRect(QRectF(bar.topLeft(), QSizeF(width / 2, kHeight)));
    drawHaloed(painter, bar.topLeft() - QPointF(0.0, 4.0), barText(metres), theme);
    drawNorthArrow(painter, {view.size.width() - 2 * kMargin, 2 * kMargin}, theme);
    painter.restore();
}

} // namespace merestone::viewer
