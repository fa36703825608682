// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <stop_token>

class QPainter;

namespace merestone::map {

/// Rows of a layer that a view shows, in source order.
[[nodiscard]] std::vector<std::uint32_t> rowsInView(const Layer& layer, const Box& view);

/// How wide a line of that kind is drawn at this scale, in units: its core, without casing.
[[nodiscard]] double lineWidth(const Symbol& symbol, const MapView& view);

/// Draws the features of one layer, without labels. False when stopped.
bool drawFeatures(QPainter& painter, const MapLayer& layer, const MapView& view, const Theme& theme,
                  const std::stop_token& stop);

} // namespace merestone::map
