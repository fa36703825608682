// SPDX-License-Identifier: MIT
#include "commands/edit_document.hpp"

#include "geometry/wkb.hpp"
#include "models/merge_changes.hpp"

#include <QUndoCommand>

#include <utility>

namespace merestone::viewer {

/// Holds ids and values, never pointers. Was checked before it was made, so it cannot fail.
class ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(EditDocument& document, QString layer, FeatureChange change, FeatureChange back, const QString& text)
        : QUndoCommand(text), m_document(document), m_layer(std::move(layer)), m_change(std::move(change)),
          m_back(std::move(back)) {}

    void redo() override { m_document.apply(m_layer, m_change); }
    void undo() override { m_document.apply(m_layer, m_back); }

private:
    EditDocument& m_document;
    QString m_layer;
    FeatureChange m_change;
    FeatureChange m_back;
};

EditDocument::EditDocument(PlanSession& session) : m_session(session) {
    constexpr int kMostSteps = 500;
    m_stack.setUndoLimit(kMostSteps);
    connect(&session, &PlanSession::saved, this, &EditDocument::layerSaved);
    connect(&session, &PlanSession::notSaved, this, &EditDocument::layerNotSaved);
    connect(&session, &PlanSession::opened, this, &EditDocument::reapply);
}

QString EditDocument::whyNot(const QString& layer) const {
    const SnapshotPtr snapshot = m_session.snapshot();
    const LayerSpec* spec = snapshot == nullptr ? nullptr : snapshot->plan->findLayer(layer.toStdString());
    const LayerPtr features = snapshot == nullptr ? nullptr : snapshot->layer(layer.toStdString());
    if (spec == nullptr || features == nullptr) {
        return tr("There is no layer '%1'.").arg(layer);
    }
    if (!isPlanRole(spec->role)) {
        return tr("'%1' is not the plan's own drawing, so it is not changed here.").arg(layer);
    }
    if (!QString::fromStdString(spec->source.text).endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) {
        return tr("'%1' is not kept in a GeoPackage; save it to one to draw in it.").arg(layer);
    }
    if (!spec->where.empty()) {
        return tr("'%1' shows a part of another layer; draw in that one.").arg(layer);
    }
    if (!features->info().operation.empty()) {
        return tr("'%1' is kept in another coordinate system than the plan's; save it in %2 to draw in it.")
            .arg(layer, QString::fromStdString(snapshot->plan->crs));
    }
    return {};
}

void EditDocument::apply(const QString& layer, const FeatureChange& change) {
    mergeChanges(m_unsaved[layer], {change});
    if (m_unsaved[layer].empty()) {
        m_unsaved.erase(layer);
    }
    m_session.update(layer, {change});
    Q_EMIT modifiedChanged();
}

void EditDocument::preview(const QString& layer, const FeatureChange& change) {
    m_session.update(layer, {change});
}

void EditDocument::change(const QString& layer, const FeatureChange& change, const FeatureChange& back,
                          const QString& text) {
    m_stack.push(new ChangeCommand(*this, layer, change, back, text)); // the stack owns it, and runs redo()
}

void EditDocument::remove(const QString& layer, std::size_t row) {
    const LayerPtr features = m_session.snapshot()->layer(layer.toStdString());
    FeatureChange gone{FeatureChange::Kind::removed, features->fid(row), {}, {}};
    FeatureChange back{FeatureChange::Kind::added, features->fid(row), toWkb(features->geometry(), row), {}};
    for (const Column& column : features->columns()) {
        back.values.emplace_back(column.name, column.text(row));
    }
    change(layer, gone, back, tr("Delete %1").arg(QString::fromStdString(features->id(row))));
}

void EditDocument::clear() {
    m_stack.clear();
    m_unsaved.clear();
    m_saving.clear();
    Q_EMIT modifiedChanged();
}

void EditDocument::save() {
    if (!m_saving.empty()) {
        return; // the next save takes what comes meanwhile
    }
    m_saving = std::exchange(m_unsaved, {});
    for (const auto& [layer, changes] : m_saving) {
        m_session.save(layer, changes);
    }
}

void EditDocument::layerSaved(const QString& layer) {
    m_saving.erase(layer);
    Q_EMIT modifiedChanged();
    if (m_saving.empty() && m_unsaved.empty()) {
        Q_EMIT saved();
    }
}

void EditDocument::layerNotSaved(const QString& layer) {
    std::vector<FeatureChange> changes = std::move(m_saving[layer]);
    m_saving.erase(layer);
    mergeChanges(changes, m_unsaved[layer]);
    m_unsaved[layer] = std::move(changes);
    Q_EMIT modifiedChanged();
}

/// The plan was read again from the disk, which does not hold what was not saved.
void EditDocument::reapply() {
    for (const auto& [layer, changes] : m_unsaved) {
        m_session.update(layer, changes);
    }
}

} // namespace merestone::viewer
