// SPDX-License-Identifier: MIT
#include "measures/outlines/drift.hpp"

#include "geometry/kernels.hpp"
#include "measures/network/segment_contacts.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kStepMetres = 1.0;     ///< the outline is looked at this often
constexpr double kMostSamples = 2000.0; ///< a long one less often
constexpr int kMostRounds = 200;
constexpr double kStillMetres = 1e-7; ///< the shift no longer changes
constexpr double kLeastMatched = 0.5; ///< of the outline's length
constexpr double kOneWay = 1e-3;      ///< smaller over larger eigenvalue: all normals point one way

/// The middle of a short piece of the outline.
struct Sample {
    Point place;
    Point normal;
    double weight; ///< length of the piece
};

std::vector<Sample> samplesOf(const PackedGeometry& outline, std::uint32_t feature) {
    std::vector<Sample> samples;
    const double step = std::max(kStepMetres, length(outline, feature) / kMostSamples);
    for (std::uint32_t r = outline.runsBegin(feature); r < outline.runsEnd(feature); ++r) {
        const std::span<const Point> run = outline.run(r);
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            const double side = distanceBetween(run[i], run[i + 1]);
            if (side == 0.0) {
                continue;
            }
            const Point normal{(run[i + 1].y - run[i].y) / side, (run[i].x - run[i + 1].x) / side};
            const int pieces = static_cast<int>(std::ceil(side / step));
            for (int k = 0; k < pieces; ++k) {
                const double along = (k + 0.5) * side / pieces;
                samples.push_back({pointAlong(run[i], run[i + 1], along), normal, side / pieces});
            }
        }
    }
    return samples;
}

/// Normal equations of the least squares.
struct Equations {
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    double bx = 0.0;
    double by = 0.0;
    double matched = 0.0;
    double all = 0.0;

    [[nodiscard]] bool hasSolution() const {
        const double middle = (xx + yy) / 2;
        const double spread = std::hypot((xx - yy) / 2, xy);
        return matched >= kLeastMatched * all && middle - spread >= kOneWay * (middle + spread) && matched > 0.0;
    }
    [[nodiscard]] Point solution() const {
        const double determinant = xx * yy - xy * xy;
        return {(yy * bx - xy * by) / determinant, (xx * by - xy * bx) / determinant};
    }
};

} // namespace

std::optional<Point> driftOf(const PackedGeometry& outline, std::uint32_t feature, const NearestFinder& base,
                             double within, std::uint32_t except) {
    const std::vector<Sample> samples = samplesOf(outline, feature);
    Point shift{0.0, 0.0};
    for (int round = 0; round < kMostRounds; ++round) {
        Equations sums;
        for (const Sample& sample : samples) {
            const Point moved{sample.place.x + shift.x, sample.place.y + shift.y};
            const Nearest nearest = base.find(pointFeature(moved), 0, within, except);
            sums.all += sample.weight;
            if (!nearest.found()) {
                continue;
            }
            const Point n = sample.normal;
            const double off = (nearest.onTarget.x - moved.x) * n.x + (nearest.onTarget.y - moved.y) * n.y;
            sums.matched += sample.weight;
            sums.xx += sample.weight * n.x * n.x;
            sums.xy += sample.weight * n.x * n.y;
            sums.yy += sample.weight * n.y * n.y;
            sums.bx += sample.weight * n.x * off;
            sums.by += sample.weight * n.y * off;
        }
        if (!sums.hasSolution()) {
            return std::nullopt;
        }
        const Point change = sums.solution();
        shift = {shift.x + change.x, shift.y + change.y};
        if (std::hypot(change.x, change.y) < kStillMetres) {
            break;
        }
    }
    return Point{-shift.x, -shift.y};
}

} // namespace merestone
