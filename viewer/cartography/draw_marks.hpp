// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/draw_map.hpp"

namespace merestone::map {

/// Size of the marker of a finding, in units.
[[nodiscard]] double verdictMarkerSize(const MapView& view);
/// A verdict's shape with its sign, centred.
void drawVerdictMarker(QPainter& painter, const VerdictSymbol& symbol, QPointF at, double size);
/// Evidence and markers of the findings that a scene shows. False when stopped.
bool drawMarks(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme,
               const std::stop_token& stop);

} // namespace merestone::map
