// SPDX-License-Identifier: MIT
#include "measures/outlines/outline.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kRoundingMetres = 1e-6; ///< a line at exactly the distance must not fall out by rounding

/// Part of [0, length] where low <= start + slope * t <= high.
std::optional<Stretch> between(double start, double slope, double low, double high, double length) {
    if (slope == 0.0) {
        return start >= low && start <= high ? std::optional(Stretch{0.0, length}) : std::nullopt;
    }
    const double first = (low - start) / slope;
    const double second = (high - start) / slope;
    const Stretch part{std::max(0.0, std::min(first, second)), std::min(length, std::max(first, second))};
    return part.from <= part.to ? std::optional(part) : std::nullopt;
}

/// Part of the ray from a in direction u, up to `length`, inside a circle.
std::optional<Stretch> inCircle(Point a, Point u, double length, Point centre, double radius) {
    const double ax = a.x - centre.x;
    const double ay = a.y - centre.y;
    const double half = ax * u.x + ay * u.y;
    const double off = ax * u.y - ay * u.x;
    const double square = radius * radius - off * off;
    if (square < 0.0) {
        return std::nullopt;
    }
    const Stretch part{std::max(0.0, -half - std::sqrt(square)), std::min(length, -half + std::sqrt(square))};
    return part.from <= part.to ? std::optional(part) : std::nullopt;
}

void extend(std::optional<Stretch>& all, const std::optional<Stretch>& part) {
    if (part) {
        all = all ? Stretch{std::min(all->from, part->from), std::max(all->to, part->to)} : *part;
    }
}

} // namespace

PackedGeometry outlinesOf(const PackedGeometry& features, std::span<const std::uint32_t> rows) {
    PackedGeometry outlines;
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < features.size(); ++row) {
        if (next == rows.size() || rows[next] != row) {
            outlines.endFeature(Shape::none);
            continue;
        }
        ++next;
        for (std::uint32_t r = features.runsBegin(row); r < features.runsEnd(row); ++r) {
            outlines.addPoints(features.run(r));
            outlines.endRun();
            outlines.endPart();
        }
        outlines.endFeature(features.shape(row) == Shape::polygon ? Shape::line : features.shape(row));
    }
    return outlines;
}

std::optional<Stretch> stretchNear(Point a, Point b, Point c, Point d, double distance) {
    const double length = distanceBetween(a, b);
    const double reach = distance + kRoundingMetres;
    if (length == 0.0 || distance < 0.0) {
        return std::nullopt;
    }
    const Point u{(b.x - a.x) / length, (b.y - a.y) / length};
    std::optional<Stretch> all = inCircle(a, u, length, c, reach);
    const double other = distanceBetween(c, d);
    if (other == 0.0) {
        return all;
    }
    extend(all, inCircle(a, u, length, d, reach));
    const Point v{(d.x - c.x) / other, (d.y - c.y) / other};
    const Point from{a.x - c.x, a.y - c.y};
    const auto beside = between(from.x * v.x + from.y * v.y, u.x * v.x + u.y * v.y, 0.0, other, length);
    const auto strip = between(v.x * from.y - v.y * from.x, v.x * u.y - v.y * u.x, -reach, reach, length);
    if (beside && strip && std::max(beside->from, strip->from) <= std::min(beside->to, strip->to)) {
        extend(all, Stretch{std::max(beside->from, strip->from), std::min(beside->to, strip->to)});
    }
    return all;
}

void joinStretches(std::vector<Stretch>& stretches) {
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    std::size_t kept = 0;
    for (const Stretch& stretch : stretches) {
        if (kept > 0 && stretch.from <= stretches[kept - 1].to) {
            stretches[kept - 1].to = std::max(stretches[kept - 1].to, stretch.to);
        } else {
            stretches[kept++] = stretch;
        }
    }
    stretches.resize(kept);
}

OutlineSegments::OutlineSegments(const PackedGeometry& features, std::span<const std::uint32_t> rows) {
    std::vector<Box> boxes;
    const auto add = [&](Point a, Point b, std::uint32_t row) {
        m_segments.push_back({a, b, row});
        Box box;
        box.extend(a);
        box.extend(b);
        boxes.push_back(box);
    };
    for (const std::uint32_t row : rows) {
        for (std::uint32_t r = features.runsBegin(row); r < features.runsEnd(row); ++r) {
            const std::span<const Point> run = features.run(r);
            for (std::size_t i = 0; i < run.size(); ++i) {
                if (features.shape(row) == Shape::point) {
                    add(run[i], run[i], row);
                } else if (i + 1 < run.size()) {
                    add(run[i], run[i + 1], row);
                }
            }
        }
    }
    m_index = BoxIndex(boxes);
}

std::vector<Stretch> OutlineSegments::stretchesNear(Point a, Point b, double distance, std::uint32_t except) const {
    std::vector<Stretch> result;
    Box box;
    box.extend(a);
    box.extend(b);
    m_index.query(box.grown(std::max(0.0, distance) + kRoundingMetres), [&](std::uint32_t i) {
        const Segment& segment = m_segments[i];
        if (segment.row != except) {
            if (const auto stretch = stretchNear(a, b, segment.a, segment.b, distance)) {
                result.push_back(*stretch);
            }
        }
        return true;
    });
    joinStretches(result);
    return result;
}

} // namespace merestone
