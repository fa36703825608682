// SPDX-License-Identifier: MIT
#include "geometry/repair_bound.hpp"

#include "geometry/box_index.hpp"

namespace merestone {

namespace {

constexpr std::size_t kMostPoints = 1'000'000;
constexpr std::size_t kMostCrossings = 50'000;
/// Pairs of segments whose boxes meet; GEOS looks at about as many.
constexpr std::size_t kMostPairs = 20'000'000;

struct Segment {
    Point a;
    Point b;

    [[nodiscard]] Box box() const {
        Box result;
        result.extend(a);
        result.extend(b);
        return result;
    }
};

double side(const Segment& s, Point p) {
    return (s.b.x - s.a.x) * (p.y - s.a.y) - (s.b.y - s.a.y) * (p.x - s.a.x);
}

/// Whether the two make a node that neither has at its ends yet. Plain arithmetic: this is only an estimate.
bool crosses(const Segment& s, const Segment& t) {
    const double a = side(s, t.a);
    const double b = side(s, t.b);
    const bool onOneLine = a == 0.0 && b == 0.0;
    if (onOneLine) {
        const bool same = (s.a == t.a && s.b == t.b) || (s.a == t.b && s.b == t.a);
        return !same;
    }
    const bool sharesEnd = s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b;
    return !sharesEnd && a * b <= 0.0 && side(t, s.a) * side(t, s.b) <= 0.0;
}

std::vector<Segment> segmentsOf(const PackedGeometry& geometry, std::size_t feature) {
    std::vector<Segment> segments;
    segments.reserve(geometry.points(feature).size());
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        const std::span<const Point> points = geometry.run(run);
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (!(points[i - 1] == points[i])) {
                segments.push_back({points[i - 1], points[i]});
            }
        }
    }
    return segments;
}

bool isTooTangled(const std::vector<Segment>& segments) {
    std::vector<Box> boxes;
    boxes.reserve(segments.size());
    for (const Segment& segment : segments) {
        boxes.push_back(segment.box());
    }
    const BoxIndex index(boxes);
    std::size_t pairs = 0;
    std::size_t crossings = 0;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        index.query(boxes[s], [&](std::uint32_t t) {
            if (t > s) {
                ++pairs;
                crossings += crosses(segments[s], segments[t]) ? 1 : 0;
            }
            return pairs <= kMostPairs && crossings <= kMostCrossings;
        });
        if (pairs > kMostPairs || crossings > kMostCrossings) {
            return true;
        }
    }
    return false;
}

} // namespace

const char* whyNotRepaired(const PackedGeometry& geometry, std::size_t feature) {
    const std::size_t points = geometry.points(feature).size();
    if (points > kMostPoints) {
        return "too many points to be repaired (more than 1 million)";
    }
    if (points * points / 2 <= kMostCrossings) { // not even every pair together is too much
        return nullptr;
    }
    return isTooTangled(segmentsOf(geometry, feature)) ? "crosses itself too often to be repaired" : nullptr;
}

} // namespace merestone
