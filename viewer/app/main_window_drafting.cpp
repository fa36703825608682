// SPDX-License-Identifier: MIT
#include "app/drafting_bar.hpp"
#include "app/main_window.hpp"
#include "commands/new_shape.hpp"

#include <QAction>
#include <QMenu>

namespace merestone::viewer {

/// After the tools of the map: how drawing goes.
void MainWindow::makeDraftingMenu(QMenu& menu) {
    m_drafting = new DraftingBar(this);
    addToolBar(m_drafting);
    menu.addSeparator();
    const auto addSwitch = [&](const QString& text, const QKeySequence& keys, bool on, auto&& turn) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        action->setShortcut(keys);
        connect(action, &QAction::toggled, this, turn);
        m_drafting->addAction(action);
    };
    addSwitch(tr("&Snap to corners and edges"), QKeySequence(Qt::Key_S), true,
              [this](bool on) { m_canvas->setSnapping(on); });
}

void MainWindow::connectDrafting() {
    connect(m_canvas, &MapCanvas::drawn, this, &MainWindow::takeDrawn);
    connect(m_canvas, &MapCanvas::toolChanged, this, &MainWindow::beginDrafting);
    connect(m_drafting, &DraftingBar::layerChanged, this, [this] {
        m_canvas->setDrawnShape(m_document.shapeOf(m_drafting->layer()));
        beginDrafting();
    });
    connect(&m_session, &PlanSession::snapshotChanged, this, [this] {
        const SnapshotPtr snapshot = m_session.snapshot();
        m_drafting->setLayers(snapshot == nullptr ? nullptr : snapshot->scene.get(), m_document.layers());
        refreshEdited();
    });
    connect(&m_document, &EditDocument::changed, this, &MainWindow::refreshEdited);
    connect(&m_document, &EditDocument::failed, this, &MainWindow::say);
}

/// The tool for changing outlines holds what the document holds.
void MainWindow::refreshEdited() {
    EditTool& tool = m_canvas->editTool();
    if (tool.hasTarget()) {
        tool.refresh(m_document.features(tool.layer()));
        m_canvas->update();
    }
}

/// Says how the tool is used, or why it cannot be.
void MainWindow::beginDrafting() {
    if (m_canvas->tool() != MapCanvas::Tool::draw || m_session.snapshot() == nullptr) {
        return;
    }
    if (m_drafting->layer().isEmpty()) {
        say(tr(
            "There is no layer to draw in: give one of the plan's layers a role, such as site_allocation, and keep it "
            "in a GeoPackage."));
        return;
    }
    m_canvas->setDrawnShape(m_document.shapeOf(m_drafting->layer()));
    switch (m_document.shapeOf(m_drafting->layer())) {
    case Shape::point:
        say(tr("Click to put a point into '%1'.").arg(m_drafting->layerTitle()));
        break;
    case Shape::line:
        say(tr("Click along a new line of '%1'; double click or Enter ends it, Backspace takes a place back.")
                .arg(m_drafting->layerTitle()));
        break;
    default:
        say(tr("Click the corners of a new area of '%1'; double click or Enter ends it, Backspace takes a corner back.")
                .arg(m_drafting->layerTitle()));
    }
}

/// Ends what is drawn: makes of it what the tool is for, or says why not and lets it be drawn on.
void MainWindow::takeDrawn() {
    DrawTool& tool = m_canvas->drawTool();
    const PackedGeometry shape = shapeFrom(tool.shape(), tool.points());
    QString reason = tr("There is no layer to draw in.");
    if (m_canvas->tool() == MapCanvas::Tool::draw && !m_drafting->layer().isEmpty()) {
        reason = m_document.add(m_drafting->layer(), shape);
    }
    if (!reason.isEmpty()) {
        say(reason);
        return;
    }
    tool.clear();
    m_canvas->update();
    say(tr("A new feature is in '%1'; it is not saved yet.").arg(m_drafting->layerTitle()));
}

} // namespace merestone::viewer
