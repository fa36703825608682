// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/draw_map.hpp"
#include "cartography/label_grid.hpp"

#include <cstddef>

namespace merestone::map {

/// Neighbouring layers of a scene, and whether the veil over what is outside the neighbourhood area lies among them.
struct LayerSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool veil = false;
    bool filter = false; ///< what is picked out is drawn after them
};

/// All layers that a view shows, with the veil where there is one to draw.
[[nodiscard]] LayerSpan allLayers(const MapScene& scene, const DrawOptions& options);
/// The lower and the upper part of all layers: the upper one begins with the first layer that the plan itself draws.
[[nodiscard]] LayerSpan referenceLayers(const MapScene& scene, const DrawOptions& options);
[[nodiscard]] LayerSpan planLayers(const MapScene& scene, const DrawOptions& options);
/// Whether a view shows a layer at its scale.
[[nodiscard]] bool isDrawn(const MapLayer& layer, const MapView& view);

/// Draws features and veil of some layers. False when stopped.
bool drawLayers(QPainter& painter, const MapScene& scene, const LayerSpan& layers, const MapView& view,
                const Theme& theme, const std::stop_token& stop);
/// Draws the findings that the options ask for, and takes their places. False when stopped.
bool drawFindings(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme,
                  const DrawOptions& options, LabelGrid& taken, const std::stop_token& stop);

} // namespace merestone::map
