// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <QString>

#include <vector>

namespace merestone::viewer {

/// One feature of points that were clicked in turn: an area of them as its corners, a line along them, or the point
/// (the last, where there are several). Places that repeat the one before them are left out.
[[nodiscard]] PackedGeometry shapeFrom(Shape shape, const std::vector<Point>& points);

/// Why a shape cannot stand in a plan, one sentence with the place and the remedy; empty when it can. Too few corners,
/// an outline that crosses itself, an area of nothing.
[[nodiscard]] QString whyUnusable(const PackedGeometry& geometry, std::size_t feature = 0);

} // namespace merestone::viewer
