// SPDX-License-Identifier: MIT
#include "cartography/map_view.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::map {

QTransform MapView::toUnits() const {
    const double scale = 1.0 / metresPerUnit;
    return {scale, 0, 0, -scale, size.width() / 2 - centre.x() * scale, size.height() / 2 + centre.y() * scale};
}

QRectF MapView::extent() const {
    const Box seen = box();
    return {QPointF(seen.minX, seen.minY), QPointF(seen.maxX, seen.maxY)};
}

Box MapView::box() const noexcept {
    const double halfWidth = size.width() / 2 * metresPerUnit;
    const double halfHeight = size.height() / 2 * metresPerUnit;
    return {centre.x() - halfWidth, centre.y() - halfHeight, centre.x() + halfWidth, centre.y() + halfHeight};
}

bool MapView::valid() const noexcept {
    return std::isfinite(centre.x()) && std::isfinite(centre.y()) && std::isfinite(metresPerUnit) &&
           metresPerUnit > 0 && size.width() >= 1 && size.height() >= 1 && devicePixelRatio > 0 && unitsPerMm > 0;
}

MapView MapView::fitting(const Box& box, QSizeF size, double margin, double leastMetresAcross) {
    MapView view;
    view.size = size;
    if (box.empty()) {
        return view;
    }
    const double inner = std::max(0.05, 1.0 - 2 * margin);
    const double width = std::max(1.0, size.width()) * inner;
    const double height = std::max(1.0, size.height()) * inner;
    const double least = leastMetresAcross / std::min(width, height);
    view.centre = {box.centre().x, box.centre().y};
    view.metresPerUnit = std::max({(box.maxX - box.minX) / width, (box.maxY - box.minY) / height, least});
    return view;
}

QPointF MapView::wholePixels(QPointF units) const noexcept {
    return {std::round(units.x() * devicePixelRatio) / devicePixelRatio,
            std::round(units.y() * devicePixelRatio) / devicePixelRatio};
}

MapView MapView::panned(QPointF units) const {
    MapView view = *this;
    view.centre += QPointF(-units.x(), units.y()) * metresPerUnit;
    return view;
}

MapView MapView::zoomed(double factor, QPointF about) const {
    MapView view = *this;
    const Point fixed = toMetres(about);
    view.metresPerUnit = metresPerUnit / factor;
    const Point moved = view.toMetres(about);
    view.centre += QPointF(fixed.x - moved.x, fixed.y - moved.y);
    return view;
}

} // namespace merestone::map
