// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos.hpp"

#include <vector>

namespace merestone {

/// The pieces that a line cuts a polygonal geometry into, holes kept; the geometry itself, alone, when the line does
/// not go right across. Neighbouring pieces share the corners of their common edge exactly; together they are the
/// geometry to rounding. Outline and line are noded and polygonised, and the faces that lie in the geometry are kept.
/// Throws Error(geometry) when GEOS fails or when the pieces do not have the area of the whole.
[[nodiscard]] std::vector<GeosGeometry> split(const GEOSGeom_t& polygon, const GEOSGeom_t& line);

} // namespace merestone
