// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/theme.hpp"
#include "models/versions_model.hpp"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <stop_token>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace merestone::viewer {

class LinkedMaps;

/// Two versions of a plan side by side: another plan file, a run that was saved, or the plan as its files have it,
/// against the plan as it is in the main window, whose changes are followed. What became better, worse, stayed, is new
/// or gone, and where. Everything slow is done on other threads.
class VersionsWindow : public QWidget {
    Q_OBJECT

public:
    /// `now` must outlive it.
    explicit VersionsWindow(PlanSession& now, map::ThemeKind theme, QWidget* parent = nullptr);
    ~VersionsWindow() override;

    /// A plan file, or a run as `merestone check --format json` writes it.
    void compareWith(const QString& file);
    /// The same plan as its files have it: what has been changed and is not saved.
    void compareWithSaved();
    void cancel();

    [[nodiscard]] const VersionsFilter& rows() const noexcept { return m_filter; }
    [[nodiscard]] QTreeView& list() noexcept { return *m_list; }
    [[nodiscard]] LinkedMaps& maps() noexcept { return *m_maps; }
    [[nodiscard]] QString state() const; ///< what is under way, or what went wrong; empty: the list is up to date
    [[nodiscard]] QString summary() const;
    void copy() const; ///< what is listed, as a table
    /// Writes the page that `merestone compare` writes. Answers by pageWritten() or in state().
    void savePage(const QString& file);

Q_SIGNALS:
    void compared(); ///< the list holds the newest comparison
    void pageWritten(const QString& file);

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    void begin(const QString& file, const QString& name);
    void openRun(const QString& file);
    void takeOther();
    void readSavedAgain();
    void takeNow();
    void setBefore(RunPtr run, map::ScenePtr scene, const QString& note);
    void compare();
    void showVersions(const VersionsPtr& versions);
    void showChosen();
    void tell(const QString& text, bool isBusy);
    void askForPage();
    /// Runs on the pool; an exception that it throws is told, unless it was stopped or overtaken. It gives what is to
    /// be done with the outcome on the GUI thread.
    void start(std::function<std::function<void()>(const std::stop_token&)> work);

    PlanSession& m_now;
    PlanSession m_other; ///< the version before, when it is a plan
    QThreadPool m_pool;
    std::stop_source m_stop;
    QTimer m_wait; ///< merges what changes in the main window
    quint64 m_newest = 0;
    RunPtr m_beforeRun;
    bool m_isSaved = false; ///< the version before is the plan as its files have it
    QString m_name;         ///< of the version before
    QString m_note;         ///< what to know of its map
    VersionsModel m_model;
    VersionsFilter m_filter;
    LinkedMaps* m_maps;
    QLabel* m_beforeTitle = nullptr;
    QLabel* m_nowTitle = nullptr;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stopButton = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_save = nullptr;
    QComboBox* m_trends = nullptr;
    QLineEdit* m_search = nullptr;
    QTreeView* m_list = nullptr;
    QTextBrowser* m_summary = nullptr;
};

} // namespace merestone::viewer
