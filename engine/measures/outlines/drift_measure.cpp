// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/outlines/drift.hpp"
#include "measures/outlines/outline.hpp"
#include "measures/target_set.hpp"

#include <array>
#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultWithinMetres = 10.0;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class Figure { length, east, north };

Figure figureOf(const MeasureSpec& spec) {
    const std::string word = wordOption(spec, "of", "length");
    return word == "east" ? Figure::east : word == "north" ? Figure::north : Figure::length;
}

/// `drift`: the mean offset of a drawn outline from base lines.
class DriftMeasure final : public Measure {
public:
    explicit DriftMeasure(MeasureRequest&& request)
        : m_figure(figureOf(request.spec)),
          m_within(lengthOption(request.spec, "within").value_or(kDefaultWithinMetres)), m_target(request.target),
          m_outlines(outlinesOf(m_target.geometry(), m_target.rows())), m_finder(m_outlines, m_target.rows()),
          m_clearance(request.coverage) {
        m_unit = unitOf(request.spec, metres());
        m_reach = m_within;
        m_method =
            "planar grid, least squares of the outline's offsets to base lines within " + rounded(m_within, 3) + " m";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    [[nodiscard]] std::optional<Point> drift(const Layer& subjects, std::uint32_t row) const {
        if (!subjects.usable(row) || subjects.geometry().shape(row) == Shape::point) {
            return std::nullopt;
        }
        const std::uint32_t except = &subjects == &m_target.layer() ? row : NearestFinder::kNobody;
        return driftOf(subjects.geometry(), row, m_finder, m_within, except);
    }

    Figure m_figure;
    double m_within;
    TargetSet m_target;
    PackedGeometry m_outlines;
    NearestFinder m_finder;
    Clearance m_clearance;
};

MeasureColumn DriftMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                     const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_target.layer().accuracyMetres());
    parallelFor(rows.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::optional<Point> found = drift(subjects, rows[i]);
            if (!found) {
                continue;
            }
            const bool isLength = m_figure == Figure::length;
            const double metres = isLength                   ? std::hypot(found->x, found->y)
                                  : m_figure == Figure::east ? found->x
                                                             : found->y;
            const double least = isLength ? 0.0 : -kInfinity;
            // The nearest base line may be one that is missing.
            const double clear =
                m_clearance.everywhere() ? kInfinity : m_clearance.around(subjects.geometry(), rows[i]);
            const bool known = m_target.maybe().empty() && clear > 0.0 && clear >= m_within;
            column.values[i] = metres / m_unit.factor;
            column.low[i] = std::max(least, metres - error) / m_unit.factor;
            column.high[i] = (metres + error) / m_unit.factor;
            column.certainLow[i] = known ? column.values[i] : least;
            column.certainHigh[i] = known ? column.values[i] : kInfinity;
        }
    });
    return column;
}

/// From where the base has the subject's centre to where it is drawn.
Evidence DriftMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    const std::optional<Point> found = drift(subjects, row);
    if (!found) {
        return {};
    }
    const Point drawn = subjects.centroids()[row];
    const std::array line{Point{drawn.x - found->x, drawn.y - found->y}, drawn};
    return {std::hypot(found->x, found->y) > kSamePlaceMetres ? wkbLine(line) : wkbPoint(drawn), nullptr, 0};
}

} // namespace

std::unique_ptr<Measure> makeDriftMeasure(MeasureRequest&& request) {
    return std::make_unique<DriftMeasure>(std::move(request));
}

} // namespace merestone
