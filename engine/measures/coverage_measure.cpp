// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/inside_area.hpp"
#include "measures/options.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kDefaultSliverMetres = 0.5; ///< mean width below which a piece is drawing noise (domain note 2.0)

enum class Figure { gaps, overlaps, symmetricDifference, hausdorff, lengthOutside };

Figure figureOf(const std::string& kind) {
    if (kind == "gaps") {
        return Figure::gaps;
    }
    if (kind == "overlaps") {
        return Figure::overlaps;
    }
    if (kind == "length_outside") {
        return Figure::lengthOutside;
    }
    return kind == "hausdorff" ? Figure::hausdorff : Figure::symmetricDifference;
}

/// The parts of a polygonal geometry whose mean width (2 * area / perimeter) is at least `width`.
GeosGeometry withoutSlivers(const GEOSGeom_t& geometry, double width) {
    PackedGeometry all;
    appendGeos(all, geometry);
    PackedGeometry kept;
    if (all.shape(0) == Shape::polygon) {
        for (std::uint32_t part = 0; part < all.partCount(0); ++part) {
            PackedGeometry one;
            for (std::uint32_t r = all.firstRun(part); r < all.firstRun(part + 1); ++r) {
                one.addPoints(all.run(r));
                one.endRun();
            }
            one.endPart();
            one.endFeature(Shape::polygon);
            const GeosGeometry polygon = toGeos(one, 0);
            if (2 * area(*polygon) >= width * length(*polygon)) {
                kept.append(one, 0);
            }
        }
    }
    std::vector<std::uint32_t> rows(kept.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        rows[i] = i;
    }
    return unionOf(kept, rows);
}

/// `gaps` and `overlaps` of a coverage inside each subject; `length_outside` of lines; `symmetric_difference` and
/// `hausdorff` of the subject and the union of the target. Through GEOS: these are for areas and sub-areas, of which
/// there are few.
class CoverageMeasure final : public Measure {
public:
    explicit CoverageMeasure(MeasureRequest&& request)
        : m_figure(figureOf(request.spec.kind)),
          m_sliver(lengthOption(request.spec, "tolerance").value_or(kDefaultSliverMetres)), m_target(request.target),
          m_clearance(request.coverage) {
        const bool inMetres = m_figure == Figure::hausdorff || m_figure == Figure::lengthOutside;
        m_unit = unitOf(request.spec, inMetres ? metres() : squareMetres());
        m_method = m_figure == Figure::hausdorff ? "planar grid, vertices to edges" : "planar grid";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;
    UncertainNumber pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                              std::uint32_t otherRow) const override;
    Evidence pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                          std::uint32_t otherRow) const override;

private:
    [[nodiscard]] GeosGeometry everything(const Box* window) const;
    [[nodiscard]] GeosGeometry defect(const GEOSGeom_t& subject, const Box& box) const;
    [[nodiscard]] GeosGeometry pairwiseOverlaps(const Box& box) const;
    [[nodiscard]] double figure(const GEOSGeom_t& subject, const Box& box) const;
    /// What the figure can be when every border may lie `error` metres to either side.
    [[nodiscard]] UncertainNumber withError(const GEOSGeom_t& subject, const GEOSGeom_t& targets, double error,
                                            double value) const;
    [[nodiscard]] bool isMeasurable(const Layer& subjects, std::uint32_t row) const {
        const Shape wanted = m_figure == Figure::lengthOutside ? Shape::line : Shape::polygon;
        return subjects.usable(row) && subjects.geometry().shape(row) == wanted;
    }

    Figure m_figure;
    double m_sliver;
    SelectionPtr m_target;
    Clearance m_clearance;
};

GeosGeometry CoverageMeasure::everything(const Box* window) const {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : m_target->rows) {
        if (window == nullptr || m_target->layer->boxes()[row].meets(*window)) {
            rows.push_back(row);
        }
    }
    return unionOf(m_target->layer->geometry(), rows);
}

GeosGeometry CoverageMeasure::pairwiseOverlaps(const Box& box) const {
    const Layer& layer = *m_target->layer;
    PackedGeometry pieces;
    OverlapKernel kernel;
    for (const std::uint32_t a : m_target->rows) {
        layer.index().query(layer.boxes()[a], [&](std::uint32_t b) {
            if (b > a && std::binary_search(m_target->rows.begin(), m_target->rows.end(), b) &&
                layer.boxes()[a].meets(box) && overlapArea(layer, a, layer, b, kernel) > kNoArea) {
                appendGeos(pieces, *intersection(*toGeos(layer.geometry(), a), *toGeos(layer.geometry(), b)));
            }
            return true;
        });
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        if (pieces.shape(i) == Shape::polygon) {
            rows.push_back(i);
        }
    }
    return unionOf(pieces, rows);
}

GeosGeometry CoverageMeasure::defect(const GEOSGeom_t& subject, const Box& box) const {
    switch (m_figure) {
    case Figure::gaps:
        return withoutSlivers(*difference(subject, *everything(&box)), m_sliver);
    case Figure::overlaps:
        return withoutSlivers(*intersection(*pairwiseOverlaps(box), subject), m_sliver);
    case Figure::lengthOutside:
        return difference(subject, *everything(&box));
    case Figure::symmetricDifference:
    case Figure::hausdorff:
        break;
    }
    return symmetricDifference(subject, *everything(nullptr));
}

double CoverageMeasure::figure(const GEOSGeom_t& subject, const Box& box) const {
    if (m_figure == Figure::lengthOutside) {
        return length(*defect(subject, box)) / m_unit.factor;
    }
    if (m_figure != Figure::hausdorff) {
        return area(*defect(subject, box)) / m_unit.factor;
    }
    const GeosGeometry all = everything(nullptr);
    return isEmpty(*all) ? kInfinity : hausdorffDistance(subject, *all) / m_unit.factor;
}

UncertainNumber CoverageMeasure::withError(const GEOSGeom_t& subject, const GEOSGeom_t& targets, double error,
                                           double value) const {
    UncertainNumber result = UncertainNumber::exact(value);
    if (error <= 0.0 || m_figure == Figure::overlaps) {
        return result; // overlaps are within one layer, whose borders were drawn together
    }
    if (m_figure == Figure::hausdorff) {
        result.low = std::max(0.0, value - error / m_unit.factor);
        result.high = value > 0.0 ? value + error / m_unit.factor : value;
        return result;
    }
    // A defect narrower than the accuracy may be none. That there is one where none is drawn would need two drawings
    // of the same line to agree by chance.
    const GeosGeometry grown = buffer(targets, error);
    if (m_figure == Figure::lengthOutside) {
        result.low = std::min(value, length(*difference(subject, *grown)) / m_unit.factor);
        return result;
    }
    double rest = area(*difference(subject, *grown));
    if (m_figure == Figure::symmetricDifference) {
        rest += area(*difference(targets, *buffer(subject, error)));
    }
    result.low = std::min(value, rest / m_unit.factor);
    return result;
}

MeasureColumn CoverageMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                        const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    const bool incomplete = !m_clearance.everywhere() || !m_target->maybe.empty();
    if (incomplete) {
        column.certainLow = column.values;
        column.certainHigh = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_target->layer->accuracyMetres());
    if (error > 0.0) {
        column.low = column.values;
        column.high = column.values;
    }
    (void)m_target->layer->index();
    parallelFor(rows.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!isMeasurable(subjects, row)) {
                continue;
            }
            const GeosGeometry subject = toGeos(subjects.geometry(), row);
            column.values[i] = figure(*subject, subjects.boxes()[row]);
            if (error > 0.0) {
                const bool all = m_figure == Figure::symmetricDifference || m_figure == Figure::hausdorff;
                const GeosGeometry targets = everything(all ? nullptr : &subjects.boxes()[row]);
                const UncertainNumber range = withError(*subject, *targets, error, column.values[i]);
                column.low[i] = range.low;
                column.high[i] = range.high;
            }
            if (incomplete) {
                // What is missing could close every gap, overlap anything, or make the two shapes equal or not.
                column.certainLow[i] = m_figure == Figure::overlaps ? column.values[i] : 0.0;
                const bool onlyLess = m_figure == Figure::gaps || m_figure == Figure::lengthOutside;
                column.certainHigh[i] = onlyLess ? column.values[i] : kInfinity;
            }
        }
    });
    return column;
}

Evidence CoverageMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    if (!isMeasurable(subjects, row)) {
        return {};
    }
    const GeosGeometry part = defect(*toGeos(subjects.geometry(), row), subjects.boxes()[row]);
    return isEmpty(*part) ? Evidence{} : Evidence{toWkb(*part), nullptr, 0};
}

UncertainNumber CoverageMeasure::pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                                           std::uint32_t otherRow) const {
    const GeosGeometry a = toGeos(subjects.geometry(), row);
    const GeosGeometry b = toGeos(others.geometry(), otherRow);
    const double value = m_figure == Figure::hausdorff       ? hausdorffDistance(*a, *b)
                         : m_figure == Figure::lengthOutside ? length(*difference(*a, *b))
                                                             : area(*symmetricDifference(*a, *b));
    const double error = std::hypot(subjects.accuracyMetres(), others.accuracyMetres());
    return withError(*a, *b, &subjects == &others ? 0.0 : error, value / m_unit.factor);
}

Evidence CoverageMeasure::pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                                       std::uint32_t otherRow) const {
    const GeosGeometry a = toGeos(subjects.geometry(), row);
    const GeosGeometry b = toGeos(others.geometry(), otherRow);
    const GeosGeometry part = m_figure == Figure::lengthOutside ? difference(*a, *b) : symmetricDifference(*a, *b);
    return {isEmpty(*part) ? std::string() : toWkb(*part), &others, otherRow};
}

} // namespace

std::unique_ptr<Measure> makeCoverageMeasure(MeasureRequest&& request) {
    return std::make_unique<CoverageMeasure>(std::move(request));
}

} // namespace merestone
