// SPDX-License-Identifier: MIT
#include "geometry/geos_split.hpp"

#include "base/error.hpp"
#include "geometry/geos_context.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

GeosGeometry pointAt(Point place) {
    return owned(GEOSGeom_createPointFromXY_r(geosHandle(), place.x, place.y), "making a point");
}

} // namespace

std::vector<GeosGeometry> split(const GEOSGeom_t& polygon, const GEOSGeom_t& line) {
    const GeosGeometry outline = owned(GEOSBoundary_r(geosHandle(), &polygon), "taking an outline");
    const GeosGeometry noded = owned(GEOSUnion_r(geosHandle(), outline.get(), &line), "noding an outline");
    const GEOSGeometry* const lines[] = {noded.get()};
    const GeosGeometry faces = owned(GEOSPolygonize_r(geosHandle(), lines, 1), "polygonising an outline");
    const GeosPrepared whole = prepare(polygon);
    std::vector<GeosGeometry> pieces;
    double sum = 0.0;
    for (int i = 0; i < GEOSGetNumGeometries_r(geosHandle(), faces.get()); ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(geosHandle(), faces.get(), i);
        if (face == nullptr) {
            GeosContext::current().fail("reading a face");
        }
        if (covers(*whole, *pointAt(pointOnSurface(*face)))) {
            pieces.push_back(owned(GEOSGeom_clone_r(geosHandle(), face), "copying a face"));
            sum += area(*face);
        }
    }
    constexpr double kLostShare = 1e-6; // far more than rounding, far less than any piece that somebody meant
    const double expected = area(polygon);
    if (std::abs(sum - expected) > kLostShare * std::max(expected, 1.0)) {
        throw Error(ErrorCode::geometry, "the pieces of a split area do not make up the whole");
    }
    return pieces;
}

} // namespace merestone
