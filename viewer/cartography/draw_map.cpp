// SPDX-License-Identifier: MIT
#include "cartography/draw_map.hpp"

#include "cartography/draw_features.hpp"
#include "cartography/draw_marks.hpp"
#include "cartography/draw_parts.hpp"
#include "cartography/label_grid.hpp"
#include "cartography/labels.hpp"
#include "cartography/map_filter.hpp"
#include "cartography/screen_shape.hpp"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace merestone::map {

namespace {

/// Fades what lies outside the neighbourhood area, so that a reader sees at once what the plan is about.
void drawVeil(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme) {
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

/// How many layers lie beneath the veil.
std::size_t layersBeneathVeil(const MapScene& scene) {
    const auto first = std::find_if(scene.layers.begin(), scene.layers.end(), isBoundary);
    return static_cast<std::size_t>(first - scene.layers.begin());
}

std::size_t firstPlanLayer(const MapScene& scene) {
    const auto first = std::find_if(scene.layers.begin(), scene.layers.end(),
                                    [](const MapLayer& layer) { return layer.isPlanDrawing; });
    return static_cast<std::size_t>(first - scene.layers.begin());
}

} // namespace

LayerSpan allLayers(const MapScene& scene, const DrawOptions& options) {
    return {0, scene.layers.size(), options.veil && scene.area != nullptr, scene.filter != nullptr};
}

LayerSpan referenceLayers(const MapScene& scene, const DrawOptions& options) {
    LayerSpan span = allLayers(scene, options);
    span.end = firstPlanLayer(scene);
    span.filter = false;
    span.veil = span.veil && layersBeneathVeil(scene) < span.end;
    return span;
}

LayerSpan planLayers(const MapScene& scene, const DrawOptions& options) {
    LayerSpan span = allLayers(scene, options);
    span.begin = firstPlanLayer(scene);
    span.veil = span.veil && layersBeneathVeil(scene) >= span.begin;
    return span;
}

bool isDrawn(const MapLayer& layer, const MapView& view) {
    return layer.visible && view.scaleDenominator() <= layer.style->maxDenominator;
}

bool drawLayers(QPainter& painter, const MapScene& scene, const LayerSpan& layers, const MapView& view,
                const Theme& theme, const std::stop_token& stop) {
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t veilAt = std::clamp(layersBeneathVeil(scene), layers.begin, layers.end);
    for (std::size_t number = layers.begin; number <= layers.end; ++number) {
        if (layers.veil && number == veilAt) {
            drawVeil(painter, scene, view, theme);
        }
        if (number < layers.end && isDrawn(scene.layers[number], view) &&
            !drawFeatures(painter, scene.layers[number], view, theme, stop)) {
            return false;
        }
    }
    return layers.filter ? drawFilter(painter, *scene.filter, view, theme, stop) : !stop.stop_requested();
}

bool drawFindings(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme,
                  const DrawOptions& options, LabelGrid& taken, const std::stop_token& stop) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (options.finding && *options.finding < scene.findings->marks.size()) {
        drawFinding(painter, scene, *options.finding, view, theme);
        const double size = 1.6 * verdictMarkerSize(view);
        const QPointF at = view.toUnits(scene.findings->marks[*options.finding].anchor);
        taken.take(QRectF(at - QPointF(size, size) / 2, QSizeF(size, size)));
        return true;
    }
    return !options.findings || drawMarks(painter, scene, view, theme, taken, stop);
}

bool drawMap(QPainter& painter, const MapScene& scene, const MapView& view, const Theme& theme, std::stop_token stop,
             const DrawOptions& options) {
    if (!view.valid()) {
        return true;
    }
    painter.save();
    if (options.background) {
        painter.fillRect(QRectF(QPointF(0, 0), view.size), theme.background);
    }
    LabelGrid taken(view.size);
    bool going = drawLayers(painter, scene, referenceLayers(scene, options), view, theme, stop);
    if (going && scene.backdrop.source != nullptr) {
        const BackdropPicture read = options.backdrop ? *options.backdrop : scene.backdrop.source->read(view, stop);
        drawBackdrop(painter, read, scene.backdrop.strength, view);
    }
    going = going && drawLayers(painter, scene, planLayers(scene, options), view, theme, stop) &&
            drawFindings(painter, scene, view, theme, options, taken, stop);
    if (going && options.labels) {
        const std::vector<PlacedLabel> labels =
            placeLabels(namedOnly(scene), view, theme, taken, options.labelScale, stop);
        going = !stop.stop_requested();
        if (going) {
            drawLabels(painter, labels, theme);
        }
    }
    painter.restore();
    return going;
}

} // namespace merestone::map
