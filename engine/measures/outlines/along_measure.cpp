// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/outlines/outline.hpp"
#include "measures/target_set.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultWithinMetres = 2.0;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 16;

/// `boundary_along`: the share of a subject's outline that runs along the outlines of the target.
class AlongMeasure final : public Measure {
public:
    explicit AlongMeasure(MeasureRequest&& request)
        : m_within(lengthOption(request.spec, "within").value_or(kDefaultWithinMetres)), m_target(request.target),
          m_outlines(m_target.geometry(), m_target.rows()), m_clearance(request.coverage) {
        if (const SelectionPtr wider = m_target.withMaybe()) {
            m_wider.emplace(wider->layer->geometry(), wider->rows);
        }
        m_unit = unitOf(request.spec, percent());
        m_reach = m_within;
        m_method = "planar grid, share of the outline within " + rounded(m_within, 3) + " m of the target's outlines";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    [[nodiscard]] double share(const OutlineSegments& outlines, const Layer& subjects, std::uint32_t row,
                               double within) const;
    [[nodiscard]] std::uint32_t except(const Layer& subjects, std::uint32_t row) const {
        return &subjects == &m_target.layer() ? row : NearestFinder::kNobody;
    }
    [[nodiscard]] static bool isMeasurable(const Layer& subjects, std::uint32_t row) {
        return subjects.usable(row) && subjects.geometry().shape(row) != Shape::point;
    }

    double m_within;
    TargetSet m_target;
    OutlineSegments m_outlines;
    std::optional<OutlineSegments> m_wider; ///< with those that may be meant
    Clearance m_clearance;
};

double AlongMeasure::share(const OutlineSegments& outlines, const Layer& subjects, std::uint32_t row,
                           double within) const {
    const PackedGeometry& geometry = subjects.geometry();
    double along = 0.0;
    for (std::uint32_t r = geometry.runsBegin(row); r < geometry.runsEnd(row); ++r) {
        const std::span<const Point> run = geometry.run(r);
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            for (const Stretch& stretch : outlines.stretchesNear(run[i], run[i + 1], within, except(subjects, row))) {
                along += stretch.to - stretch.from;
            }
        }
    }
    const double whole = length(geometry, row);
    // All of it is exactly all of it, whatever the sum of its pieces rounds to.
    return (along >= whole * (1.0 - 1e-9) ? 1.0 : along / whole) / m_unit.factor;
}

MeasureColumn AlongMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                     const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_target.layer().accuracyMetres());
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!isMeasurable(subjects, row)) {
                continue;
            }
            const double value = share(m_outlines, subjects, row, m_within);
            column.values[i] = value;
            column.low[i] = error > 0.0 ? share(m_outlines, subjects, row, m_within - error) : value;
            column.high[i] = error > 0.0 ? share(m_outlines, subjects, row, m_within + error) : value;
            column.certainLow[i] = value;
            column.certainHigh[i] = m_wider ? share(*m_wider, subjects, row, m_within) : value;
            const double known = m_clearance.everywhere() ? kInfinity : m_clearance.around(subjects.geometry(), row);
            if (known <= 0.0 || known < m_within) {
                column.certainHigh[i] = 1.0 / m_unit.factor; // a line that is missing may run there
            }
        }
    });
    return column;
}

/// The stretches that run along nothing.
Evidence AlongMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    if (!isMeasurable(subjects, row)) {
        return {};
    }
    const PackedGeometry& geometry = subjects.geometry();
    PackedGeometry astray;
    const auto add = [&astray](Point from, Point to) {
        astray.addPoint(from);
        astray.addPoint(to);
        astray.endRun();
        astray.endPart();
    };
    bool isAny = false;
    for (std::uint32_t r = geometry.runsBegin(row); r < geometry.runsEnd(row); ++r) {
        const std::span<const Point> run = geometry.run(r);
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            double at = 0.0;
            std::vector<Stretch> near = m_outlines.stretchesNear(run[i], run[i + 1], m_within, except(subjects, row));
            const double whole = distanceBetween(run[i], run[i + 1]);
            near.push_back({whole, whole});
            for (const Stretch& stretch : near) {
                if (stretch.from - at > kSamePlaceMetres) {
                    add(pointAlong(run[i], run[i + 1], at), pointAlong(run[i], run[i + 1], stretch.from));
                    isAny = true;
                }
                at = std::max(at, stretch.to);
            }
        }
    }
    if (!isAny) {
        return {};
    }
    astray.endFeature(Shape::line);
    return {toWkb(astray, 0), nullptr, 0};
}

} // namespace

std::unique_ptr<Measure> makeAlongMeasure(MeasureRequest&& request) {
    return std::make_unique<AlongMeasure>(std::move(request));
}

} // namespace merestone
