// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/map_view.hpp"
#include "cartography/theme.hpp"

#include <QImage>

#include <string>
#include <vector>

namespace merestone::map::testing_support {

/// One feature: its id, name, the value of the column `use`, and its shape.
struct Made {
    std::string id;
    std::string name;
    std::string use; ///< empty: null
    std::string wkt;
};

[[nodiscard]] LayerPtr made(const std::string& layer, const std::vector<Made>& features);
/// A rectangle as WKT.
[[nodiscard]] std::string rectangle(double west, double south, double east, double north);

/// A layer of a plan with its specification, as a plan file would give it.
[[nodiscard]] MapLayer mapLayer(const LayerPtr& features, const std::string& role = "");
/// A scene of layers in drawing order, with findings on it.
[[nodiscard]] ScenePtr sceneOf(std::vector<MapLayer> layers, const std::vector<Finding>& findings = {});
/// A finding about a feature, with evidence given as WKT.
[[nodiscard]] Finding finding(const std::string& layer, const std::string& id, Verdict verdict,
                              const std::string& evidenceWkt = "");

/// A view of the square from (0, 0) to (side, side) metres, `pixels` wide and high.
[[nodiscard]] MapView squareView(double side, int pixels);
/// The picture of a scene in the light theme.
[[nodiscard]] QImage pictureOf(const MapScene& scene, const MapView& view);
/// Whether two colours differ by at most `tolerance` in each channel.
[[nodiscard]] bool alike(QColor a, QColor b, int tolerance = 12);

} // namespace merestone::map::testing_support
