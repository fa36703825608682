// SPDX-License-Identifier: MIT
#include "commands/edit_document.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "commands/new_ids.hpp"
#include "commands/new_shape.hpp"
#include "geometry/wkb.hpp"
#include "models/merge_changes.hpp"
#include "rules/edit_layer.hpp"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace merestone::viewer {

/// Holds ids and values, never pointers. Was checked before it was made, so it cannot fail.
class ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(EditDocument& document, QString layer, std::vector<FeatureChange> changes,
                  std::vector<FeatureChange> back, const QString& text)
        : QUndoCommand(text), m_document(document), m_layer(std::move(layer)), m_changes(std::move(changes)),
          m_back(std::move(back)) {}

    void redo() override { m_document.apply(m_layer, m_changes); }
    void undo() override { m_document.apply(m_layer, m_back); }

private:
    EditDocument& m_document;
    QString m_layer;
    std::vector<FeatureChange> m_changes;
    std::vector<FeatureChange> m_back;
};

namespace {

QString whyUnusableShape(const std::string& wkb) {
    PackedGeometry shape;
    if (wkb.empty()) {
        return {}; // it keeps the one that it has
    }
    const WkbOutcome outcome = appendWkb(shape, wkb);
    return outcome.kind == WkbOutcome::Kind::refused ? QString::fromUtf8(outcome.reason) : whyUnusable(shape);
}

} // namespace

EditDocument::EditDocument(PlanSession& session) : m_session(session) {
    constexpr int kMostSteps = 500;
    m_stack.setUndoLimit(kMostSteps);
    connect(&session, &PlanSession::saved, this, &EditDocument::layerSaved);
    connect(&session, &PlanSession::notSaved, this, &EditDocument::layerNotSaved);
    connect(&session, &PlanSession::opened, this, &EditDocument::reapply);
    connect(&m_values, &ValueEdits::modifiedChanged, this, &EditDocument::modifiedChanged);
    connect(&m_values, &ValueEdits::saved, this, &EditDocument::tellWhenSaved);
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

QStringList EditDocument::layers() const {
    QStringList names;
    const SnapshotPtr snapshot = m_session.snapshot();
    for (const LayerPtr& layer : snapshot == nullptr ? std::vector<LayerPtr>() : snapshot->layers) {
        const QString name = QString::fromStdString(layer->name());
        if (whyNot(name).isEmpty()) {
            names << name;
        }
    }
    return names;
}

Shape EditDocument::shapeOf(const QString& layer) const {
    const SnapshotPtr snapshot = m_session.snapshot();
    if (snapshot == nullptr) {
        return Shape::none;
    }
    const auto found = snapshot->drawnShapes.find(layer.toStdString());
    return found == snapshot->drawnShapes.end() ? Shape::none : found->second;
}

LayerPtr EditDocument::features(const QString& layer) const {
    if (const auto changed = m_layers.find(layer); changed != m_layers.end()) {
        return changed->second;
    }
    const SnapshotPtr snapshot = m_session.snapshot();
    return snapshot == nullptr ? nullptr : snapshot->layer(layer.toStdString());
}

std::optional<std::size_t> EditDocument::rowOf(const QString& layer, std::int64_t fid) const {
    const LayerPtr all = features(layer);
    for (std::size_t row = 0; all != nullptr && row < all->size(); ++row) {
        if (all->fid(row) == fid) {
            return row;
        }
    }
    return {};
}

void EditDocument::apply(const QString& layer, const std::vector<FeatureChange>& changes) {
    try {
        const LayerPtr before = features(layer);
        if (before == nullptr) {
            throw Error(ErrorCode::usage, tr("There is no layer '%1' any more.").arg(layer).toStdString());
        }
        m_layers[layer] = editLayer(*before, changes, {}).layer;
    } catch (const Error& error) { // another program has changed the file, and the plan was read again
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return;
    }
    mergeChanges(m_unsaved[layer], changes);
    if (m_unsaved[layer].empty()) {
        m_unsaved.erase(layer);
    }
    m_session.update(layer, changes);
    Q_EMIT changed(layer);
    Q_EMIT modifiedChanged();
}

void EditDocument::preview(const QString& layer, const FeatureChange& change) {
    if (rowOf(layer, change.fid)) {
        m_layers.emplace(layer, features(layer)); // the session's will hold what is only a preview
        m_session.update(layer, {change});
    }
}

void EditDocument::dropPreview(const QString& layer, std::int64_t fid) {
    if (const std::optional<std::size_t> row = rowOf(layer, fid)) {
        m_session.update(layer, {{FeatureChange::Kind::modified, fid, toWkb(features(layer)->geometry(), *row), {}}});
    }
}

/// What has had a number or an id keeps it for as long as the plan is open.
void EditDocument::remember(const QString& layer, const FeatureChange& change) {
    Names& names = m_names[layer];
    names.highestFid = std::max(names.highestFid, change.fid);
    const std::string idField = features(layer)->idField();
    for (const auto& [field, value] : change.values) {
        if (!idField.empty() && lowered(field) == lowered(idField)) {
            names.ids.insert(value);
        }
    }
}

QString EditDocument::whyNotPossible(const QString& layer, const std::vector<FeatureChange>& changes) const {
    if (QString reason = whyNot(layer); !reason.isEmpty()) {
        return reason;
    }
    for (const FeatureChange& change : changes) {
        if (rowOf(layer, change.fid).has_value() == (change.kind == FeatureChange::Kind::added)) {
            return tr("That feature of '%1' is not there any more.").arg(layer);
        }
        if (QString reason = whyUnusableShape(change.wkb); !reason.isEmpty()) {
            return reason;
        }
    }
    try {
        (void)editLayer(*features(layer), changes, {});
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// What takes a change back, as the features are now.
FeatureChange EditDocument::backOf(const Layer& features, const FeatureChange& change) const {
    using Kind = FeatureChange::Kind;
    if (change.kind == Kind::added) {
        return {Kind::removed, change.fid, {}, {}};
    }
    std::size_t row = 0;
    while (features.fid(row) != change.fid) {
        ++row;
    }
    const bool isGone = change.kind == Kind::removed;
    FeatureChange back{isGone ? Kind::added : Kind::modified, change.fid, {}, {}};
    if (isGone || !change.wkb.empty()) {
        back.wkb = toWkb(features.geometry(), row);
    }
    for (const Column& column : features.columns()) {
        const bool isNamed = std::any_of(change.values.begin(), change.values.end(), [&column](const auto& value) {
            return lowered(value.first) == lowered(column.name);
        });
        if (isGone || isNamed) {
            back.values.emplace_back(column.name, column.text(row));
        }
    }
    return back;
}

QString EditDocument::change(const QString& layer, const FeatureChange& change, const QString& text) {
    return changeAll(layer, {change}, text);
}

QString EditDocument::changeAll(const QString& layer, const std::vector<FeatureChange>& changes, const QString& text) {
    if (QString reason = whyNotPossible(layer, changes); !reason.isEmpty()) {
        return reason;
    }
    const LayerPtr before = features(layer);
    std::vector<FeatureChange> back;
    for (const FeatureChange& change : changes) {
        back.push_back(backOf(*before, change));
        remember(layer, change);
        remember(layer, back.back());
    }
    // The stack owns the command, and runs its redo().
    m_stack.push(new ChangeCommand(*this, layer, changes, std::move(back), text));
    return {};
}

FeatureChange EditDocument::newFeature(const QString& layer, std::string wkb, Values values) {
    const LayerPtr all = features(layer);
    Names& names = m_names[layer];
    for (std::size_t row = 0; row < all->size(); ++row) {
        names.highestFid = std::max(names.highestFid, all->fid(row));
    }
    FeatureChange added{FeatureChange::Kind::added, names.highestFid + 1, std::move(wkb), std::move(values)};
    const std::string idField = all->idField();
    if (const std::string id = nextId(*all, names.ids); !id.empty()) {
        std::erase_if(added.values, [&idField](const auto& value) { return lowered(value.first) == lowered(idField); });
        added.values.emplace_back(idField, id);
    }
    remember(layer, added);
    return added;
}

QString EditDocument::add(const QString& layer, const PackedGeometry& shape) {
    if (QString reason = whyNot(layer); !reason.isEmpty()) {
        return reason;
    }
    if (QString reason = whyUnusable(shape); !reason.isEmpty()) {
        return reason; // before a number is given away
    }
    return change(layer, newFeature(layer, toWkb(shape, 0)), tr("Draw a feature in %1").arg(layer));
}

QString EditDocument::remove(const QString& layer, std::int64_t fid) {
    const std::optional<std::size_t> row = rowOf(layer, fid);
    const QString id = row ? QString::fromStdString(features(layer)->id(*row)) : QString();
    return change(layer, {FeatureChange::Kind::removed, fid, {}, {}}, tr("Delete %1").arg(id));
}

void EditDocument::clear() {
    m_stack.clear();
    m_unsaved.clear();
    m_saving.clear();
    m_layers.clear();
    m_names.clear();
    m_values.clear();
    Q_EMIT modifiedChanged();
}

EditDocument::Changes EditDocument::unsaved() const {
    Changes all = m_saving;
    for (const auto& [layer, changes] : m_unsaved) {
        mergeChanges(all[layer], changes);
    }
    std::erase_if(all, [](const auto& entry) { return entry.second.empty(); });
    return all;
}

void EditDocument::save() {
    m_values.save();
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
    tellWhenSaved();
}

void EditDocument::tellWhenSaved() {
    if (!isModified()) {
        Q_EMIT saved();
    }
}

void EditDocument::layerNotSaved(const QString& layer) {
    std::vector<FeatureChange> changes = std::move(m_saving[layer]);
    m_saving.erase(layer);
    mergeChanges(changes, m_unsaved[layer]);
    if (changes.empty()) {
        m_unsaved.erase(layer);
    } else {
        m_unsaved[layer] = std::move(changes);
    }
    Q_EMIT modifiedChanged();
}

/// The plan was read again from the disk, which does not hold what was not saved; nor what was to be saved since it was
/// asked to be read, for the session does one thing after another.
void EditDocument::reapply() {
    m_layers.clear();
    for (const QString& layer : layers()) {
        m_layers[layer] = features(layer); // as the disk holds it, whatever is previewed from now on
    }
    for (const auto& [layer, changes] : unsaved()) {
        try {
            if (const LayerPtr read = features(layer)) {
                m_layers[layer] = editLayer(*read, changes, {}).layer;
                m_session.update(layer, changes);
            }
        } catch (const Error& error) {
            Q_EMIT failed(QString::fromUtf8(error.what()));
        }
        Q_EMIT changed(layer);
    }
    m_values.reapply();
}

} // namespace merestone::viewer
