// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/draw_map.hpp"
#include "cartography/draw_parts.hpp"
#include "cartography/label_sprites.hpp"

#include <QImage>
#include <QRect>

#include <list>
#include <stop_token>
#include <vector>

namespace merestone::map {

/// Draws pictures of a map one after the other, as a screen needs them, and keeps what the next can use: when the land
/// is moved by whole device pixels, only the strips that come into sight are drawn; when nothing but findings, labels
/// or the plan's own drawings have changed, the layers of others are not drawn again; scales that were seen lately are
/// still there. Of a base map it lays the picture in the options, as long as there is one, and reads none. A picture
/// equals what drawMap gives, up to the rounding of colours. One thread at a time.
class RetainedMap {
public:
    /// The picture, with the view's device pixel ratio. Null when it was stopped (what had been drawn until then serves
    /// the next call), when the view is not valid, or when there is no memory for it.
    [[nodiscard]] QImage draw(const MapScene& scene, const MapView& view, const Theme& theme, std::stop_token stop = {},
                              const DrawOptions& options = {});
    /// What is kept, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    /// All that the looks of a part of the layers depend on, but for the place.
    struct Look {
        std::vector<std::pair<LayerPtr, LayerStylePtr>> layers;
        LayerPtr veil;
        MapFilterPtr filter;
        ThemeKind theme = ThemeKind::light;
        bool background = false;
        double metresPerUnit = 0.0;
        double unitsPerMm = 0.0;
        double devicePixelRatio = 0.0;
        QSize pixels;
        [[nodiscard]] bool isNothing() const noexcept { return layers.empty() && veil == nullptr && filter == nullptr; }
        friend bool operator==(const Look&, const Look&) = default;
    };
    struct Picture {
        Look look;
        MapView view; ///< that the pixels lie in
        QImage image;
        QRect valid; ///< what has been drawn of it
    };
    enum class Part { reference, plan };

    /// The picture of some layers, drawn as far as it was not there. Null when stopped or without memory; `drawn` tells
    /// which.
    [[nodiscard]] const Picture* part(Part which, const MapScene& scene, const MapView& view, const Theme& theme,
                                      const DrawOptions& options, const std::stop_token& stop);
    Picture& pictureOf(std::list<Picture>& kept, Look look, const MapView& view);
    void makeRoom();

    std::list<Picture> m_reference; ///< the one used last in front
    std::list<Picture> m_plan;
    LabelSprites m_labels;
};

} // namespace merestone::map
