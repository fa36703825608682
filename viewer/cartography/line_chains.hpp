// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "layers/layer.hpp"

#include <QPointF>
#include <QString>

#include <span>
#include <vector>

namespace merestone::map {

/// A stretch of a named line in units, within the view.
struct LineChain {
    QString name;
    std::vector<QPointF> points;
    std::uint32_t row = 0; ///< of its first piece
};

/// The named lines of a layer that a view shows, pieces of the same name joined where they meet without a sharp turn.
[[nodiscard]] std::vector<LineChain> chainsInView(const Layer& layer, std::span<const std::uint32_t> rows,
                                                  const MapView& view);

/// Length of a line of points.
[[nodiscard]] double lengthOf(std::span<const QPointF> line);

} // namespace merestone::map
