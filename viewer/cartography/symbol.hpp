// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/kind.hpp"

#include <QColor>
#include <QPointF>

class QPainter;
class QPen;

namespace merestone::map {

enum class Pattern : std::uint8_t { solid, none, hatch, hatchBack, crossHatch, wideHatch, dots };
enum class Dash : std::uint8_t { solid, dashed, dotted, dashDot };
/// Shapes that stay apart without colour. Verdicts have shapes of their own.
enum class Marker : std::uint8_t {
    none,
    circle,
    square,
    diamond,
    triangle,
    triangleDown,
    cross,
    star,
    house,
    book,
    pentagon,
    dot,
};

/// What one kind looks like in one theme. Lengths are millimetres on paper (on screen: at the screen's nominal
/// density).
struct Symbol {
    QColor fill; ///< of areas and markers; invalid: none
    Pattern pattern = Pattern::solid;
    QColor stroke; ///< outline of areas and markers, core of lines; invalid: none
    double strokeMm = 0.2;
    Dash dash = Dash::solid;
    QColor casing;             ///< edge of lines, drawn beneath all cores; halo of boundaries; invalid: none
    double casingMm = 0.0;     ///< on each side
    double groundMetres = 0.0; ///< of lines: as wide as this on the ground, where that is more than strokeMm
    Marker marker = Marker::none;
    double markerMm = 2.0;
};

/// A pen whose dashes are as long in millimetres whatever its width (units).
[[nodiscard]] QPen penOf(const QColor& colour, double width, Dash dash, double unitsPerMm);

/// Draws a marker centred at `at`, `size` units across.
void drawMarker(QPainter& painter, const Symbol& symbol, QPointF at, double size, double unitsPerMm);

} // namespace merestone::map
