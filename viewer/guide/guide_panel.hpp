// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_job.hpp"
#include "guide/plan_maker.hpp"
#include "models/plan_session.hpp"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace merestone::viewer {

class GuidePage;

/// The guide for those who begin: its steps as tabs, which can be left and come back to at any time, for all that they
/// know stands in the plan file. Each says what it wrote where, and can be taken back as long as nobody has changed
/// that since.
class GuidePanel : public QWidget {
    Q_OBJECT

public:
    explicit GuidePanel(PlanSession& session);

    enum Step { area, sources, policy, findings };
    void showStep(Step step);
    [[nodiscard]] Step step() const;
    /// What was done or went wrong last.
    [[nodiscard]] QString message() const;
    [[nodiscard]] GuideJob& job() noexcept { return m_job; }

Q_SIGNALS:
    void planMade(const QString& file); ///< to be opened
    void planChanged();                 ///< to be read again
    void drawWanted();                  ///< of the neighbourhood area
    void findingsWanted();

private:
    void makeEnd();
    void addPage(GuidePage* page, const QString& title);
    void wrote(const Written& step, const QString& words);
    void undo();
    void setBusy();
    void say(const QString& text);

    GuideJob m_job;
    PlanSession& m_session;
    QTabWidget* m_steps;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_undo;
    std::vector<Written> m_written; ///< newest last
};

} // namespace merestone::viewer
