// SPDX-License-Identifier: MIT
#include "measures/network/point_nodes.hpp"

#include "measures/network/segment_contacts.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kCellMetres = 0.25; ///< far more than a millimetre, so that hardly any point lies near a border

std::int64_t cellOf(double coordinate) {
    return static_cast<std::int64_t>(std::floor(coordinate / kCellMetres));
}

std::uint64_t keyOf(std::int64_t column, std::int64_t row) {
    return (static_cast<std::uint64_t>(column) << 32U) ^ (static_cast<std::uint64_t>(row) & 0xffffffffU);
}

} // namespace

std::uint32_t PointNodes::findIn(std::int64_t column, std::int64_t row, Point p) const {
    const auto cell = m_cells.find(keyOf(column, row));
    for (std::uint32_t node = cell == m_cells.end() ? kNobody : cell->second; node != kNobody; node = m_next[node]) {
        if (distanceBetween(m_points[node], p) <= kSamePlaceMetres) {
            return node;
        }
    }
    return kNobody;
}

std::uint32_t PointNodes::nodeAt(Point p) {
    for (std::int64_t row = cellOf(p.y - kSamePlaceMetres); row <= cellOf(p.y + kSamePlaceMetres); ++row) {
        for (std::int64_t column = cellOf(p.x - kSamePlaceMetres); column <= cellOf(p.x + kSamePlaceMetres); ++column) {
            if (const std::uint32_t node = findIn(column, row, p); node != kNobody) {
                return node;
            }
        }
    }
    const std::uint32_t node = deadEnd(p);
    const auto [cell, isNew] = m_cells.try_emplace(keyOf(cellOf(p.x), cellOf(p.y)), node);
    if (!isNew) {
        m_next[node] = cell->second;
        cell->second = node;
    }
    return node;
}

std::uint32_t PointNodes::deadEnd(Point p) {
    m_points.push_back(p);
    m_next.push_back(kNobody);
    return static_cast<std::uint32_t>(m_points.size() - 1);
}

} // namespace merestone
