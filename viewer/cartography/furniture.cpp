// SPDX-License-Identifier: MIT
#include "cartography/furniture.hpp"

#include "cartography/map_font.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr int kFontPixels = 64; ///< metrics and outlines are taken at this size

QFont fontOf(bool bold) {
    QFont font = mapFont(kFontPixels);
    font.setBold(bold);
    return font;
}

/// Digits in threes: "12,500".
QString grouped(long long number) {
    QString text = QString::number(number);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) {
        text.insert(at, QLatin1Char(','));
    }
    return text;
}

} // namespace

double roundLength(double mostMetres) {
    if (!(mostMetres > 0) || !std::isfinite(mostMetres)) {
        return 0.0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(mostMetres) + 1e-9));
    for (const double times : {5.0, 2.0}) {
        if (times * power <= mostMetres * (1 + 1e-9)) {
            return times * power;
        }
    }
    return power;
}

QString lengthText(double metres) {
    return metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000, 0, 'g', 6)
                          : QStringLiteral("%1 m").arg(metres, 0, 'g', 6);
}

QString scaleText(double denominator) {
    // Odd scales of screens are told to two or three figures.
    const double step = denominator >= 10000 ? 100 : (denominator >= 1000 ? 10 : 1);
    const double rounded =
        std::abs(denominator - std::round(denominator)) < 1e-6 ? denominator : std::round(denominator / step) * step;
    return QStringLiteral("1:") + grouped(std::llround(rounded));
}

double textWidth(const QString& text, double sizeUnits, bool bold) {
    return QFontMetricsF(fontOf(bold)).horizontalAdvance(text) * sizeUnits / kFontPixels;
}

double drawText(QPainter& painter, const QString& text, QPointF at, double sizeUnits, const QColor& ink, bool bold) {
    const QFont font = fontOf(bold);
    QPainterPath path;
    path.addText(0, 0, font, text);
    const double scale = sizeUnits / kFontPixels;
    painter.fillPath(QTransform(scale, 0, 0, scale, at.x(), at.y()).map(path), ink);
    return QFontMetricsF(font).horizontalAdvance(text) * scale;
}

QStringList brokenText(const QString& text, double sizeUnits, double width, bool bold) {
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && textWidth(longer, sizeUnits, bold) > width) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    return line.isEmpty() ? lines : lines << line;
}

QSizeF drawScaleBar(QPainter& painter, const MapView& view, const Theme& theme, QPointF corner, double mostUnits) {
    const double metres = roundLength(mostUnits * view.metresPerUnit);
    if (metres <= 0) {
        return {0, 0};
    }
    const double mm = view.unitsPerMm;
    const double length = metres / view.metresPerUnit;
    const double height = 1.3 * mm;
    const double size = 2.4 * mm;
    constexpr int kPieces = 4;
    const double top = corner.y() - height;
    for (int piece = 0; piece < kPieces; ++piece) {
        painter.fillRect(QRectF(corner.x() + length * piece / kPieces, top, length / kPieces, height),
                         piece % 2 == 0 ? theme.ink : theme.halo);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.ink, 0.2 * mm, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(corner.x(), top, length, height));
    const auto label = [&](const QString& text, double share) {
        const double width = textWidth(text, size);
        drawText(painter, text, {corner.x() + length * share - (share > 0 ? width / 2 : 0.0), top - 0.8 * mm}, size,
                 theme.ink);
        return width;
    };
    label(QStringLiteral("0"), 0.0);
    label(QStringLiteral("%1").arg(metres >= 1000 ? metres / 2000 : metres / 2, 0, 'g', 6), 0.5);
    const double last = label(lengthText(metres), 1.0);
    return {length + last / 2, height + 0.8 * mm + size};
}

void drawNorthArrow(QPainter& painter, const Theme& theme, QPointF at, double height) {
    const double half = height * 0.26;
    const QPointF tip = at - QPointF(0, height / 2);
    const QPointF notch = at + QPointF(0, height * 0.22);
    const QPointF left = at + QPointF(-half, height * 0.38);
    const QPointF right = at + QPointF(half, height * 0.38);
    painter.setPen(QPen(theme.ink, height * 0.025, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(theme.ink);
    painter.drawPolygon(QPolygonF({tip, notch, left}));
    painter.setBrush(theme.halo);
    painter.drawPolygon(QPolygonF({tip, right, notch}));
    const double size = height * 0.34;
    const QString north = QStringLiteral("N");
    drawText(painter, north, at + QPointF(-textWidth(north, size, true) / 2, height * 0.42 + size * 0.72), size,
             theme.ink, true);
}

void drawLicence(QPainter& painter, const QString& licence, const QRectF& map, double unitsPerMm, const Theme& theme) {
    if (licence.isEmpty()) {
        return;
    }
    const double size = 2.3 * unitsPerMm;
    const double margin = 0.8 * unitsPerMm;
    constexpr double kWidest = 0.6; // of the map: the scale bar stands at the left
    const QStringList lines = brokenText(licence, size, map.width() * kWidest);
    double width = 0.0;
    for (const QString& line : lines) {
        width = std::max(width, textWidth(line, size));
    }
    const double height = 1.35 * size * static_cast<double>(lines.size());
    QColor patch = theme.background;
    patch.setAlpha(225);
    const QRectF box(map.right() - width - 2 * margin, map.bottom() - height - margin, width + 2 * margin,
                     height + margin);
    painter.fillRect(box, patch);
    QPointF at(box.left() + margin, box.top() + margin / 2 + size);
    for (const QString& line : lines) {
        drawText(painter, line, at, size, theme.ink);
        at += QPointF(0, 1.35 * size);
    }
}

} // namespace merestone::map
