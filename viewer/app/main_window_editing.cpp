// SPDX-License-Identifier: MIT
#include "app/attribute_form.hpp"
#include "app/identify_panel.hpp"
#include "app/main_window.hpp"

#include <QAction>
#include <QMessageBox>

#include <utility>

namespace merestone::viewer {

void MainWindow::connectEditing() {
    EditTool* tool = &m_canvas->editTool();
    connect(tool, &EditTool::previewed, &m_document, &EditDocument::preview);
    connect(tool, &EditTool::abandoned, this, [this](const QString& layer, std::int64_t fid) {
        m_document.dropPreview(layer, fid);
        refreshEdited(); // it may have been undone while it was held
    });
    connect(tool, &EditTool::finished, this,
            [this](const QString& layer, const FeatureChange& change, const QString& text) {
                if (const QString reason = m_document.change(layer, change, text); !reason.isEmpty()) {
                    m_document.dropPreview(layer, change.fid);
                    refreshEdited();
                    say(reason);
                }
            });
    connect(&m_document, &EditDocument::modifiedChanged, this, [this] {
        setWindowModified(m_document.isModified());
        m_save->setEnabled(m_document.isModified());
    });
    connect(&m_document, &EditDocument::saved, this, [this] {
        say(tr("The changes are saved."));
        if (m_closing) {
            close();
        } else if (!m_openNext.isEmpty()) {
            openPlan(std::exchange(m_openNext, {}));
        }
    });
    const auto stay = [this] {
        m_closing = false;
        m_openNext.clear();
    };
    connect(&m_session, &PlanSession::notSaved, this, stay);
    connect(&m_session, &PlanSession::valuesNotSaved, this, stay);
    connect(m_canvas, &MapCanvas::toolChanged, this, [this] {
        if (m_canvas->tool() == MapCanvas::Tool::edit) {
            say(tr(
                "Click on one of the plan's own drawings to change it: drag a corner or the whole, double click on an "
                "edge for a new corner, Backspace takes a corner out."));
        }
    });
}

/// The topmost of the features that may be changed; else why none may.
void MainWindow::editAt(const std::vector<map::FeatureId>& features) {
    const map::ScenePtr shown = m_canvas->scene(); // stays, also when what is done here makes the map show another
    const map::MapScene& scene = *shown;
    m_canvas->editTool().clear();
    m_canvas->update();
    QString reason = tr("None of the plan's own drawings is here.");
    for (const map::FeatureId& feature : features) {
        const map::MapLayer& layer = scene.layers[feature.layer];
        const QString whyNot = m_document.whyNot(layer.name);
        const Shape shape = layer.features->geometry().shape(feature.row);
        const std::int64_t fid = layer.features->fid(feature.row);
        const std::optional<std::size_t> row = m_document.rowOf(layer.name, fid);
        if (layer.features->state(feature.row) != GeometryState::valid || shape == Shape::none) {
            reason = tr("%1 cannot be changed here, for its shape is invalid.").arg(featureTitle(scene, feature));
        } else if (whyNot.isEmpty() && row) {
            m_canvas->editTool().setTarget(layer.name, m_document.features(layer.name), *row);
            m_attributes->show(layer.name, fid);
            say(featureTitle(scene, feature));
            return;
        } else if (layer.isPlanDrawing) {
            reason = whyNot;
        }
    }
    say(reason);
}

void MainWindow::deleteEdited() {
    EditTool& tool = m_canvas->editTool();
    if (tool.hasTarget()) {
        say(m_document.remove(tool.layer(), tool.fid()));
        tool.clear();
        m_canvas->update();
    }
}

bool MainWindow::mayLeave(const QString& nextPlan) {
    if (!m_document.isModified()) {
        return true;
    }
    const auto answer = QMessageBox::warning(
        this, tr("Unsaved changes"), tr("The plan has been changed, and the changes are not saved."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Discard) {
        m_document.clear();
        return true;
    }
    if (answer == QMessageBox::Save) {
        m_openNext = nextPlan;
        m_closing = nextPlan.isEmpty();
        m_document.save();
    }
    return false;
}

} // namespace merestone::viewer
