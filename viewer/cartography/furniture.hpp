// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace merestone::map {

/// A length that a scale bar shows: 1, 2 or 5 times a power of ten metres, the longest that is no longer than asked
/// for.
[[nodiscard]] double roundLength(double mostMetres);
/// "200 m", "1.5 km".
[[nodiscard]] QString lengthText(double metres);
/// "1:2,500".
[[nodiscard]] QString scaleText(double denominator);

/// Draws a scale bar with its lower left corner at `corner`, at most `mostUnits` long. Gives its size.
QSizeF drawScaleBar(QPainter& painter, const MapView& view, const Theme& theme, QPointF corner, double mostUnits);
/// Draws an arrow to grid north, `height` units high, centred at `at`.
void drawNorthArrow(QPainter& painter, const Theme& theme, QPointF at, double height);

/// Draws a line of text as outlines, its baseline at `at`. Gives its width in units.
double drawText(QPainter& painter, const QString& text, QPointF at, double sizeUnits, const QColor& ink,
                bool bold = false);
[[nodiscard]] double textWidth(const QString& text, double sizeUnits, bool bold = false);
/// A text broken into lines that fit a width; a longer word stands alone.
[[nodiscard]] QStringList brokenText(const QString& text, double sizeUnits, double width, bool bold = false);

/// Tells the licence of a base map in the lower right corner of a map, where there is one to tell.
void drawLicence(QPainter& painter, const QString& licence, const QRectF& map, double unitsPerMm, const Theme& theme);

} // namespace merestone::map
