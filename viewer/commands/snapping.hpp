// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <QString>

#include <cstdint>
#include <optional>

namespace merestone::viewer {

/// A place on the map that is exactly on something that is drawn there.
struct Snap {
    enum class Kind : std::uint8_t { corner, edge };
    Point place; ///< working CRS, metres
    Kind kind = Kind::corner;
    map::FeatureId feature;
    double distanceMetres = 0.0; ///< from where it was looked for
};

/// A feature that nothing snaps to, for it is the one that is being changed.
struct SnapExcept {
    QString layer;
    std::int64_t fid = 0;
};

/// The corner nearest to a place among all features of the visible layers, at most `toleranceMetres` away; where there
/// is none, the nearest place on an edge. Of equally near ones that of the topmost layer.
[[nodiscard]] std::optional<Snap> snapTo(const map::MapScene& scene, Point at, double toleranceMetres,
                                         const std::optional<SnapExcept>& except = {});

} // namespace merestone::viewer
