// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <vector>

namespace merestone::viewer {

/// The shortest way from one place to another along the edges of what the visible layers show, both places being on
/// such edges: the corners after `from`, up to `to`. Edges that share a corner (to a millimetre) are joined, whichever
/// feature they belong to, so that a way may lead past many parcels. Just `to`, the straight way, when the edges near
/// the two places do not join them, or when there are too many of them to follow the mouse.
[[nodiscard]] std::vector<Point> traced(const map::MapScene& scene, Point from, Point to);

} // namespace merestone::viewer
