// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"
#include "geometry/wkb_cursor.hpp"

#include <bit>
#include <cstring>

namespace merestone {

namespace {

static_assert(std::endian::native == std::endian::little, "runs are copied as they lie in memory");

constexpr std::size_t kHeaderBytes = 5;
constexpr std::size_t kCountBytes = 4;

/// Little-endian WKB into a string that has room for all of it from the start.
class WkbWriter {
public:
    explicit WkbWriter(std::size_t bytes) { m_bytes.reserve(bytes); }

    void header(WkbType type) {
        m_bytes.push_back(1);
        count(static_cast<std::uint32_t>(type));
    }
    void count(std::size_t value) {
        const auto small = static_cast<std::uint32_t>(value);
        append(&small, sizeof small);
    }
    void points(std::span<const Point> points) { append(points.data(), points.size_bytes()); }
    void countedPoints(std::span<const Point> all) {
        count(all.size());
        points(all);
    }
    void multiPoint(std::span<const Point> all) {
        header(WkbType::multiPoint);
        count(all.size());
        for (const Point& p : all) {
            header(WkbType::point);
            points({&p, 1});
        }
    }
    void polygon(const PackedGeometry& geometry, std::uint32_t part) {
        header(WkbType::polygon);
        count(geometry.firstRun(part + 1) - geometry.firstRun(part));
        for (std::uint32_t run = geometry.firstRun(part); run < geometry.firstRun(part + 1); ++run) {
            countedPoints(geometry.run(run));
        }
    }
    void line(std::span<const Point> all) {
        header(WkbType::lineString);
        countedPoints(all);
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    void append(const void* data, std::size_t size) { m_bytes.append(static_cast<const char*>(data), size); }

    std::string m_bytes;
};

std::size_t sizeOf(std::size_t headers, std::size_t counts, std::size_t points) {
    return headers * kHeaderBytes + counts * kCountBytes + points * sizeof(Point);
}

} // namespace

std::string toWkb(const PackedGeometry& geometry, std::size_t feature) {
    const Shape shape = geometry.shape(feature);
    const std::span<const Point> points = geometry.points(feature);
    if (shape == Shape::none) {
        return {};
    }
    if (shape == Shape::point) {
        return points.size() == 1 ? wkbPoint(points.front()) : wkbMultiPoint(points);
    }
    const std::uint32_t parts = geometry.partCount(feature);
    const std::uint32_t first = geometry.firstPart(feature);
    const std::uint32_t runs = geometry.runsEnd(feature) - geometry.runsBegin(feature);
    WkbWriter out(sizeOf(parts + 1, runs + parts + 1, points.size()));
    if (parts > 1) {
        out.header(shape == Shape::polygon ? WkbType::multiPolygon : WkbType::multiLineString);
        out.count(parts);
    }
    for (std::uint32_t part = first; part < first + parts; ++part) {
        if (shape == Shape::polygon) {
            out.polygon(geometry, part);
        } else {
            out.line(geometry.run(geometry.firstRun(part)));
        }
    }
    return out.take();
}

std::string wkbPoint(Point p) {
    WkbWriter out(sizeOf(1, 0, 1));
    out.header(WkbType::point);
    out.points({&p, 1});
    return out.take();
}

std::string wkbLine(std::span<const Point> line) {
    WkbWriter out(sizeOf(1, 1, line.size()));
    out.line(line);
    return out.take();
}

std::string wkbMultiPoint(std::span<const Point> points) {
    WkbWriter out(sizeOf(points.size() + 1, 1, points.size()));
    out.multiPoint(points);
    return out.take();
}

} // namespace merestone
