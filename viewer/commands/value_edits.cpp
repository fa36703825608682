// SPDX-License-Identifier: MIT
#include "commands/value_edits.hpp"

#include <QUndoCommand>

#include <utility>

namespace merestone::viewer {

/// Its values have been taken before it was made, so it cannot fail; the first redo(), which the stack runs, has
/// nothing to do.
class ValuesCommand : public QUndoCommand {
public:
    ValuesCommand(ValueEdits& edits, ValueChanges values, ValueChanges back, const QString& text)
        : QUndoCommand(text), m_edits(edits), m_values(std::move(values)), m_back(std::move(back)) {}

    void redo() override {
        if (!std::exchange(m_isDone, false)) {
            m_edits.apply(m_values);
        }
    }
    void undo() override { m_edits.apply(m_back); }

private:
    ValueEdits& m_edits;
    ValueChanges m_values;
    ValueChanges m_back;
    bool m_isDone = true;
};

namespace {

QString textOf(const ValueAt& at) {
    const QString name = QString::fromStdString(at.kind == ValueAt::Kind::limit ? at.rule : at.name);
    return ValueEdits::tr("Change %1").arg(name);
}

} // namespace

ValueEdits::ValueEdits(PlanSession& session, QUndoStack& stack) : m_session(session), m_stack(stack) {
    connect(&session, &PlanSession::valuesSet, this, &ValueEdits::set);
    connect(&session, &PlanSession::valuesRefused, this, &ValueEdits::refuse);
    connect(&session, &PlanSession::valuesSaved, this, [this] {
        for (const auto& [at, value] : std::exchange(m_saving, {})) {
            m_file[at] = value;
        }
        merge({}); // what was changed back meanwhile is as the file has it, or not
        Q_EMIT modifiedChanged();
        Q_EMIT saved();
    });
    connect(&session, &PlanSession::valuesNotSaved, this, [this] {
        ValueChanges values = std::exchange(m_saving, {});
        values.merge(m_values);
        m_values = std::move(values);
        Q_EMIT modifiedChanged();
    });
}

std::optional<std::string> ValueEdits::inFile(const ValueAt& at) const {
    if (const auto known = m_file.find(at); known != m_file.end()) {
        return known->second;
    }
    const SnapshotPtr snapshot = m_session.snapshot();
    if (snapshot != nullptr) {
        for (const PlanValue& value : *snapshot->values) {
            if (value.at == at) {
                return value.given ? std::optional(value.value) : std::nullopt;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> ValueEdits::value(const ValueAt& at) const {
    for (const ValueChanges* changes : {&m_values, &m_saving}) {
        if (const auto changed = changes->find(at); changed != changes->end()) {
            return changed->second;
        }
    }
    return inFile(at);
}

void ValueEdits::propose(const ValueAt& at, const std::optional<std::string>& value) {
    propose(ValueChanges{{at, value}}, textOf(at));
}

void ValueEdits::propose(ValueChanges values, const QString& text) {
    m_queue.push_back({std::move(values), text});
    sendNext();
}

void ValueEdits::sendNext() {
    while (!m_proposed && !m_queue.empty()) {
        Proposal next = std::move(m_queue.front());
        m_queue.pop_front();
        std::erase_if(next.values, [this](const auto& change) { return value(change.first) == change.second; });
        if (next.values.empty()) {
            continue; // it is so already
        }
        ValueChanges all = unsaved();
        for (const auto& [at, changed] : next.values) {
            m_file.emplace(at, inFile(at)); // while the session still has it
            all[at] = changed;
        }
        m_proposed = std::move(next);
        m_session.setValues(std::move(all), ++m_number, false);
    }
}

void ValueEdits::set(quint64 number, const ValueEffect& effect) {
    if (m_proposed && number == m_number) {
        const Proposal done = *std::exchange(m_proposed, {});
        ValueChanges back;
        for (const auto& [at, changed] : done.values) {
            back[at] = value(at);
        }
        merge(done.values);
        m_stack.push(new ValuesCommand(*this, done.values, std::move(back), done.text)); // the stack owns it
        Q_EMIT modifiedChanged();
    }
    Q_EMIT taken(effect);
    sendNext();
}

void ValueEdits::refuse(quint64 number, const QString& reason) {
    if (m_proposed && number == m_number) {
        m_proposed.reset();
    }
    Q_EMIT refused(reason);
    sendNext();
}

void ValueEdits::merge(const ValueChanges& values) {
    for (const auto& [at, value] : values) {
        m_values[at] = value;
    }
    std::erase_if(m_values, [this](const auto& change) {
        const auto saving = m_saving.find(change.first);
        return change.second == (saving == m_saving.end() ? inFile(change.first) : saving->second);
    });
}

void ValueEdits::apply(const ValueChanges& values) {
    merge(values);
    if (m_proposed) { // was meant for the values before; asked for again on top of these
        m_queue.push_front(*std::exchange(m_proposed, {}));
    }
    m_session.setValues(unsaved(), ++m_number, true);
    Q_EMIT modifiedChanged();
    sendNext();
}

ValueChanges ValueEdits::unsaved() const {
    ValueChanges all = m_values;
    all.insert(m_saving.begin(), m_saving.end());
    return all;
}

void ValueEdits::save() {
    if (m_values.empty() || !m_saving.empty()) {
        return; // the next save takes what comes meanwhile
    }
    m_saving = std::exchange(m_values, {});
    m_session.saveValues(m_saving);
}

void ValueEdits::clear() {
    m_values.clear();
    m_saving.clear();
    m_file.clear();
    m_queue.clear();
    m_proposed.reset();
    Q_EMIT modifiedChanged();
}

void ValueEdits::reapply() {
    m_file.clear(); // it may have changed
    merge({});
    const ValueChanges values = unsaved();
    for (const auto& [at, value] : values) {
        m_file.emplace(at, inFile(at));
    }
    const bool isAsked = m_proposed.has_value();
    if (isAsked) { // of the plan before it was read, or of the one after: asked for again on top of these
        m_queue.push_front(*std::exchange(m_proposed, {}));
    }
    if (isAsked || !values.empty()) {
        m_session.setValues(values, ++m_number, true);
    }
    Q_EMIT modifiedChanged();
    sendNext();
}

} // namespace merestone::viewer
