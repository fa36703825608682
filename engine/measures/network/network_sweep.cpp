// SPDX-License-Identifier: MIT
#include "measures/network/network_sweep.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {

namespace {

constexpr std::size_t kStepsBetweenLooks = 65536; ///< at the stop token

/// How far two stretches of one edge are apart.
double gapBetween(const Stretch& a, const Stretch& b) {
    return std::max({0.0, a.from - b.to, b.from - a.to});
}

} // namespace

NetworkSweep::NetworkSweep(const WalkingNetwork& network, std::vector<NetworkSource> sources, std::uint32_t labels,
                           double search, const RunContext& context)
    : m_network(&network), m_sources(std::move(sources)), m_perNode(labels),
      m_labels(network.nodes().size() * std::size_t{labels}), m_counts(network.nodes().size(), 0) {
    std::stable_sort(m_sources.begin(), m_sources.end(),
                     [](const NetworkSource& a, const NetworkSource& b) { return a.at.edge < b.at.edge; });
    std::vector<Step> heap;
    for (std::uint32_t i = 0; i < m_sources.size(); ++i) {
        const Attachment& at = m_sources[i].at;
        const NetworkEdge& edge = network.edges()[at.edge];
        heap.push_back({{at.leg + at.at.from, i, Walk::kDirect}, edge.from});
        heap.push_back({{at.leg + std::max(0.0, edge.length - at.at.to), i, Walk::kDirect}, edge.to});
    }
    run(std::move(heap), search, context);
}

bool NetworkSweep::isSettled(std::uint32_t node, std::uint32_t row) const {
    const std::span<const Label> labels = labelsAt(node);
    return labels.size() == m_perNode || std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
               return m_sources[label.source].row == row;
           });
}

void NetworkSweep::run(std::vector<Step> heap, double search, const RunContext& context) {
    // The order is total, so that of equally long walks always the same one wins.
    const auto isLater = [](const Step& a, const Step& b) {
        return std::tie(a.label.metres, a.label.source, a.node, a.label.previous) >
               std::tie(b.label.metres, b.label.source, b.node, b.label.previous);
    };
    std::make_heap(heap.begin(), heap.end(), isLater);
    for (std::size_t steps = 0; !heap.empty(); ++steps) {
        if (steps % kStepsBetweenLooks == 0) {
            context.throwIfStopped();
        }
        std::pop_heap(heap.begin(), heap.end(), isLater);
        const Step step = heap.back();
        heap.pop_back();
        const std::uint32_t row = m_sources[step.label.source].row;
        if (step.label.metres > search || isSettled(step.node, row)) {
            continue;
        }
        m_labels[std::size_t{step.node} * m_perNode + m_counts[step.node]++] = step.label;
        for (const std::uint32_t e : m_network->edgesAt(step.node)) {
            const NetworkEdge& edge = m_network->edges()[e];
            const std::uint32_t next = edge.from == step.node ? edge.to : edge.from;
            const double metres = step.label.metres + edge.length;
            if (metres <= search && !isSettled(next, row)) {
                heap.push_back({{metres, step.label.source, step.node}, next});
                std::push_heap(heap.begin(), heap.end(), isLater);
            }
        }
    }
}

Walk NetworkSweep::nearest(std::span<const Attachment> starts, std::uint32_t except) const {
    Walk best;
    const auto offer = [&](double metres, std::uint32_t source, std::uint32_t node, const Attachment& start) {
        if (metres < best.metres && m_sources[source].row != except) {
            best = {metres, source, node, start};
        }
    };
    for (const Attachment& start : starts) {
        const NetworkEdge& edge = m_network->edges()[start.edge];
        for (const Label& label : labelsAt(edge.from)) {
            offer(start.leg + start.at.from + label.metres, label.source, edge.from, start);
        }
        for (const Label& label : labelsAt(edge.to)) {
            offer(start.leg + std::max(0.0, edge.length - start.at.to) + label.metres, label.source, edge.to, start);
        }
        auto source = std::lower_bound(m_sources.begin(), m_sources.end(), start.edge,
                                       [](const NetworkSource& s, std::uint32_t e) { return s.at.edge < e; });
        for (; source != m_sources.end() && source->at.edge == start.edge; ++source) {
            offer(start.leg + gapBetween(start.at, source->at.at) + source->at.leg,
                  static_cast<std::uint32_t>(source - m_sources.begin()), Walk::kDirect, start);
        }
    }
    return best;
}

std::vector<Point> NetworkSweep::path(const Walk& walk) const {
    std::vector<Point> points;
    const auto add = [&points](Point p) {
        if (points.empty() || !(points.back() == p)) {
            points.push_back(p);
        }
    };
    const NetworkSource& source = m_sources[walk.source];
    const NetworkEdge& edge = m_network->edges()[walk.start.edge];
    const NetworkEdge& last = m_network->edges()[source.at.edge];
    if (walk.start.leg > 0.0) {
        add(walk.start.onFeature);
    }
    // Where each of the two stretches is left towards the other end of the walk.
    const auto leaving = [](const Stretch& own, double towards) { return std::clamp(towards, own.from, own.to); };
    double end = 0.0;
    if (walk.node == Walk::kDirect) {
        const double from = leaving(walk.start.at, source.at.at.from);
        end = leaving(source.at.at, from);
        add(pointAlong(edge.a, edge.b, from));
    } else {
        const bool viaStart = walk.node == edge.from;
        add(pointAlong(edge.a, edge.b, viaStart ? walk.start.at.from : walk.start.at.to));
        std::uint32_t node = walk.node;
        while (true) {
            add(m_network->nodes()[node]);
            const std::span<const Label> labels = labelsAt(node);
            const auto label = std::find_if(labels.begin(), labels.end(),
                                            [&](const Label& l) { return m_sources[l.source].row == source.row; });
            if (label->previous == Walk::kDirect) {
                break;
            }
            node = label->previous;
        }
        end = node == last.from ? source.at.at.from : source.at.at.to;
    }
    add(pointAlong(last.a, last.b, end));
    if (source.at.leg > 0.0) {
        add(source.at.onFeature);
    }
    return points;
}

} // namespace merestone
