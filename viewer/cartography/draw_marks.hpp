// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/draw_map.hpp"
#include "cartography/label_grid.hpp"

namespace merestone::map {

/// Size of the marker of a finding, in units.
[[nodiscard]] double verdictMarkerSize(const MapView& view);
/// A verdict's shape with its sign, centred.
void drawVerdictMarker(QPainter& painter, const VerdictSymbol& symbol, QPointF at, double size);
/// Markers that would lie on each other stand as one, which shows the worst verdict and how many they are.
struct MarkCluster {
    QPointF at;
    std::vector<std::uint32_t> marks; ///< the worst first
};
[[nodiscard]] std::vector<MarkCluster> clusterMarks(const MapScene& scene, const MapView& view);

/// Evidence and markers of the findings that a scene shows; the markers' places are taken from labels. False when
/// stopped.
bool drawMarks(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme, LabelGrid& taken,
               const std::stop_token& stop);

} // namespace merestone::map
