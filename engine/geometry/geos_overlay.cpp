// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone {

namespace {

/// Second attempt of an overlay: coordinates on a grid of 1 mm, where GEOS's snap-rounding overlay is robust.
constexpr double kGridMetres = 0.001;
/// Segments in a quarter of a buffer's circle; the outline is at most 0.12 % of the distance inside the true circle.
constexpr int kQuarterSegments = 16;

/// The result if it can be handed on: computed, of one dimension, valid. Null otherwise. GEOS 3.11 has a few valid
/// inputs whose overlay is silently invalid.
GeosGeometry usable(GEOSGeometry* raw) {
    if (raw == nullptr) {
        return nullptr;
    }
    GeosGeometry result = highestDimensionOf(GeosGeometry(raw));
    return isValid(*result) ? withEnvelope(std::move(result)) : nullptr;
}

/// `attempt(gridSize)` at full precision, which GEOS writes as a grid of 0, and then on the grid.
template <class Attempt> GeosGeometry overlay(const char* operation, Attempt&& attempt) {
    GeosContext::current().forget();
    for (const double grid : {0.0, kGridMetres}) {
        if (GeosGeometry result = usable(attempt(grid))) {
            return result;
        }
    }
    GeosContext::current().fail(operation);
}

using BinaryOverlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);
using GriddedOverlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*, double);

GeosGeometry overlay(const char* operation, BinaryOverlay full, GriddedOverlay gridded, const GEOSGeometry& a,
                     const GEOSGeometry& b) {
    return overlay(operation, [&](double grid) {
        return grid == 0.0 ? full(geosHandle(), &a, &b) : gridded(geosHandle(), &a, &b, grid);
    });
}

Shape highestShape(const PackedGeometry& geometry, std::span<const std::uint32_t> features) {
    Shape highest = Shape::none;
    for (const std::uint32_t feature : features) {
        highest = std::max(highest, geometry.shape(feature));
    }
    return highest;
}

} // namespace

GeosGeometry intersection(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    return overlay("an intersection", &GEOSIntersection_r, &GEOSIntersectionPrec_r, a, b);
}

GeosGeometry difference(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    return overlay("a difference", &GEOSDifference_r, &GEOSDifferencePrec_r, a, b);
}

GeosGeometry symmetricDifference(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    return overlay("a symmetric difference", &GEOSSymDifference_r, &GEOSSymDifferencePrec_r, a, b);
}

GeosGeometry unionOf(const PackedGeometry& geometry, std::span<const std::uint32_t> features) {
    const Shape highest = highestShape(geometry, features);
    std::vector<GeosGeometry> shapes;
    for (const std::uint32_t feature : features) {
        if (highest != Shape::none && geometry.shape(feature) == highest) {
            shapes.push_back(toGeos(geometry, feature));
        }
    }
    // A collection, not a multi geometry: the features may overlap and may be multi geometries themselves.
    const GeosGeometry all = shapes.empty() ? multiOf(Shape::polygon, {}) : multiOf(Shape::none, std::move(shapes));
    return overlay("a union", [&](double grid) {
        return grid == 0.0 ? GEOSUnaryUnion_r(geosHandle(), all.get())
                           : GEOSUnaryUnionPrec_r(geosHandle(), all.get(), grid);
    });
}

GeosGeometry buffer(const GEOSGeom_t& geometry, double distance) {
    if (!std::isfinite(distance)) {
        throw Error(ErrorCode::geometry, "a buffer needs a finite distance");
    }
    if (isEmpty(geometry)) {
        return multiOf(Shape::polygon, {});
    }
    const FilledGeometry filled(geometry, "a buffer");
    return withEnvelope(owned(GEOSBuffer_r(geosHandle(), filled.get(), distance, kQuarterSegments), "making a buffer"));
}

} // namespace merestone
