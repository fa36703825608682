// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include <memory>
#include <string>

namespace merestone {

namespace {

struct StringDeleter {
    void operator()(char* text) const noexcept { GEOSFree_r(geosHandle(), text); }
};

Point coordinatesOf(const GEOSGeometry& point) {
    Point p;
    succeeded(GEOSGeomGetX_r(geosHandle(), &point, &p.x), "reading a point");
    succeeded(GEOSGeomGetY_r(geosHandle(), &point, &p.y), "reading a point");
    return p;
}

} // namespace

GeosPrepared prepare(const GEOSGeom_t& geometry) {
    GeosPrepared prepared(GEOSPrepare_r(geosHandle(), &geometry));
    if (!prepared) {
        GeosContext::current().fail("preparing a geometry");
    }
    return prepared;
}

bool isValid(const GEOSGeom_t& geometry) {
    return answer(GEOSisValid_r(geosHandle(), &geometry), "the validity test");
}

std::optional<Invalidity> invalidity(const GEOSGeom_t& geometry) {
    char* rawReason = nullptr;
    GEOSGeometry* rawPlace = nullptr;
    const char valid = GEOSisValidDetail_r(geosHandle(), &geometry, 0, &rawReason, &rawPlace);
    const std::unique_ptr<char, StringDeleter> reason(rawReason);
    const GeosGeometry place(rawPlace);
    if (answer(valid, "the validity test")) {
        return std::nullopt;
    }
    Invalidity result;
    result.reason = reason ? reason.get() : "invalid";
    if (place && !isEmpty(*place)) {
        result.place = coordinatesOf(*place);
    }
    return result;
}

bool intersects(const GEOSPrepGeom_t& a, const GEOSGeom_t& b) {
    return answer(GEOSPreparedIntersects_r(geosHandle(), &a, &b), "the intersection test");
}

bool covers(const GEOSPrepGeom_t& a, const GEOSGeom_t& b) {
    return answer(GEOSPreparedCovers_r(geosHandle(), &a, &b), "the cover test");
}

bool isEmpty(const GEOSGeom_t& geometry) {
    return answer(GEOSisEmpty_r(geosHandle(), &geometry), "the empty test");
}

double area(const GEOSGeom_t& geometry) {
    double result = 0.0;
    succeeded(GEOSArea_r(geosHandle(), &geometry, &result), "measuring an area");
    return result;
}

double length(const GEOSGeom_t& geometry) {
    double result = 0.0;
    succeeded(GEOSLength_r(geosHandle(), &geometry, &result), "measuring a length");
    return result;
}

GeosGeometry centroid(const GEOSGeom_t& geometry) {
    return withEnvelope(owned(GEOSGetCentroid_r(geosHandle(), &geometry), "finding a centroid"));
}

Point pointOnSurface(const GEOSGeom_t& geometry) {
    const FilledGeometry filled(geometry, "a point on a surface");
    return coordinatesOf(*owned(GEOSPointOnSurface_r(geosHandle(), filled.get()), "finding a point on a surface"));
}

} // namespace merestone
