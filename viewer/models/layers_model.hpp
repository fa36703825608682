// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "cartography/theme.hpp"

#include <QStandardItemModel>

#include <map>

namespace merestone::viewer {

/// The layers of the map, the topmost first, each with a box to tick and its legend below it. What the user has
/// ticked outlives the scene: new scenes of the same plan come out with the same layers shown. GUI thread.
class LayersModel : public QStandardItemModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1 }; ///< QString: name of a layer in the plan file

    explicit LayersModel(QObject* parent = nullptr);

    /// Null empties the model. Answers by sceneChanged().
    void setScene(map::ScenePtr scene);
    void setTheme(map::ThemeKind theme);
    /// Forgets what the user has ticked.
    void forget() { m_chosen.clear(); }
    void setShown(const std::set<Verdict>& verdicts, bool waived);
    /// The scene with what the user has ticked; null when there is none.
    [[nodiscard]] map::ScenePtr scene() const noexcept { return m_scene; }

Q_SIGNALS:
    void sceneChanged();

private:
    void rebuild();
    void itemTicked(QStandardItem* item);
    [[nodiscard]] bool sameLayers(const map::MapScene& other) const;
    [[nodiscard]] map::ScenePtr withChoices(map::ScenePtr scene) const;
    [[nodiscard]] QIcon swatch(const map::MapLayer& layer, std::size_t styleClass) const;

    map::ScenePtr m_scene;
    map::ThemeKind m_theme = map::ThemeKind::light;
    std::map<QString, bool> m_chosen;
    std::set<Verdict> m_verdicts{Verdict::fail, Verdict::borderline, Verdict::cannotTell, Verdict::needsJudgement};
    bool m_waived = false;
    bool m_building = false;
};

} // namespace merestone::viewer
