// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/nearest.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"

#include <array>
#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultSearchMetres = 5000.0; ///< domain note 2.12: load data at least 5 km beyond the area
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 1024;

enum class Anchor { edge, centroid };

Anchor anchorOption(const MeasureSpec& spec, std::string_view name) {
    const std::string word = wordOption(spec, name, "edge");
    return word == "centroid" ? Anchor::centroid : Anchor::edge;
}

/// `distance`: metres from each subject to the nearest selected feature. `nearest`: a number of that feature.
class DistanceMeasure final : public Measure {
public:
    explicit DistanceMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;
    UncertainNumber pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                              std::uint32_t otherRow) const override;
    Evidence pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                          std::uint32_t otherRow) const override;

private:
    [[nodiscard]] Nearest nearestTo(const Layer& subjects, std::uint32_t row, const NearestFinder& finder,
                                    std::uint32_t hint) const;
    [[nodiscard]] Nearest nearestOfPair(const Layer& subjects, std::uint32_t row, const Layer& others,
                                        std::uint32_t otherRow) const;
    [[nodiscard]] double valueOf(const Nearest& nearest) const;
    [[nodiscard]] double error(const Layer& subjects, const Layer& targets) const;

    Anchor m_from = Anchor::edge;
    Anchor m_to = Anchor::edge;
    double m_search = kDefaultSearchMetres;
    bool m_wantsField = false;
    std::shared_ptr<const std::vector<double>> m_weights;
    std::optional<TargetSet> m_target; ///< nothing for `other`
    PackedGeometry m_targetPoints;     ///< centroids, when measured to them
    std::optional<NearestFinder> m_finder;
    std::optional<NearestFinder> m_maybeFinder;
    Clearance m_clearance;
};

DistanceMeasure::DistanceMeasure(MeasureRequest&& request) : m_clearance(request.coverage) {
    const MeasureSpec& spec = request.spec;
    m_from = anchorOption(spec, "from");
    m_to = anchorOption(spec, "to");
    m_search = lengthOption(spec, "search").value_or(kDefaultSearchMetres);
    m_reach = m_search;
    m_wantsField = spec.kind == "nearest";
    m_weights = std::move(request.weights);
    m_unit = m_wantsField ? unitOf(spec, request.weightUnit) : unitOf(spec, metres());
    const bool toAccess = wordOption(spec, "to", "edge") == "access_point";
    m_method = std::string("planar grid, straight line, ") + (m_from == Anchor::edge ? "edge" : "centroid") + " to " +
               (toAccess               ? "access point"
                : m_to == Anchor::edge ? "edge"
                                       : "centroid");
    const SelectionPtr target = toAccess && request.access ? request.access : request.target;
    if (!target) {
        return;
    }
    m_target.emplace(target);
    if (m_to == Anchor::centroid) {
        m_targetPoints = centroidGeometry(m_target->layer());
    }
    const PackedGeometry& geometry = m_to == Anchor::centroid ? m_targetPoints : m_target->geometry();
    m_finder.emplace(geometry, m_target->rows());
    if (!m_target->maybe().empty()) {
        m_maybeFinder.emplace(geometry, m_target->maybe());
    }
}

Nearest DistanceMeasure::nearestTo(const Layer& subjects, std::uint32_t row, const NearestFinder& finder,
                                   std::uint32_t hint) const {
    const std::uint32_t except = &subjects == &m_target->layer() ? row : NearestFinder::kNobody;
    if (m_from == Anchor::edge) {
        return finder.find(subjects.geometry(), row, m_search, except, hint);
    }
    PackedGeometry centre;
    centre.addPoint(subjects.centroids()[row]);
    centre.endRun();
    centre.endPart();
    centre.endFeature(Shape::point);
    return finder.find(centre, 0, m_search, except, hint);
}

double DistanceMeasure::valueOf(const Nearest& nearest) const {
    if (m_wantsField) {
        return nearest.found() && m_weights ? (*m_weights)[nearest.row] : std::nan("");
    }
    return nearest.found() ? std::sqrt(nearest.squaredDistance) / m_unit.factor : kInfinity;
}

double DistanceMeasure::error(const Layer& subjects, const Layer& targets) const {
    return m_wantsField ? 0.0 : std::hypot(subjects.accuracyMetres(), targets.accuracyMetres()) / m_unit.factor;
}

MeasureColumn DistanceMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                        const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    const double uncertainty = error(subjects, m_target->layer());
    const bool uncertain = uncertainty > 0.0;
    const bool incomplete = !m_wantsField && (!m_clearance.everywhere() || m_maybeFinder);
    if (uncertain) {
        column.low = column.values;
        column.high = column.values;
    }
    if (incomplete) {
        column.certainLow = column.values;
        column.certainHigh = column.values;
    }
    if (m_from == Anchor::centroid) {
        (void)subjects.centroids(); // once, before the threads start
    }
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        std::uint32_t hint = NearestFinder::kNobody;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!subjects.usable(row)) {
                continue;
            }
            const Nearest nearest = nearestTo(subjects, row, *m_finder, hint);
            if (nearest.found()) {
                hint = nearest.row;
            }
            const double value = valueOf(nearest);
            column.values[i] = value;
            if (uncertain) {
                column.low[i] = std::max(0.0, value - uncertainty);
                column.high[i] = value + uncertainty;
            }
            if (incomplete) {
                // Something nearer may be missing: as near as the layer's completeness around the subject allows.
                double low = std::min(value, m_clearance.around(subjects.geometry(), row) / m_unit.factor);
                if (m_maybeFinder) {
                    low = std::min(low, valueOf(nearestTo(subjects, row, *m_maybeFinder, NearestFinder::kNobody)));
                }
                column.certainLow[i] = low;
                column.certainHigh[i] = value;
            }
        }
    });
    return column;
}

Evidence DistanceMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    const Nearest nearest = nearestTo(subjects, row, *m_finder, NearestFinder::kNobody);
    if (!nearest.found()) {
        return {};
    }
    const std::array line{nearest.onSubject, nearest.onTarget};
    return {line[0] == line[1] ? wkbPoint(line[0]) : wkbLine(line), &m_target->layer(), nearest.row};
}

Nearest DistanceMeasure::nearestOfPair(const Layer& subjects, std::uint32_t row, const Layer& others,
                                       std::uint32_t otherRow) const {
    PackedGeometry pair;
    const auto add = [&pair](const Layer& layer, std::uint32_t r, Anchor anchor) {
        if (anchor == Anchor::edge) {
            pair.append(layer.geometry(), r);
            return;
        }
        pair.addPoint(layer.centroids()[r]);
        pair.endRun();
        pair.endPart();
        pair.endFeature(Shape::point);
    };
    add(subjects, row, m_from);
    add(others, otherRow, m_to);
    const std::uint32_t second = 1;
    return NearestFinder(pair, std::span(&second, 1)).find(pair, 0, kInfinity);
}

UncertainNumber DistanceMeasure::pairValue(const Layer& subjects, std::uint32_t row, const Layer& others,
                                           std::uint32_t otherRow) const {
    const double value = std::sqrt(nearestOfPair(subjects, row, others, otherRow).squaredDistance) / m_unit.factor;
    const double uncertainty = error(subjects, others);
    return {value, std::max(0.0, value - uncertainty), value + uncertainty, value, value};
}

Evidence DistanceMeasure::pairEvidence(const Layer& subjects, std::uint32_t row, const Layer& others,
                                       std::uint32_t otherRow) const {
    const Nearest nearest = nearestOfPair(subjects, row, others, otherRow);
    const std::array line{nearest.onSubject, nearest.onTarget};
    return {line[0] == line[1] ? wkbPoint(line[0]) : wkbLine(line), &others, otherRow};
}

} // namespace

std::unique_ptr<Measure> makeDistanceMeasure(MeasureRequest&& request) {
    return std::make_unique<DistanceMeasure>(std::move(request));
}

} // namespace merestone
