// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <QString>

#include <stop_token>
#include <vector>

namespace merestone::viewer {

/// A feature that a search has found.
struct SearchHit {
    QString text;  ///< what was found: an address, a name, a reference
    QString layer; ///< title of its layer
    map::FeatureId feature;
    Box box;
};

/// Features whose id, name or any other text holds all the words, case ignored; those whose name or id begins with
/// what was typed first. At most `most`. Any thread; gives what it has when stopped.
[[nodiscard]] std::vector<SearchHit> searchMap(const map::MapScene& scene, const QString& words, std::size_t most,
                                               std::stop_token stop = {});

} // namespace merestone::viewer
