// SPDX-License-Identifier: MIT
#include "app/findings_panel.hpp"
#include "app/main_window.hpp"
#include "app/parameter_panel.hpp"

#include <QDockWidget>

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

} // namespace merestone::viewer
