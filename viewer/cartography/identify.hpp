// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "geometry/box.hpp"

#include <vector>

namespace merestone::map {

/// Visible features at a place, topmost first: polygons that hold it, lines and points within the tolerance. Within a
/// layer, the smallest feature first.
[[nodiscard]] std::vector<FeatureId> identify(const MapScene& scene, Point at, double toleranceMetres);
/// Visible features that meet a rectangle, topmost first.
[[nodiscard]] std::vector<FeatureId> identify(const MapScene& scene, const Box& rectangle);
/// Shown findings whose marker or evidence lies within the tolerance of a place, nearest first (positions in
/// FindingMarks::marks).
[[nodiscard]] std::vector<std::size_t> findingsAt(const MapScene& scene, Point at, double toleranceMetres);

} // namespace merestone::map
