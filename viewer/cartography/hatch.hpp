// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/symbol.hpp"

#include <QColor>
#include <QLineF>
#include <QPointF>

#include <vector>

class QPainter;

namespace merestone::map {

using Rings = std::vector<std::vector<QPointF>>;

/// Parallel lines inside rings (even-odd). Lines lie at whole multiples of `spacing` from `origin`, so neighbouring
/// areas and the next picture carry them on. Exact in vectors: neither clipping nor pattern brushes, which SVG lacks.
[[nodiscard]] std::vector<QLineF> hatchLines(const Rings& rings, double angleDegrees, double spacing, QPointF origin);

/// Fills rings with a pattern in a colour. Does nothing for solid and none.
void drawPattern(QPainter& painter, const Rings& rings, Pattern pattern, const QColor& colour, const MapView& view);

} // namespace merestone::map
