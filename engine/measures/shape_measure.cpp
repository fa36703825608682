// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/nearest.hpp"
#include "geometry/wkb.hpp"
#include "measures/area_error.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/widest_circle.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 1024;
constexpr double kSmallest = 1e-9; ///< keeps relative errors finite

enum class Figure { area, length, meanWidth, widest, compactness, parts, vertices, valid, duplicatePoints };

Figure figureOf(const MeasureSpec& spec) {
    if (spec.kind == "area") {
        return Figure::area;
    }
    if (spec.kind == "length") {
        return Figure::length;
    }
    if (spec.kind == "width") {
        return wordOption(spec, "kind", "mean") == "widest" ? Figure::widest : Figure::meanWidth;
    }
    if (spec.kind == "compactness") {
        return Figure::compactness;
    }
    if (spec.kind == "parts") {
        return Figure::parts;
    }
    if (spec.kind == "vertices") {
        return Figure::vertices;
    }
    return spec.kind == "valid" ? Figure::valid : Figure::duplicatePoints;
}

/// Half-width of a length when each vertex is off by `error` independently: a vertex that moves changes the length by
/// the difference of the directions of its two segments (first-order propagation).
double lengthError(const PackedGeometry& geometry, std::size_t feature, double error) {
    double sum = 0.0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> run = geometry.run(r);
        double lastX = 0.0;
        double lastY = 0.0;
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            const double step = std::hypot(run[i + 1].x - run[i].x, run[i + 1].y - run[i].y);
            const double x = step > 0.0 ? (run[i + 1].x - run[i].x) / step : 0.0;
            const double y = step > 0.0 ? (run[i + 1].y - run[i].y) / step : 0.0;
            sum += (x - lastX) * (x - lastX) + (y - lastY) * (y - lastY);
            lastX = x;
            lastY = y;
        }
        sum += 1.0; // the free end of the last segment
    }
    return error * std::sqrt(sum);
}

std::size_t duplicatePoints(const PackedGeometry& geometry, std::size_t feature) {
    std::size_t count = 0;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> run = geometry.run(r);
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            count += run[i] == run[i + 1] ? 1 : 0;
        }
    }
    return count;
}

/// Number of groups of parts when parts no further apart than `joined` count as one.
std::size_t groupsOfParts(const PackedGeometry& geometry, std::size_t feature, double joined) {
    PackedGeometry parts;
    for (std::uint32_t part = geometry.firstPart(feature);
         part < geometry.firstPart(feature) + geometry.partCount(feature); ++part) {
        for (std::uint32_t r = geometry.firstRun(part); r < geometry.firstRun(part + 1); ++r) {
            parts.addPoints(geometry.run(r));
            parts.endRun();
        }
        parts.endPart();
        parts.endFeature(geometry.shape(feature));
    }
    std::vector<std::uint32_t> group(parts.size());
    std::iota(group.begin(), group.end(), 0U);
    const NearestFinder finder(parts, group);
    std::vector<std::uint32_t> near;
    std::size_t groups = parts.size();
    const auto root = [&group](std::uint32_t i) {
        while (group[i] != i) {
            i = group[i];
        }
        return i;
    };
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
        finder.forEachWithin(parts, i, joined, near);
        for (const std::uint32_t other : near) {
            const std::uint32_t a = root(i);
            const std::uint32_t b = root(other);
            if (a != b) {
                group[std::max(a, b)] = std::min(a, b);
                --groups;
            }
        }
    }
    return groups;
}

/// Measures of the subject's own shape.
class ShapeMeasure final : public Measure {
public:
    explicit ShapeMeasure(MeasureRequest&& request)
        : m_figure(figureOf(request.spec)), m_joined(lengthOption(request.spec, "joined_within")) {
        const bool inArea = m_figure == Figure::area;
        const bool inMetres = m_figure == Figure::length || m_figure == Figure::meanWidth || m_figure == Figure::widest;
        m_unit = unitOf(request.spec, inArea ? squareMetres() : inMetres ? metres() : plainNumber());
        m_method = "planar grid";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), std::nan(""));
        const double error = subjects.accuracyMetres();
        if (error > 0.0 && hasError()) {
            column.low = column.values;
            column.high = column.values;
        }
        parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                if (m_figure == Figure::valid) {
                    column.values[i] = validity(subjects.state(rows[i]));
                } else if (subjects.usable(rows[i])) {
                    column.values[i] = value(subjects, rows[i]);
                    if (!column.low.empty()) {
                        const double u = halfWidth(subjects, rows[i], error, column.values[i]);
                        column.low[i] = std::max(0.0, column.values[i] - u);
                        column.high[i] = column.values[i] + u;
                    }
                }
            }
        });
        return column;
    }

    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        if (m_figure == Figure::valid) {
            for (const GeometryDefect& defect : subjects.defects()) {
                if (defect.feature == row && defect.hasPlace) {
                    return {wkbPoint(defect.place), nullptr, 0};
                }
            }
        }
        return subjects.usable(row) ? Evidence{toWkb(subjects.geometry(), row), nullptr, 0} : Evidence{};
    }

private:
    [[nodiscard]] bool hasError() const {
        return m_figure == Figure::area || m_figure == Figure::length || m_figure == Figure::meanWidth ||
               m_figure == Figure::compactness || m_figure == Figure::widest;
    }
    [[nodiscard]] static double validity(GeometryState state) {
        return state == GeometryState::empty ? std::nan("") : state == GeometryState::valid ? 1.0 : 0.0;
    }
    [[nodiscard]] double value(const Layer& subjects, std::uint32_t row) const;
    [[nodiscard]] double halfWidth(const Layer& subjects, std::uint32_t row, double error, double value) const;

    Figure m_figure;
    std::optional<double> m_joined;
};

double ShapeMeasure::value(const Layer& subjects, std::uint32_t row) const {
    const PackedGeometry& geometry = subjects.geometry();
    const bool polygon = geometry.shape(row) == Shape::polygon;
    const double a = area(geometry, row);
    const double p = length(geometry, row);
    switch (m_figure) {
    case Figure::area:
        return polygon ? a / m_unit.factor : std::nan("");
    case Figure::length:
        return p / m_unit.factor;
    case Figure::meanWidth:
        return polygon && p > 0.0 ? 2 * a / p / m_unit.factor : std::nan("");
    case Figure::widest:
        return polygon ? 2 * widestCircle(geometry, row).radius / m_unit.factor : std::nan("");
    case Figure::compactness:
        return polygon && p > 0.0 ? 4 * std::numbers::pi * a / (p * p) : std::nan("");
    case Figure::parts:
        return static_cast<double>(m_joined ? groupsOfParts(geometry, row, *m_joined) : geometry.partCount(row));
    case Figure::vertices:
        return static_cast<double>(geometry.points(row).size() -
                                   (polygon ? geometry.runsEnd(row) - geometry.runsBegin(row) : 0));
    case Figure::duplicatePoints:
        return static_cast<double>(duplicatePoints(geometry, row));
    case Figure::valid:
        break;
    }
    return std::nan("");
}

double ShapeMeasure::halfWidth(const Layer& subjects, std::uint32_t row, double error, double value) const {
    const PackedGeometry& geometry = subjects.geometry();
    if (std::isnan(value)) {
        return 0.0;
    }
    if (m_figure == Figure::area) {
        return areaError(geometry, row, error) / m_unit.factor;
    }
    if (m_figure == Figure::length) {
        return lengthError(geometry, row, error) / m_unit.factor;
    }
    if (m_figure == Figure::widest) {
        return 2 * error / m_unit.factor;
    }
    const double relativeArea = areaError(geometry, row, error) / std::max(area(geometry, row), kSmallest);
    const double relativeLength = lengthError(geometry, row, error) / std::max(length(geometry, row), kSmallest);
    const double power = m_figure == Figure::compactness ? 2.0 : 1.0;
    return value * std::hypot(relativeArea, power * relativeLength);
}

} // namespace

std::unique_ptr<Measure> makeShapeMeasure(MeasureRequest&& request) {
    return std::make_unique<ShapeMeasure>(std::move(request));
}

} // namespace merestone
