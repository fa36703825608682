// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <QTreeWidget>

#include <vector>

namespace merestone::viewer {

/// Everything that lies at a place, topmost first, with names and codes: each feature with its layer, id, name, size by
/// the engine's own figures and all attributes; and the findings there. Text can be copied.
class IdentifyPanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit IdentifyPanel(QWidget* parent = nullptr);

    void show(const map::MapScene& scene, const std::vector<map::FeatureId>& features,
              const std::vector<std::size_t>& marks);

Q_SIGNALS:
    void featureChosen(std::size_t layer, std::size_t row);
    void findingChosen(const QString& key);

private:
    void addFeature(const map::MapScene& scene, const map::FeatureId& id);
    void copy() const;
};

/// "Sites: S4 Corner site".
[[nodiscard]] QString featureTitle(const map::MapScene& scene, const map::FeatureId& id);

} // namespace merestone::viewer
