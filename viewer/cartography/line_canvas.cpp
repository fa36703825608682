// SPDX-License-Identifier: MIT
#include "cartography/line_canvas.hpp"

#include "cartography/thin_line.hpp"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace merestone::map {

namespace {

constexpr double kHalf = 0.5; ///< rounds what is not negative, faster than lround

bool isWhole(double value) {
    return std::abs(value - std::round(value)) < 1e-6;
}

/// 255 parts of a colour over a premultiplied pixel.
QRgb over(QRgb below, QRgb ink, unsigned cover) {
    const unsigned alpha = static_cast<unsigned>(qAlpha(ink)) * cover / 255U;
    const unsigned stays = 255U - alpha;
    const auto mixed = [&](int inkPart, int belowPart) {
        return (static_cast<unsigned>(inkPart) * cover + static_cast<unsigned>(belowPart) * stays + 127U) / 255U;
    };
    return qRgba(static_cast<int>(mixed(qRed(ink), qRed(below))), static_cast<int>(mixed(qGreen(ink), qGreen(below))),
                 static_cast<int>(mixed(qBlue(ink), qBlue(below))),
                 static_cast<int>(std::min(255U, mixed(qAlpha(ink), qAlpha(below)))));
}

} // namespace

std::optional<LineCanvas> LineCanvas::under(QPainter& painter, double devicePixelRatio) {
    const QPaintDevice* device = painter.device();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || device->devType() != QInternal::Image) {
        return std::nullopt;
    }
    const auto& image = *static_cast<const QImage*>(device);
    const QTransform place = painter.deviceTransform();
    const bool plain = place.type() <= QTransform::TxScale && std::abs(place.m11() - devicePixelRatio) < 1e-9 &&
                       std::abs(place.m22() - devicePixelRatio) < 1e-9 && isWhole(place.dx()) && isWhole(place.dy());
    const bool format = image.format() == QImage::Format_ARGB32_Premultiplied || image.format() == QImage::Format_RGB32;
    if (!plain || !format || painter.opacity() < 1.0 ||
        painter.compositionMode() != QPainter::CompositionMode_SourceOver) {
        return std::nullopt;
    }
    LineCanvas canvas;
    // Not bits(): that could give the image pixels of its own, while the painter goes on with these.
    canvas.m_bits = const_cast<unsigned char*>(image.constBits());
    canvas.m_bytesPerLine = image.bytesPerLine();
    canvas.m_origin = {place.dx(), place.dy()};
    canvas.m_clip = image.rect();
    if (painter.hasClipping()) {
        canvas.m_clip &= place.mapRect(painter.clipBoundingRect()).toRect();
    }
    return canvas;
}

void LineCanvas::addLine(QPointF from, QPointF to, double width, const QColor& colour) {
    if (m_clip.isEmpty()) {
        return;
    }
    const QRgb ink = qPremultiply(colour.rgba());
    plotLine(from + m_origin, to + m_origin, width, m_clip, [&](int x, int y, double cover) {
        unsigned char* pixel = m_bits + y * m_bytesPerLine + static_cast<qsizetype>(x) * 4;
        QRgb below = 0;
        std::memcpy(&below, pixel, sizeof below);
        const QRgb mixed = over(below, ink, static_cast<unsigned>(std::min(1.0, cover) * 255.0 + kHalf));
        std::memcpy(pixel, &mixed, sizeof mixed);
    });
}

} // namespace merestone::map
