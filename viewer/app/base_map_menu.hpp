// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <stop_token>

class QActionGroup;
class QMenu;
class QWidget;

namespace merestone::viewer {

/// The base map beneath the plan: chosen from a menu, opened on a thread of its own, remembered for each plan. GUI
/// thread; never blocks, but for the destructor.
class BaseMapMenu : public QObject {
    Q_OBJECT

public:
    explicit BaseMapMenu(QWidget* window);
    ~BaseMapMenu() override;

    void fill(QMenu& menu);
    /// A plan has been opened: its base map is the one that was chosen for it last, where it `isRemembered`.
    void setPlan(const QString& planFile, const map::ScenePtr& scene, bool isRemembered);
    /// Opens a picture. Answers by changed() or problem().
    void open(const QString& file, const QString& licence);
    /// Takes the base map away.
    void drop();
    void setStrength(double strength);
    /// The scene with the base map beneath it; the same scene when there is none.
    [[nodiscard]] map::ScenePtr applied(const map::ScenePtr& scene) const;
    [[nodiscard]] const map::SceneBackdrop& backdrop() const noexcept { return m_backdrop; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

Q_SIGNALS:
    void changed();
    void problem(const QString& reason);

private:
    void ask();
    void remember() const;
    void checkStrength();

    QWidget* m_window;
    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_newest = 0;
    bool m_busy = false;
    QActionGroup* m_strengths = nullptr;
    QString m_plan;
    map::ScenePtr m_scene;
    bool m_remembers = false;
    map::SceneBackdrop m_backdrop;
    QString m_file;
};

} // namespace merestone::viewer
