// SPDX-License-Identifier: MIT
#pragma once

#include "measures/network/walking_network.hpp"

#include <limits>
#include <vector>

namespace merestone {

/// A way onto the network from a destination.
struct NetworkSource {
    Attachment at;
    std::uint32_t row = 0; ///< of the destination
};

/// The shortest walk from a subject to a destination.
struct Walk {
    double metres = std::numeric_limits<double>::infinity(); ///< legs and all; infinity: none
    std::uint32_t source = 0;                                ///< position in the sweep's sources
    std::uint32_t node = kDirect; ///< where the subject's edge is left; kDirect: both are on one edge
    Attachment start;             ///< of the subject

    static constexpr std::uint32_t kDirect = std::numeric_limits<std::uint32_t>::max();
    [[nodiscard]] bool found() const noexcept { return metres < std::numeric_limits<double>::infinity(); }
};

/// One sweep of Dijkstra's algorithm from all destinations at once: every node learns its nearest destination, or its
/// two nearest where a subject may be one of the destinations itself. Immutable; any thread.
class NetworkSweep {
public:
    /// `labels`: how many destinations a node remembers, 1 or 2. Walks longer than `search` metres are not followed.
    /// The network must outlive it. Throws Error(cancelled) when stopped.
    NetworkSweep(const WalkingNetwork& network, std::vector<NetworkSource> sources, std::uint32_t labels, double search,
                 const RunContext& context);

    /// The shortest walk from any of a subject's attachments, the destination `except` left out (needs two labels).
    [[nodiscard]] Walk nearest(std::span<const Attachment> starts, std::uint32_t except) const;
    /// The corners of a walk, from the subject to the destination.
    [[nodiscard]] std::vector<Point> path(const Walk& walk) const;
    [[nodiscard]] std::uint32_t destination(const Walk& walk) const noexcept { return m_sources[walk.source].row; }

private:
    struct Label {
        double metres;
        std::uint32_t source;
        std::uint32_t previous; ///< node; kDirect: the source's own edge
    };
    struct Step {
        Label label;
        std::uint32_t node;
    };
    [[nodiscard]] bool isSettled(std::uint32_t node, std::uint32_t row) const;
    [[nodiscard]] std::span<const Label> labelsAt(std::uint32_t node) const noexcept {
        return {m_labels.data() + std::size_t{node} * m_perNode, m_counts[node]};
    }
    void run(std::vector<Step> heap, double search, const RunContext& context);

    const WalkingNetwork* m_network;
    std::vector<NetworkSource> m_sources; ///< by edge
    std::uint32_t m_perNode;
    std::vector<Label> m_labels;
    std::vector<std::uint8_t> m_counts;
};

} // namespace merestone
