// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

namespace merestone {

/// Says why repairing a feature is not tried, or null if it may be. A repair in GEOS 3.11 cannot be ended from
/// outside without ending those of other threads too, so what would take too long is refused before it starts: more
/// than a million points (about 10 s of repair), or more than 50,000 crossings of its segments (about 2 s, and the time
/// grows faster than their number).
[[nodiscard]] const char* whyNotRepaired(const PackedGeometry& geometry, std::size_t feature);

} // namespace merestone
