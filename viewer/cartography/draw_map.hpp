// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <optional>
#include <stop_token>
#include <vector>

class QPainter;

namespace merestone::map {

struct DrawOptions {
    bool background = true; ///< fill with the theme's background first
    bool labels = true;
    bool findings = true;
    bool veil = true;                                ///< fade what is outside the neighbourhood area
    double labelScale = 1.0;                         ///< for readers who need larger text
    std::shared_ptr<const BackdropPicture> backdrop; ///< of the scene's base map; see drawMap and RetainedMap
    std::optional<std::size_t> finding;              ///< this one alone is drawn, highlighted, beneath the labels
};

/// Draws a scene on any paint device, at the painter's origin, in the painter's units. Different threads may draw the
/// same scene with painters of their own. Gives false when it was stopped; the picture is then unfinished. Painters of
/// raster images get antialiasing; those of PDF and SVG get vectors. A base map of the scene is read, unless the
/// options hold a picture of it; Error(input) when it cannot be.
bool drawMap(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme,
             std::stop_token stop = {}, const DrawOptions& options = {});

/// Draws one finding as an overlay: subject and other feature outlined, evidence filled or dashed, marker enlarged.
void drawFinding(QPainter& painter, const MapScene& scene, std::size_t mark, const MapView& view, const Theme& theme);
/// Outlines features as selected.
void drawSelection(QPainter& painter, const MapScene& scene, const std::vector<FeatureId>& features,
                   const MapView& view, const Theme& theme);

} // namespace merestone::map
