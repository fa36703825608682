// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace merestone {

namespace {

// GEOS copies interleaved x, y pairs: a run of points is such a buffer as it stands.
static_assert(sizeof(Point) == 2 * sizeof(double) && offsetof(Point, x) == 0 && offsetof(Point, y) == sizeof(double));

bool isSimpleType(int type) {
    return type == GEOS_POINT || type == GEOS_LINESTRING || type == GEOS_LINEARRING || type == GEOS_POLYGON;
}

bool hasEmptyHole(const GEOSGeometry& simple) {
    if (shapeOf(simple) != Shape::polygon) {
        return false;
    }
    const std::vector<const GEOSGeometry*> rings = ringsOf(simple);
    return std::any_of(rings.begin(), rings.end(), [](const GEOSGeometry* ring) { return isEmpty(*ring); });
}

GeosGeometry copyOf(const GEOSGeometry& geometry) {
    return owned(GEOSGeom_clone_r(geosHandle(), &geometry), "copying a geometry");
}

/// Hands a list over to a C function that owns its items from then on.
std::vector<GEOSGeometry*> released(std::vector<GeosGeometry>& geometries) {
    std::vector<GEOSGeometry*> raw(geometries.size());
    std::transform(geometries.begin(), geometries.end(), raw.begin(), [](GeosGeometry& g) { return g.release(); });
    return raw;
}

GeosGeometry polygonWithoutEmptyHoles(const GEOSGeometry& polygon) {
    std::vector<GeosGeometry> rings;
    for (const GEOSGeometry* ring : ringsOf(polygon)) {
        if (!isEmpty(*ring)) {
            rings.push_back(copyOf(*ring));
        }
    }
    std::vector<GEOSGeometry*> raw = released(rings);
    return owned(
        GEOSGeom_createPolygon_r(geosHandle(), raw.front(), raw.data() + 1, static_cast<unsigned>(raw.size() - 1)),
        "making a polygon");
}

/// Recursion is bounded: whatever is parsed here passed a depth limit of 32 levels.
void collectMembers(const GEOSGeometry& geometry, GeosMembers& into) {
    const GEOSContextHandle_t handle = geosHandle();
    if (isSimpleType(GEOSGeomTypeId_r(handle, &geometry))) {
        if (isEmpty(geometry)) {
            into.hasEmpty = true;
        } else {
            into.filled.push_back(&geometry);
            into.hasEmpty = into.hasEmpty || hasEmptyHole(geometry);
        }
        return;
    }
    const int count = GEOSGetNumGeometries_r(handle, &geometry);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* member = GEOSGetGeometryN_r(handle, &geometry, i);
        if (member == nullptr) {
            GeosContext::current().fail("reading a member of a collection");
        }
        collectMembers(*member, into);
    }
}

int multiType(Shape shape) {
    switch (shape) {
    case Shape::polygon:
        return GEOS_MULTIPOLYGON;
    case Shape::line:
        return GEOS_MULTILINESTRING;
    case Shape::point:
        return GEOS_MULTIPOINT;
    case Shape::none:
        break;
    }
    return GEOS_GEOMETRYCOLLECTION;
}

} // namespace

GeosGeometry withoutEmpty(const GEOSGeometry& geometry) {
    const GEOSContextHandle_t handle = geosHandle();
    const int type = GEOSGeomTypeId_r(handle, &geometry);
    if (isSimpleType(type)) {
        return type == GEOS_POLYGON && !isEmpty(geometry) ? polygonWithoutEmptyHoles(geometry) : copyOf(geometry);
    }
    std::vector<GeosGeometry> members;
    const int count = GEOSGetNumGeometries_r(handle, &geometry);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* member = GEOSGetGeometryN_r(handle, &geometry, i);
        if (member != nullptr && !isEmpty(*member)) {
            members.push_back(withoutEmpty(*member));
        }
    }
    std::vector<GEOSGeometry*> raw = released(members);
    return owned(GEOSGeom_createCollection_r(handle, type, raw.data(), static_cast<unsigned>(raw.size())),
                 "making a collection");
}

FilledGeometry::FilledGeometry(const GEOSGeometry& geometry, const char* operation) : m_geometry(&geometry) {
    const GeosMembers members = membersOf(geometry);
    if (members.filled.empty()) {
        throw Error(ErrorCode::geometry,
                    std::string(operation) + " is impossible for an empty geometry; leave empty ones out");
    }
    if (members.hasEmpty) {
        m_own = withoutEmpty(geometry);
        m_geometry = m_own.get();
    }
}

GeosMembers membersOf(const GEOSGeometry& geometry) {
    GeosMembers result;
    collectMembers(geometry, result);
    return result;
}

Shape shapeOf(const GEOSGeometry& simple) {
    switch (GEOSGeomTypeId_r(geosHandle(), &simple)) {
    case GEOS_POLYGON:
        return Shape::polygon;
    case GEOS_LINESTRING:
    case GEOS_LINEARRING:
        return Shape::line;
    case GEOS_POINT:
        return Shape::point;
    default:
        return Shape::none;
    }
}

Shape highestShape(const std::vector<const GEOSGeometry*>& simple) {
    Shape highest = Shape::none;
    for (const GEOSGeometry* geometry : simple) {
        highest = std::max(highest, shapeOf(*geometry)); // the enumerators are in order of dimension
    }
    return highest;
}

std::vector<const GEOSGeometry*> ringsOf(const GEOSGeometry& polygon) {
    const GEOSContextHandle_t handle = geosHandle();
    const int holes = GEOSGetNumInteriorRings_r(handle, &polygon);
    std::vector<const GEOSGeometry*> rings{GEOSGetExteriorRing_r(handle, &polygon)};
    for (int i = 0; i < holes; ++i) {
        rings.push_back(GEOSGetInteriorRingN_r(handle, &polygon, i));
    }
    if (holes < 0 || std::find(rings.begin(), rings.end(), nullptr) != rings.end()) {
        GeosContext::current().fail("reading a polygon's rings");
    }
    return rings;
}

std::span<const Point> pointsOf(const GEOSGeometry& simple, std::vector<Point>& buffer) {
    const GEOSContextHandle_t handle = geosHandle();
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, &simple);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle, sequence, &count) != 1) {
        GeosContext::current().fail("reading coordinates");
    }
    buffer.resize(count);
    succeeded(GEOSCoordSeq_copyToBuffer_r(handle, sequence, reinterpret_cast<double*>(buffer.data()), 0, 0),
              "reading coordinates");
    return buffer;
}

GeosGeometry withEnvelope(GeosGeometry geometry) {
    double ignored = 0.0;
    if (!isEmpty(*geometry)) {
        succeeded(GEOSGeom_getXMin_r(geosHandle(), geometry.get(), &ignored), "reading an envelope");
    }
    return geometry;
}

GeosGeometry multiOf(Shape shape, std::vector<GeosGeometry> members) {
    const GEOSContextHandle_t handle = geosHandle();
    if (members.size() == 1) {
        return std::move(members.front());
    }
    if (members.empty()) {
        switch (shape) {
        case Shape::line:
            return owned(GEOSGeom_createEmptyLineString_r(handle), "making an empty line");
        case Shape::point:
            return owned(GEOSGeom_createEmptyPoint_r(handle), "making an empty point");
        default:
            return owned(GEOSGeom_createEmptyPolygon_r(handle), "making an empty polygon");
        }
    }
    std::vector<GEOSGeometry*> raw = released(members);
    return owned(GEOSGeom_createCollection_r(handle, multiType(shape), raw.data(), static_cast<unsigned>(raw.size())),
                 "making a multi geometry");
}

GeosGeometry highestDimensionOf(GeosGeometry geometry) {
    const GEOSContextHandle_t handle = geosHandle();
    if (!geometry || GEOSGeomTypeId_r(handle, geometry.get()) != GEOS_GEOMETRYCOLLECTION) {
        return geometry;
    }
    const GeosMembers members = membersOf(*geometry);
    const Shape highest = highestShape(members.filled);
    std::vector<GeosGeometry> kept;
    for (const GEOSGeometry* member : members.filled) {
        if (shapeOf(*member) == highest) {
            kept.push_back(copyOf(*member));
        }
    }
    return multiOf(highest, std::move(kept));
}

} // namespace merestone
