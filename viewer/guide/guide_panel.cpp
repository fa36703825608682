// SPDX-License-Identifier: MIT
#include "guide/guide_panel.hpp"

#include "guide/area_page.hpp"
#include "guide/findings_page.hpp"
#include "guide/policy_page.hpp"
#include "guide/sources_page.hpp"
#include "models/wording.hpp"

#include <QAccessible>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace merestone::viewer {

namespace {

constexpr int kLeastWidth = 380;
constexpr int kLineLetters = 40; ///< that a line of the guide has room for, in letters of any size

} // namespace

GuidePanel::GuidePanel(PlanSession& session)
    : m_session(session), m_steps(new QTabWidget), m_message(new QLabel), m_progress(new QProgressBar),
      m_stop(new QPushButton(tr("&Stop"))), m_undo(new QPushButton(tr("Take the last step &back"))) {
    auto* sourcesPage = new SourcesPage(m_job, session);
    auto* findingsPage = new FindingsPage(m_job, session);
    addPage(new AreaPage(m_job), tr("1 Area"));
    addPage(sourcesPage, tr("2 What is there"));
    addPage(new PolicyPage(m_job, session), tr("3 Policy"));
    addPage(findingsPage, tr("4 Findings"));
    makeEnd();
    connect(sourcesPage, &SourcesPage::drawWanted, this, &GuidePanel::drawWanted);
    connect(findingsPage, &FindingsPage::findingsWanted, this, &GuidePanel::findingsWanted);
    connect(&m_job, &GuideJob::busyChanged, this, &GuidePanel::setBusy);
    connect(&m_job, &GuideJob::progressed, this, [this](const QString& stage, double fraction) {
        m_progress->setValue(static_cast<int>(100 * fraction));
        say(stageText(stage));
    });
    connect(&m_job, &GuideJob::failed, this,
            [this](const QString& reason) { say(reason.isEmpty() ? tr("Stopped; nothing was written.") : reason); });
    setBusy();
}

void GuidePanel::addPage(GuidePage* page, const QString& title) {
    auto* scroll = new QScrollArea; // texts grow with the user's font
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_steps->addTab(scroll, title);
    connect(page, &GuidePage::wrote, this, &GuidePanel::wrote);
    connect(page, &GuidePage::complained, this, &GuidePanel::say);
}

void GuidePanel::makeEnd() {
    m_steps->setAccessibleName(tr("Steps of the guide"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("What was done"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("The guide is at work"));
    m_undo->setObjectName(QStringLiteral("undo"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    buttons->addWidget(m_progress);
    buttons->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    layout->addStrut(std::max(kLeastWidth, kLineLetters * fontMetrics().averageCharWidth()));
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, &m_job, &GuideJob::stop);
    connect(m_undo, &QPushButton::clicked, this, &GuidePanel::undo);
}

void GuidePanel::showStep(Step step) {
    m_steps->setCurrentIndex(step);
}

GuidePanel::Step GuidePanel::step() const {
    return static_cast<Step>(m_steps->currentIndex());
}

QString GuidePanel::message() const {
    return m_message->text();
}

void GuidePanel::say(const QString& text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    if (!text.isEmpty()) { // a reader of the screen is told, wherever the focus is
        QAccessibleEvent told(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&told);
    }
}

/// The next step is offered where this one can be done only once.
void GuidePanel::wrote(const Written& step, const QString& words) {
    m_written.push_back(step);
    setBusy();
    say(words);
    if (step.before.empty()) {
        Q_EMIT planMade(QString::fromStdString(step.plan.string()));
        showStep(sources);
    } else {
        Q_EMIT planChanged();
        showStep(this->step() == policy ? findings : this->step());
    }
}

void GuidePanel::undo() {
    if (m_written.empty() || m_job.isBusy()) {
        return;
    }
    const QString plan = QString::fromStdString(m_written.back().plan.string());
    if (QFileInfo(plan).absoluteFilePath() != m_session.file()) {
        say(tr("The last step was in %1. Open that plan to take it back.").arg(plan));
        return;
    }
    m_job.start(
        [step = m_written.back()](const RunContext&) {
            takeBack(step);
            return step;
        },
        [this, plan](const Written& step) {
            m_written.pop_back();
            setBusy();
            const int gone = static_cast<int>(step.files.size());
            say(step.before.empty()
                    ? tr("%1 is gone again, and so is plan.gpkg.").arg(plan)
                    : (gone == 0 ? tr("%1 is as it was before.").arg(plan)
                                 : tr("%1 is as it was before; %n file(s) that were copied are gone.", nullptr, gone)
                                       .arg(plan)));
            if (step.before.empty()) {
                showStep(area);
            }
            Q_EMIT planChanged();
        });
}

void GuidePanel::setBusy() {
    const bool busy = m_job.isBusy();
    m_steps->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_stop->setVisible(busy);
    m_undo->setEnabled(!busy && !m_written.empty());
    say({}); // of what is over
}

} // namespace merestone::viewer
