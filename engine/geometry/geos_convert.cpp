// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include <utility>
#include <vector>

namespace merestone {

namespace {

using Points = std::span<const Point>;

GEOSCoordSequence* sequenceOf(Points points) {
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        geosHandle(), reinterpret_cast<const double*>(points.data()), static_cast<unsigned>(points.size()), 0, 0);
    if (sequence == nullptr) {
        GeosContext::current().fail("copying coordinates");
    }
    return sequence;
}

// The create functions take over the sequence, also when they fail.
GeosGeometry pointOf(Point p) {
    return owned(GEOSGeom_createPointFromXY_r(geosHandle(), p.x, p.y), "making a point");
}

GeosGeometry lineOf(Points points) {
    return owned(GEOSGeom_createLineString_r(geosHandle(), sequenceOf(points)), "making a line");
}

GeosGeometry ringOf(Points points) {
    return owned(GEOSGeom_createLinearRing_r(geosHandle(), sequenceOf(points)), "making a ring");
}

GeosGeometry polygonOf(const PackedGeometry& geometry, std::uint32_t part) {
    const std::uint32_t shellRun = geometry.firstRun(part);
    GeosGeometry shell = ringOf(geometry.run(shellRun));
    std::vector<GeosGeometry> holes;
    for (std::uint32_t run = shellRun + 1; run < geometry.firstRun(part + 1); ++run) {
        holes.push_back(ringOf(geometry.run(run)));
    }
    std::vector<GEOSGeometry*> raw;
    raw.reserve(holes.size());
    for (GeosGeometry& hole : holes) {
        raw.push_back(hole.release());
    }
    return owned(GEOSGeom_createPolygon_r(geosHandle(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())),
                 "making a polygon");
}

std::vector<GeosGeometry> partsOf(const PackedGeometry& geometry, std::size_t feature) {
    std::vector<GeosGeometry> parts;
    const Shape shape = geometry.shape(feature);
    if (shape == Shape::point) {
        for (const Point& p : geometry.points(feature)) {
            parts.push_back(pointOf(p));
        }
        return parts;
    }
    parts.reserve(geometry.partCount(feature));
    const std::uint32_t end = geometry.firstPart(feature) + geometry.partCount(feature);
    for (std::uint32_t part = geometry.firstPart(feature); part < end; ++part) {
        parts.push_back(shape == Shape::polygon ? polygonOf(geometry, part)
                                                : lineOf(geometry.run(geometry.firstRun(part))));
    }
    return parts;
}

void addMembers(PackedGeometry& to, const std::vector<const GEOSGeometry*>& members, Shape shape) {
    std::vector<Point> buffer;
    for (const GEOSGeometry* member : members) {
        if (shapeOf(*member) != shape) {
            continue;
        }
        if (shape == Shape::polygon) {
            for (const GEOSGeometry* ring : ringsOf(*member)) {
                to.addPoints(pointsOf(*ring, buffer));
                to.endRun();
            }
            to.endPart();
        } else {
            to.addPoints(pointsOf(*member, buffer));
            if (shape == Shape::line) {
                to.endRun();
                to.endPart();
            }
        }
    }
    if (shape == Shape::point) { // all points of a feature are one run
        to.endRun();
        to.endPart();
    }
}

} // namespace

GeosGeometry toGeos(const PackedGeometry& geometry, std::size_t feature) {
    const Shape shape = geometry.shape(feature);
    if (shape == Shape::none) {
        return owned(GEOSGeom_createEmptyCollection_r(geosHandle(), GEOS_GEOMETRYCOLLECTION), "making a collection");
    }
    return withEnvelope(multiOf(shape, partsOf(geometry, feature)));
}

GeosGeometry toGeos(const Box& box) {
    const Point corners[] = {
        {box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}, {box.minX, box.minY}};
    if (box.empty()) {
        return multiOf(Shape::polygon, {});
    }
    GeosGeometry shell = ringOf(corners);
    return withEnvelope(
        owned(GEOSGeom_createPolygon_r(geosHandle(), shell.release(), nullptr, 0), "making a rectangle"));
}

void appendGeos(PackedGeometry& to, const GEOSGeom_t& geometry) {
    const GeosMembers members = membersOf(geometry);
    const Shape shape = highestShape(members.filled);
    try {
        if (shape != Shape::none) {
            addMembers(to, members.filled, shape);
        }
    } catch (...) {
        to.dropUnfinished();
        throw;
    }
    to.endFeature(shape);
}

} // namespace merestone
