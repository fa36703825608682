// SPDX-License-Identifier: MIT
#include "cartography/label_grid.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr double kCell = 48.0;   ///< units
constexpr double kMost = 4096.0; ///< cells along a side, whatever the size

int cellCount(double length) {
    return static_cast<int>(std::clamp(std::ceil(length / kCell), 1.0, kMost));
}

} // namespace

LabelGrid::LabelGrid(QSizeF size)
    : m_frame(QPointF(0, 0), size), m_columns(cellCount(size.width())), m_rows(cellCount(size.height())),
      m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows)) {}

template <class Visit> void LabelGrid::cellsOf(const QRectF& box, const Visit& visit) const {
    const auto index = [](double at, int count) {
        return static_cast<int>(std::clamp(std::floor(at / kCell), 0.0, static_cast<double>(count - 1)));
    };
    for (int row = index(box.top(), m_rows); row <= index(box.bottom(), m_rows); ++row) {
        for (int column = index(box.left(), m_columns); column <= index(box.right(), m_columns); ++column) {
            visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                  static_cast<std::size_t>(column));
        }
    }
}

bool LabelGrid::free(std::span<const QRectF> boxes) const {
    for (const QRectF& box : boxes) {
        if (!m_frame.contains(box)) {
            return false;
        }
        bool taken = false;
        cellsOf(box, [&](std::size_t cell) {
            taken = taken || std::any_of(m_cells[cell].begin(), m_cells[cell].end(),
                                         [&box](const QRectF& other) { return other.intersects(box); });
        });
        if (taken) {
            return false;
        }
    }
    return true;
}

void LabelGrid::take(std::span<const QRectF> boxes) {
    for (const QRectF& box : boxes) {
        cellsOf(box, [&](std::size_t cell) { m_cells[cell].push_back(box); });
    }
}

} // namespace merestone::map
