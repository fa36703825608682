// SPDX-License-Identifier: MIT
#include "cartography/simplify.hpp"

#include <algorithm>
#include <vector>

namespace merestone::map {

namespace {

double squaredDistance(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

class Simplifier {
public:
    explicit Simplifier(double tolerance) : m_squared(tolerance * tolerance) {}

    /// Points of an open line that stay; the ends always do.
    void line(std::span<const Point> run, std::vector<Point>& kept) {
        keep(run);
        for (std::size_t i = 0; i < run.size(); ++i) {
            if (m_kept[i]) {
                kept.push_back(run[i]);
            }
        }
    }

    /// A closed ring with at least three corners; nothing when it is smaller than the tolerance and may vanish.
    void ring(std::span<const Point> run, bool mayVanish, std::vector<Point>& kept) {
        if (run.size() <= 4) {
            kept.assign(run.begin(), run.end());
            return;
        }
        // The corner farthest from the first point halves the ring, so that each half is an open line.
        const std::size_t far = farthest(run);
        if (mayVanish && squaredDistance(run[far], run[0], run[0]) <= m_squared) {
            return;
        }
        line(run.subspan(0, far + 1), kept);
        kept.pop_back();
        line(run.subspan(far), kept);
        if (kept.size() < 4) {
            const std::size_t off = farthestFromLine(run, run[0], run[far]);
            kept = {run[0], run[std::min(far, off)], run[std::max(far, off)], run[0]};
        }
    }

private:
    static std::size_t farthest(std::span<const Point> run) {
        std::size_t best = 1;
        for (std::size_t i = 1; i + 1 < run.size(); ++i) {
            best = squaredDistance(run[i], run[0], run[0]) > squaredDistance(run[best], run[0], run[0]) ? i : best;
        }
        return best;
    }
    static std::size_t farthestFromLine(std::span<const Point> run, Point a, Point b) {
        std::size_t best = 1;
        for (std::size_t i = 1; i + 1 < run.size(); ++i) {
            best = squaredDistance(run[i], a, b) > squaredDistance(run[best], a, b) ? i : best;
        }
        return best;
    }

    /// With a stack of its own: a line of a million points must not use up the thread's.
    void keep(std::span<const Point> run) {
        m_kept.assign(run.size(), false);
        if (run.empty()) {
            return;
        }
        m_kept.front() = m_kept.back() = true;
        m_open.assign(1, {0, run.size() - 1});
        while (!m_open.empty()) {
            const auto [first, last] = m_open.back();
            m_open.pop_back();
            double most = m_squared;
            std::size_t at = 0;
            for (std::size_t i = first + 1; i < last; ++i) {
                const double distance = squaredDistance(run[i], run[first], run[last]);
                if (distance > most) {
                    most = distance;
                    at = i;
                }
            }
            if (at != 0) {
                m_kept[at] = true;
                m_open.emplace_back(first, at);
                m_open.emplace_back(at, last);
            }
        }
    }

    double m_squared;
    std::vector<bool> m_kept;
    std::vector<std::pair<std::size_t, std::size_t>> m_open;
};

} // namespace

PackedGeometry simplified(const PackedGeometry& geometry, double tolerance) {
    PackedGeometry result;
    Simplifier simplifier(tolerance);
    std::vector<Point> kept;
    for (std::size_t feature = 0; feature < geometry.size(); ++feature) {
        const Shape shape = geometry.shape(feature);
        for (std::uint32_t part = geometry.firstPart(feature); part < geometry.firstPart(feature + 1); ++part) {
            const std::uint32_t shell = geometry.firstRun(part);
            for (std::uint32_t run = shell; run < geometry.firstRun(part + 1); ++run) {
                kept.clear();
                if (shape == Shape::polygon) {
                    simplifier.ring(geometry.run(run), run != shell, kept);
                } else if (shape == Shape::line) {
                    simplifier.line(geometry.run(run), kept);
                } else {
                    kept.assign(geometry.run(run).begin(), geometry.run(run).end());
                }
                if (!kept.empty()) {
                    result.addPoints(kept);
                    result.endRun();
                }
            }
            result.endPart();
        }
        result.endFeature(shape);
    }
    return result;
}

} // namespace merestone::map
