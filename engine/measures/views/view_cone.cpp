// SPDX-License-Identifier: MIT
#include "measures/views/view_cone.hpp"

#include "geometry/kernels.hpp"
#include "measures/network/segment_contacts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {

namespace {

constexpr double kPi = std::numbers::pi;

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}
double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
Point minus(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
/// Angle from `zero` counter-clockwise to `to`, above -pi and up to pi.
double angle(Point zero, Point to) {
    return std::atan2(cross(zero, to), dot(zero, to));
}
/// x * k - y * l.
Point combined(Point x, double k, Point y, double l) {
    return {x.x * k - y.x * l, x.y * k - y.y * l};
}

} // namespace

std::optional<ViewCone> ViewCone::of(const PackedGeometry& geometry, std::uint32_t feature) {
    if (geometry.partCount(feature) != 1 || geometry.shape(feature) == Shape::point ||
        geometry.runsEnd(feature) - geometry.runsBegin(feature) != 1) {
        return std::nullopt;
    }
    const std::span<const Point> run = geometry.run(geometry.runsBegin(feature));
    ViewCone view;
    view.m_start = run.front();
    if (geometry.shape(feature) == Shape::line) {
        if (run.front() == run.back()) {
            return std::nullopt;
        }
        view.m_end = run.back();
        return view;
    }
    double total = 0.0;
    for (std::size_t i = 1; i + 2 < run.size(); ++i) {
        const Point a = minus(run[i], view.m_start);
        const Point b = minus(run[i + 1], view.m_start);
        const double turned = cross(a, b);
        const double still = 1e-9 * std::hypot(a.x, a.y) * std::hypot(b.x, b.y); // an edge along a sight line
        if (turned < -still) {
            return std::nullopt;
        }
        if (turned > still) {
            view.m_far.push_back({a, b});
            total += angle(a, b);
        }
    }
    return total > 0.0 && total <= 2 * kPi + 1e-9 ? std::optional(view) : std::nullopt;
}

/// The part of an interval of angles (counted from `zero`) in the half-circle before a vector. Of the half-circles
/// turned by whole circles one at most overlaps an interval below pi.
ViewCone::Interval ViewCone::halved(Interval part, Point zero, Point w) {
    const double until = angle(zero, w);
    Interval best{0.0, 0.0};
    for (const double whole : {-2 * kPi, 0.0, 2 * kPi}) {
        const Interval cut{std::max(part.from, until - kPi + whole), std::min(part.to, until + whole)};
        if (cut.to - cut.from > best.to - best.from) {
            best = cut;
        }
    }
    return best;
}

bool ViewCone::isLineBlocked(const Block& block, double eye, double target) const {
    const std::uint32_t rows[] = {block.feature};
    const SegmentContacts contacts(*block.geometry, rows);
    const double length = distanceBetween(m_start, *m_end);
    const auto sight = [&](double along) { return eye + (target - eye) * along / length; };
    const std::vector<Stretch> met = contacts.stretches(m_start, *m_end);
    return std::any_of(met.begin(), met.end(), [&](const Stretch& stretch) {
        const bool isMoreThanTouched = stretch.to - stretch.from > kSamePlaceMetres;
        return isMoreThanTouched && block.height > std::min(sight(stretch.from), sight(stretch.to));
    });
}

/// A stretch of a block's wall from c to d (relative to the start). At the angle of the unit vector u the wall is at
/// r = cross(c, d) / cross(u, d - c) and the far edge at R = cross(a, b) / cross(u, b - a). The wall is before the far
/// edge where r <= R, and its top above the sight line where height - eye > (target - eye) * r / R. Multiplied out,
/// each of the two says cross(u, w) > 0 for some vector w, and so holds for the half-circle of angles before w.
void ViewCone::addBlockedByEdge(Point c, Point d, const FarEdge& far, double height, double eye, double target,
                                std::vector<Interval>& blocked) const {
    double wall = cross(c, d);
    if (std::abs(wall) <= 1e-9 * std::hypot(c.x, c.y) * std::hypot(d.x, d.y)) {
        return; // seen from its end it takes up no angle
    }
    if (wall < 0.0) {
        std::swap(c, d);
        wall = -wall;
    }
    const double edge = cross(far.a, far.b);
    const Point along = minus(d, c);
    const Point farAlong = minus(far.b, far.a);
    const Point before = combined(along, edge, farAlong, wall);
    const Point above = combined(along, (height - eye) * edge, farAlong, (target - eye) * wall);
    const double width = angle(far.a, far.b);
    const double start = angle(far.a, c);
    const double end = start + angle(c, d);
    for (const double turn : {-2 * kPi, 0.0}) {
        Interval part{std::max(0.0, start + turn), std::min(width, end + turn)};
        if (before.x != 0.0 || before.y != 0.0) { // else the wall lies in the far edge itself
            part = halved(part, far.a, before);
        }
        // A top that lies in the plane of the sight lines is not above them.
        part = above.x != 0.0 || above.y != 0.0 ? halved(part, far.a, above) : Interval{0.0, 0.0};
        if (part.to > part.from) {
            blocked.push_back(part);
        }
    }
}

/// Where the far edge itself lies on a block that is taller than the target.
void ViewCone::addBlockedAtEnd(const Block& block, const FarEdge& far, std::vector<Interval>& blocked) const {
    const std::uint32_t rows[] = {block.feature};
    const Point a{m_start.x + far.a.x, m_start.y + far.a.y};
    const Point b{m_start.x + far.b.x, m_start.y + far.b.y};
    for (const Stretch& stretch : SegmentContacts(*block.geometry, rows).stretches(a, b)) {
        if (stretch.to - stretch.from > kSamePlaceMetres) {
            blocked.push_back({angle(far.a, minus(pointAlong(a, b, stretch.from), m_start)),
                               angle(far.a, minus(pointAlong(a, b, stretch.to), m_start))});
        }
    }
}

void ViewCone::addBlocked(const Block& block, const FarEdge& far, double eye, double target,
                          std::vector<Interval>& blocked) const {
    for (std::uint32_t r = block.geometry->runsBegin(block.feature); r < block.geometry->runsEnd(block.feature); ++r) {
        const std::span<const Point> ring = block.geometry->run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            addBlockedByEdge(minus(ring[i], m_start), minus(ring[i + 1], m_start), far, block.height, eye, target,
                             blocked);
        }
    }
    if (block.height > target) {
        addBlockedAtEnd(block, far, blocked);
    }
}

double ViewCone::openShare(const std::vector<Block>& blocks, double eye, double target) const {
    for (const Block& block : blocks) {
        const bool isOverEye = block.height > eye && containsPoint(*block.geometry, block.feature, m_start);
        if (isOverEye || (m_end && isLineBlocked(block, eye, target))) {
            return 0.0;
        }
    }
    if (m_end) {
        return 1.0;
    }
    double all = 0.0;
    double closed = 0.0;
    for (const FarEdge& far : m_far) {
        std::vector<Interval> blocked;
        for (const Block& block : blocks) {
            addBlocked(block, far, eye, target, blocked);
        }
        std::sort(blocked.begin(), blocked.end(), [](const Interval& x, const Interval& y) { return x.from < y.from; });
        double reached = 0.0;
        for (const Interval& interval : blocked) {
            closed += std::max(0.0, interval.to - std::max(reached, interval.from));
            reached = std::max(reached, interval.to);
        }
        all += angle(far.a, far.b);
    }
    const double open = 1.0 - closed / all;
    constexpr double kRounding = 1e-12;
    return open > 1.0 - kRounding ? 1.0 : open < kRounding ? 0.0 : open;
}

} // namespace merestone
