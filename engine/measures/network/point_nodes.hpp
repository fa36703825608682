// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace merestone {

/// Gives every place a number: points within a millimetre of one another are one node, whichever came first. For one
/// thread while nodes are added.
class PointNodes {
public:
    /// The node at a point, a new one if there is none.
    [[nodiscard]] std::uint32_t nodeAt(Point p);
    /// A node of its own, which no later point will find: the end of a way that is cut.
    [[nodiscard]] std::uint32_t deadEnd(Point p);

    [[nodiscard]] std::span<const Point> points() const noexcept { return m_points; }

private:
    static constexpr std::uint32_t kNobody = 0xffffffffU;
    [[nodiscard]] std::uint32_t findIn(std::int64_t column, std::int64_t row, Point p) const;

    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_next; ///< the next node of the same cell
    std::unordered_map<std::uint64_t, std::uint32_t> m_cells;
};

} // namespace merestone
