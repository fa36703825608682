// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos.hpp"

namespace merestone {

/// GEOS's "structure" repair of an invalid geometry: shells are united, holes are cut out, parts that collapse to
/// lines or points are dropped. Null if GEOS fails or if the result is not a non-empty, valid geometry of the same
/// dimension. Runs to its end once started: GEOS 3.11 can only interrupt all threads at once.
[[nodiscard]] GeosGeometry repaired(const GEOSGeom_t& geometry);

} // namespace merestone
