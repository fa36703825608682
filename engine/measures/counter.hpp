// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/nearest.hpp"
#include "geometry/point_grid.hpp"
#include "measures/target_set.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace merestone {

struct CounterSettings {
    std::optional<double> radius; ///< metres; nothing: inside or touching the subject
    bool fromCentroid = false;
    bool toCentroid = false;
    bool countSelf = false; ///< when the target is the subject's own layer
};

/// What was counted around one subject.
struct Tally {
    std::size_t count = 0;
    double sum = 0.0;        ///< of the known weights; of 1 each when there are none
    std::size_t unknown = 0; ///< members whose weight is unknown
};

/// Finds and tallies the members of a selection around a subject. Picks the fitting structure once: a point grid for
/// centroid to centroid, the segment tree for edges, point in polygon for "inside". Any thread.
class Counter {
public:
    /// Reused from subject to subject by one thread.
    struct Scratch {
        std::vector<std::uint32_t> rows;
    };

    Counter(SelectionPtr target, std::shared_ptr<const std::vector<double>> weights, const CounterSettings& settings);
    Counter(const Counter&) = delete; // the finder points into this object
    Counter& operator=(const Counter&) = delete;

    /// Before threads start: computes what is shared of the subjects.
    void prepare(const Layer& subjects) const;
    /// `change` metres are added to the radius, or the subject's border is moved outwards by it (uncertainty); a
    /// radius below 0 counts nobody. "Touching the subject" can only grow: a negative change leaves it as it is.
    [[nodiscard]] Tally tally(const Layer& subjects, std::uint32_t row, double change, Scratch& scratch) const;
    /// Rows of the target layer, ascending.
    void members(const Layer& subjects, std::uint32_t row, double change, std::vector<std::uint32_t>& rows) const;

    [[nodiscard]] const TargetSet& target() const noexcept { return m_target; }
    [[nodiscard]] double weight(std::uint32_t row) const noexcept { return m_weights ? (*m_weights)[row] : 1.0; }
    [[nodiscard]] bool hasUnknownWeights() const noexcept { return m_hasUnknownWeights; }

private:
    [[nodiscard]] Tally tallyOnGrid(const Layer& subjects, std::uint32_t row, double radius) const;
    void membersOnGrid(const Layer& subjects, std::uint32_t row, double radius, std::vector<std::uint32_t>& rows) const;
    void membersInside(const Layer& subjects, std::uint32_t row, double change, std::vector<std::uint32_t>& rows) const;
    void membersWithin(const Layer& subjects, std::uint32_t row, double radius, std::vector<std::uint32_t>& rows) const;

    TargetSet m_target;
    std::shared_ptr<const std::vector<double>> m_weights;
    CounterSettings m_settings;
    bool m_hasUnknownWeights = false;
    PackedGeometry m_targetPoints;           ///< centroids, for edge to centroid
    std::unique_ptr<PointGrid> m_grid;       ///< centroid to centroid; items are positions in target().rows()
    std::vector<double> m_gridWeights;       ///< by slot; unknown ones 0
    std::unique_ptr<NearestFinder> m_finder; ///< edges
};

} // namespace merestone
