// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box_index.hpp"
#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace merestone {

class PolygonLocator;

/// The feature nearest to another one, and the two points that are nearest.
struct Nearest {
    double squaredDistance = std::numeric_limits<double>::infinity(); ///< m2; 0 when they meet; infinity: none found
    std::uint32_t row = 0;                                            ///< of the target, if one was found
    Point onSubject;
    Point onTarget;

    [[nodiscard]] bool found() const noexcept { return squaredDistance < std::numeric_limits<double>::infinity(); }
};

/// Finds the nearest of many target features by exact planar distance, edge to edge. Segments are grouped in runs of
/// 16 under a packed R-tree; a search is branch and bound over their boxes, with a cheap test against the subject's
/// centre before the exact one. Distances equal GEOS's to rounding; of equally near features any may be named, but
/// always the same one. Immutable; any thread. The geometry must outlive the finder.
class NearestFinder {
public:
    /// `rows`: usable features of `targets`, ascending.
    NearestFinder(const PackedGeometry& targets, std::span<const std::uint32_t> rows);
    ~NearestFinder();
    NearestFinder(NearestFinder&&) noexcept;
    NearestFinder& operator=(NearestFinder&&) noexcept;

    static constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

    /// The target nearest to a feature within `search` metres, the row `except` left out. `hint` (a row found for a
    /// neighbour, or kNobody) only makes it faster.
    [[nodiscard]] Nearest find(const PackedGeometry& subjects, std::size_t feature, double search,
                               std::uint32_t except = kNobody, std::uint32_t hint = kNobody) const;

    /// Calls `visit(row)` once for each target within `distance` of a feature (0: those that meet it), ascending.
    /// With `distance` below 0 nobody. Decided by squared distances, borders included.
    void forEachWithin(const PackedGeometry& subjects, std::size_t feature, double distance,
                       std::vector<std::uint32_t>& rows) const;

private:
    struct Group { ///< up to 16 consecutive segments of one run, or one point
        std::uint32_t row;
        std::uint32_t run;
        std::uint32_t first; ///< position of the first segment's start within the run
        std::uint32_t count; ///< segments; 0 for a single point
    };
    struct Search;
    void addGroups(std::uint32_t row);
    [[nodiscard]] bool meetsByContainment(const PackedGeometry& subjects, std::size_t feature, std::uint32_t position,
                                          Point& where) const;
    void searchGroups(Search& search) const;
    void examine(Search& search, const Group& group) const;

    const PackedGeometry* m_targets;
    std::vector<std::uint32_t> m_rows;
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_firstGroup;                 ///< of each position in m_rows
    std::vector<Box> m_boxes;                                ///< of each position in m_rows
    std::vector<std::unique_ptr<PolygonLocator>> m_locators; ///< of polygons with many vertices; null for the others
    BoxIndex m_groupIndex;
    BoxIndex m_rowIndex;
};

/// Squared distance between two features, edge to edge; 0 when they meet. `limit`: any value above it may be returned
/// as infinity.
[[nodiscard]] double squaredDistance(const PackedGeometry& a, std::size_t featureA, const PackedGeometry& b,
                                     std::size_t featureB);

} // namespace merestone
