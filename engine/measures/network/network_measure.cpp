// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/network/network_sweep.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultSearchMetres = 5000.0;
constexpr double kDefaultSnapMetres = 100.0;
constexpr double kDefaultCrossingReachMetres = 10.0;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 256;

SelectionPtr featuresOf(const MeasureRequest& request, std::string_view option) {
    const RelatedLayer* related = request.findRelated(option);
    return related != nullptr ? related->features : nullptr;
}

Coverage coverageOf(const MeasureRequest& request, std::string_view option) {
    const RelatedLayer* related = request.findRelated(option);
    Coverage everything;
    everything.kind = Completeness::Kind::everywhere;
    return related != nullptr ? related->coverage : everything;
}

WalkingNetwork::Settings settingsOf(const MeasureSpec& spec) {
    return {flagOption(spec, "node_crossings", false),
            lengthOption(spec, "crossing_reach").value_or(kDefaultCrossingReachMetres)};
}

/// A set of destinations: the sweep from those that the network reaches, and the straight line to all of them and to
/// those that it does not reach.
struct Destinations {
    Destinations(const PackedGeometry& geometry, std::span<const std::uint32_t> rows, const WalkingNetwork& network,
                 double snap, double search, bool ownLayer, const RunContext& context)
        : straight(geometry, rows) {
        std::vector<std::vector<Attachment>> attached(rows.size());
        parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                attached[i] = network.attach(geometry, rows[i], snap);
            }
        });
        std::vector<NetworkSource> sources;
        std::vector<std::uint32_t> stray;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const Attachment& attachment : attached[i]) {
                sources.push_back({attachment, rows[i]});
            }
            if (attached[i].empty()) {
                stray.push_back(rows[i]);
            }
        }
        if (!stray.empty()) {
            strays.emplace(geometry, stray);
        }
        sweep.emplace(network, std::move(sources), ownLayer ? 2U : 1U, search, context);
    }

    NearestFinder straight;
    std::optional<NearestFinder> strays; ///< further than `snap` from every way: a walk there is not known
    std::optional<NetworkSweep> sweep;
};

/// `network_distance`: metres on foot from each subject to the nearest selected feature, along the ways of a network.
class NetworkMeasure final : public Measure {
public:
    explicit NetworkMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    /// One subject with how it gets onto the network.
    struct Start {
        PackedGeometry centre; ///< when measured from the centroid
        const PackedGeometry* geometry = nullptr;
        std::uint32_t feature = 0;
        std::uint32_t except = NearestFinder::kNobody;
        std::vector<Attachment> attachments;
    };
    void prepareStart(const Layer& subjects, std::uint32_t row, Start& start) const;
    [[nodiscard]] double straightTo(const Start& start, const NearestFinder& finder) const;
    [[nodiscard]] double walkTo(const Start& start, const Destinations& destinations) const;
    /// The least that the walk can be if what may be missing were there, metres.
    [[nodiscard]] double leastWalk(const Layer& subjects, std::uint32_t row, const Start& start, double metres) const;

    bool m_fromCentroid;
    double m_search;
    double m_snap;
    std::optional<TargetSet> m_target;
    PackedGeometry m_targetPoints; ///< centroids, when measured to them
    SelectionPtr m_ways;           ///< kept alive, and for its accuracy
    std::optional<WalkingNetwork> m_network;
    std::optional<Destinations> m_sure;
    std::optional<Destinations> m_maybe;
    Clearance m_targetClearance;
    Clearance m_wayClearance;
    Clearance m_barrierClearance;
    Clearance m_crossingClearance;
};

NetworkMeasure::NetworkMeasure(MeasureRequest&& request)
    : m_fromCentroid(wordOption(request.spec, "from", "edge") == "centroid"),
      m_search(lengthOption(request.spec, "search").value_or(kDefaultSearchMetres)),
      m_snap(lengthOption(request.spec, "snap").value_or(kDefaultSnapMetres)), m_ways(featuresOf(request, "network")),
      m_targetClearance(request.coverage), m_wayClearance(coverageOf(request, "network")),
      m_barrierClearance(coverageOf(request, "barriers")), m_crossingClearance(coverageOf(request, "crossings")) {
    const MeasureSpec& spec = request.spec;
    m_reach = m_search;
    m_unit = unitOf(spec, metres());
    const std::string to = wordOption(spec, "to", "edge");
    m_target.emplace(to == "access_point" && request.access ? request.access : request.target);
    if (to == "centroid") {
        m_targetPoints = centroidGeometry(m_target->layer());
    }
    const PackedGeometry& geometry = to == "centroid" ? m_targetPoints : m_target->geometry();
    const WalkingNetwork::Settings settings = settingsOf(spec);
    const SelectionPtr barriers = featuresOf(request, "barriers");
    m_network.emplace(m_ways, barriers, featuresOf(request, "crossings"), settings, request.context);
    const bool own = request.subjects && request.subjects.get() == &m_target->layer();
    m_sure.emplace(geometry, m_target->rows(), *m_network, m_snap, m_search, own, request.context);
    if (!m_target->maybe().empty()) {
        m_maybe.emplace(geometry, m_target->maybe(), *m_network, m_snap, m_search, own, request.context);
    }
    m_method = std::string("walking network, ") + (m_fromCentroid ? "centroid" : "edge") + " to " +
               (to == "access_point" ? "access point" : to) + ", straight legs of at most " + rounded(m_snap, 1) +
               " m to the nearest way counted" + (settings.nodeCrossings ? ", crossing ways joined" : "") +
               (barriers ? ", cut at barriers" : "");
}

void NetworkMeasure::prepareStart(const Layer& subjects, std::uint32_t row, Start& start) const {
    start.except = &subjects == &m_target->layer() ? row : NearestFinder::kNobody;
    start.geometry = &subjects.geometry();
    start.feature = row;
    if (m_fromCentroid) {
        start.centre = pointFeature(subjects.centroids()[row]);
        start.geometry = &start.centre;
        start.feature = 0;
    }
    start.attachments = m_network->attach(*start.geometry, start.feature, m_snap);
}

double NetworkMeasure::straightTo(const Start& start, const NearestFinder& finder) const {
    return std::sqrt(finder.find(*start.geometry, start.feature, m_search, start.except).squaredDistance);
}

double NetworkMeasure::walkTo(const Start& start, const Destinations& destinations) const {
    const double straight = straightTo(start, destinations.straight);
    if (straight == 0.0 || std::isinf(straight)) {
        return straight; // already there; or too far even for a bird
    }
    if (start.attachments.empty()) {
        return std::nan("");
    }
    const double metres = destinations.sweep->nearest(start.attachments, start.except).metres;
    return metres <= m_search ? metres : kInfinity;
}

double NetworkMeasure::leastWalk(const Layer& subjects, std::uint32_t row, const Start& start, double metres) const {
    double least = metres;
    double straight = straightTo(start, m_sure->straight);
    for (const Destinations* set : {m_sure ? &*m_sure : nullptr, m_maybe ? &*m_maybe : nullptr}) {
        if (set != nullptr && set->strays) {
            least = std::min(least, straightTo(start, *set->strays));
        }
    }
    if (m_maybe) {
        straight = std::min(straight, straightTo(start, m_maybe->straight));
        least = std::min(least, walkTo(start, *m_maybe));
    }
    least = std::min(least, m_targetClearance.around(subjects.geometry(), row));
    // A walk that uses a way or a crossing that is missing must first get to where one can be missing.
    const double unknownFrom =
        std::min(m_wayClearance.around(subjects.geometry(), row), m_crossingClearance.around(subjects.geometry(), row));
    return std::min(least, std::max(straight, unknownFrom));
}

MeasureColumn NetworkMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                       const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    // Each leg ends on the network, whose error it therefore shares; the errors of the corners in between even out.
    const double wayError = m_ways->layer->accuracyMetres();
    const double error =
        std::hypot(std::hypot(subjects.accuracyMetres(), m_target->layer().accuracyMetres()), std::sqrt(2) * wayError);
    if (error > 0.0) {
        column.low = column.values;
        column.high = column.values;
    }
    column.certainLow = column.values;
    column.certainHigh = column.values;
    if (m_fromCentroid) {
        (void)subjects.centroids(); // once, before the threads start
    }
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!subjects.usable(rows[i])) {
                continue;
            }
            Start start;
            prepareStart(subjects, rows[i], start);
            const double metres = walkTo(start, *m_sure);
            if (std::isnan(metres)) {
                continue;
            }
            column.values[i] = metres / m_unit.factor;
            if (error > 0.0) {
                column.low[i] = std::max(0.0, metres - error) / m_unit.factor;
                column.high[i] = (metres + error) / m_unit.factor;
            }
            column.certainLow[i] = leastWalk(subjects, rows[i], start, metres) / m_unit.factor;
            // A barrier that is missing lengthens the walk, if it can lie on it.
            const bool isSafe = m_barrierClearance.around(subjects.geometry(), rows[i]) >= metres;
            column.certainHigh[i] = isSafe ? column.values[i] : kInfinity;
        }
    });
    return column;
}

Evidence NetworkMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    Start start;
    prepareStart(subjects, row, start);
    const Nearest straight = m_sure->straight.find(*start.geometry, start.feature, m_search, start.except);
    if (straight.found() && straight.squaredDistance == 0.0) {
        return {wkbPoint(straight.onTarget), &m_target->layer(), straight.row};
    }
    const Walk walk = m_sure->sweep->nearest(start.attachments, start.except);
    if (!walk.found() || walk.metres > m_search) {
        return {};
    }
    const std::vector<Point> path = m_sure->sweep->path(walk);
    return {path.size() == 1 ? wkbPoint(path.front()) : wkbLine(path), &m_target->layer(),
            m_sure->sweep->destination(walk)};
}

} // namespace

std::unique_ptr<Measure> makeNetworkMeasure(MeasureRequest&& request) {
    if (request.findRelated("network") == nullptr) {
        throw Error(ErrorCode::plan, request.spec.place.text() +
                                         ": network_distance needs 'network': the layer of ways that can be walked");
    }
    return std::make_unique<NetworkMeasure>(std::move(request));
}

} // namespace merestone
