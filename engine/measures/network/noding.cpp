// SPDX-License-Identifier: MIT
#include "measures/network/noding.hpp"

#include "base/parallel.hpp"
#include "geometry/box_index.hpp"
#include "geometry/kernels.hpp"
#include "measures/network/segment_contacts.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 2048;

Box boxOf(const WaySegment& segment) {
    Box box;
    box.extend(segment.a);
    box.extend(segment.b);
    return box.grown(kSamePlaceMetres);
}

/// Adds `p` to the joints of a segment that it lies on, away from its ends.
void joinAt(Point p, const WaySegment& segment, std::vector<Joint>& joints) {
    if (squaredDistanceToSegment(p, segment.a, segment.b) > kSamePlaceMetres * kSamePlaceMetres) {
        return;
    }
    const double length = distanceBetween(segment.a, segment.b);
    const double along =
        ((p.x - segment.a.x) * (segment.b.x - segment.a.x) + (p.y - segment.a.y) * (segment.b.y - segment.a.y)) /
        length;
    if (along > kSamePlaceMetres && along < length - kSamePlaceMetres) {
        joints.push_back({along, p});
    }
}

void joinWith(const WaySegment& other, const WaySegment& segment, bool crossings, std::vector<Joint>& joints) {
    if (crossings || other.opensRun) {
        joinAt(other.a, segment, joints);
    }
    if (crossings || other.closesRun) {
        joinAt(other.b, segment, joints);
    }
    if (!crossings) {
        return;
    }
    const double along = crossingAlong(segment.a, segment.b, other.a, other.b);
    if (!std::isnan(along)) {
        joints.push_back({along, pointAlong(segment.a, segment.b, along)});
    }
}

} // namespace

std::vector<WaySegment> segmentsOf(const Selection& ways) {
    std::vector<WaySegment> segments;
    const PackedGeometry& geometry = ways.layer->geometry();
    for (const std::uint32_t row : ways.rows) {
        if (geometry.shape(row) == Shape::point) {
            continue;
        }
        for (std::uint32_t r = geometry.runsBegin(row); r < geometry.runsEnd(row); ++r) {
            const std::span<const Point> run = geometry.run(r);
            const std::size_t first = segments.size();
            for (std::size_t i = 0; i + 1 < run.size(); ++i) {
                if (!(run[i] == run[i + 1])) {
                    segments.push_back({run[i], run[i + 1], row, r, false, false});
                }
            }
            if (segments.size() > first) {
                segments[first].opensRun = true;
                segments.back().closesRun = true;
            }
        }
    }
    return segments;
}

std::vector<std::vector<Joint>> jointsOf(std::span<const WaySegment> segments, bool crossings,
                                         const RunContext& context) {
    std::vector<Box> boxes(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (crossings || segments[i].opensRun || segments[i].closesRun) {
            boxes[i] = boxOf(segments[i]); // the others can join nobody
        }
    }
    const BoxIndex index(boxes);
    std::vector<std::vector<Joint>> joints(segments.size());
    parallelFor(segments.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> near;
        for (std::size_t i = begin; i < end; ++i) {
            near.clear();
            index.query(boxOf(segments[i]), [&near](std::uint32_t other) {
                near.push_back(other);
                return true;
            });
            std::sort(near.begin(), near.end());
            for (const std::uint32_t other : near) {
                if (other != i) {
                    joinWith(segments[other], segments[i], crossings, joints[i]);
                }
            }
            std::sort(joints[i].begin(), joints[i].end(),
                      [](const Joint& a, const Joint& b) { return a.along < b.along; });
        }
    });
    return joints;
}

} // namespace merestone
