// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

namespace merestone::map {

/// Finds the places of findings among the layers of a scene.
[[nodiscard]] FindingMarks makeMarks(const std::vector<MapLayer>& layers, const std::vector<Finding>& findings);

} // namespace merestone::map
