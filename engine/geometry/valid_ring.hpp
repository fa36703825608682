// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstddef>
#include <span>

namespace merestone {

/// Rings with more segments than this are left to GEOS, whose index is faster there.
constexpr std::size_t kMostFilteredSegments = 126;

/// Whether a closed ring is certainly simple, so that a polygon made of it alone is valid in the OGC sense and GEOS
/// says so too. False means "ask GEOS". Repeated points are allowed, as they are in GEOS. Needs no memory and at most
/// a few microseconds.
[[nodiscard]] bool surelyValid(std::span<const Point> ring) noexcept;

} // namespace merestone
