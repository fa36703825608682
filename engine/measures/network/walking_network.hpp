// SPDX-License-Identifier: MIT
#pragma once

#include "measures/network/barriers.hpp"

#include <optional>
#include <vector>

namespace merestone {

/// A straight piece of a way that can be walked from one end to the other.
struct NetworkEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double length = 0.0;
    Point a; ///< at `from`
    Point b;
};

/// Where a feature gets onto the network: a place or stretch of an edge, and the straight leg to it.
struct Attachment {
    std::uint32_t edge = 0;
    Stretch at; ///< metres from the edge's start
    double leg = 0.0;
    Point onFeature; ///< where the leg starts; for a feature that the network meets, the place itself
};

/// The ways of a layer as a graph: nodes where ways join, edges with their lengths in metres on the planar grid, cut
/// at barriers. Immutable; any thread.
class WalkingNetwork {
public:
    struct Settings {
        bool nodeCrossings = false;  ///< ways that cross without a common corner are joined
        double crossingReach = 10.0; ///< metres; see Barriers
    };
    /// `barriers` and `crossings` may be null. Throws Error(cancelled) when stopped.
    WalkingNetwork(const SelectionPtr& ways, const SelectionPtr& barriers, const SelectionPtr& crossings,
                   const Settings& settings, const RunContext& context);
    WalkingNetwork(const WalkingNetwork&) = delete; // the finder points into this object
    WalkingNetwork& operator=(const WalkingNetwork&) = delete;

    [[nodiscard]] std::span<const Point> nodes() const noexcept { return m_nodes.points(); }
    [[nodiscard]] std::span<const NetworkEdge> edges() const noexcept { return m_edges; }
    /// Edges that end at a node.
    [[nodiscard]] std::span<const std::uint32_t> edgesAt(std::uint32_t node) const noexcept {
        return {m_edgesAt.data() + m_firstEdge[node], m_firstEdge[node + 1] - m_firstEdge[node]};
    }

    /// Where a feature gets onto the network: wherever the network meets it, else at the nearest point of the nearest
    /// edge within `snap` metres that a straight leg reaches without meeting a barrier; of edges that are equally near
    /// (a way drawn twice, the ends of ways at one corner) at each. Empty if there is none.
    [[nodiscard]] std::vector<Attachment> attach(const PackedGeometry& features, std::uint32_t feature,
                                                 double snap) const;

private:
    void addEdges(std::span<const WaySegment> segments, std::span<const std::vector<Joint>> joints,
                  std::span<const std::vector<Stretch>> cuts);
    void addEdge(std::uint32_t from, std::uint32_t to, Point a, Point b);
    void linkNodes();
    [[nodiscard]] std::vector<Attachment> reachable(const PackedGeometry& features, std::uint32_t feature,
                                                    double within) const;
    [[nodiscard]] Attachment attachmentAt(std::uint32_t edge, Point onFeature, Point onEdge) const;

    PointNodes m_nodes;
    std::vector<NetworkEdge> m_edges;
    std::vector<std::uint32_t> m_firstEdge; ///< by node, and one past the last
    std::vector<std::uint32_t> m_edgesAt;
    PackedGeometry m_lines; ///< an edge a feature
    std::optional<NearestFinder> m_finder;
    std::optional<Barriers> m_barriers;
};

} // namespace merestone
