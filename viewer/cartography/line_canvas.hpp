// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>

#include <optional>

class QPainter;

namespace merestone::map {

/// Draws thin lines straight into the image under a painter, some twenty times faster than the painter would. Only for
/// images of 32 bits, painters that scale and move by whole pixels and clip to rectangles.
class LineCanvas {
public:
    /// Nothing where the painter draws on something else. Not to be used longer than the painter.
    [[nodiscard]] static std::optional<LineCanvas> under(QPainter& painter, double devicePixelRatio);

    /// In device pixels from the painter's origin.
    void addLine(QPointF from, QPointF to, double width, const QColor& colour);

private:
    unsigned char* m_bits = nullptr;
    qsizetype m_bytesPerLine = 0;
    QPointF m_origin; ///< of the painter, in the image
    QRect m_clip;
};

} // namespace merestone::map
