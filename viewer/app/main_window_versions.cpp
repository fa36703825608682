// SPDX-License-Identifier: MIT
#include "app/findings_panel.hpp"
#include "app/main_window.hpp"
#include "app/parameter_panel.hpp"
#include "app/versions_window.hpp"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>

namespace merestone::viewer {

/// Beside the findings: the values that they hang on, to be tried out.
void MainWindow::makeParametersDock() {
    m_parameters = new ParameterPanel(m_document, m_session);
    auto* dock = new QDockWidget(tr("Parameters"), this);
    dock->setObjectName(QStringLiteral("parameters"));
    dock->setWidget(m_parameters);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("identified")), dock);
    findChild<QDockWidget*>(QStringLiteral("findings"))->raise();
    connect(m_findings, &FindingsPanel::chosenChanged, m_parameters,
            [this] { m_parameters->setRule(m_findings->chosenRule()); });
    connect(&m_document.values(), &ValueEdits::taken, this, [this](const ValueEffect& effect) {
        m_findings->setFresh(effect.fresh);
        say(effectText(effect));
    });
    connect(&m_document.values(), &ValueEdits::refused, this, &MainWindow::say);
    connect(&m_session, &PlanSession::opened, this, [this] { m_findings->setFresh({}); });
}

void MainWindow::showParameters() {
    auto* dock = findChild<QDockWidget*>(QStringLiteral("parameters"));
    dock->show();
    dock->raise();
    m_parameters->focusFirst();
}

/// One window at a time: asking again changes what it compares with.
VersionsWindow* MainWindow::versionsWindow() {
    if (m_session.snapshot() == nullptr) {
        say(tr("Open a plan first; then another version can be set beside it."));
        return nullptr;
    }
    if (m_versions == nullptr) {
        m_versions = new VersionsWindow(m_session, m_canvas->theme(), this);
        m_versions->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_versions->show();
    m_versions->raise();
    m_versions->activateWindow();
    return m_versions;
}

VersionsWindow* MainWindow::versions() noexcept {
    return m_versions;
}

void MainWindow::askForVersion() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Compare with another version"), QFileInfo(m_session.file()).path(),
                                     tr("Plans and saved runs (*.yaml *.yml *.json);;All files (*)"));
    if (!file.isEmpty()) {
        compareWith(file);
    }
}

void MainWindow::compareWith(const QString& file) {
    if (VersionsWindow* window = versionsWindow()) {
        window->compareWith(file);
    }
}

void MainWindow::compareWithSaved() {
    if (VersionsWindow* window = versionsWindow()) {
        window->compareWithSaved();
    }
}

} // namespace merestone::viewer
