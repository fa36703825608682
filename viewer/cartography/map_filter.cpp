// SPDX-License-Identifier: MIT
#include "cartography/map_filter.hpp"

#include "cartography/draw_features.hpp"

#include <QPainter>

namespace merestone::map {

namespace {

constexpr std::size_t kMostOutlined = 3000; ///< features in a view; more get thin lines, which are drawn pixel by pixel
constexpr std::size_t kMostClasses = 255;   ///< that a style can tell apart
constexpr int kFade = 195;                  ///< of 255

/// A style that draws some rows of a layer alike, and no others.
LayerStylePtr styleOf(Kind kind, const std::vector<std::uint8_t>& isMatch) {
    auto style = std::make_shared<LayerStyle>();
    style->classes = {{kind, {}, false}, {kind, {}, true}};
    style->classOfRow = isMatch;
    return style;
}

/// The layer's own style with all other rows left out.
LayerStylePtr ownStyle(const LayerStyle& own, const std::vector<std::uint8_t>& isMatch) {
    auto style = std::make_shared<LayerStyle>(own);
    style->classes.resize(std::min(own.classes.size(), kMostClasses));
    const auto hidden = static_cast<std::uint8_t>(style->classes.size());
    style->classes.push_back({own.classes.front().kind, {}, false});
    style->classOfRow.resize(isMatch.size());
    for (std::size_t row = 0; row < isMatch.size(); ++row) {
        const std::size_t number = own.classOf(row);
        const bool isShown = isMatch[row] != 0 && number < hidden;
        style->classOfRow[row] = isShown ? static_cast<std::uint8_t>(number) : hidden;
    }
    return style;
}

} // namespace

MapFilterPtr makeFilter(const MapLayer& layer, const std::vector<std::uint32_t>& rows, const QString& title,
                        bool fades) {
    std::vector<std::uint8_t> isMatch(layer.features->size(), 0);
    for (const std::uint32_t row : rows) {
        isMatch[row] = 1;
    }
    auto filter = std::make_shared<MapFilter>();
    for (MapLayer* made : {&filter->outlined, &filter->crowded, &filter->plain}) {
        *made = layer;
        made->visible = true;
        made->isPlanDrawing = true; // the smallest match counts for a pixel
    }
    filter->outlined.style = styleOf(Kind::filterMatch, isMatch);
    filter->crowded.style = styleOf(Kind::crowdedMatch, isMatch);
    filter->plain.style = ownStyle(*layer.style, isMatch);
    filter->title = title;
    filter->fades = fades;
    return filter;
}

ScenePtr withFilter(const MapScene& scene, MapFilterPtr filter) {
    auto copy = std::make_shared<MapScene>(scene);
    copy->filter = std::move(filter);
    return copy;
}

bool drawFilter(QPainter& painter, const MapFilter& filter, const MapView& view, const Theme& theme,
                const std::stop_token& stop) {
    if (filter.fades) {
        QColor wash = theme.background;
        wash.setAlpha(kFade);
        painter.fillRect(QRectF(QPointF(0, 0), view.size), wash);
        if (!drawFeatures(painter, filter.plain, view, theme, stop)) {
            return false;
        }
    }
    const LayerStyle& style = *filter.outlined.style;
    std::size_t seen = 0;
    filter.outlined.features->index().query(view.box(), [&](std::uint32_t row) {
        seen += style.classOf(row);
        return seen <= kMostOutlined;
    });
    return drawFeatures(painter, seen > kMostOutlined ? filter.crowded : filter.outlined, view, theme, stop);
}

MapScene namedOnly(const MapScene& scene) {
    MapScene named = scene;
    if (scene.filter != nullptr && scene.filter->fades) {
        named.layers = {scene.filter->plain};
    }
    return named;
}

} // namespace merestone::map
