// SPDX-License-Identifier: MIT
#pragma once

#include "app/expression_edit.hpp"
#include "app/filter_job.hpp"
#include "models/plan_session.hpp"

#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace merestone::viewer {

/// Picks out the features of a layer for which a condition is true, in the language of `where` in a plan file, as one
/// writes it: counted, outlined on the map, to be stepped through, chosen, or shown with all else faded.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// What there is to pick from; null: nothing. A layer that has changed is looked at again. The plan tells units.
    void setScene(map::ScenePtr scene, std::shared_ptr<const Plan> plan);
    /// Forgets the condition.
    void clear();
    /// Whether it is in use: one that is put away picks nothing out, and keeps its condition.
    void setActive(bool active);
    void setLayer(const QString& name);
    /// Goes to the next match after the last one, or the one before it, round the end.
    void step(int direction);

    [[nodiscard]] ExpressionEdit& edit() noexcept { return *m_edit; }
    [[nodiscard]] QString layer() const;
    /// "37 of 1,204 match.", or what is wrong with the condition.
    [[nodiscard]] QString told() const;
    [[nodiscard]] bool isBusy() const noexcept { return m_wait.isActive() || m_job.isBusy(); }
    /// What is to be drawn; null: nothing.
    [[nodiscard]] const map::MapFilterPtr& onMap() const noexcept { return m_onMap; }

Q_SIGNALS:
    void changed();                                                           ///< onMap() is another
    void stepped(const QString& layer, std::int64_t fid);                     ///< the user goes to this feature
    void chosen(const QString& layer, const std::vector<std::int64_t>& fids); ///< takes all matches into the choice
    void left();                                                              ///< back to the map
    void settled();                                                           ///< told() is about what is written

private:
    void makeRows();
    void makeButtons();
    void start();
    void show(const FilterAnswer& answer);
    void showFailure(const QString& reason);
    void showCount();
    void setBusy(bool busy);
    void lift(const QString& text);
    [[nodiscard]] const map::MapLayer* chosenLayer() const;

    map::ScenePtr m_scene;
    std::shared_ptr<const Plan> m_plan;
    std::optional<FilterAnswer> m_answer;
    std::optional<std::size_t> m_shown; ///< position in the matches
    map::MapFilterPtr m_onMap;
    bool m_active = false;
    QComboBox* m_layer;
    ExpressionEdit* m_edit;
    QLabel* m_told;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_before;
    QPushButton* m_next;
    QPushButton* m_choose;
    QCheckBox* m_fade;
    QTimer m_wait;     ///< merges key strokes
    QTimer m_patience; ///< progress is shown of what takes longer
    FilterJob m_job;
};

} // namespace merestone::viewer
