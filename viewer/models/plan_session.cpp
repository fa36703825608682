// SPDX-License-Identifier: MIT
#include "models/plan_session.hpp"

#include "models/merge_changes.hpp"
#include "models/plan_worker.hpp"

#include <QMetaObject>

#include <algorithm>
#include <thread>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace merestone::viewer {

namespace {

/// Lets the window and its pictures go first where there are fewer processors than threads. On Linux alone a thread has
/// a niceness of its own, and gives it to the threads that it starts.
void stepBack() {
#ifdef __linux__
    constexpr int kNiceness = 10;
    setpriority(PRIO_PROCESS, 0, kNiceness); // refused: then all are equal, as they were
#endif
}

} // namespace

PlanSession::PlanSession(QObject* parent) : QObject(parent), m_worker(new PlanWorker) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PlanSession::fileTouched);
    m_thread.setObjectName(QStringLiteral("checker"));
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [] { stepBack(); }, Qt::QueuedConnection);
}

PlanSession::~PlanSession() {
    m_stop.request_stop();
    m_valuesStop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void PlanSession::prepare() {
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->prepare(); }, Qt::QueuedConnection);
}

void PlanSession::setState(SessionState state, const QString& reason) {
    if (m_state != state || m_reason != reason) {
        m_state = state;
        m_reason = reason;
        Q_EMIT stateChanged();
    }
}

void PlanSession::post(PlanJob kind, Job job, const QString& layer, quint64 number) {
    RunContext context;
    if (kind == PlanJob::open || kind == PlanJob::run) {
        context.stop = m_stop.get_token();
    } else if (kind == PlanJob::values) {
        context.stop = m_valuesStop.get_token();
    } // a change that is made half-way would leave rules that never saw it
    context.threads = std::max(1U, std::thread::hardware_concurrency());
    const quint64 document = m_document;
    const quint64 generation = m_generation;
    context.progress = [this, generation](std::string_view stage, double fraction) {
        // Called from any thread; the destructor waits for all of them before `this` goes.
        const QString text = QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()));
        QMetaObject::invokeMethod(
            this,
            [this, generation, text, fraction] {
                if (generation == m_generation) {
                    Q_EMIT progressed(text, fraction);
                }
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_worker,
        [this, kind, layer, number, file = m_file, document, generation, context, job = std::move(job)] {
            PlanOutcome outcome;
            try {
                context.throwIfStopped();
                outcome = job(*m_worker, context);
            } catch (const std::exception& error) {
                outcome = PlanWorker::failure(error);
            }
            outcome.job = kind;
            outcome.layer = layer;
            outcome.number = number;
            outcome.planFile = file;
            QMetaObject::invokeMethod(
                this, [this, document, generation, outcome] { finish(document, generation, outcome); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void PlanSession::beginAnew(SessionState state) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_generation;
    m_problems.clear();
    setState(state);
}

void PlanSession::open(const QString& file, const OpenOptions& options, bool andRun) {
    if (file != m_file) {
        clear();
        ++m_document; // what is under way is about another plan: it will be dropped
        m_updating = false;
        m_valuesUnderWay = 0;
        m_opensUnderWay = 0;
    }
    m_file = file;
    m_options = options;
    m_fileChanged = false;
    m_runFollows = andRun;
    ++m_opensUnderWay;
    beginAnew(SessionState::opening);
    post(PlanJob::open, [file, options, today = m_today](PlanWorker& worker, const RunContext& context) {
        return worker.open(file, options, today, context);
    });
    if (andRun) {
        post(PlanJob::run, [](PlanWorker& worker, const RunContext& context) { return worker.run(context); });
    }
}

void PlanSession::reopen() {
    if (!m_file.isEmpty()) {
        open(m_file, m_options, true);
    }
}

void PlanSession::run() {
    if (m_opensUnderWay > 0 && m_runFollows && !m_stop.stop_requested()) {
        return; // it is checked as soon as it has been read
    }
    if (m_fileChanged || m_snapshot == nullptr || m_opensUnderWay > 0) {
        reopen();
        return;
    }
    beginAnew(SessionState::running);
    post(PlanJob::run, [](PlanWorker& worker, const RunContext& context) { return worker.run(context); });
}

void PlanSession::cancel() {
    m_stop.request_stop();
    m_valuesStop.request_stop();
}

void PlanSession::update(const QString& layer, std::vector<FeatureChange> changes) {
    m_pending.push_back({layer, std::move(changes)});
    m_stale = true;
    sendPending();
}

void PlanSession::waive(const WaiverSpec& waiver) {
    post(PlanJob::waive,
         [waiver](PlanWorker& worker, const RunContext& context) { return worker.waive(waiver, context); });
}

void PlanSession::save(const QString& layer, std::vector<FeatureChange> changes) {
    post(
        PlanJob::save,
        [name = layer.toStdString(), changes = std::move(changes)](PlanWorker& worker, const RunContext&) {
            return worker.save(name, changes);
        },
        layer);
}

void PlanSession::setValues(ValueChanges values, quint64 number, bool certain) {
    m_valuesStop = certain ? std::stop_source(std::nostopstate) : std::stop_source();
    if (m_state == SessionState::upToDate || m_state == SessionState::neverRun) {
        setState(SessionState::running);
    }
    ++m_valuesUnderWay;
    post(
        PlanJob::values,
        [values = std::move(values)](PlanWorker& worker, const RunContext& context) {
            return worker.setValues(values, context);
        },
        {}, number);
}

void PlanSession::saveValues(ValueChanges values) {
    post(PlanJob::saveValues,
         [values = std::move(values)](PlanWorker& worker, const RunContext&) { return worker.saveValues(values); });
}

void PlanSession::sendPending() {
    // While the plan is read again they wait: whoever drew them says them anew when it has been read, and they are sent
    // when that is stopped. Sent behind the reading, a feature would be removed twice.
    if (m_updating || m_opensUnderWay > 0 || m_pending.empty() || m_snapshot == nullptr) {
        return;
    }
    m_updating = true;
    const QString layer = m_pending.front().layer;
    std::vector<FeatureChange> changes;
    while (!m_pending.empty() && m_pending.front().layer == layer) {
        mergeChanges(changes, m_pending.front().changes);
        m_pending.erase(m_pending.begin());
    }
    if (m_state != SessionState::opening && m_state != SessionState::running) {
        settle();
    }
    post(PlanJob::update,
         [name = layer.toStdString(), changes = std::move(changes)](PlanWorker& worker, const RunContext& context) {
             return worker.update(name, changes, context);
         });
}

void PlanSession::finish(quint64 document, quint64 generation, const PlanOutcome& outcome) {
    const bool isSaving = outcome.job == PlanJob::save || outcome.job == PlanJob::saveValues;
    if (document != m_document && (!isSaving || outcome.planFile != m_file)) {
        return; // but what was written of this plan counts, also when it has been read again since
    }
    if (document == m_document) {
        m_valuesUnderWay -= outcome.job == PlanJob::values ? 1 : 0;
        m_opensUnderWay -= outcome.job == PlanJob::open ? 1 : 0;
    }
    const bool isNewest = generation == m_generation;
    if (outcome.kind == PlanOutcome::Kind::failed || outcome.kind == PlanOutcome::Kind::cancelled) {
        finishFailed(outcome, isNewest);
        return;
    }
    if (outcome.kind == PlanOutcome::Kind::nothing || (!isNewest && outcome.job == PlanJob::run)) {
        return;
    }
    if (outcome.job == PlanJob::save) {
        Q_EMIT saved(outcome.layer);
        return;
    }
    if (!outcome.planBytes.isEmpty() && document == m_document) {
        m_planBytes = outcome.planBytes;
        m_fileChanged = bytesOf(m_file) != m_planBytes; // the watcher may have seen our own writing before this
        m_watcher.addPath(m_file);
    }
    if (outcome.job == PlanJob::saveValues) {
        if (m_state == SessionState::outOfDate || m_state == SessionState::upToDate) {
            settle(); // the watcher may have seen our own writing
        }
        Q_EMIT valuesSaved();
        return;
    }
    if (outcome.job == PlanJob::update) {
        m_updating = false;
    }
    m_snapshot = outcome.snapshot;
    Q_EMIT snapshotChanged();
    if (outcome.result != nullptr) {
        m_stale = m_updating || !m_pending.empty();
        m_result = outcome.result;
        Q_EMIT resultChanged();
    }
    if (outcome.job == PlanJob::open) {
        m_stale = m_result != nullptr;
        m_pending.clear(); // was meant for the layers before; who knows what is not saved says it anew
        if (m_opensUnderWay == 0 && m_runFollows) {
            setState(SessionState::running);
        } else {
            settle();
        }
        Q_EMIT opened();
        return;
    }
    sendPending();
    if (isNewest || m_state != SessionState::running) {
        settle();
    }
    if (outcome.job == PlanJob::waive) {
        Q_EMIT waived();
    } else if (outcome.job == PlanJob::values) {
        Q_EMIT valuesSet(outcome.number, outcome.effect);
    }
}

void PlanSession::finishFailed(const PlanOutcome& outcome, bool isNewest) {
    if (outcome.job == PlanJob::save) {
        Q_EMIT notSaved(outcome.layer);
        Q_EMIT operationFailed(outcome.error);
        return;
    }
    if (outcome.job == PlanJob::saveValues) {
        Q_EMIT valuesNotSaved();
        Q_EMIT operationFailed(outcome.error);
        return;
    }
    if (outcome.job == PlanJob::values) {
        if (isNewest || m_state != SessionState::running) {
            settle();
        }
        sendPending();
        Q_EMIT valuesRefused(outcome.number, outcome.kind == PlanOutcome::Kind::cancelled
                                                 ? tr("Stopped; everything is as it was before.")
                                                 : outcome.error);
        return;
    }
    if (outcome.job == PlanJob::update || outcome.job == PlanJob::waive) {
        m_updating = m_updating && outcome.job != PlanJob::update;
        Q_EMIT operationFailed(outcome.error);
        settle();
        sendPending(); // what came meanwhile may well be possible
        return;
    }
    const bool isCancelled = outcome.kind == PlanOutcome::Kind::cancelled;
    if (outcome.job == PlanJob::open && isCancelled && m_snapshot != nullptr) {
        m_fileChanged = bytesOf(m_file) != m_planBytes; // what was there before stays, old as it may be
        sendPending();
    } else if (outcome.job == PlanJob::open) {
        clear();
        m_watcher.addPath(m_file); // a plan that is mended is opened again by itself
    }
    if (!isNewest) {
        return;
    }
    if (isCancelled) {
        settle();
    } else {
        m_problems = outcome.problems;
        setState(SessionState::couldNotRun, outcome.error);
    }
}

void PlanSession::clear() {
    m_snapshot.reset();
    m_result.reset();
    m_pending.clear();
    m_stale = false;
    if (!m_watcher.files().isEmpty()) {
        m_watcher.removePaths(m_watcher.files());
    }
    Q_EMIT snapshotChanged();
    Q_EMIT resultChanged();
}

void PlanSession::settle() {
    if (m_opensUnderWay > 0) {
        return;
    }
    if (m_snapshot == nullptr) {
        setState(SessionState::empty);
    } else if (m_fileChanged) {
        setState(SessionState::outOfDate, tr("The plan file has changed on the disk."));
    } else if (m_result == nullptr) {
        setState(SessionState::neverRun);
    } else if (m_valuesUnderWay > 0) {
        setState(SessionState::running);
    } else if (m_stale) {
        setState(SessionState::outOfDate, m_updating || !m_pending.empty()
                                              ? tr("The plan has been changed; its findings are being worked out.")
                                              : tr("The plan has been read again; these are the findings before."));
    } else {
        setState(SessionState::upToDate);
    }
}

void PlanSession::fileTouched() {
    m_watcher.addPath(m_file); // a file that is replaced is no longer watched
    const QByteArray bytes = bytesOf(m_file);
    if (bytes.isEmpty() || bytes == m_planBytes) {
        return; // on its way to being replaced, or only touched
    }
    if (m_state == SessionState::couldNotRun) {
        reopen();
        return;
    }
    m_fileChanged = true;
    if (m_state != SessionState::opening && m_state != SessionState::running) {
        settle();
    }
}

} // namespace merestone::viewer
