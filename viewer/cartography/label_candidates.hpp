// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/text_shape.hpp"
#include "cartography/theme.hpp"

#include <QPointF>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace merestone::map {

/// Something that would like to be labelled.
struct LabelCandidate {
    std::size_t layer = 0;
    std::uint32_t row = 0;
    Kind kind = Kind::land;
    int priority = 0;
    LabelStyle::Placement placement = LabelStyle::Placement::inside;
    QStringList lines; ///< as it would be set in one block
    TextStyle style = TextStyle::plain;
    double sizeUnits = 10;     ///< one em
    QPointF at;                ///< inside and beside
    double room = 0.0;         ///< units of polygon to left and right together
    double offset = 0.0;       ///< beside: distance from the point
    std::vector<QPointF> line; ///< along
};

/// Of all visible layers, the most important first. Empty when stopped.
[[nodiscard]] std::vector<LabelCandidate> labelCandidates(const MapScene& scene, const MapView& view, double labelScale,
                                                          const Theme& theme, const std::stop_token& stop);

} // namespace merestone::map
