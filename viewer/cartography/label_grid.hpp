// SPDX-License-Identifier: MIT
#pragma once

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace merestone::map {

/// Rectangles that labels must keep off, in units, sorted into cells.
class LabelGrid {
public:
    explicit LabelGrid(QSizeF size);

    /// Whether none of the rectangles meets one that was taken, and all lie within the map.
    [[nodiscard]] bool free(std::span<const QRectF> boxes) const;
    void take(std::span<const QRectF> boxes);
    void take(const QRectF& box) { take(std::span<const QRectF>(&box, 1)); }

private:
    template <class Visit> void cellsOf(const QRectF& box, const Visit& visit) const;

    QRectF m_frame;
    int m_columns;
    int m_rows;
    std::vector<std::vector<QRectF>> m_cells;
};

} // namespace merestone::map
