// SPDX-License-Identifier: MIT
#include "cartography/retained_map.hpp"

#include "cartography/map_filter.hpp"

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace merestone::map {

namespace {

constexpr std::size_t kMostBytes = std::size_t{40} << 20; ///< of pictures that are kept for later
constexpr double kWhole = 0.02; ///< device pixels: a move that is nearer than this to whole pixels counts as one

QSize pixelsOf(const MapView& view) {
    const QSizeF size = view.size * view.devicePixelRatio;
    return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

/// By how many device pixels what is seen lies farther right and down in `to` than in `from`; nothing when that is no
/// whole number, or so many that nothing of the old is left.
std::optional<QPoint> moveBetween(const MapView& from, const MapView& to) {
    const QPointF middle(to.size.width() / 2, to.size.height() / 2);
    const QPointF move = to.toUnits(Point{from.centre.x(), from.centre.y()}) - middle;
    const QPointF pixels = move * to.devicePixelRatio;
    const QPointF whole(std::round(pixels.x()), std::round(pixels.y()));
    if (std::abs(pixels.x() - whole.x()) > kWhole || std::abs(pixels.y() - whole.y()) > kWhole ||
        std::abs(whole.x()) >= to.size.width() * to.devicePixelRatio ||
        std::abs(whole.y()) >= to.size.height() * to.devicePixelRatio) {
        return std::nullopt;
    }
    return whole.toPoint();
}

void scroll(QImage& image, QPoint move) {
    const int rows = image.height() - std::abs(move.y());
    const auto pixels = static_cast<std::size_t>(image.width() - std::abs(move.x()));
    const qsizetype fromX = 4 * static_cast<qsizetype>(std::max(0, -move.x()));
    const qsizetype toX = 4 * static_cast<qsizetype>(std::max(0, move.x()));
    unsigned char* bits = image.bits();
    for (int i = 0; i < rows; ++i) {
        // From the side that things move to, so that no row is overwritten before it was read.
        const int row = move.y() > 0 ? rows - 1 - i : i;
        const int from = row + std::max(0, -move.y());
        const int to = row + std::max(0, move.y());
        std::memmove(bits + to * image.bytesPerLine() + toX, bits + from * image.bytesPerLine() + fromX, pixels * 4);
    }
}

/// The view of a part of a picture, with the same grid of pixels.
MapView viewOf(const QRect& part, const MapView& whole) {
    const double ratio = whole.devicePixelRatio;
    MapView view = whole;
    view.size = QSizeF(part.size()) / ratio;
    const Point centre = whole.toMetres((QPointF(part.topLeft()) + QPointF(part.width(), part.height()) / 2) / ratio);
    view.centre = {centre.x, centre.y};
    return view;
}

bool drawStrip(QImage& image, const QRect& strip, const MapScene& scene, const LayerSpan& layers, const MapView& whole,
               const QColor& ground, const Theme& theme, const std::stop_token& stop) {
    const double ratio = whole.devicePixelRatio;
    QPainter painter(&image);
    painter.translate(QPointF(strip.topLeft()) / ratio);
    const QRectF frame(QPointF(0, 0), QSizeF(strip.size()) / ratio);
    painter.setClipRect(frame);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(frame, ground);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    return drawLayers(painter, scene, layers, viewOf(strip, whole), theme, stop);
}

} // namespace

QImage RetainedMap::draw(const MapScene& scene, const MapView& view, const Theme& theme, std::stop_token stop,
                         const DrawOptions& options) {
    if (!view.valid()) {
        return {};
    }
    const Picture* reference = part(Part::reference, scene, view, theme, options, stop);
    const Picture* plan = reference == nullptr ? nullptr : part(Part::plan, scene, view, theme, options, stop);
    if (plan == nullptr) {
        return {};
    }
    QImage image = reference->image.copy();
    if (image.isNull()) {
        return {};
    }
    QPainter painter(&image);
    if (options.backdrop != nullptr && scene.backdrop.source != nullptr) {
        drawBackdrop(painter, *options.backdrop, scene.backdrop.strength, view);
    }
    if (!plan->look.isNothing()) {
        painter.drawImage(QPointF(0, 0), plan->image);
    }
    LabelGrid taken(view.size);
    bool going = drawFindings(painter, scene, view, theme, options, taken, stop);
    painter.end();
    if (going && options.labels) {
        const std::vector<PlacedLabel> labels =
            placeLabels(namedOnly(scene), view, theme, taken, options.labelScale, stop);
        going = !stop.stop_requested();
        if (going) {
            m_labels.draw(image, labels, view.devicePixelRatio, theme);
        }
    }
    makeRoom();
    return going ? image : QImage();
}

const RetainedMap::Picture* RetainedMap::part(Part which, const MapScene& scene, const MapView& view,
                                              const Theme& theme, const DrawOptions& options,
                                              const std::stop_token& stop) {
    const bool isGround = which == Part::reference;
    const LayerSpan layers = isGround ? referenceLayers(scene, options) : planLayers(scene, options);
    Look look;
    for (std::size_t number = layers.begin; number < layers.end; ++number) {
        if (isDrawn(scene.layers[number], view)) {
            look.layers.emplace_back(scene.layers[number].features, scene.layers[number].style);
        }
    }
    look.veil = layers.veil ? scene.area : nullptr;
    look.filter = layers.filter ? scene.filter : nullptr;
    look.theme = theme.kind;
    look.background = isGround && options.background;
    look.metresPerUnit = view.metresPerUnit;
    look.unitsPerMm = view.unitsPerMm;
    look.devicePixelRatio = view.devicePixelRatio;
    look.pixels = pixelsOf(view);
    Picture& picture = pictureOf(isGround ? m_reference : m_plan, std::move(look), view);
    const bool isEmpty = picture.look.isNothing() && !isGround;
    if (isEmpty) {
        return &picture; // not even an image is needed
    }
    const QColor ground = picture.look.background ? theme.background : QColor(Qt::transparent);
    const QRect frame(QPoint(0, 0), picture.look.pixels);
    if (picture.image.isNull()) {
        picture.image = QImage(picture.look.pixels, QImage::Format_ARGB32_Premultiplied);
        if (picture.image.isNull()) {
            return nullptr;
        }
        picture.image.setDevicePixelRatio(view.devicePixelRatio);
    }
    for (const QRect& strip : QRegion(frame) - QRegion(picture.valid)) {
        if (!drawStrip(picture.image, strip, scene, layers, picture.view, ground, theme, stop)) {
            return nullptr;
        }
    }
    picture.valid = frame;
    return &picture;
}

RetainedMap::Picture& RetainedMap::pictureOf(std::list<Picture>& kept, Look look, const MapView& view) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const Picture& p) { return p.look == look; });
    if (found == kept.end()) {
        kept.push_front({std::move(look), view, {}, {}});
        return kept.front();
    }
    kept.splice(kept.begin(), kept, found);
    Picture& picture = kept.front();
    const std::optional<QPoint> move = moveBetween(picture.view, view);
    if (!move) {
        picture.view = view;
        picture.valid = QRect();
    } else if (!move->isNull()) {
        if (!picture.valid.isEmpty()) {
            scroll(picture.image, *move);
        }
        // The grid of pixels stays the one that was drawn first: errors of one move must not add up over many.
        picture.view = picture.view.panned(QPointF(*move) / view.devicePixelRatio);
        picture.valid = picture.valid.translated(*move) & QRect(QPoint(0, 0), picture.look.pixels);
    }
    return picture;
}

void RetainedMap::makeRoom() {
    while (bytes() > kMostBytes && (m_reference.size() > 1 || m_plan.size() > 1)) {
        std::list<Picture>& longer = m_plan.size() > m_reference.size() ? m_plan : m_reference;
        longer.pop_back();
    }
}

std::size_t RetainedMap::bytes() const noexcept {
    std::size_t sum = m_labels.bytes();
    for (const std::list<Picture>* kept : {&m_reference, &m_plan}) {
        for (const Picture& picture : *kept) {
            sum += static_cast<std::size_t>(picture.image.sizeInBytes());
        }
    }
    return sum;
}

} // namespace merestone::map
