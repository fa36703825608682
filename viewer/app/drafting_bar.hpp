// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <QStringList>
#include <QToolBar>

class QComboBox;

namespace merestone::viewer {

/// Says into which of the plan's own layers is drawn, and from which layer features are chosen to make others of.
class DraftingBar : public QToolBar {
    Q_OBJECT

public:
    explicit DraftingBar(QWidget* parent = nullptr);

    /// The layers that can be drawn in, by name; the choice stays where it can.
    void setLayers(const map::MapScene* scene, const QStringList& names);
    /// Name of the layer to draw in; empty when there is none.
    [[nodiscard]] QString layer() const;
    [[nodiscard]] QString layerTitle() const;
    void setLayer(const QString& name);
    /// Name of the layer to choose from; empty: whatever lies on top.
    [[nodiscard]] QString source() const;
    void setSource(const QString& name);

Q_SIGNALS:
    void layerChanged();
    /// Enter or Esc: whoever chose a layer by the keyboard goes on with the map.
    void chosen();

private:
    void setSources(const map::MapScene* scene);

    QComboBox* m_layer;
    QComboBox* m_source;
};

} // namespace merestone::viewer
