// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"

#include <QString>

namespace merestone::viewer {

class MapCanvas;

/// What is seen on a map, in sentences for those who cannot see it: scale and place, how many features of each layer
/// and how many findings, and the chosen finding (`key`; empty: none). `scene` may be null.
[[nodiscard]] QString mapDescription(const map::MapScene* scene, const map::MapView& view, const std::string& key);

/// Lets screen readers ask a MapCanvas for what it shows at that moment, and zoom and move it. Call it once, before
/// the first canvas is made; more often does no harm.
void makeCanvasAccessible();
/// Tells a screen reader, if there is one, that the canvas shows something else.
void tellThatMapChanged(MapCanvas& canvas);

} // namespace merestone::viewer
