// SPDX-License-Identifier: MIT
#include "app/attribute_form.hpp"
#include "app/drafting_bar.hpp"
#include "app/main_window.hpp"
#include "cartography/identify.hpp"
#include "commands/draft_edits.hpp"
#include "commands/new_shape.hpp"
#include "models/wording.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace merestone::viewer {

/// After the tools of the map: how drawing goes.
void MainWindow::makeDraftingMenu(QMenu& menu) {
    m_drafting = new DraftingBar(this);
    addToolBar(m_drafting);
    makeAttributesDock();
    makeParametersDock();
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
    addSwitch(tr("&Trace along edges"), QKeySequence(Qt::Key_T), false, [this](bool on) { m_canvas->setTracing(on); });
}

/// Beside what is at a place: what is said of a drawing of the plan's own, to be changed.
void MainWindow::makeAttributesDock() {
    m_attributes = new AttributeForm(m_document, m_session);
    auto* dock = new QDockWidget(tr("Attributes"), this);
    dock->setObjectName(QStringLiteral("attributes"));
    dock->setWidget(m_attributes);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    tabifyDockWidget(findChild<QDockWidget*>(QStringLiteral("identified")), dock);
    findChild<QDockWidget*>(QStringLiteral("findings"))->raise();
    connect(m_attributes, &AttributeForm::problem, this, &MainWindow::say);
}

void MainWindow::fillInAttributes() {
    auto* dock = findChild<QDockWidget*>(QStringLiteral("attributes"));
    dock->show();
    dock->raise();
    if (m_attributes->isEmpty()) {
        say(tr("Click on one of the plan's own drawings first."));
    }
    m_attributes->focusFirst();
}

void MainWindow::connectDrafting() {
    connect(m_canvas, &MapCanvas::drawn, this, &MainWindow::takeDrawn);
    connect(m_canvas, &MapCanvas::toolChanged, this, &MainWindow::beginDrafting);
    connect(m_canvas, &MapCanvas::chosenDropped, this, &MainWindow::dropChosen);
    connect(m_drafting, &DraftingBar::chosen, m_canvas, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
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
    connect(&m_session, &PlanSession::opened, this, &MainWindow::offerRecovery);
    connect(&m_recovery, &RecoveryCopy::failed, this, &MainWindow::say);
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
    if (m_session.snapshot() == nullptr) {
        return;
    }
    switch (m_canvas->tool()) {
    case MapCanvas::Tool::cutHole:
        say(tr("Click the corners of the hole, inside one of the plan's areas; double click or Enter ends it."));
        return;
    case MapCanvas::Tool::split:
        say(tr("Click along a line right across one of the plan's drawings; double click or Enter splits it."));
        return;
    case MapCanvas::Tool::choose:
        dropChosen();
        return;
    case MapCanvas::Tool::draw:
        break;
    default:
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
    const bool isNew = m_canvas->tool() == MapCanvas::Tool::draw;
    QString reason = tr("There is no layer to draw in.");
    if (!isNew) {
        reason = cutDrawn(shape);
    } else if (!m_drafting->layer().isEmpty()) {
        reason = m_document.add(m_drafting->layer(), shape);
    }
    if (!reason.isEmpty()) {
        say(reason);
        return;
    }
    if (isNew) {
        showNewest(m_drafting->layer());
    }
    tool.clear();
    m_canvas->update();
    say(isNew ? tr("A new feature is in '%1'; it is not saved yet.").arg(m_drafting->layerTitle())
              : tr("%1: done; it is not saved yet.").arg(m_document.stack().undoText()));
}

/// Cuts the topmost drawing of the plan for which that is possible, one that is chosen before all others.
QString MainWindow::cutDrawn(const PackedGeometry& shape) {
    const map::ScenePtr scene = m_canvas->scene();
    if (QString reason = whyUnusable(shape); !reason.isEmpty()) {
        return reason;
    }
    std::vector<Selected> candidates = m_selected;
    for (const map::FeatureId& feature : areaLast(*scene, map::identify(*scene, shape.box(0)))) {
        const map::MapLayer& layer = scene->layers[feature.layer];
        candidates.push_back({layer.name, layer.features->fid(feature.row)});
    }
    QString reason = tr("None of the plan's own drawings is here.");
    bool isFirst = true;
    for (const Selected& candidate : candidates) {
        if (!m_document.whyNot(candidate.layer).isEmpty() || !m_document.rowOf(candidate.layer, candidate.fid)) {
            continue;
        }
        const QString problem = m_canvas->tool() == MapCanvas::Tool::cutHole
                                    ? cutHole(m_document, candidate.layer, candidate.fid, shape)
                                    : splitFeature(m_document, candidate.layer, candidate.fid, shape);
        if (problem.isEmpty()) {
            return {};
        }
        reason = isFirst ? problem : reason; // what is said of the one that was most likely meant
        isFirst = false;
    }
    return reason;
}

/// Takes features into what is chosen, or out of it again: the topmost of the layer to choose from, or all of it. All
/// that is chosen is of one layer.
void MainWindow::chooseAmong(const std::vector<map::FeatureId>& features, bool all) {
    const map::ScenePtr shown = m_canvas->scene(); // stays, also when what is done here makes the map show another
    const map::MapScene& scene = *shown;
    QString from = m_selected.empty() ? m_drafting->source() : m_selected.front().layer;
    bool found = false;
    for (const map::FeatureId& feature : features) {
        const map::MapLayer& layer = scene.layers[feature.layer];
        from = from.isEmpty() ? layer.name : from;
        if (layer.name != from || (found && !all)) {
            continue;
        }
        found = true;
        const Selected one{layer.name, layer.features->fid(feature.row)};
        const auto known = std::find_if(m_selected.begin(), m_selected.end(),
                                        [&one](const Selected& other) { return other.fid == one.fid; });
        if (known == m_selected.end()) {
            m_selected.push_back(one);
        } else if (!all) {
            m_selected.erase(known);
        }
    }
    showChosen();
    if (!found) {
        const map::MapLayer* layer = scene.layer(from);
        say(tr("Nothing of '%1' is here.").arg(layer == nullptr ? from : layer->title));
    }
}

void MainWindow::dropChosen() {
    m_selected.clear();
    showChosen();
}

/// Marks on the map what is chosen, and says how much it is.
void MainWindow::showChosen() {
    sceneChanged();
    double squareMetres = 0.0;
    for (const Selected& one : m_selected) {
        if (const std::optional<std::size_t> row = m_document.rowOf(one.layer, one.fid)) {
            squareMetres += m_document.features(one.layer)->areas()[*row];
        }
    }
    say(m_selected.empty() ? tr("Click on features to choose them, or draw a box round them with Shift. Then make a "
                                "feature of them, or merge them.")
                           : tr("%n feature(s) chosen, %1 together.", nullptr, static_cast<int>(m_selected.size()))
                                 .arg(areaText(squareMetres)));
}

void MainWindow::makeOfChosen() {
    if (m_selected.empty() || m_drafting->layer().isEmpty()) {
        say(tr("Choose the features to make it of first, and the layer to draw in."));
        return;
    }
    const QString from = m_selected.front().layer;
    std::vector<std::uint32_t> rows;
    for (const Selected& one : m_selected) {
        if (const std::optional<std::size_t> row = m_document.rowOf(from, one.fid); row && one.layer == from) {
            rows.push_back(static_cast<std::uint32_t>(*row));
        }
    }
    const LayerPtr source = m_document.features(from);
    const QString problem = source == nullptr ? tr("What was chosen is not there any more.")
                                              : makeFeature(m_document, m_drafting->layer(), *source, rows);
    if (problem.isEmpty()) {
        dropChosen();
        showNewest(m_drafting->layer());
        say(tr("A new feature is in '%1'; it is not saved yet.").arg(m_drafting->layerTitle()));
    } else {
        say(problem);
    }
}

/// What was drawn last is what is filled in next.
void MainWindow::showNewest(const QString& layer) {
    const LayerPtr features = m_document.features(layer);
    m_attributes->show(layer, features->fid(features->size() - 1));
}

void MainWindow::mergeChosen() {
    std::vector<std::int64_t> fids;
    for (const Selected& one : m_selected) {
        if (one.layer == m_selected.front().layer) {
            fids.push_back(one.fid);
        }
    }
    const QString problem = mergeFeatures(m_document, m_selected.empty() ? QString() : m_selected.front().layer, fids);
    if (problem.isEmpty()) {
        m_selected.resize(1);
        showChosen();
    }
    say(problem.isEmpty() ? tr("%1: done; it is not saved yet.").arg(m_document.stack().undoText()) : problem);
}

/// Asks what is to become of changes that a program which did not end well has left.
void MainWindow::offerRecovery() {
    if (!m_recovery.found() || findChild<QMessageBox*>(QStringLiteral("recovery")) != nullptr) {
        return;
    }
    std::size_t changes = m_recovery.foundValues().size();
    for (const auto& [layer, ofLayer] : *m_recovery.found()) {
        changes += ofLayer.size();
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                tr("The program did not end well when this plan was last open. %n change(s) "
                                   "were not saved, and can be brought back.",
                                   nullptr, static_cast<int>(changes)),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("recovery"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* wanted = box->addButton(tr("&Bring back"), QMessageBox::AcceptRole);
    box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::finished, this, [this, box, wanted] {
        if (box->clickedButton() == wanted && m_recovery.found()) {
            const QString trouble = recover(m_document, *m_recovery.found());
            m_document.values().propose(m_recovery.foundValues(), tr("Recover unsaved values"));
            say(trouble.isEmpty() ? tr("The unsaved changes are back; they are not saved yet.") : trouble);
        }
        m_recovery.decided();
    });
    box->open();
}

void MainWindow::fillHole() {
    if (!m_canvas->editTool().removeHole()) {
        say(tr("Take hold of a corner of the hole first."));
    }
    m_canvas->update();
}

} // namespace merestone::viewer
