// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Forward declarations of the GEOS C API's opaque types, so that no other room includes geos_c.h.
struct GEOSGeom_t;
struct GEOSPrepGeom_t;

namespace merestone {

struct GeosDeleter {
    void operator()(GEOSGeom_t* geometry) const noexcept;
};
struct GeosPreparedDeleter {
    void operator()(const GEOSPrepGeom_t* geometry) const noexcept;
};

/// An owned GEOS geometry. May be moved between threads; never keep one in a static.
using GeosGeometry = std::unique_ptr<GEOSGeom_t, GeosDeleter>;
/// Not thread-safe, and the geometry it was made from must outlive it: one per thread or per task.
using GeosPrepared = std::unique_ptr<const GEOSPrepGeom_t, GeosPreparedDeleter>;

// All functions below use this thread's reentrant GEOS handle, take geometry that passed the gate (finite, at most
// 1e8 m from the origin) in the working CRS, and throw Error(geometry) when GEOS fails.

/// Feature of a packed array as Point/LineString/Polygon, or the Multi form if it has more than one part; an empty
/// collection for a feature without geometry. Several threads may read it at once; so for all that is returned below.
[[nodiscard]] GeosGeometry toGeos(const PackedGeometry& geometry, std::size_t feature);
/// A rectangle.
[[nodiscard]] GeosGeometry toGeos(const Box& box);
/// Adds one feature made of `geometry`. Of a collection the parts of the highest dimension are kept.
void appendGeos(PackedGeometry& to, const GEOSGeom_t& geometry);

[[nodiscard]] GeosPrepared prepare(const GEOSGeom_t& geometry);
[[nodiscard]] bool isValid(const GEOSGeom_t& geometry);
/// Why and where a geometry is invalid; nothing if it is valid.
struct Invalidity {
    std::string reason;
    Point place;
};
[[nodiscard]] std::optional<Invalidity> invalidity(const GEOSGeom_t& geometry);

[[nodiscard]] bool intersects(const GEOSPrepGeom_t& a, const GEOSGeom_t& b);
[[nodiscard]] bool covers(const GEOSPrepGeom_t& a, const GEOSGeom_t& b);
/// Predicates and overlays of two valid geometries. The overlays return polygonal, linear or point geometry or an
/// empty one, valid; on a failure at full precision they are tried again on a 1 mm grid before they throw.
[[nodiscard]] GeosGeometry intersection(const GEOSGeom_t& a, const GEOSGeom_t& b);
[[nodiscard]] GeosGeometry difference(const GEOSGeom_t& a, const GEOSGeom_t& b);
[[nodiscard]] GeosGeometry symmetricDifference(const GEOSGeom_t& a, const GEOSGeom_t& b);
/// Union of the named features of an array (unary union).
[[nodiscard]] GeosGeometry unionOf(const PackedGeometry& geometry, std::span<const std::uint32_t> features);
/// The part of `geometry` inside a box; fast, meant to cut a large polygon down before an overlay.
[[nodiscard]] GeosGeometry clip(const GEOSGeom_t& geometry, const Box& box);
[[nodiscard]] bool isEmpty(const GEOSGeom_t& geometry);
/// Area in m2; 0 for what is not polygonal.
[[nodiscard]] double area(const GEOSGeom_t& geometry);
/// Length in m (perimeter for polygons).
[[nodiscard]] double length(const GEOSGeom_t& geometry);
/// Distance in m of two non-empty geometries. Empty members are taken out first: GEOS 3.11 crashes on them.
[[nodiscard]] double distance(const GEOSGeom_t& a, const GEOSGeom_t& b);
/// The two nearest points, first on `a`.
struct NearestPoints {
    Point onA;
    Point onB;
};
[[nodiscard]] NearestPoints nearestPoints(const GEOSGeom_t& a, const GEOSGeom_t& b);
/// The largest distance from a vertex of one to the other (discrete Hausdorff distance).
[[nodiscard]] double hausdorffDistance(const GEOSGeom_t& a, const GEOSGeom_t& b);
[[nodiscard]] GeosGeometry centroid(const GEOSGeom_t& geometry);
[[nodiscard]] Point pointOnSurface(const GEOSGeom_t& geometry);
/// Circles are drawn with 64 corners, at most 0.12 % of the distance inside the true circle.
[[nodiscard]] GeosGeometry buffer(const GEOSGeom_t& geometry, double distance);

/// Little-endian ISO WKB, two-dimensional.
[[nodiscard]] std::string toWkb(const GEOSGeom_t& geometry);
/// Through the gate of appendWkb: what that refuses is thrown, of a mixed collection the highest dimension is kept.
[[nodiscard]] GeosGeometry fromWkb(std::string_view wkb);
/// For tests, scenes and messages only: the GEOS 3.11 reader touches the process locale. Throws on bad text, on
/// more than 32 levels of nesting and on coordinates that are not finite. Empty members and holes are left out.
[[nodiscard]] GeosGeometry fromWkt(std::string_view wkt);

/// "3.11.1" of the library that is running.
[[nodiscard]] std::string geosVersion();

} // namespace merestone
