// SPDX-License-Identifier: MIT
#include "measures/network/walking_network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace merestone {

namespace {

/// A place on a segment where an edge may begin or end.
struct Break {
    double along;
    Point place;
    bool isCut; ///< at a barrier: what ends here does not go on
};

bool isInside(std::span<const Stretch> cuts, double along) {
    return std::any_of(cuts.begin(), cuts.end(), [along](const Stretch& cut) {
        return along >= cut.from - kSamePlaceMetres && along <= cut.to + kSamePlaceMetres;
    });
}

std::vector<Break> breaksOf(const WaySegment& segment, std::span<const Joint> joints, std::span<const Stretch> cuts) {
    const double length = distanceBetween(segment.a, segment.b);
    std::vector<Break> breaks{{0.0, segment.a, isInside(cuts, 0.0)}, {length, segment.b, isInside(cuts, length)}};
    for (const Joint& joint : joints) {
        breaks.push_back({joint.along, joint.place, isInside(cuts, joint.along)});
    }
    for (const Stretch& cut : cuts) {
        for (const double along : {cut.from, cut.to}) {
            if (along > kSamePlaceMetres && along < length - kSamePlaceMetres) {
                breaks.push_back({along, pointAlong(segment.a, segment.b, along), true});
            }
        }
    }
    std::sort(breaks.begin(), breaks.end(), [](const Break& x, const Break& y) { return x.along < y.along; });
    return breaks;
}

} // namespace

WalkingNetwork::WalkingNetwork(const SelectionPtr& ways, const SelectionPtr& barriers, const SelectionPtr& crossings,
                               const Settings& settings, const RunContext& context) {
    const std::vector<WaySegment> segments = segmentsOf(*ways);
    const std::vector<std::vector<Joint>> joints = jointsOf(segments, settings.nodeCrossings, context);
    std::vector<std::vector<Stretch>> cuts(segments.size());
    if (barriers) {
        m_barriers.emplace(barriers, crossings, settings.crossingReach);
        cuts = m_barriers->cutsOf(segments, context);
    }
    addEdges(segments, joints, cuts);
    linkNodes();
    std::vector<std::uint32_t> rows(m_edges.size());
    std::iota(rows.begin(), rows.end(), 0U);
    m_finder.emplace(m_lines, rows);
}

void WalkingNetwork::addEdge(std::uint32_t from, std::uint32_t to, Point a, Point b) {
    m_edges.push_back({from, to, distanceBetween(a, b), a, b});
    m_lines.addPoint(a);
    m_lines.addPoint(b);
    m_lines.endRun();
    m_lines.endPart();
    m_lines.endFeature(Shape::line);
}

void WalkingNetwork::addEdges(std::span<const WaySegment> segments, std::span<const std::vector<Joint>> joints,
                              std::span<const std::vector<Stretch>> cuts) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::vector<Break> breaks = breaksOf(segments[i], joints[i], cuts[i]);
        for (std::size_t k = 0; k + 1 < breaks.size(); ++k) {
            const Break& start = breaks[k];
            const Break& end = breaks[k + 1];
            // Inside a cut lies what begins and ends in it; a piece between two cuts that only touch them is open.
            const bool isCutOut = std::any_of(cuts[i].begin(), cuts[i].end(), [&](const Stretch& cut) {
                const double middle = (start.along + end.along) / 2;
                return middle >= cut.from && middle <= cut.to;
            });
            if (isCutOut) {
                continue;
            }
            const std::uint32_t from = start.isCut ? m_nodes.deadEnd(start.place) : m_nodes.nodeAt(start.place);
            const std::uint32_t to = end.isCut ? m_nodes.deadEnd(end.place) : m_nodes.nodeAt(end.place);
            if (from != to) {
                addEdge(from, to, start.place, end.place);
            }
        }
    }
}

void WalkingNetwork::linkNodes() {
    m_firstEdge.assign(m_nodes.points().size() + 1, 0);
    for (const NetworkEdge& edge : m_edges) {
        ++m_firstEdge[edge.from + 1];
        ++m_firstEdge[edge.to + 1];
    }
    std::partial_sum(m_firstEdge.begin(), m_firstEdge.end(), m_firstEdge.begin());
    m_edgesAt.resize(m_firstEdge.back());
    std::vector<std::uint32_t> next(m_firstEdge.begin(), m_firstEdge.end() - 1);
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        m_edgesAt[next[m_edges[i].from]++] = i;
        m_edgesAt[next[m_edges[i].to]++] = i;
    }
}

Attachment WalkingNetwork::attachmentAt(std::uint32_t edge, Point onFeature, Point onEdge) const {
    const double along = std::min(distanceBetween(m_edges[edge].a, onEdge), m_edges[edge].length);
    return {edge, {along, along}, distanceBetween(onFeature, onEdge), onFeature};
}

std::vector<Attachment> WalkingNetwork::attach(const PackedGeometry& features, std::uint32_t feature,
                                               double snap) const {
    std::vector<std::uint32_t> met;
    m_finder->forEachWithin(features, feature, kSamePlaceMetres, met);
    std::vector<Attachment> result;
    if (!met.empty()) {
        const SegmentContacts contacts(features, std::span(&feature, 1));
        for (const std::uint32_t edge : met) {
            const NetworkEdge& line = m_edges[edge];
            for (const Stretch& stretch : contacts.stretches(line.a, line.b)) {
                result.push_back({edge, stretch, 0.0, pointAlong(line.a, line.b, stretch.from)});
            }
        }
    }
    if (!result.empty()) {
        return result;
    }
    const Nearest nearest = m_finder->find(features, feature, snap);
    if (!nearest.found()) {
        return {};
    }
    const double leg = std::sqrt(nearest.squaredDistance);
    result = reachable(features, feature, leg + kSamePlaceMetres);
    if (result.empty()) { // nothing but a wall between: look further
        result = reachable(features, feature, snap);
    }
    return result;
}

std::vector<Attachment> WalkingNetwork::reachable(const PackedGeometry& features, std::uint32_t feature,
                                                  double within) const {
    std::vector<std::uint32_t> near;
    m_finder->forEachWithin(features, feature, within, near);
    const NearestFinder toFeature(features, std::span(&feature, 1));
    std::vector<Attachment> candidates;
    for (const std::uint32_t edge : near) {
        const Nearest nearest = toFeature.find(m_lines, edge, within);
        if (nearest.found()) {
            candidates.push_back(attachmentAt(edge, nearest.onTarget, nearest.onSubject));
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Attachment& a, const Attachment& b) { return a.leg < b.leg; });
    std::vector<Attachment> result;
    for (const Attachment& candidate : candidates) {
        if (!result.empty() && candidate.leg > result.front().leg + kSamePlaceMetres) {
            break;
        }
        const NetworkEdge& edge = m_edges[candidate.edge];
        if (!m_barriers || !m_barriers->bars(candidate.onFeature, pointAlong(edge.a, edge.b, candidate.at.from))) {
            result.push_back(candidate);
        }
    }
    return result;
}

} // namespace merestone
