// SPDX-License-Identifier: MIT
#include "engine/geometry/geos_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone::testing_support {

GeosOracle::GeosOracle() : m_handle(GEOS_init_r()) {}

GeosOracle::~GeosOracle() {
    GEOS_finish_r(m_handle);
}

GeosOracle::Geometry GeosOracle::fromWkt(const std::string& wkt) const {
    GEOSWKTReader* const reader = GEOSWKTReader_create_r(m_handle);
    Geometry result = take(GEOSWKTReader_read_r(m_handle, reader, wkt.c_str()));
    GEOSWKTReader_destroy_r(m_handle, reader);
    return result;
}

GeosOracle::Geometry GeosOracle::fromWkb(std::string_view wkb) const {
    GEOSWKBReader* const reader = GEOSWKBReader_create_r(m_handle);
    Geometry result =
        take(GEOSWKBReader_read_r(m_handle, reader, reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()));
    GEOSWKBReader_destroy_r(m_handle, reader);
    return result;
}

bool GeosOracle::isValid(const GEOSGeometry& geometry) const {
    return GEOSisValid_r(m_handle, &geometry) == 1;
}

bool GeosOracle::isEmpty(const GEOSGeometry& geometry) const {
    return GEOSisEmpty_r(m_handle, &geometry) == 1;
}

double GeosOracle::area(const GEOSGeometry& geometry) const {
    double result = -1.0;
    return GEOSArea_r(m_handle, &geometry, &result) == 1 ? result : -1.0;
}

std::vector<const GEOSGeometry*> GeosOracle::children(const GEOSGeometry& geometry) const {
    std::vector<const GEOSGeometry*> result;
    const int type = GEOSGeomTypeId_r(m_handle, &geometry);
    if (type == GEOS_POLYGON && !isEmpty(geometry)) {
        result.push_back(GEOSGetExteriorRing_r(m_handle, &geometry));
        for (int i = 0; i < GEOSGetNumInteriorRings_r(m_handle, &geometry); ++i) {
            result.push_back(GEOSGetInteriorRingN_r(m_handle, &geometry, i));
        }
    } else if (type > GEOS_POLYGON) {
        for (int i = 0; i < GEOSGetNumGeometries_r(m_handle, &geometry); ++i) {
            result.push_back(GEOSGetGeometryN_r(m_handle, &geometry, i));
        }
    }
    return result;
}

std::vector<double> GeosOracle::coordinates(const GEOSGeometry& simple) const {
    const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(m_handle, &simple);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(m_handle, sequence, &count);
    std::vector<double> result(2 * std::size_t{count});
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_getXY_r(m_handle, sequence, i, &result[2 * i], &result[2 * i + 1]);
    }
    return result;
}

bool GeosOracle::same(const GEOSGeometry& a, const GEOSGeometry& b, double tolerance) const {
    const int type = GEOSGeomTypeId_r(m_handle, &a);
    if (type != GEOSGeomTypeId_r(m_handle, &b)) {
        return false;
    }
    if (type >= GEOS_POLYGON) {
        const auto first = children(a);
        const auto second = children(b);
        return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                          [&](const GEOSGeometry* x, const GEOSGeometry* y) { return same(*x, *y, tolerance); });
    }
    const auto near = [tolerance](double x, double y) { return std::abs(x - y) <= tolerance; };
    const std::vector<double> first = coordinates(a);
    std::vector<double> second = coordinates(b);
    if (std::equal(first.begin(), first.end(), second.begin(), second.end(), near)) {
        return true;
    }
    std::reverse(second.begin(), second.end()); // y, x, y, x …
    for (std::size_t i = 0; i + 1 < second.size(); i += 2) {
        std::swap(second[i], second[i + 1]);
    }
    return type == GEOS_LINEARRING && std::equal(first.begin(), first.end(), second.begin(), second.end(), near);
}

GeosOracle::Geometry GeosOracle::intersection(const GEOSGeometry& a, const GEOSGeometry& b) const {
    return take(GEOSIntersection_r(m_handle, &a, &b));
}

} // namespace merestone::testing_support
