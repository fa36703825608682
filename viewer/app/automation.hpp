// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace merestone::viewer {

class MainWindow;

/// What the command line asks the window to do by itself.
struct Errand {
    QString screenshot;        ///< file to save a picture of the window to; empty: none
    QString finding;           ///< key of a finding to show first
    bool checkAndQuit = false; ///< end with the exit status of the check
    [[nodiscard]] bool any() const noexcept { return checkAndQuit || !screenshot.isEmpty(); }
};

/// Runs an errand once the plan is checked and the map is drawn, and ends the program: status 0, 1 and 3 as
/// `merestone check` gives them (a screenshot alone: 0), 2 when the plan could not be checked or the picture not saved.
class Automation : public QObject {
    Q_OBJECT

public:
    Automation(MainWindow& window, Errand errand);

private:
    enum class Stage { checking, showing, done };

    void look();
    void finish(int status);
    void complain(const QString& text);
    [[nodiscard]] int saveScreenshot();

    MainWindow& m_window;
    Errand m_errand;
    QTimer m_timer;
    Stage m_stage = Stage::checking;
};

} // namespace merestone::viewer
