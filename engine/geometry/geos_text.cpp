// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include "base/error.hpp"
#include "geometry/wkb.hpp"

#include <cmath>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

namespace {

bool allFinite(std::span<const Point> points) {
    for (const Point& p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            return false;
        }
    }
    return true;
}

bool allFinite(const GEOSGeometry& geometry) {
    std::vector<Point> buffer;
    bool finite = true;
    for (const GEOSGeometry* member : membersOf(geometry).filled) {
        if (shapeOf(*member) == Shape::polygon) {
            for (const GEOSGeometry* ring : ringsOf(*member)) {
                finite = finite && allFinite(pointsOf(*ring, buffer));
            }
        } else {
            finite = finite && allFinite(pointsOf(*member, buffer));
        }
    }
    return finite;
}

/// GEOS parses by recursion: 200,000 nested collections would end the process by using up its stack.
constexpr int kDeepestWkt = 32;

void checkWktText(std::string_view wkt) {
    int depth = 0;
    for (const char c : wkt) {
        if (c == '\0') {
            throw Error(ErrorCode::geometry, "the WKT holds a null character; write it as plain text");
        }
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        if (depth > kDeepestWkt) {
            throw Error(ErrorCode::geometry, "the WKT is nested more than 32 levels deep; open its collections");
        }
    }
}

struct WktReaderDeleter {
    void operator()(GEOSWKTReader* reader) const noexcept { GEOSWKTReader_destroy_r(geosHandle(), reader); }
};
struct WkbWriterDeleter {
    void operator()(GEOSWKBWriter* writer) const noexcept { GEOSWKBWriter_destroy_r(geosHandle(), writer); }
};
struct BufferDeleter {
    void operator()(unsigned char* bytes) const noexcept { GEOSFree_r(geosHandle(), bytes); }
};

} // namespace

std::string toWkb(const GEOSGeom_t& geometry) {
    const GEOSContextHandle_t handle = geosHandle();
    const std::unique_ptr<GEOSWKBWriter, WkbWriterDeleter> writer(GEOSWKBWriter_create_r(handle));
    if (!writer) {
        GeosContext::current().fail("making a WKB writer");
    }
    GEOSWKBWriter_setByteOrder_r(handle, writer.get(), GEOS_WKB_NDR);
    GEOSWKBWriter_setOutputDimension_r(handle, writer.get(), 2);
    GEOSWKBWriter_setFlavor_r(handle, writer.get(), GEOS_WKB_ISO);
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, BufferDeleter> bytes(
        GEOSWKBWriter_write_r(handle, writer.get(), &geometry, &size));
    if (!bytes) {
        GeosContext::current().fail("writing WKB");
    }
    return {reinterpret_cast<const char*>(bytes.get()), size};
}

GeosGeometry fromWkb(std::string_view wkb) {
    // Through the gate, so that GEOS never sees nested, endless or non-finite bytes.
    PackedGeometry packed;
    const WkbOutcome outcome = appendWkb(packed, wkb);
    if (outcome.kind == WkbOutcome::Kind::refused) {
        throw Error(ErrorCode::geometry, std::string("cannot read WKB: ") + outcome.reason);
    }
    return toGeos(packed, 0);
}

GeosGeometry fromWkt(std::string_view wkt) {
    checkWktText(wkt);
    const GEOSContextHandle_t handle = geosHandle();
    const std::unique_ptr<GEOSWKTReader, WktReaderDeleter> reader(GEOSWKTReader_create_r(handle));
    if (!reader) {
        GeosContext::current().fail("making a WKT reader");
    }
    GeosGeometry geometry;
    {
        // The reader sets LC_NUMERIC to "C" and back; two at once could put back the wrong one.
        static std::mutex localeMutex;
        const std::lock_guard lock(localeMutex);
        geometry.reset(GEOSWKTReader_read_r(handle, reader.get(), std::string(wkt).c_str()));
    }
    if (!geometry) {
        GeosContext::current().fail("reading WKT");
    }
    if (!allFinite(*geometry)) {
        throw Error(ErrorCode::geometry, "cannot read WKT: coordinates are not finite");
    }
    if (membersOf(*geometry).hasEmpty) {
        geometry = withoutEmpty(*geometry);
    }
    return withEnvelope(std::move(geometry));
}

} // namespace merestone
