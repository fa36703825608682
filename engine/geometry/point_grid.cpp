// SPDX-License-Identifier: MIT
#include "geometry/point_grid.hpp"

#include <cmath>
#include <numeric>

namespace merestone {

namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 22U; ///< a few far-away points must not cost gigabytes

} // namespace

PointGrid::PointGrid(std::span<const Point> points, double cellMetres) : m_cell(cellMetres) {
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isfinite(points[i].x) && std::isfinite(points[i].y)) {
            m_bounds.extend(points[i]);
            kept.push_back(static_cast<std::uint32_t>(i));
        }
    }
    if (kept.empty()) {
        return;
    }
    const double width = m_bounds.maxX - m_bounds.minX;
    const double height = m_bounds.maxY - m_bounds.minY;
    while ((width / m_cell + 1.0) * (height / m_cell + 1.0) > static_cast<double>(kMostCells)) {
        m_cell *= 2.0;
    }
    m_columns = static_cast<std::size_t>(width / m_cell) + 1;
    m_rows = static_cast<std::size_t>(height / m_cell) + 1;

    // Counting sort by cell: stable, so the result depends on the points alone.
    m_cells.assign(m_columns * m_rows + 1, 0);
    std::vector<std::uint32_t> cellOf(kept.size());
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const Point p = points[kept[k]];
        cellOf[k] = static_cast<std::uint32_t>(row(p.y) * m_columns + column(p.x));
        ++m_cells[cellOf[k] + std::size_t{1}];
    }
    std::partial_sum(m_cells.begin(), m_cells.end(), m_cells.begin());
    std::vector<std::uint32_t> next(m_cells.begin(), m_cells.end() - 1);
    m_points.resize(kept.size());
    m_items.resize(kept.size());
    for (std::size_t k = 0; k < kept.size(); ++k) {
        const std::uint32_t slot = next[cellOf[k]]++;
        m_points[slot] = points[kept[k]];
        m_items[slot] = kept[k];
    }
}

std::size_t PointGrid::column(double x) const noexcept {
    return static_cast<std::size_t>(std::clamp((x - m_bounds.minX) / m_cell, 0.0, static_cast<double>(m_columns - 1)));
}

std::size_t PointGrid::row(double y) const noexcept {
    return static_cast<std::size_t>(std::clamp((y - m_bounds.minY) / m_cell, 0.0, static_cast<double>(m_rows - 1)));
}

} // namespace merestone
