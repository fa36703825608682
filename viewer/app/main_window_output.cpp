// SPDX-License-Identifier: MIT
#include "app/export_dialog.hpp"
#include "app/main_window.hpp"
#include "app/report_dialog.hpp"

#include <QAction>
#include <QMenu>

namespace merestone::viewer {

void MainWindow::makeOutputMenu(QMenu& menu) {
    addAction(menu, tr("E&xport for QGIS…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
              [this] { askForExport(); });
    addAction(menu, tr("R&eport…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { askForReport(); });
}

void MainWindow::askForExport() {
    if (m_session.snapshot() == nullptr) {
        say(tr("Open a plan first; then it can be exported."));
        return;
    }
    ExportDialog dialog(m_session, m_document, this);
    dialog.exec();
    if (!dialog.written().isEmpty()) {
        say(tr("The export is in %1.").arg(dialog.written()));
    }
}

void MainWindow::askForReport() {
    if (m_session.snapshot() == nullptr) {
        say(tr("Open a plan first; then its report can be written."));
        return;
    }
    ReportDialog dialog(m_session, m_document, this);
    dialog.exec();
    if (!dialog.written().isEmpty()) {
        say(tr("The report is in %1.").arg(dialog.written()));
    }
}

} // namespace merestone::viewer
