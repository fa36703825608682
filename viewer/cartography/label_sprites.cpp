// SPDX-License-Identifier: MIT
#include "cartography/label_sprites.hpp"

#include <QPainter>

#include <cmath>
#include <cstring>

namespace merestone::map {

namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20; ///< of sprites that the last picture did not need
constexpr double kStepsOfAPixel = 8.0;                   ///< places that are told apart
constexpr double kStepsOfATurn = 4096.0;                 ///< parts of sine and cosine, and of the size

QPointF placeOf(const PlacedLabel& label, double ratio) {
    const QTransform& first = label.pieces.front().place;
    return QPointF(first.dx(), first.dy()) * ratio;
}

QPoint originOf(const PlacedLabel& label, double ratio) {
    const QPointF place = placeOf(label, ratio);
    return {static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y()))};
}

void append(std::string& key, long long value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

/// All that a sprite's pixels depend on.
std::string keyOf(const PlacedLabel& label, QPoint origin, double ratio, const Theme& theme) {
    std::string key;
    key.reserve((label.pieces.size() * 8 + 2) * sizeof(long long));
    append(key, label.ink.rgba());
    append(key, theme.halo.rgba());
    for (const PlacedLabel::Piece& piece : label.pieces) {
        const QTransform& t = piece.place;
        append(key, static_cast<long long>(reinterpret_cast<std::uintptr_t>(piece.shape.get())));
        append(key, piece.glyph);
        for (const double value : {t.m11(), t.m12(), t.m21(), t.m22()}) {
            append(key, std::llround(value * ratio * kStepsOfATurn / 16.0));
        }
        append(key, std::llround((t.dx() * ratio - origin.x()) * kStepsOfAPixel));
        append(key, std::llround((t.dy() * ratio - origin.y()) * kStepsOfAPixel));
    }
    return key;
}

QImage imageOf(const QPainterPath& path, const QRect& frame, const QColor& colour) {
    QImage image(frame.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-frame.topLeft());
    painter.fillPath(path, colour);
    return image;
}

} // namespace

LabelSprites::Sprite& LabelSprites::spriteOf(const PlacedLabel& label, QPoint origin, double ratio,
                                             const Theme& theme) {
    const auto [entry, isNew] = m_sprites.try_emplace(keyOf(label, origin, ratio, theme));
    Sprite& sprite = entry->second;
    if (isNew) {
        const QTransform toSprite =
            QTransform::fromScale(ratio, ratio) * QTransform::fromTranslate(-origin.x(), -origin.y());
        const QPainterPath halo = toSprite.map(outlineOf(label, true));
        const QRect frame = halo.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
        sprite.halo = imageOf(halo, frame, theme.halo);
        sprite.ink = imageOf(toSprite.map(outlineOf(label, false)), frame, label.ink);
        sprite.corner = frame.topLeft();
        for (const PlacedLabel::Piece& piece : label.pieces) {
            sprite.shapes.push_back(piece.shape);
        }
        m_bytes += static_cast<std::size_t>(sprite.halo.sizeInBytes() + sprite.ink.sizeInBytes());
    }
    sprite.usedIn = m_picture;
    return sprite;
}

void LabelSprites::draw(QImage& image, const std::vector<PlacedLabel>& labels, double ratio, const Theme& theme) {
    ++m_picture;
    const double ofImage = image.devicePixelRatio();
    image.setDevicePixelRatio(1.0); // whole pixels are copied, not scaled
    QPainter painter(&image);
    std::vector<std::pair<QPoint, const Sprite*>> placed;
    placed.reserve(labels.size());
    for (const PlacedLabel& label : labels) {
        if (!label.pieces.empty()) {
            const QPoint origin = originOf(label, ratio);
            const Sprite& sprite = spriteOf(label, origin, ratio, theme);
            placed.emplace_back(origin + sprite.corner, &sprite);
        }
    }
    for (const auto& [corner, sprite] : placed) {
        painter.drawImage(corner, sprite->halo);
    }
    for (const auto& [corner, sprite] : placed) {
        painter.drawImage(corner, sprite->ink);
    }
    painter.end();
    image.setDevicePixelRatio(ofImage);
    forgetUnused();
}

void LabelSprites::forgetUnused() {
    if (m_bytes <= kMostBytes) {
        return;
    }
    for (auto entry = m_sprites.begin(); entry != m_sprites.end();) {
        if (entry->second.usedIn == m_picture) {
            ++entry;
            continue;
        }
        m_bytes -= static_cast<std::size_t>(entry->second.halo.sizeInBytes() + entry->second.ink.sizeInBytes());
        entry = m_sprites.erase(entry);
    }
}

} // namespace merestone::map
