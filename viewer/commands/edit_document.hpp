// SPDX-License-Identifier: MIT
#pragma once

#include "commands/value_edits.hpp"
#include "models/plan_session.hpp"

#include <QStringList>
#include <QUndoStack>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace merestone::viewer {

/// What the user has changed of the plan's own drawings, and of its values, with undo and redo. Every change goes to
/// the session at once, which checks the plan anew; the files change only by save(). GUI thread.
class EditDocument : public QObject {
    Q_OBJECT

public:
    /// Changes by layer, at most one of each feature; no layer without any.
    using Changes = std::map<QString, std::vector<FeatureChange>>;
    using Values = std::vector<std::pair<std::string, std::string>>; ///< field and value as text; empty text is null

    explicit EditDocument(PlanSession& session);

    /// Why the features of a layer cannot be changed here, one sentence; empty when they can. Only the plan's own
    /// drawings can, never a reference layer.
    [[nodiscard]] QString whyNot(const QString& layer) const;
    /// The layers that can be changed, in the plan's order.
    [[nodiscard]] QStringList layers() const;
    /// What a layer is made of, as its file says: areas, lines or points.
    [[nodiscard]] Shape shapeOf(const QString& layer) const;
    /// A layer with every change that was made, also those that the session is still working on. Null when there is no
    /// such layer.
    [[nodiscard]] LayerPtr features(const QString& layer) const;
    /// Where a feature stands in features(); nothing when it is gone.
    [[nodiscard]] std::optional<std::size_t> rowOf(const QString& layer, std::int64_t fid) const;

    /// Shows a change that is still under the mouse: checked, but not to be undone. Nothing for a feature that is gone.
    void preview(const QString& layer, const FeatureChange& change);
    /// Shows a feature again as it is, after previews that led to nothing.
    void dropPreview(const QString& layer, std::int64_t fid);
    /// Makes a change, which can be undone. Why not, one sentence, when it is not possible; empty when it is done.
    QString change(const QString& layer, const FeatureChange& change, const QString& text);
    /// Several changes of one layer as one step.
    QString changeAll(const QString& layer, const std::vector<FeatureChange>& changes, const QString& text);
    /// A new feature of a layer, not in it yet: with the attributes that are given, and a number and an id that no
    /// feature has or has had since the plan was opened.
    [[nodiscard]] FeatureChange newFeature(const QString& layer, std::string wkb, Values values = {});
    /// Puts a new feature into a layer. Why not, when its shape cannot be used.
    QString add(const QString& layer, const PackedGeometry& shape);
    /// Takes a feature out of its layer.
    QString remove(const QString& layer, std::int64_t fid);
    /// Forgets everything: another plan is opened.
    void clear();
    /// Writes what is not saved to the plan's files. Answers by saved() or by the session's operationFailed().
    void save();

    [[nodiscard]] QUndoStack& stack() noexcept { return m_stack; }
    /// Whether there is anything that the files do not hold.
    [[nodiscard]] bool isModified() const noexcept {
        return !m_unsaved.empty() || !m_saving.empty() || m_values.isModified();
    }
    [[nodiscard]] ValueEdits& values() noexcept { return m_values; }
    [[nodiscard]] const ValueEdits& values() const noexcept { return m_values; }
    /// What the files of the drawings do not hold, or may not hold yet.
    [[nodiscard]] Changes unsaved() const;

Q_SIGNALS:
    void modifiedChanged();
    void changed(const QString& layer); ///< features() of it are others
    void failed(const QString& reason); ///< an undo that is not possible any more
    void saved();                       ///< everything that save() was asked for

private:
    friend class ChangeCommand;
    void apply(const QString& layer, const std::vector<FeatureChange>& changes);
    [[nodiscard]] QString whyNotPossible(const QString& layer, const std::vector<FeatureChange>& changes) const;
    [[nodiscard]] FeatureChange backOf(const Layer& features, const FeatureChange& change) const;
    void remember(const QString& layer, const FeatureChange& change);
    void layerSaved(const QString& layer);
    void layerNotSaved(const QString& layer);
    void reapply();
    void tellWhenSaved();

    /// What numbers and ids features have had, also those that are not there any more.
    struct Names {
        std::int64_t highestFid = 0;
        std::set<std::string> ids;
    };

    PlanSession& m_session;
    QUndoStack m_stack;
    ValueEdits m_values{m_session, m_stack};
    Changes m_unsaved;                    ///< what the files do not hold
    Changes m_saving;                     ///< what is on its way to them
    std::map<QString, LayerPtr> m_layers; ///< those that were changed, as they are now
    std::map<QString, Names> m_names;     ///< by layer
};

} // namespace merestone::viewer
