// SPDX-License-Identifier: MIT
#include "app/automation.hpp"

#include "app/findings_panel.hpp"
#include "app/main_window.hpp"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>

namespace merestone::viewer {

namespace {

constexpr int kLookMs = 40;
constexpr int kCouldNotRun = 2;

} // namespace

Automation::Automation(MainWindow& window, Errand errand)
    : QObject(&window), m_window(window), m_errand(std::move(errand)) {
    connect(&m_timer, &QTimer::timeout, this, &Automation::look);
    m_timer.start(kLookMs);
}

void Automation::look() {
    const SessionState state = m_window.session().state();
    if (state == SessionState::opening || state == SessionState::running || !m_window.canvas().isSettled() ||
        m_window.findings().isListing()) {
        return;
    }
    if (state == SessionState::couldNotRun) {
        for (const QString& problem : m_window.session().problems()) {
            complain(problem);
        }
        if (!m_errand.screenshot.isEmpty()) {
            (void)saveScreenshot();
        }
        finish(kCouldNotRun);
    } else if (m_stage == Stage::checking) {
        m_stage = Stage::showing; // the map follows the choice; the next look finds it drawn
        if (!m_errand.finding.isEmpty() && !m_window.showFinding(m_errand.finding)) {
            complain(tr("--finding: there is no finding '%1'").arg(m_errand.finding));
            finish(kCouldNotRun);
        }
    } else if (m_stage == Stage::showing) {
        const int saved = m_errand.screenshot.isEmpty() ? 0 : saveScreenshot();
        const RunPtr run = m_window.session().result();
        finish(saved != 0 || !m_errand.checkAndQuit || run == nullptr ? saved : exitStatus(*run, Severity::must));
    }
}

int Automation::saveScreenshot() {
    if (m_window.grab().save(m_errand.screenshot)) {
        return 0;
    }
    complain(tr("%1: cannot be written; name a .png file in a folder that exists").arg(m_errand.screenshot));
    return kCouldNotRun;
}

void Automation::complain(const QString& text) {
    QTextStream(stderr) << QStringLiteral("merestone-viewer: ") << text << Qt::endl;
}

void Automation::finish(int status) {
    if (m_stage != Stage::done) {
        m_stage = Stage::done;
        m_timer.stop();
        QCoreApplication::exit(status);
    }
}

} // namespace merestone::viewer
