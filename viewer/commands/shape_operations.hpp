// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace merestone::viewer {

/// What became of shapes: valid geometry, or one sentence that says why there is none.
struct ShapeOutcome {
    std::vector<std::string> wkbs; ///< one a shape; none when there is a problem
    QString problem;
    std::size_t parts = 1; ///< of the first shape
};

// In the working CRS, on valid shapes; the geometry is GEOS's. None of these throws.

/// Shapes of one kind made into one; it is in several parts where they do not touch.
[[nodiscard]] ShapeOutcome united(const PackedGeometry& geometry, std::span<const std::uint32_t> features);
/// A shape cut along a line, the largest piece first. The ends of the line may lie on the outline or beyond.
[[nodiscard]] ShapeOutcome cutAlong(const PackedGeometry& geometry, std::size_t feature, const PackedGeometry& line);
/// An area without what lies in a ring, which must lie inside.
[[nodiscard]] ShapeOutcome withHole(const PackedGeometry& geometry, std::size_t feature, const PackedGeometry& ring);

} // namespace merestone::viewer
