// SPDX-License-Identifier: MIT
#include "cartography/backdrop.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace merestone::map {

void drawBackdrop(QPainter& painter, const BackdropPicture& picture, double strength, const MapView& view) {
    if (picture.image.isNull() || picture.box.empty()) {
        return;
    }
    QImage faded = picture.image; // its own alpha, since not every paint device knows opacity
    faded.setDevicePixelRatio(1.0);
    QPainter fading(&faded);
    fading.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    constexpr double kOpaque = 255.0;
    const int alpha = static_cast<int>(std::lround(std::clamp(strength, 0.0, 1.0) * kOpaque));
    fading.fillRect(faded.rect(), QColor(0, 0, 0, alpha));
    fading.end();
    const Box& box = picture.box;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(view.toUnits(Point{box.minX, box.maxY}), view.toUnits(Point{box.maxX, box.minY})), faded);
    painter.restore();
}

} // namespace merestone::map
