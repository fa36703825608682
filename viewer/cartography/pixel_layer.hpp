// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSize>

#include <cstdint>
#include <vector>

namespace merestone::map {

/// Collects what is too small or too thin for a path: features of a few pixels as the share of each pixel that they
/// cover, and hairlines. A hundred thousand plots take a few milliseconds, and none of them is lost. In device pixels.
class PixelLayer {
public:
    explicit PixelLayer(QSize size);

    /// Adds an area spread evenly over a box. Areas side by side add up to full cover, no more.
    void addArea(const QRectF& box, double area, const QColor& colour);
    /// Adds a line of up to some two pixels' width, antialiased.
    void addLine(QPointF from, QPointF to, double width, const QColor& colour);

    [[nodiscard]] bool empty() const noexcept { return !m_used; }
    /// What was collected, premultiplied; the layer is empty afterwards.
    [[nodiscard]] QImage take();

private:
    struct Pixel {
        std::uint16_t red = 0, green = 0, blue = 0, alpha = 0; ///< premultiplied, 0 … 65280
    };
    struct Ink {
        double red, green, blue, alpha; ///< premultiplied, of a fully covered pixel
    };
    static Ink inkOf(const QColor& colour);
    void fill(int x, int y, double cover, const Ink& ink);
    void over(int x, int y, double cover, const Ink& ink);

    int m_width;
    int m_height;
    bool m_used = false;
    std::vector<Pixel> m_pixels;
};

} // namespace merestone::map
