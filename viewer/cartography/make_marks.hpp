// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

namespace merestone::map {

/// Finds the places of findings among the layers of a scene, whose MapLayer::detail is there. Any thread.
[[nodiscard]] FindingMarks makeMarks(const std::vector<MapLayer>& layers, FindingsPtr findings);

} // namespace merestone::map
