// SPDX-License-Identifier: MIT
#include "cartography/pixel_layer.hpp"

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

/// Steps along the longer axis; each step's width is shared among the pixels that it touches across (after X. Wu, "An
/// efficient antialiasing technique", 1991).
void PixelLayer::addLine(QPointF from, QPointF to, double width, const QColor& colour) {
    m_used = true;
    const Ink ink = inkOf(colour);
    const bool steep = std::abs(to.y() - from.y()) > std::abs(to.x() - from.x());
    const auto turned = [steep](QPointF p) { return steep ? QPointF(p.y(), p.x()) : p; };
    QPointF a = turned(from);
    QPointF b = turned(to);
    if (a.x() > b.x()) {
        std::swap(a, b);
    }
    const int most = steep ? m_height : m_width;
    const double run = b.x() - a.x();
    const double slope = run > 1e-9 ? (b.y() - a.y()) / run : 0.0;
    const double across = width * std::sqrt(1.0 + slope * slope);
    const auto first = static_cast<int>(std::floor(std::clamp(a.x(), -1.0, static_cast<double>(most))));
    const auto last = static_cast<int>(std::floor(std::clamp(b.x(), -1.0, static_cast<double>(most))));
    for (int step = first; step <= last; ++step) {
        const double enter = std::max(a.x(), static_cast<double>(step));
        const double leave = std::min(b.x(), step + 1.0);
        if (leave <= enter) {
            continue;
        }
        const double middle = a.y() + ((enter + leave) / 2 - a.x()) * slope;
        const double low = middle - across / 2;
        const double high = middle + across / 2;
        for (auto pixel = static_cast<int>(std::floor(low)); pixel <= static_cast<int>(std::floor(high)); ++pixel) {
            const double cover =
                (std::min(high, pixel + 1.0) - std::max(low, static_cast<double>(pixel))) * (leave - enter);
            if (steep) {
                over(pixel, step, cover, ink);
            } else {
                over(step, pixel, cover, ink);
            }
        }
    }
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
