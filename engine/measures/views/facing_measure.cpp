// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/network/segment_contacts.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace merestone {

namespace {

constexpr double kDefaultSearchMetres = 100.0;
constexpr double kDefaultAngleDegrees = 30.0;
constexpr double kRoundingDegrees = 1e-9;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// How far two bearings are apart, 0 to 180 degrees.
double between(double a, double b) {
    const double difference = std::fabs(std::fmod(a - b, 360.0));
    return std::min(difference, 360.0 - difference);
}

/// Whether a step goes out of a wall that looks towards a bearing (degrees clockwise from grid north).
bool leavesForwards(Point from, Point to, double bearing) {
    const double radians = bearing * std::numbers::pi / 180.0;
    return (to.x - from.x) * std::sin(radians) + (to.y - from.y) * std::cos(radians) > 0.0;
}

/// `facing_distance`: metres from a wall to the nearest wall that looks back at it.
class FacingMeasure final : public Measure {
public:
    explicit FacingMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    struct Found {
        double metres = kInfinity;
        double leastMaybe = kInfinity; ///< to a wall that may face: its bearing is unknown, or whether it is meant
        std::uint32_t row = 0;
        Point onSubject;
        Point onTarget;
    };
    [[nodiscard]] Found find(const Layer& subjects, std::uint32_t row) const;
    [[nodiscard]] bool isBlocked(Point from, Point to) const;

    double m_angle;
    double m_search;
    TargetSet m_target;
    std::vector<std::uint32_t> m_rows; ///< with those that may be meant
    std::optional<NearestFinder> m_finder;
    std::shared_ptr<const std::vector<double>> m_bearings;
    std::shared_ptr<const std::vector<double>> m_ownBearings;
    SelectionPtr m_blockers; ///< may be null
    std::optional<SegmentContacts> m_blocked;
    Clearance m_clearance;
    bool m_blockersKnown = true;
};

FacingMeasure::FacingMeasure(MeasureRequest&& request)
    : m_angle(numberOption(request.spec, "angle").value_or(kDefaultAngleDegrees)),
      m_search(lengthOption(request.spec, "search").value_or(kDefaultSearchMetres)), m_target(request.target),
      m_rows(m_target.rows().begin(), m_target.rows().end()), m_bearings(request.findField("bearing")),
      m_ownBearings(request.findField("bearing", true)), m_clearance(request.coverage) {
    m_rows.insert(m_rows.end(), m_target.maybe().begin(), m_target.maybe().end());
    std::sort(m_rows.begin(), m_rows.end());
    m_finder.emplace(m_target.geometry(), m_rows);
    if (const RelatedLayer* blockers = request.findRelated("blocked_by")) {
        m_blockers = blockers->features;
        m_blocked.emplace(m_blockers->layer->geometry(), m_blockers->rows);
        m_blockersKnown = blockers->coverage.kind == Completeness::Kind::everywhere && !blockers->coverage.hasUnplaced;
    }
    m_unit = unitOf(request.spec, metres());
    m_reach = m_search;
    m_method = "planar grid, straight line, edge to edge, to walls that look back within " + rounded(m_angle, 1) +
               " degrees" + (m_blocked ? " with nothing between" : "");
}

bool FacingMeasure::isBlocked(Point from, Point to) const {
    if (!m_blocked) {
        return false;
    }
    const double length = distanceBetween(from, to);
    // Both walls stand on buildings of their own: what only touches the ends is not between them.
    const std::vector<Stretch> met = m_blocked->stretches(from, to);
    return std::any_of(met.begin(), met.end(), [length](const Stretch& stretch) {
        return stretch.to > kSamePlaceMetres && stretch.from < length - kSamePlaceMetres;
    });
}

FacingMeasure::Found FacingMeasure::find(const Layer& subjects, std::uint32_t row) const {
    Found best;
    std::vector<std::uint32_t> near;
    m_finder->forEachWithin(subjects.geometry(), row, m_search, near);
    const NearestFinder toSubject(subjects.geometry(), std::span(&row, 1));
    const double own = (*m_ownBearings)[row];
    for (const std::uint32_t wall : near) {
        if (&subjects == &m_target.layer() && wall == row) {
            continue;
        }
        const double bearing = (*m_bearings)[wall];
        if (!std::isnan(bearing) && between(bearing, own + 180.0) > m_angle + kRoundingDegrees) {
            continue;
        }
        const Nearest nearest = toSubject.find(m_target.geometry(), wall, m_search);
        const Point from = nearest.onTarget;
        const Point to = nearest.onSubject;
        const bool isBetween = leavesForwards(from, to, own) &&
                               (std::isnan(bearing) || leavesForwards(to, from, bearing)) && !isBlocked(from, to);
        const double metres = std::sqrt(nearest.squaredDistance);
        if (!nearest.found() || !isBetween) {
            continue;
        }
        if (std::isnan(bearing) || !m_target.holds(wall)) {
            best.leastMaybe = std::min(best.leastMaybe, metres);
        } else if (metres < best.metres) {
            best = {metres, best.leastMaybe, wall, from, to};
        }
    }
    return best;
}

MeasureColumn FacingMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                      const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_target.layer().accuracyMetres());
    parallelFor(rows.size(), 64, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!subjects.usable(row) || std::isnan((*m_ownBearings)[row])) {
                continue;
            }
            const Found found = find(subjects, row);
            const double factor = m_unit.factor;
            column.values[i] = found.metres / factor;
            column.low[i] = std::max(0.0, found.metres - error) / factor;
            column.high[i] = (found.metres + error) / factor;
            const double clearance = m_clearance.around(subjects.geometry(), row);
            column.certainLow[i] = std::min({found.metres, found.leastMaybe, clearance}) / factor;
            // Something that is missing may stand between.
            column.certainHigh[i] = m_blockersKnown ? column.values[i] : kInfinity;
        }
    });
    return column;
}

Evidence FacingMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    if (!subjects.usable(row) || std::isnan((*m_ownBearings)[row])) {
        return {};
    }
    const Found found = find(subjects, row);
    if (std::isinf(found.metres)) {
        return {};
    }
    const std::array line{found.onSubject, found.onTarget};
    return {wkbLine(line), &m_target.layer(), found.row};
}

} // namespace

std::unique_ptr<Measure> makeFacingMeasure(MeasureRequest&& request) {
    if (!request.findField("bearing") || !request.findField("bearing", true)) {
        throw Error(ErrorCode::plan,
                    request.spec.place.text() +
                        ": facing_distance needs 'bearing': the field of both layers with the bearing that a wall "
                        "looks towards, in degrees clockwise from grid north");
    }
    return std::make_unique<FacingMeasure>(std::move(request));
}

} // namespace merestone
