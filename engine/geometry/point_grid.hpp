// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// A flat grid over points for counting within a radius. Points are stored cell by cell, so that a row of cells is
/// one contiguous stretch of memory. Immutable; queries may run on any number of threads.
class PointGrid {
public:
    /// `cellMetres` > 0; about half the usual radius is a good size. Points with a NaN coordinate are left out.
    PointGrid(std::span<const Point> points, double cellMetres);

    /// Calls `visit(begin, end)` for stretches of slots [begin, end) that together hold every point within `radius`
    /// of `centre`, and others; the caller tests the distance.
    template <class Visit> void stretches(Point centre, double radius, Visit&& visit) const {
        if (m_points.empty()) {
            return;
        }
        const std::size_t firstColumn = column(centre.x - radius);
        const std::size_t lastColumn = column(centre.x + radius);
        const std::size_t lastRow = row(centre.y + radius);
        for (std::size_t r = row(centre.y - radius); r <= lastRow; ++r) {
            const std::uint32_t begin = m_cells[r * m_columns + firstColumn];
            const std::uint32_t end = m_cells[r * m_columns + lastColumn + 1];
            if (begin < end) {
                visit(begin, end);
            }
        }
    }

    /// Point of a slot, and its position in the constructor's list.
    [[nodiscard]] Point point(std::uint32_t slot) const noexcept { return m_points[slot]; }
    [[nodiscard]] std::uint32_t item(std::uint32_t slot) const noexcept { return m_items[slot]; }
    [[nodiscard]] std::span<const std::uint32_t> items() const noexcept { return m_items; }

private:
    [[nodiscard]] std::size_t column(double x) const noexcept;
    [[nodiscard]] std::size_t row(double y) const noexcept;

    Box m_bounds;
    double m_cell = 1.0;
    std::size_t m_columns = 1;
    std::size_t m_rows = 1;
    std::vector<std::uint32_t> m_cells; ///< first slot of each cell, row by row, and one past the last
    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_items;
};

} // namespace merestone
