// SPDX-License-Identifier: MIT
#pragma once

#include "models/plan_session.hpp"

#include <QUndoStack>

#include <map>
#include <vector>

namespace merestone::viewer {

/// What the user has changed of the plan's own drawings, with undo and redo. Every change goes to the session at once,
/// which checks the plan anew; the files change only by save(). GUI thread.
class EditDocument : public QObject {
    Q_OBJECT

public:
    explicit EditDocument(PlanSession& session);

    /// Why the features of a layer cannot be changed here, one sentence; empty when they can. Only the plan's own
    /// drawings can, never a reference layer.
    [[nodiscard]] QString whyNot(const QString& layer) const;
    /// Shows a change that is still under the mouse: checked, but not to be undone.
    void preview(const QString& layer, const FeatureChange& change);
    /// Makes a change; `back` takes it back.
    void change(const QString& layer, const FeatureChange& change, const FeatureChange& back, const QString& text);
    /// Takes a feature out of its layer.
    void remove(const QString& layer, std::size_t row);
    /// Forgets everything: another plan is opened.
    void clear();
    /// Writes what is not saved to the plan's files. Answers by saved() or by the session's operationFailed().
    void save();

    [[nodiscard]] QUndoStack& stack() noexcept { return m_stack; }
    /// Whether there is anything that the files do not hold.
    [[nodiscard]] bool isModified() const noexcept { return !m_unsaved.empty() || !m_saving.empty(); }

Q_SIGNALS:
    void modifiedChanged();
    void saved(); ///< everything that save() was asked for

private:
    friend class ChangeCommand;
    void apply(const QString& layer, const FeatureChange& change);
    void layerSaved(const QString& layer);
    void layerNotSaved(const QString& layer);
    void reapply();

    PlanSession& m_session;
    QUndoStack m_stack;
    using Changes = std::map<QString, std::vector<FeatureChange>>; ///< by layer; none is empty
    Changes m_unsaved;                                             ///< what the files do not hold
    Changes m_saving;                                              ///< what is on its way to them
};

} // namespace merestone::viewer
