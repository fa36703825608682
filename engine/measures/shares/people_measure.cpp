// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/shares/population.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kDefaultSearchMetres = 5000.0;
constexpr std::size_t kMostEvidencePoints = 1000;

Coverage addressCoverage(const MeasureRequest& request) {
    const RelatedLayer* addresses = request.findRelated("addresses");
    Coverage everything;
    everything.kind = Completeness::Kind::everywhere;
    return addresses != nullptr ? addresses->coverage : everything;
}

/// `people_within`: the people of output areas, shared out to each subject.
class PeopleMeasure final : public Measure {
public:
    explicit PeopleMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    [[nodiscard]] std::vector<std::uint32_t> areasNear(const SubjectShape& shape) const;
    [[nodiscard]] double people(const SubjectShape& shape) const;
    void widenByMissing(UncertainNumber& value, const Layer& subjects, std::uint32_t row,
                        const SubjectShape& shape) const;
    [[nodiscard]] static bool isMeasurable(const Layer& subjects, std::uint32_t row) {
        return subjects.usable(row) && subjects.geometry().shape(row) == Shape::polygon;
    }

    TargetSet m_sure;
    Population m_population;
    SelectionPtr m_addresses; ///< may be null
    std::shared_ptr<const std::vector<double>> m_people;
    double m_search;
    Clearance m_clearance;
    Clearance m_addressClearance;
};

PeopleMeasure::PeopleMeasure(MeasureRequest&& request)
    : m_sure(request.target),
      m_population(request.target,
                   request.findRelated("addresses") != nullptr ? request.findRelated("addresses")->features : nullptr),
      m_people(request.findField("people")),
      m_search(lengthOption(request.spec, "search").value_or(kDefaultSearchMetres)), m_clearance(request.coverage),
      m_addressClearance(addressCoverage(request)) {
    if (const RelatedLayer* addresses = request.findRelated("addresses")) {
        m_addresses = addresses->features;
        m_reach = m_search;
    }
    m_unit = unitOf(request.spec, *parseUnit("people"));
    m_method = m_addresses ? "people of output areas by the share of their addresses inside; by the share of their "
                             "ground where they have none"
                           : "people of output areas by the share of their ground inside";
}

std::vector<std::uint32_t> PeopleMeasure::areasNear(const SubjectShape& shape) const {
    std::vector<std::uint32_t> areas;
    m_population.areas().index().query(shape.box, [&areas](std::uint32_t area) {
        areas.push_back(area);
        return true;
    });
    std::sort(areas.begin(), areas.end()); // sums do not depend on how the index is built
    return areas;
}

double PeopleMeasure::people(const SubjectShape& shape) const {
    double sum = 0.0;
    for (const std::uint32_t area : areasNear(shape)) {
        if (const double share = m_sure.holds(area) ? m_population.share(shape, area) : 0.0; share > 0.0) {
            sum += share * (*m_people)[area]; // an unknown number of people makes the sum unknown
        }
    }
    return sum;
}

void PeopleMeasure::widenByMissing(UncertainNumber& value, const Layer& subjects, std::uint32_t row,
                                   const SubjectShape& shape) const {
    value.certainLow = value.value;
    value.certainHigh = value.value;
    const Box known = shape.box.grown(m_search); // addresses further away are not looked for
    for (const std::uint32_t area : areasNear(shape)) {
        const double people = (*m_people)[area];
        const double share = m_population.share(shape, area);
        double least = share;
        double most = share;
        const bool isOpen = m_addresses && (m_addressClearance.around(m_population.areas().geometry(), area) <= 0.0 ||
                                            !known.contains(m_population.areas().layer().boxes()[area]));
        if (isOpen && !m_population.isWhole(shape, area) &&
            shape.sharedArea(m_population.areas().geometry(), area) > 0.0) {
            least = 0.0;
            most = 1.0;
        }
        if (!m_sure.holds(area)) {
            value.certainHigh += most > 0.0 ? (std::isnan(people) ? kInfinity : most * people) : 0.0;
        } else if (!std::isnan(people)) {
            value.certainLow -= (share - least) * people;
            value.certainHigh += (most - share) * people;
        } else if (most > 0.0) {
            value.certainHigh = kInfinity;
        }
    }
    if (m_clearance.around(subjects.geometry(), row) <= 0.0) {
        value.certainHigh = kInfinity;
    }
}

MeasureColumn PeopleMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                      const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    const double placed = m_addresses ? m_addresses->layer->accuracyMetres() : 0.0;
    const double error =
        std::hypot(subjects.accuracyMetres(), std::max(placed, m_population.areas().layer().accuracyMetres()));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    parallelFor(rows.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!isMeasurable(subjects, rows[i])) {
                continue;
            }
            const SubjectShape shape = shapeOf(subjects, rows[i]);
            UncertainNumber value = UncertainNumber::exact(people(shape));
            if (error > 0.0) {
                value.low = std::fmin(value.value, people(movedShape(subjects, rows[i], -error)));
                value.high = std::fmax(value.value, people(movedShape(subjects, rows[i], error)));
            }
            widenByMissing(value, subjects, rows[i], shape);
            const double factor = m_unit.factor;
            column.values[i] = value.value / factor;
            column.low[i] = value.low / factor;
            column.high[i] = value.high / factor;
            column.certainLow[i] = std::max(0.0, value.certainLow) / factor;
            column.certainHigh[i] = value.certainHigh / factor;
        }
    });
    return column;
}

Evidence PeopleMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    if (!isMeasurable(subjects, row)) {
        return {};
    }
    const SubjectShape shape = shapeOf(subjects, row);
    std::vector<Point> points;
    std::vector<std::uint32_t> areas;
    for (const std::uint32_t area : areasNear(shape)) {
        if (!m_sure.holds(area) || m_population.share(shape, area) <= 0.0) {
            continue;
        }
        areas.push_back(area);
        const AddressesByArea* addresses = m_population.addresses();
        for (const Point& p : addresses != nullptr ? addresses->of(area) : std::span<const Point>()) {
            if (points.size() < kMostEvidencePoints && shape.holds(p)) {
                points.push_back(p);
            }
        }
    }
    if (!points.empty() || areas.empty()) {
        return points.empty() ? Evidence{} : Evidence{wkbMultiPoint(points), nullptr, 0};
    }
    const GeosGeometry all = unionOf(m_population.areas().geometry(), areas);
    return {toWkb(*intersection(*toGeos(subjects.geometry(), row), *all)), nullptr, 0};
}

} // namespace

std::unique_ptr<Measure> makePeopleMeasure(MeasureRequest&& request) {
    if (!request.findField("people")) {
        throw Error(ErrorCode::plan, request.spec.place.text() +
                                         ": people_within needs 'people': the field with the people of an output area");
    }
    return std::make_unique<PeopleMeasure>(std::move(request));
}

} // namespace merestone
