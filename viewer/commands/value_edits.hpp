// SPDX-License-Identifier: MIT
#pragma once

#include "models/plan_session.hpp"

#include <QObject>
#include <QUndoStack>

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace merestone::viewer {

/// Values of the plan that the user tries out, with undo and redo on the same stack as the drawings. A value is asked
/// of the session first, whose parser may refuse it, and becomes a step when it has been taken. The plan file changes
/// only by save(). GUI thread.
class ValueEdits : public QObject {
    Q_OBJECT

public:
    ValueEdits(PlanSession& session, QUndoStack& stack);

    /// Asks for another value; nothing leaves the parameter to the pack. Answers by taken() or refused().
    void propose(const ValueAt& at, const std::optional<std::string>& value);
    /// Several as one step.
    void propose(ValueChanges values, const QString& text);
    /// The value as it is now, tried out or from the file; nothing: the plan does not give it.
    [[nodiscard]] std::optional<std::string> value(const ValueAt& at) const;
    /// Values are being worked out.
    [[nodiscard]] bool isBusy() const noexcept { return m_proposed.has_value(); }

    [[nodiscard]] bool isModified() const noexcept { return !m_values.empty() || !m_saving.empty(); }
    [[nodiscard]] ValueChanges unsaved() const;
    /// Writes what is not saved to the plan file. Answers by saved() or by the session's operationFailed().
    void save();
    /// Forgets everything: another plan is opened.
    void clear();
    /// The plan was read again: what is not saved is set anew.
    void reapply();

Q_SIGNALS:
    void modifiedChanged();
    void taken(const merestone::viewer::ValueEffect& effect); ///< also after undo and redo
    void refused(const QString& reason);
    void saved();

private:
    friend class ValuesCommand;
    struct Proposal {
        ValueChanges values;
        QString text;
    };

    void apply(const ValueChanges& values);
    void merge(const ValueChanges& values);
    void sendNext();
    void set(quint64 number, const ValueEffect& effect);
    void refuse(quint64 number, const QString& reason);
    [[nodiscard]] std::optional<std::string> inFile(const ValueAt& at) const;

    PlanSession& m_session;
    QUndoStack& m_stack;
    ValueChanges m_values; ///< others than in the file
    ValueChanges m_saving; ///< on their way to it
    ValueChanges m_file;   ///< what the file has, of all that were ever changed
    std::deque<Proposal> m_queue;
    std::optional<Proposal> m_proposed; ///< the one that the session works on
    quint64 m_number = 0;
};

} // namespace merestone::viewer
