// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/streets/street_order.hpp"
#include "measures/target_set.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultGapMetres = 15.0;
constexpr double kDefaultSetbackMetres = 50.0;
constexpr double kLongestRunMetres = 2000.0; ///< each way; a run is never followed further than this
constexpr double kSamePropertyMetres = 1.0;  ///< points of one property in two layers
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 128;

StreetOrder::Settings settingsOf(const MeasureSpec& spec) {
    return {lengthOption(spec, "setback").value_or(kDefaultSetbackMetres), flagOption(spec, "side_road_breaks", true)};
}

/// `street_run`: the unbroken run of matching properties that the subject is part of, on its side of its street.
/// `street_neighbours`: how many of its two direct neighbours there match.
class StreetMeasure final : public Measure {
public:
    explicit StreetMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    /// Which conditions count as met.
    enum class Counting { sure, maybe };
    [[nodiscard]] std::vector<std::uint32_t> ownRows(const Layer& subjects, std::uint32_t row) const;
    /// The matching properties that count beside the subject, nearest first; none twice.
    [[nodiscard]] std::vector<std::uint32_t> members(const Frontage& start, double gap, Counting counting,
                                                     std::span<const std::uint32_t> itself) const;
    [[nodiscard]] double figure(const std::vector<std::uint32_t>& members) const {
        return static_cast<double>(members.size()) + (m_isRun ? 1.0 : 0.0);
    }
    /// Whether nothing can be missing where the figure comes from.
    [[nodiscard]] bool isKnown(const Layer& subjects, std::uint32_t row, std::span<const std::uint32_t> found) const;

    bool m_isRun;
    double m_gap;
    double m_setback;
    TargetSet m_target;
    SelectionPtr m_centrelines;
    StreetLines m_streets;
    StreetOrder m_order;
    std::vector<bool> m_maybe; ///< by row of the target
    bool m_hasUnplaced = false;
    Clearance m_propertyClearance;
    Clearance m_streetClearance;
};

StreetMeasure::StreetMeasure(MeasureRequest&& request)
    : m_isRun(request.spec.kind == "street_run"), m_gap(lengthOption(request.spec, "gap").value_or(kDefaultGapMetres)),
      m_setback(settingsOf(request.spec).setback), m_target(request.target),
      m_centrelines(request.findRelated("along")->features), m_streets(*m_centrelines, request.context),
      m_order(m_streets, m_target.layer(), settingsOf(request.spec), request.context),
      m_propertyClearance(request.coverage), m_streetClearance(request.findRelated("along")->coverage) {
    m_unit = unitOf(request.spec, plainNumber());
    m_reach = (m_isRun ? kLongestRunMetres : m_gap) + 2 * m_setback;
    m_method = "properties in the order of their points along the street, on the same side, no more than " +
               rounded(m_gap, 2) + " m apart" +
               (settingsOf(request.spec).sideRoadBreaks ? " and not parted by a side road" : "");
    m_maybe.resize(m_target.layer().size(), false);
    for (const std::uint32_t row : m_target.maybe()) {
        m_maybe[row] = true;
    }
    for (std::uint32_t row = 0; row < m_target.layer().size(); ++row) {
        // Whether it matches or not, it stands somewhere and may part others.
        m_hasUnplaced =
            m_hasUnplaced || (!m_target.layer().usable(row) && m_target.layer().state(row) != GeometryState::leftOut);
    }
}

std::vector<std::uint32_t> StreetMeasure::ownRows(const Layer& subjects, std::uint32_t row) const {
    const Layer& layer = m_target.layer();
    if (&subjects == &layer) {
        return {row};
    }
    std::vector<std::uint32_t> rows;
    const Point own = subjects.centroids()[row];
    layer.index().query(subjects.boxes()[row].grown(kSamePropertyMetres), [&](std::uint32_t other) {
        const Point p = layer.centroids()[other];
        const auto holds = [](const Layer& polygons, std::uint32_t polygon, Point point) {
            return polygons.geometry().shape(polygon) == Shape::polygon &&
                   containsPoint(polygons.geometry(), polygon, point);
        };
        if (holds(subjects, row, p) || holds(layer, other, own) || distanceBetween(p, own) <= kSamePropertyMetres) {
            rows.push_back(other);
        }
        return true;
    });
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<std::uint32_t> StreetMeasure::members(const Frontage& start, double gap, Counting counting,
                                                  std::span<const std::uint32_t> itself) const {
    std::vector<std::uint32_t> result;
    for (const bool forwards : {true, false}) {
        for (const std::uint32_t row : m_order.following(start, forwards, gap, kLongestRunMetres, itself)) {
            const bool matches = m_target.holds(row) || (counting == Counting::maybe && m_maybe[row]);
            if (matches && std::find(result.begin(), result.end(), row) == result.end()) {
                result.push_back(row); // in a short ring a property may be next on both sides
            }
            if (!matches || !m_isRun) {
                break;
            }
        }
    }
    return result;
}

bool StreetMeasure::isKnown(const Layer& subjects, std::uint32_t row, std::span<const std::uint32_t> found) const {
    if (m_hasUnplaced) {
        return false;
    }
    if (m_propertyClearance.everywhere() && m_streetClearance.everywhere()) {
        return true;
    }
    // What could part or prolong the run lies no further than this from one of its properties.
    const double need = m_gap + 2 * m_setback;
    const auto isCovered = [&](const PackedGeometry& geometry, std::uint32_t feature) {
        return m_propertyClearance.around(geometry, feature) >= need &&
               m_streetClearance.around(geometry, feature) >= need;
    };
    return isCovered(subjects.geometry(), row) && std::all_of(found.begin(), found.end(), [&](std::uint32_t member) {
               return isCovered(m_target.geometry(), member);
           });
}

MeasureColumn StreetMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                      const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    (void)subjects.centroids();
    (void)m_target.layer().index();
    const double error = std::hypot(subjects.accuracyMetres(), m_target.layer().accuracyMetres());
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::optional<Frontage> start = m_order.frontageOf(subjects, rows[i]);
            if (!start) {
                continue; // on no street: what stands beside it is not known
            }
            const std::vector<std::uint32_t> itself = ownRows(subjects, rows[i]);
            const std::vector<std::uint32_t> found = members(*start, m_gap, Counting::sure, itself);
            column.values[i] = figure(found);
            column.low[i] = figure(members(*start, m_gap - error, Counting::sure, itself));
            column.high[i] = figure(members(*start, m_gap + error, Counting::sure, itself));
            const std::vector<std::uint32_t> most = members(*start, m_gap, Counting::maybe, itself);
            const bool known = isKnown(subjects, rows[i], most);
            column.certainLow[i] = known ? column.values[i] : figure({});
            column.certainHigh[i] = known ? figure(most) : m_isRun ? kInfinity : 2.0;
        }
    });
    return column;
}

Evidence StreetMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    const std::optional<Frontage> start = m_order.frontageOf(subjects, row);
    if (!start) {
        return {};
    }
    std::vector<Point> points{subjects.centroids()[row]};
    const std::vector<std::uint32_t> found = members(*start, m_gap, Counting::sure, ownRows(subjects, row));
    for (const std::uint32_t member : found) {
        points.push_back(m_target.layer().centroids()[member]);
    }
    Evidence result{points.size() == 1 ? wkbPoint(points.front()) : wkbMultiPoint(points), nullptr, 0};
    if (found.size() == 1) {
        result.otherLayer = &m_target.layer();
        result.otherRow = found.front();
    }
    return result;
}

} // namespace

std::unique_ptr<Measure> makeStreetMeasure(MeasureRequest&& request) {
    if (request.findRelated("along") == nullptr) {
        throw Error(ErrorCode::plan, request.spec.place.text() + ": " + request.spec.kind +
                                         " needs 'along': the layer of the streets' centrelines");
    }
    return std::make_unique<StreetMeasure>(std::move(request));
}

} // namespace merestone
