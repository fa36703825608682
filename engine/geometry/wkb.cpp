// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"

#include "geometry/wkb_cursor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {

namespace {

constexpr std::size_t kMostPoints = 5'000'000;
constexpr double kRangeMetres = 1e8;
constexpr double kClosingGapMetres = 0.001;

/// What to say about a geometry type that is not read.
const char* unreadType(std::uint32_t type) {
    switch (type) {
    case 8:
        return "a circular string, which has to be made straight before";
    case 9:
        return "a compound curve, which has to be made straight before";
    case 10:
        return "a curve polygon, which has to be made straight before";
    case 11:
        return "a multicurve, which has to be made straight before";
    case 12:
        return "a multisurface, which has to be made straight before";
    case 15:
        return "a polyhedral surface, which is not read";
    case 16:
        return "a triangulated surface (TIN), which is not read";
    default:
        return "unknown geometry type";
    }
}

bool isMemberOf(WkbType multi, std::uint32_t member) {
    switch (multi) {
    case WkbType::multiPoint:
        return member == static_cast<std::uint32_t>(WkbType::point);
    case WkbType::multiLineString:
        return member == static_cast<std::uint32_t>(WkbType::lineString);
    case WkbType::multiPolygon:
        return member == static_cast<std::uint32_t>(WkbType::polygon);
    default:
        return true;
    }
}

/// Decodes one geometry. Every read function returns false once the geometry is refused, with the reason noted.
class Gate {
public:
    Gate(PackedGeometry& to, std::string_view wkb, double limit) : m_to(to), m_wkb(wkb), m_limit(limit) {}

    WkbOutcome run() {
        if (m_to.pointCount() > std::numeric_limits<std::uint32_t>::max() - kMostPoints) {
            refuse("the layer has more than 4 billion points");
        } else if (decode() && m_highest != Shape::none) {
            if (m_highest == Shape::point) { // all points of a feature are one run
                m_to.endRun();
                m_to.endPart();
            }
            m_to.endFeature(m_highest);
            return m_outcome;
        }
        if (!refused()) {
            m_outcome.kind = WkbOutcome::Kind::empty;
        }
        m_to.dropUnfinished();
        m_to.endFeature(Shape::none);
        return m_outcome;
    }

private:
    bool refuse(const char* reason) {
        m_outcome.kind = WkbOutcome::Kind::refused;
        m_outcome.reason = reason;
        return false;
    }
    [[nodiscard]] bool refused() const { return m_outcome.kind == WkbOutcome::Kind::refused; }
    bool refuseShort() { return refuse("the WKB ends too early"); }

    bool decode() {
        if (!readGeometry(WkbType::collection, 0)) {
            return false;
        }
        if (!m_outcome.hadOtherDimensions) {
            return true;
        }
        // A mixed collection: now that the highest dimension is known, read it again and keep only that.
        m_to.dropUnfinished();
        m_wanted = m_highest;
        m_points = 0;
        m_cursor = WkbCursor(m_wkb);
        return readGeometry(WkbType::collection, 0);
    }

    /// Notes a member with something in it.
    void note(Shape shape) {
        m_outcome.hadOtherDimensions |= m_highest != Shape::none && m_highest != shape;
        m_highest = std::max(m_highest, shape); // the enumerators are in order of dimension
    }
    [[nodiscard]] bool keeps(Shape shape) const { return m_wanted == Shape::none || m_wanted == shape; }

    bool readGeometry(WkbType container, int depth) {
        std::uint32_t code = 0;
        if (depth > kDeepestWkb) {
            return refuse("collections are nested more than 32 levels deep");
        }
        if (!m_cursor.readHeader(code)) {
            return refuse("not WKB: a header is cut off or has an unknown byte order");
        }
        if (!isMemberOf(container, code)) {
            return refuse("a multi geometry has a member of another type");
        }
        m_outcome.hadZ |= m_cursor.hasZ();
        m_outcome.hadM |= m_cursor.hasM();
        const auto type = static_cast<WkbType>(code);
        switch (type) {
        case WkbType::point:
            return readPoint();
        case WkbType::lineString:
            return readLine();
        case WkbType::polygon:
        case WkbType::triangle:
            return readPolygon();
        case WkbType::multiPoint:
        case WkbType::multiLineString:
        case WkbType::multiPolygon:
        case WkbType::collection:
            return readMembers(type, depth);
        }
        return refuse(unreadType(code));
    }

    bool readMembers(WkbType container, int depth) {
        std::uint32_t count = 0;
        if (!m_cursor.readCount(count)) {
            return refuseShort();
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!readGeometry(container, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool readPoint() {
        if (!m_cursor.hasPoints(1)) {
            return refuseShort();
        }
        Point p;
        m_cursor.readPoints({&p, 1});
        if (std::isnan(p.x) && std::isnan(p.y)) { // WKB has no other way to write POINT EMPTY
            return true;
        }
        if (!countPoints(1) || !checkCoordinates({&p, 1})) {
            return false;
        }
        if (keeps(Shape::point)) {
            m_to.addPoint(p);
            note(Shape::point);
        }
        return true;
    }

    bool readLine() {
        std::uint32_t count = 0;
        if (!readRunSize(count) || count == 0) {
            return !refused();
        }
        if (!keeps(Shape::line)) {
            m_cursor.skipPoints(count);
            return true;
        }
        if (count < 2) {
            return refuse("a line has fewer than two points");
        }
        if (copyRun(count).empty()) {
            return false;
        }
        m_to.endRun();
        m_to.endPart();
        note(Shape::line);
        return true;
    }

    bool readPolygon() {
        std::uint32_t rings = 0;
        if (!m_cursor.readCount(rings)) {
            return refuseShort();
        }
        bool hasShell = false;
        for (std::uint32_t ring = 0; ring < rings; ++ring) {
            std::uint32_t count = 0;
            if (!readRunSize(count)) {
                return false;
            }
            if (count == 0) {
                continue;
            }
            if (ring > 0 && !hasShell) {
                return refuse("a polygon has a hole but no shell");
            }
            hasShell = true;
            if (!keeps(Shape::polygon)) {
                m_cursor.skipPoints(count);
            } else if (!readRing(count)) {
                return false;
            }
        }
        if (hasShell && keeps(Shape::polygon)) {
            m_to.endPart();
            note(Shape::polygon);
        }
        return true;
    }

    bool readRing(std::uint32_t count) {
        if (count < 4) {
            return refuse("a ring has fewer than four points");
        }
        const std::span<Point> ring = copyRun(count);
        if (ring.empty()) {
            return false;
        }
        const Point first = ring.front();
        Point& last = ring.back();
        if (!(last == first)) {
            if (std::hypot(last.x - first.x, last.y - first.y) > kClosingGapMetres) {
                return refuse("a ring is not closed");
            }
            last = first;
            m_outcome.wasUnclosed = true;
        }
        m_to.endRun();
        return true;
    }

    /// Number of points of the next run, all of which are there.
    bool readRunSize(std::uint32_t& count) {
        if (!m_cursor.readCount(count) || !m_cursor.hasPoints(count)) {
            return refuseShort();
        }
        return countPoints(count);
    }

    bool countPoints(std::size_t count) {
        m_points += count;
        return m_points <= kMostPoints || refuse("more than 5 million points");
    }

    /// The next `count` points, in their place in the array; empty if they are refused.
    std::span<Point> copyRun(std::uint32_t count) {
        const std::span<Point> run = m_to.extendPoints(count);
        m_cursor.readPoints(run);
        return checkCoordinates(run) ? run : std::span<Point>();
    }

    bool checkCoordinates(std::span<const Point> points) {
        int good = 1;
        for (const Point& p : points) { // without an early end, so that the compiler may take several at once
            good &= static_cast<int>(std::abs(p.x) <= m_limit);
            good &= static_cast<int>(std::abs(p.y) <= m_limit);
        }
        if (good == 1) {
            return true;
        }
        const bool finite =
            std::all_of(points.begin(), points.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
        return refuse(finite ? "coordinates are more than 100,000 km from the origin" : "coordinates are not finite");
    }

    PackedGeometry& m_to;
    std::string_view m_wkb;
    WkbCursor m_cursor{m_wkb};
    double m_limit;
    WkbOutcome m_outcome;
    Shape m_highest = Shape::none; ///< highest dimension met so far
    Shape m_wanted = Shape::none;  ///< in the second reading of a mixed collection: what to keep
    std::size_t m_points = 0;
};

} // namespace

WkbOutcome appendWkb(PackedGeometry& to, std::string_view wkb, bool checkRange) {
    if (wkb.empty()) { // what toWkb writes for a feature without geometry
        to.endFeature(Shape::none);
        WkbOutcome nothing;
        nothing.kind = WkbOutcome::Kind::empty;
        return nothing;
    }
    return Gate(to, wkb, checkRange ? kRangeMetres : std::numeric_limits<double>::max()).run();
}

} // namespace merestone
