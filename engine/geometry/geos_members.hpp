// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos_context.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The simple geometries (point, line, ring or polygon) inside a geometry, collections opened at every level.
struct GeosMembers {
    std::vector<const GEOSGeometry*> filled; ///< borrowed from the geometry, in its order
    bool hasEmpty = false;                   ///< an empty member or a polygon's empty hole was met
};
[[nodiscard]] GeosMembers membersOf(const GEOSGeometry& geometry);

/// A copy without empty members and empty holes, of the same type.
[[nodiscard]] GeosGeometry withoutEmpty(const GEOSGeometry& geometry);

/// A geometry seen without its empty members, on which GEOS 3.11 crashes in distance searches (fixed in 3.12, #840 and
/// #842), in buffers and in the search for a point on a surface. Refers to the geometry itself where it has none, so
/// it must not outlive it.
class FilledGeometry {
public:
    /// Throws Error(geometry) if nothing is left; `operation` says for what it was wanted.
    FilledGeometry(const GEOSGeometry& geometry, const char* operation);
    [[nodiscard]] const GEOSGeometry* get() const noexcept { return m_geometry; }

private:
    GeosGeometry m_own;
    const GEOSGeometry* m_geometry;
};

/// Shape of a simple geometry.
[[nodiscard]] Shape shapeOf(const GEOSGeometry& simple);
/// The highest dimension among simple geometries; none if there are none.
[[nodiscard]] Shape highestShape(const std::vector<const GEOSGeometry*>& simple);

/// Shell and holes of a polygon, borrowed from it.
[[nodiscard]] std::vector<const GEOSGeometry*> ringsOf(const GEOSGeometry& polygon);
/// The points of a point, line or ring, copied into `buffer`.
[[nodiscard]] std::span<const Point> pointsOf(const GEOSGeometry& simple, std::vector<Point>& buffer);

/// Fills the envelope, which GEOS 3.11 computes at first use without a lock: afterwards several threads may read the
/// geometry at once.
[[nodiscard]] GeosGeometry withEnvelope(GeosGeometry geometry);

/// A Multi geometry of `shape` that owns `members`; one member alone is returned as it is, none gives an empty
/// polygon, line or point.
[[nodiscard]] GeosGeometry multiOf(Shape shape, std::vector<GeosGeometry> members);

/// A mixed collection reduced to its members of the highest dimension; anything else, null too, is passed through.
[[nodiscard]] GeosGeometry highestDimensionOf(GeosGeometry geometry);

} // namespace merestone
