// SPDX-License-Identifier: MIT
#include "measures/network/segment_contacts.hpp"

#include "geometry/kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone {

double distanceBetween(Point a, Point b) noexcept {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point pointAlong(Point a, Point b, double along) noexcept {
    const double length = distanceBetween(a, b);
    if (along >= length) {
        return b;
    }
    const double t = along / length;
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

double crossingAlong(Point a, Point b, Point c, Point d) noexcept {
    const double ux = b.x - a.x;
    const double uy = b.y - a.y;
    const double vx = d.x - c.x;
    const double vy = d.y - c.y;
    const double cross = ux * vy - uy * vx;
    const double length = std::hypot(ux, uy);
    if (cross == 0.0 || std::abs(cross) <= 1e-12 * length * std::hypot(vx, vy)) {
        return std::nan("");
    }
    const double t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross;
    const double s = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross;
    const double along = t * length;
    const bool inside = along > kSamePlaceMetres && along < length - kSamePlaceMetres && s >= 0.0 && s <= 1.0;
    return inside ? along : std::nan("");
}

PackedGeometry pointFeature(Point p) {
    PackedGeometry result;
    result.addPoint(p);
    result.endRun();
    result.endPart();
    result.endFeature(Shape::point);
    return result;
}

PackedGeometry lineFeature(std::span<const Point> line) {
    PackedGeometry result;
    result.addPoints(line);
    result.endRun();
    result.endPart();
    result.endFeature(Shape::line);
    return result;
}

SegmentContacts::SegmentContacts(const PackedGeometry& features, std::span<const std::uint32_t> rows)
    : m_features(&features), m_finder(features, rows) {}

bool SegmentContacts::meets(Point p) const {
    return m_finder.find(pointFeature(p), 0, kSamePlaceMetres).found();
}

bool SegmentContacts::meets(Point a, Point b) const {
    const std::array line{a, b};
    return m_finder.find(lineFeature(line), 0, kSamePlaceMetres).found();
}

void addContactBreaks(Point a, Point b, const PackedGeometry& features, std::size_t feature,
                      std::vector<double>& breaks) {
    const double length = distanceBetween(a, b);
    const auto addVertex = [&](Point p) {
        if (squaredDistanceToSegment(p, a, b) <= kSamePlaceMetres * kSamePlaceMetres) {
            const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
            if (along > kSamePlaceMetres && along < length - kSamePlaceMetres) {
                breaks.push_back(along);
            }
        }
    };
    Box box;
    box.extend(a);
    box.extend(b);
    box = box.grown(kSamePlaceMetres);
    for (std::uint32_t r = features.runsBegin(feature); r < features.runsEnd(feature); ++r) {
        const std::span<const Point> run = features.run(r);
        for (std::size_t i = 0; i < run.size(); ++i) {
            addVertex(run[i]);
            if (i + 1 == run.size() || features.shape(feature) == Shape::point) {
                continue;
            }
            Box edge;
            edge.extend(run[i]);
            edge.extend(run[i + 1]);
            if (edge.meets(box)) {
                if (const double along = crossingAlong(a, b, run[i], run[i + 1]); !std::isnan(along)) {
                    breaks.push_back(along);
                }
            }
        }
    }
}

std::vector<Stretch> SegmentContacts::stretches(Point a, Point b) const {
    std::vector<std::uint32_t> near;
    const std::array line{a, b};
    m_finder.forEachWithin(lineFeature(line), 0, kSamePlaceMetres, near);
    std::vector<Stretch> result;
    const double length = distanceBetween(a, b);
    if (near.empty()) {
        return result;
    }
    std::vector<double> breaks{0.0, length};
    for (const std::uint32_t row : near) {
        addContactBreaks(a, b, *m_features, row, breaks);
    }
    std::sort(breaks.begin(), breaks.end());
    const auto add = [&result](double from, double to) {
        if (!result.empty() && from - result.back().to <= kSamePlaceMetres) {
            result.back().to = std::max(result.back().to, to);
        } else {
            result.push_back({from, to});
        }
    };
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        // Every break but the ends is a point of contact by the way it was found.
        if ((i > 0 && i + 1 < breaks.size()) || meets(pointAlong(a, b, breaks[i]))) {
            add(breaks[i], breaks[i]);
        }
        if (i + 1 < breaks.size() && breaks[i + 1] - breaks[i] > kSamePlaceMetres &&
            meets(pointAlong(a, b, (breaks[i] + breaks[i + 1]) / 2))) {
            add(breaks[i], breaks[i + 1]);
        }
    }
    return result;
}

} // namespace merestone
