// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

class QPainter;

namespace merestone::viewer {

/// The longest of 1, 2 or 5 times a power of ten metres that is no longer than `most`.
[[nodiscard]] double roundLength(double most);
/// Scale bar and north arrow in the lower left corner of a canvas.
void drawScaleBar(QPainter& painter, const map::MapView& view, const map::Theme& theme);

} // namespace merestone::viewer
