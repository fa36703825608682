// SPDX-License-Identifier: MIT
#include "app/drafting_bar.hpp"
#include "app/findings_panel.hpp"
#include "app/main_window.hpp"
#include "guide/guide_panel.hpp"

#include <QDockWidget>
#include <QFileInfo>
#include <QSettings>
#include <QTreeView>

namespace merestone::viewer {

namespace {

const char* const kShown = "guide/shown";

} // namespace

void MainWindow::makeGuide() {
    m_guide = new GuidePanel(m_session);
    auto* dock = new QDockWidget(tr("Guide"), this);
    dock->setObjectName(QStringLiteral("guide"));
    dock->setWidget(m_guide);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("layers")), dock);
    connect(m_guide, &GuidePanel::planMade, this, [this](const QString& file) { openPlan(file); });
    connect(m_guide, &GuidePanel::planChanged, this, [this] { m_session.reopen(); });
    connect(m_guide, &GuidePanel::drawWanted, this, [this] {
        m_drafting->setLayer(QLatin1String(kAreaLayer));
        m_canvas->setTool(MapCanvas::Tool::draw);
        m_canvas->setFocus();
    });
    connect(m_guide, &GuidePanel::findingsWanted, this, [this] {
        auto* findings = findChild<QDockWidget*>(QStringLiteral("findings"));
        findings->show();
        findings->raise();
        m_findings->view()->setFocus();
    });
}

void MainWindow::showGuide() {
    if (m_guide == nullptr) {
        makeGuide();
    }
    auto* dock = findChild<QDockWidget*>(QStringLiteral("guide"));
    dock->show();
    dock->raise();
    m_guide->setFocus();
}

void MainWindow::offerGuide() {
    QSettings settings;
    if (!settings.value(QLatin1String(kShown)).toBool()) {
        settings.setValue(QLatin1String(kShown), true);
        showGuide();
    }
}

} // namespace merestone::viewer
