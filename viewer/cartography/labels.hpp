// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/label_grid.hpp"
#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/text_shape.hpp"
#include "cartography/theme.hpp"

#include <QPainterPath>
#include <QTransform>

#include <stop_token>
#include <vector>

class QPainter;

namespace merestone::map {

/// A text with its place, ready to draw.
struct PlacedLabel {
    struct Piece {
        TextShapePtr shape;
        int glyph = -1;   ///< of the shape; -1: all of it
        QTransform place; ///< em to units
    };
    QString text;
    std::vector<Piece> pieces;
    std::vector<QRectF> boxes; ///< what it covers
    QColor ink;
    std::size_t layer = 0;
};

/// Chooses what is labelled and where: by priority, then by layer and row, each label where it meets nothing that was
/// placed before or stands in `taken` (markers of findings). Nothing when stopped.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const MapScene& scene, const MapView& view, const Theme& theme,
                                                   LabelGrid& taken, double labelScale, const std::stop_token& stop);

/// A label's letters in units, or what surrounds them.
[[nodiscard]] QPainterPath outlineOf(const PlacedLabel& label, bool halo);
void drawLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, const Theme& theme);

} // namespace merestone::map
