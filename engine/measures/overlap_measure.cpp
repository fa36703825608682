// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/nearest.hpp"
#include "measures/area_error.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/inside_area.hpp"
#include "measures/options.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr std::size_t kMostRows = 512;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class Figure { within, share, outside, summed };

Figure figureOf(const std::string& kind) {
    if (kind == "area_within") {
        return Figure::within;
    }
    if (kind == "share_within") {
        return Figure::share;
    }
    return kind == "area_outside" ? Figure::outside : Figure::summed;
}

double errorBetween(const Layer& a, const Layer& b) {
    return std::hypot(a.accuracyMetres(), b.accuracyMetres());
}

/// `area_within`, `share_within`, `area_outside` (of the subject, against the union of the targets) and
/// `overlap_area` (summed over the targets).
class OverlapMeasure final : public Measure {
public:
    explicit OverlapMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;
    UncertainNumber pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                              std::uint32_t otherRow) const override;
    Evidence pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                          std::uint32_t otherRow) const override;

private:
    /// The figure for a subject of area `own` that has `inside` m2 inside the targets, in this measure's unit.
    [[nodiscard]] double figure(double inside, double own) const;
    [[nodiscard]] double inside(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const;
    [[nodiscard]] bool meetsLandless(const Layer& subjects, std::uint32_t row) const;
    void fillError(MeasureColumn& column, std::size_t i, const Layer& subjects, std::uint32_t row, double error,
                   double insideArea) const;
    void fillMissing(MeasureColumn& column, std::size_t i, const Layer& subjects, std::uint32_t row) const;

    Figure m_figure;
    std::unique_ptr<InsideArea> m_inside; ///< null for `other`
    Clearance m_clearance;
    std::unique_ptr<InsideArea> m_wider;   ///< with the targets that may be meant; null when there are none
    std::unique_ptr<TargetSet> m_landless; ///< lines and points among the targets; null when there are none
};

/// The targets, sure or not, that are no areas.
std::unique_ptr<TargetSet> landlessOf(const Selection& target) {
    auto landless = std::make_shared<Selection>();
    landless->layer = target.layer;
    for (const std::vector<std::uint32_t>* rows : {&target.rows, &target.maybe}) {
        std::copy_if(rows->begin(), rows->end(), std::back_inserter(landless->rows),
                     [&](std::uint32_t row) { return target.layer->geometry().shape(row) != Shape::polygon; });
    }
    std::sort(landless->rows.begin(), landless->rows.end());
    return landless->rows.empty() ? nullptr : std::make_unique<TargetSet>(std::move(landless));
}

OverlapMeasure::OverlapMeasure(MeasureRequest&& request)
    : m_figure(figureOf(request.spec.kind)), m_clearance(request.coverage) {
    m_unit = unitOf(request.spec, m_figure == Figure::share ? percent() : squareMetres());
    m_method = m_figure == Figure::summed ? "planar grid, overlaps added up" : "planar grid, union of the targets";
    if (request.target) {
        m_inside = std::make_unique<InsideArea>(request.target, request.context);
        m_landless = landlessOf(*request.target);
        if (const SelectionPtr wider = m_inside->target().withMaybe()) {
            m_wider = std::make_unique<InsideArea>(wider, request.context);
        }
    }
}

double OverlapMeasure::figure(double insideArea, double own) const {
    switch (m_figure) {
    case Figure::share:
        return own > 0.0 ? insideArea / own / m_unit.factor : std::nan("");
    case Figure::outside: {
        const double outside = own - insideArea;
        return (outside < kNoArea ? 0.0 : outside) / m_unit.factor;
    }
    case Figure::within:
    case Figure::summed:
        break;
    }
    return insideArea / m_unit.factor;
}

double OverlapMeasure::inside(const Layer& subjects, std::uint32_t row, OverlapKernel& kernel) const {
    return m_figure == Figure::summed ? m_inside->summedArea(subjects, row, kernel)
                                      : m_inside->unionArea(subjects, row, kernel);
}

/// Whether a line or a point of the targets lies on a subject: how much of it that takes, nobody knows.
bool OverlapMeasure::meetsLandless(const Layer& subjects, std::uint32_t row) const {
    if (!m_landless) {
        return false;
    }
    bool meets = false;
    m_landless->index().query(subjects.boxes()[row], [&](std::uint32_t other) {
        meets = squaredDistance(subjects.geometry(), row, m_landless->geometry(), other) <= 0.0;
        return !meets;
    });
    return meets;
}

void OverlapMeasure::fillError(MeasureColumn& column, std::size_t i, const Layer& subjects, std::uint32_t row,
                               double error, double insideArea) const {
    const double own = subjects.areas()[row];
    const InsideArea::Range range = m_inside->unionAreaRange(subjects, row, error, insideArea);
    const double a = figure(range.least, own);
    const double b = figure(range.greatest, own);
    // The subject's own area is uncertain too, and with it what lies in and outside, in proportion.
    const double ownError = areaError(subjects.geometry(), row, subjects.accuracyMetres());
    const double relative = own > 0.0 && m_figure != Figure::share ? ownError / own : 0.0;
    column.low[i] = std::max(0.0, std::min(a, b) * (1.0 - relative));
    column.high[i] = std::max(a, b) * (1.0 + relative);
    if (&subjects == &m_inside->target().layer()) {
        column.high[i] = column.values[i]; // drawn together: touching stays touching
    }
}

void OverlapMeasure::fillMissing(MeasureColumn& column, std::size_t i, const Layer& subjects, std::uint32_t row) const {
    const double value = column.values[i];
    column.certainLow[i] = value;
    column.certainHigh[i] = value;
    const double own = subjects.areas()[row];
    if (m_clearance.around(subjects.geometry(), row) > 0.0) {
        if (m_wider) {
            OverlapKernel kernel;
            const double wide = m_figure == Figure::summed ? m_wider->summedArea(subjects, row, kernel)
                                                           : m_wider->unionArea(subjects, row, kernel);
            (m_figure == Figure::outside ? column.certainLow : column.certainHigh)[i] = figure(wide, own);
        }
        return;
    }
    // A target that is not there could cover all of the rest.
    if (m_figure == Figure::outside) {
        column.certainLow[i] = 0.0;
    } else {
        column.certainHigh[i] = m_figure == Figure::summed ? kInfinity : figure(own, own);
    }
}

MeasureColumn OverlapMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                       const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    const double error = errorBetween(subjects, m_inside->target().layer());
    const bool incomplete = !m_clearance.everywhere() || m_wider;
    if (error > 0.0) {
        column.low = column.values;
        column.high = column.values;
    }
    if (incomplete) {
        column.certainLow = column.values;
        column.certainHigh = column.values;
    }
    (void)subjects.areas();
    parallelFor(rows.size(), evenGrain(rows.size(), kMostRows), context, [&](std::size_t begin, std::size_t end) {
        OverlapKernel kernel;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!subjects.usable(row) || subjects.geometry().shape(row) != Shape::polygon ||
                meetsLandless(subjects, row)) {
                continue;
            }
            const double insideArea = inside(subjects, row, kernel);
            column.values[i] = figure(insideArea, subjects.areas()[row]);
            if (error > 0.0) {
                fillError(column, i, subjects, row, error, insideArea);
            }
            if (incomplete) {
                fillMissing(column, i, subjects, row);
            }
        }
    });
    return column;
}

Evidence OverlapMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    thread_local OverlapKernel kernel;
    const double own = subjects.areas()[row];
    const auto [insideArea, biggest] = m_inside->overlap(subjects, row, kernel);
    Evidence result;
    const bool wantsOutside = m_figure == Figure::outside;
    if (wantsOutside ? insideArea <= 0.0 : insideArea >= own) {
        result.wkb = toWkb(*toGeos(subjects.geometry(), row)); // all of the subject
    } else {
        const GeosGeometry part =
            wantsOutside ? m_inside->outsidePart(subjects, row) : m_inside->insidePart(subjects, row);
        if (!isEmpty(*part)) {
            result.wkb = toWkb(*part);
        }
    }
    if (biggest != InsideArea::kNobody && !wantsOutside) {
        result.otherLayer = &m_inside->target().layer();
        result.otherRow = biggest;
    }
    return result;
}

UncertainNumber OverlapMeasure::pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                                          std::uint32_t otherRow) const {
    if (others.geometry().shape(otherRow) != Shape::polygon && others.usable(otherRow) && subjects.usable(row)) {
        const bool apart = squaredDistance(subjects.geometry(), row, others.geometry(), otherRow) > 0.0;
        return UncertainNumber::exact(apart ? figure(0.0, subjects.areas()[row]) : std::nan(""));
    }
    thread_local OverlapKernel kernel;
    const double own = subjects.areas()[row];
    double shared = overlapArea(subjects, row, others, otherRow, kernel);
    shared = shared < kNoArea ? 0.0 : std::min(shared, own);
    const double value = figure(shared, own);
    UncertainNumber result = UncertainNumber::exact(value);
    const double error = errorBetween(subjects, others);
    if (error > 0.0) {
        const GeosGeometry subject = toGeos(subjects.geometry(), row);
        const GeosGeometry other = toGeos(others.geometry(), otherRow);
        const auto grown = [&](double distance) {
            const GeosGeometry moved = buffer(*other, distance);
            return isEmpty(*moved) ? 0.0 : area(*intersection(*subject, *moved));
        };
        const double a = figure(std::min(shared, grown(-error)), own);
        const double b = figure(std::max(shared, grown(error)), own);
        result.low = std::min(a, b);
        result.high = &subjects == &others ? value : std::max(a, b); // drawn together: touching stays touching
    }
    return result;
}

Evidence OverlapMeasure::pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                                      std::uint32_t otherRow) const {
    return {overlapWkb(subjects, row, others, otherRow), &others, otherRow};
}

} // namespace

std::unique_ptr<Measure> makeOverlapMeasure(MeasureRequest&& request) {
    return std::make_unique<OverlapMeasure>(std::move(request));
}

} // namespace merestone
