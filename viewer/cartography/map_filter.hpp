// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <cstdint>
#include <stop_token>
#include <vector>

class QPainter;

namespace merestone::map {

/// Features of one layer that a reader has picked out: outlined on the map, and if wanted all else faded. Immutable,
/// shared by scenes.
struct MapFilter {
    MapLayer outlined;  ///< the matching features, to be outlined
    MapLayer crowded;   ///< the same, for views that show very many: thin lines
    MapLayer plain;     ///< the same as the layer's own style draws them
    QString title;      ///< what was asked for, for the legend
    bool fades = false; ///< all else is faded, and only these are named
};

/// `rows` of a layer of a scene. Any thread; takes as long as the layer has features.
[[nodiscard]] MapFilterPtr makeFilter(const MapLayer& layer, const std::vector<std::uint32_t>& rows,
                                      const QString& title, bool fades);
/// The same scene with another filter, or none.
[[nodiscard]] ScenePtr withFilter(const MapScene& scene, MapFilterPtr filter);

/// Draws it over all layers. False when stopped.
bool drawFilter(QPainter& painter, const MapFilter& filter, const MapView& view, const Theme& theme,
                const std::stop_token& stop);
/// What is named on a map: the scene itself, or while a filter fades it only what matches.
[[nodiscard]] MapScene namedOnly(const MapScene& scene);

} // namespace merestone::map
