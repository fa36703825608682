// SPDX-License-Identifier: MIT
#include "cartography/draw_map.hpp"

#include "cartography/draw_features.hpp"
#include "cartography/draw_marks.hpp"
#include "cartography/label_grid.hpp"
#include "cartography/labels.hpp"
#include "cartography/screen_shape.hpp"

#include <QPainter>
#include <QPainterPath>

namespace merestone::map {

namespace {

/// Fades what lies outside the neighbourhood area, so that a reader sees at once what the plan is about.
void drawVeil(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme) {
    if (!scene.area) {
        return;
    }
    const double margin = 8 * view.unitsPerMm;
    QPainterPath inside;
    inside.setFillRule(Qt::OddEvenFill);
    inside.addRect(QRectF(QPointF(0, 0), view.size).adjusted(-margin, -margin, margin, margin));
    ScreenShape shape(view, margin);
    for (std::size_t row = 0; row < scene.area->size(); ++row) {
        if (scene.area->geometry().shape(row) == Shape::polygon) {
            shape.addRings(inside, scene.area->geometry(), row);
        }
    }
    painter.fillPath(inside, theme.veil);
}

bool isBoundary(const MapLayer& layer) {
    return layer.style->order >= static_cast<int>(Kind::policyArea);
}

} // namespace

bool drawMap(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme, std::stop_token stop,
             const DrawOptions& options) {
    if (!view.valid()) {
        return true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (options.background) {
        painter.fillRect(QRectF(QPointF(0, 0), view.size), theme.background);
    }
    bool veiled = !options.veil;
    bool going = true;
    for (const MapLayer& layer : scene.layers) {
        if (!veiled && isBoundary(layer)) {
            drawVeil(painter, scene, view, theme);
            veiled = true;
        }
        if (layer.visible && view.scaleDenominator() <= layer.style->maxDenominator) {
            going = drawFeatures(painter, layer, view, theme, stop);
            if (!going) {
                break;
            }
        }
    }
    if (going && !veiled) {
        drawVeil(painter, scene, view, theme);
    }
    LabelGrid taken(view.size);
    if (going && options.finding && *options.finding < scene.findings->marks.size()) {
        drawFinding(painter, scene, *options.finding, view, theme);
        const double size = 1.6 * verdictMarkerSize(view);
        const QPointF at = view.toUnits(scene.findings->marks[*options.finding].anchor);
        taken.take(QRectF(at - QPointF(size, size) / 2, QSizeF(size, size)));
    } else if (going && options.findings) {
        going = drawMarks(painter, scene, view, theme, taken, stop);
    }
    if (going && options.labels) {
        const std::vector<PlacedLabel> labels = placeLabels(scene, view, theme, taken, options.labelScale, stop);
        going = !stop.stop_requested();
        if (going) {
            drawLabels(painter, labels, theme);
        }
    }
    painter.restore();
    return going;
}

} // namespace merestone::map
