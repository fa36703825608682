// SPDX-License-Identifier: MIT
#include "cartography/pixel_layer.hpp"

#include "cartography/thin_line.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr double kFull = 65280.0; ///< 255 * 256

std::uint16_t level(double value) {
    return static_cast<std::uint16_t>(std::clamp(value, 0.0, kFull));
}

} // namespace

PixelLayer::PixelLayer(QSize size)
    : m_width(std::max(1, size.width())), m_height(std::max(1, size.height())),
      m_pixels(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height)) {}

PixelLayer::Ink PixelLayer::inkOf(const QColor& colour) {
    const double alpha = colour.alphaF();
    return {colour.redF() * alpha * kFull, colour.greenF() * alpha * kFull, colour.blueF() * alpha * kFull,
            alpha * kFull};
}

/// Adds cover beside what is there, until the pixel is full.
void PixelLayer::fill(int x, int y, double cover, const Ink& ink) {
    if (x < 0 || y < 0 || x >= m_width || y >= m_height) {
        return;
    }
    Pixel& pixel =
        m_pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
    const double share = std::min(cover, (kFull - pixel.alpha) / std::max(1.0, ink.alpha));
    pixel.red = level(pixel.red + share * ink.red);
    pixel.green = level(pixel.green + share * ink.green);
    pixel.blue = level(pixel.blue + share * ink.blue);
    pixel.alpha = level(pixel.alpha + share * ink.alpha);
}

/// Lays cover over what is there.
void PixelLayer::over(int x, int y, double cover, const Ink& ink) {
    if (x < 0 || y < 0 || x >= m_width || y >= m_height) {
        return;
    }
    Pixel& pixel =
        m_pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
    const double stays = 1.0 - std::min(1.0, cover) * ink.alpha / kFull;
    const double share = std::min(1.0, cover);
    pixel.red = level(pixel.red * stays + share * ink.red);
    pixel.green = level(pixel.green * stays + share * ink.green);
    pixel.blue = level(pixel.blue * stays + share * ink.blue);
    pixel.alpha = level(pixel.alpha * stays + share * ink.alpha);
}

void PixelLayer::addArea(const QRectF& box, double area, const QColor& colour) {
    m_used = true;
    const Ink ink = inkOf(colour);
    // A feature thinner than a pixel is spread over one, so that its cover is never more than there is.
    const double width = std::max(1.0, box.width());
    const double height = std::max(1.0, box.height());
    const double left = box.center().x() - width / 2;
    const double top = box.center().y() - height / 2;
    const double density = area / (width * height);
    const auto firstColumn = static_cast<int>(std::floor(left));
    const auto lastColumn = static_cast<int>(std::floor(left + width));
    const auto lastRow = static_cast<int>(std::floor(top + height));
    for (auto y = static_cast<int>(std::floor(top)); y <= lastRow; ++y) {
        const double tall = std::min(top + height, y + 1.0) - std::max(top, static_cast<double>(y));
        for (int x = firstColumn; x <= lastColumn; ++x) {
            const double wide = std::min(left + width, x + 1.0) - std::max(left, static_cast<double>(x));
            fill(x, y, density * wide * tall, ink);
        }
    }
}

void PixelLayer::addLine(QPointF from, QPointF to, double width, const QColor& colour) {
    m_used = true;
    const Ink ink = inkOf(colour);
    plotLine(from, to, width, QRect(0, 0, m_width, m_height),
             [&](int x, int y, double cover) { over(x, y, cover, ink); });
}

QImage PixelLayer::take() {
    QImage image(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < m_height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const Pixel* from = m_pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
        for (int x = 0; x < m_width; ++x) {
            const Pixel& pixel = from[x];
            line[x] = qRgba(pixel.red >> 8, pixel.green >> 8, pixel.blue >> 8, pixel.alpha >> 8);
        }
    }
    std::fill(m_pixels.begin(), m_pixels.end(), Pixel());
    m_used = false;
    return image;
}

} // namespace merestone::map
