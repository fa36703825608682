// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

enum class Shape : std::uint8_t { none, point, line, polygon };

/// Simple-features geometry of many features in four flat arrays, so that a scan touches memory in order and a
/// feature costs no allocation.
///
///   feature -> parts -> runs -> points
///
/// A *run* is a ring (closed: first point repeated at the end), a line or the points of a multipoint. A *part* of a
/// polygon is one shell run followed by its hole runs; any other part is one run. Shells are stored
/// counter-clockwise and holes clockwise, whatever the source had: the kernels rely on it.
/// Two-dimensional; curves are linearised before they come here.
class PackedGeometry {
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_shapes.size(); }
    [[nodiscard]] Shape shape(std::size_t feature) const noexcept { return m_shapes[feature]; }

    /// Number of parts of a feature (polygons, lines or point sets); 0 for a feature without geometry.
    [[nodiscard]] std::uint32_t partCount(std::size_t feature) const noexcept {
        return m_features[feature + 1] - m_features[feature];
    }
    /// The parts of a feature are numbered [firstPart(f), firstPart(f + 1)) through the whole array.
    [[nodiscard]] std::uint32_t firstPart(std::size_t feature) const noexcept { return m_features[feature]; }
    /// The runs of a part are numbered [firstRun(p), firstRun(p + 1)); the first of a polygon part is its shell.
    [[nodiscard]] std::uint32_t firstRun(std::uint32_t part) const noexcept { return m_parts[part]; }
    [[nodiscard]] std::span<const Point> run(std::uint32_t run) const noexcept {
        return {m_points.data() + m_runs[run], m_runs[run + 1] - m_runs[run]};
    }
    /// All runs of a feature: [begin, end) numbers for run().
    [[nodiscard]] std::uint32_t runsBegin(std::size_t feature) const noexcept { return m_parts[m_features[feature]]; }
    [[nodiscard]] std::uint32_t runsEnd(std::size_t feature) const noexcept { return m_parts[m_features[feature + 1]]; }
    /// All points of a feature in storage order, ring after ring.
    [[nodiscard]] std::span<const Point> points(std::size_t feature) const noexcept {
        const std::uint32_t begin = m_runs[runsBegin(feature)];
        return {m_points.data() + begin, m_runs[runsEnd(feature)] - begin};
    }
    [[nodiscard]] std::size_t pointCount() const noexcept { return m_points.size(); }

    [[nodiscard]] Box box(std::size_t feature) const noexcept;

    // Building: add points to runs, close runs into parts, parts into features, in this order.
    void addPoint(Point p) { m_points.push_back(p); }
    void addPoints(std::span<const Point> points) { m_points.insert(m_points.end(), points.begin(), points.end()); }
    /// `count` further points of unspecified value, for a decoder to copy into at once.
    [[nodiscard]] std::span<Point> extendPoints(std::size_t count);
    void endRun() { m_runs.push_back(static_cast<std::uint32_t>(m_points.size())); }
    void endPart() { m_parts.push_back(static_cast<std::uint32_t>(m_runs.size() - 1)); }
    /// Ends a feature; for polygons the rings of the parts added since the last feature are turned the right way.
    void endFeature(Shape shape);
    /// Adds a copy of a feature of another array.
    void append(const PackedGeometry& from, std::size_t feature);
    /// Forgets everything added since the last endFeature().
    void dropUnfinished();
    void reserve(std::size_t features, std::size_t points);

private:
    void orientLastRings();

    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_runs{0};
    std::vector<std::uint32_t> m_parts{0};
    std::vector<std::uint32_t> m_features{0};
    std::vector<Shape> m_shapes;
};

} // namespace merestone
