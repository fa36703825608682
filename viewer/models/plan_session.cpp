// SPDX-License-Identifier: MIT
#include "models/plan_session.hpp"

#include "exchange/publish.hpp"
#include "exchange/save_changes.hpp"
#include "models/merge_changes.hpp"
#include "plan/add_waiver.hpp"
#include "rules/load_layers.hpp"

#include <QFile>
#include <QMetaObject>

#include <algorithm>
#include <fstream>
#include <thread>
#include <utility>

namespace merestone::viewer {

namespace {

QString fromStd(const std::string& text) {
    return QString::fromStdString(text);
}

QByteArray bytesOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// What is drawn in a layer: as its source says, which matters while the layer is empty; areas where it says nothing.
Shape drawnShape(const Plan& plan, const LayerSpec& spec, const Layer& features) {
    const std::string type = describeSource(requestFor(plan, spec)).geometryType;
    for (const auto& [word, shape] : {std::pair<const char*, Shape>{"Polygon", Shape::polygon},
                                      {"Surface", Shape::polygon},
                                      {"Line", Shape::line},
                                      {"Curve", Shape::line},
                                      {"Point", Shape::point}}) {
        if (type.find(word) != std::string::npos) {
            return shape;
        }
    }
    for (std::size_t row = 0; row < features.size(); ++row) {
        if (features.usable(row)) {
            return features.geometry().shape(row);
        }
    }
    return Shape::polygon;
}

} // namespace

LayerPtr PlanSnapshot::layer(std::string_view name) const {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [name](const LayerPtr& layer) { return layer->name() == name; });
    return found == layers.end() ? nullptr : *found;
}

/// What a job made; empty parts are left as they were.
struct PlanSession::Outcome {
    enum class Kind { nothing, done, failed, cancelled };
    Kind kind = Kind::nothing;
    JobKind job = JobKind::open;
    QString layer;      ///< that was to be saved
    QString planFile;   ///< of which it is a part
    quint64 number = 0; ///< of a request for values
    ValueEffect effect; ///< of them
    SnapshotPtr snapshot;
    RunPtr result;
    QByteArray planBytes;
    QString error;
    QStringList problems;
};

/// Owns the Checker; everything here runs on the session's thread.
class PlanSession::Worker : public QObject {
public:
    Outcome open(const QString& file, const OpenOptions& options, const QString& today, const RunContext& context) {
        m_checker.reset();
        m_scene.reset();
        m_complete = false;
        m_options = options;
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        outcome.planBytes = bytesOf(file);
        m_values.clear();
        m_text.clear();
        // Read by itself where it cannot be, so that it says so as everywhere.
        m_reader = std::make_unique<const PlanReader>(options);
        Plan plan = outcome.planBytes.isEmpty() ? openPlan(file.toStdString(), options)
                                                : m_reader->parse(outcome.planBytes.toStdString(), file.toStdString());
        context.throwIfStopped();
        CheckOptions asked;
        asked.keepForUpdates = true;
        asked.loadEverything = true;
        asked.today = today.toStdString();
        auto checker = std::make_unique<Checker>(std::move(plan), asked);
        checker->load(context);
        m_checker = std::move(checker);
        m_text = outcome.planBytes.toStdString();
        takePlan(m_text);
        m_result.reset();
        m_drawnShapes.clear();
        for (const LayerSpec& spec : m_plan->layers) {
            const LayerPtr layer = m_checker->layer(spec.name);
            if (layer != nullptr && isPlanRole(spec.role)) {
                m_drawnShapes[spec.name] = drawnShape(*m_plan, spec, *layer);
            }
        }
        outcome.snapshot = snapshot();
        return outcome;
    }

    Outcome run(const RunContext& context) {
        Outcome outcome;
        if (m_checker != nullptr) { // else opening has failed, and has said so
            m_complete = false;
            outcome.kind = Outcome::Kind::done;
            outcome.result = m_result = std::make_shared<const RunResult>(m_checker->run(context));
            outcome.snapshot = snapshot();
            m_complete = true;
        }
        return outcome;
    }

    Outcome update(const std::string& layer, const std::vector<FeatureChange>& changes, const RunContext& context) {
        completeRun(context);
        (void)m_checker->update(layer, changes, context);
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        outcome.result = m_result = std::make_shared<const RunResult>(m_checker->result());
        outcome.snapshot = snapshot();
        return outcome;
    }

    Outcome waive(const WaiverSpec& waiver, const RunContext& context) {
        completeRun(context);
        const std::filesystem::path file = m_checker->plan().file;
        const std::string text = bytesOf(fromStd(file.string())).toStdString();
        const std::string changed = addWaiver(text, file.string(), waiver);
        // Read as a plan before it replaces one: what cannot be opened again is never written.
        const Plan plan = openPlanText(changed, file, m_options);
        publishText(file, changed);
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        if (text == m_text) { // else another program has changed the file, which is out of date as it was
            m_text = changed;
            takePlan(withValues(m_text, file, m_values));
            outcome.planBytes = QByteArray::fromStdString(changed);
        }
        m_checker->setWaivers(plan.waivers);
        outcome.result = m_result = std::make_shared<const RunResult>(m_checker->result());
        outcome.snapshot = snapshot();
        return outcome;
    }

    Outcome save(const std::string& layer, const std::vector<FeatureChange>& changes) {
        const LayerSpec* spec = m_plan == nullptr ? nullptr : m_plan->findLayer(layer);
        if (spec == nullptr || !isPlanRole(spec->role)) {
            throw Error(ErrorCode::usage, "layer '" + layer + "' is not the plan's own drawing and is never written");
        }
        saveChanges(m_plan->directory / spec->source.text, spec->layer, changes);
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        return outcome;
    }

    Outcome setValues(const ValueChanges& values, const RunContext& context) {
        completeRun(context);
        const std::filesystem::path file = m_checker->plan().file;
        const RunResult before = m_checker->result();
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        const std::string text = withValues(m_text, file, values);
        const RunDelta delta = m_checker->setPlan(parsedForPeople(text, file), context);
        m_values = values;
        takePlan(text);
        outcome.result = m_result = std::make_shared<const RunResult>(m_checker->result());
        outcome.effect = effectOf(before, *m_result, delta);
        outcome.snapshot = snapshot();
        return outcome;
    }

    Outcome saveValues(const ValueChanges& values) {
        if (m_plan == nullptr) {
            throw Error(ErrorCode::usage, "no plan is open");
        }
        const std::filesystem::path file = m_plan->file;
        const std::string text = bytesOf(fromStd(file.string())).toStdString();
        const std::string changed = withValues(text, file, values);
        (void)parsedForPeople(changed, file); // what cannot be opened again is never written
        publishText(file, changed);
        Outcome outcome;
        outcome.kind = Outcome::Kind::done;
        if (text == m_text) { // else another program has changed the file, which is out of date as it was
            m_text = changed;
            outcome.planBytes = QByteArray::fromStdString(changed);
        }
        return outcome;
    }

    /// Any exception becomes an outcome: nothing may leave an event handler.
    static Outcome failure(const std::exception& error) {
        Outcome outcome;
        outcome.kind = Outcome::Kind::failed;
        outcome.error = fromStd(error.what());
        if (const auto* plan = dynamic_cast<const PlanError*>(&error)) {
            for (const PlanProblem& problem : plan->problems()) {
                outcome.problems << fromStd(problem.place.text() + ": " + problem.message);
            }
            outcome.error = outcome.problems.value(0);
        } else {
            outcome.problems = outcome.error.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            const auto* known = dynamic_cast<const Error*>(&error);
            if (known != nullptr && known->code() == ErrorCode::cancelled) {
                outcome.kind = Outcome::Kind::cancelled;
            }
        }
        return outcome;
    }

private:
    static void publishText(const std::filesystem::path& file, const std::string& text) {
        publishFile(file, [&text, &file](const std::filesystem::path& staged) {
            std::ofstream out(staged, std::ios::binary);
            out << text;
            if (!out.flush()) {
                throw Error(ErrorCode::output, file.string() + ": cannot be written; is the disk full?");
            }
        });
    }

    /// Of a mistake only what it is: the place is the value that has just been typed.
    [[nodiscard]] Plan parsedForPeople(const std::string& text, const std::filesystem::path& file) const {
        try {
            return m_reader->parse(text, file);
        } catch (const PlanError& error) {
            throw Error(ErrorCode::plan, error.problems().front().message);
        }
    }

    /// What the checker's plan, which was read from this text, says of itself.
    void takePlan(const std::string& text) {
        m_plan = std::make_shared<const Plan>(m_checker->plan());
        m_planValues = std::make_shared<const std::vector<PlanValue>>(planValues(text, *m_plan, m_reader->packs()));
    }

    /// After a run that was stopped, the results of its rules are of different ages.
    void completeRun(const RunContext& context) {
        if (m_checker == nullptr) {
            throw Error(ErrorCode::usage, "no plan is open");
        }
        if (!m_complete) {
            (void)m_checker->run(context);
            m_complete = true;
        }
    }

    [[nodiscard]] SnapshotPtr snapshot() {
        auto made = std::make_shared<PlanSnapshot>();
        made->plan = m_plan;
        made->values = m_planValues;
        made->drawnShapes = m_drawnShapes;
        for (const LayerSpec& spec : m_plan->layers) {
            if (LayerPtr layer = m_checker->layer(spec.name)) {
                made->layers.push_back(std::move(layer));
            }
        }
        m_scene = map::makeScene(*m_checker, m_result.get(), m_scene);
        made->scene = m_scene;
        return made;
    }

    std::unique_ptr<Checker> m_checker;
    RunPtr m_result;
    map::ScenePtr m_scene; ///< the newest: what has not changed since is not worked out again
    std::shared_ptr<const Plan> m_plan;
    std::map<std::string, Shape> m_drawnShapes;
    std::unique_ptr<const PlanReader> m_reader;
    std::string m_text;    ///< of the plan file
    ValueChanges m_values; ///< that are others now
    std::shared_ptr<const std::vector<PlanValue>> m_planValues;
    OpenOptions m_options;
    bool m_complete = false; ///< every rule was evaluated since the plan was opened
};

PlanSession::PlanSession(QObject* parent) : QObject(parent), m_worker(new Worker) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PlanSession::fileTouched);
    m_thread.setObjectName(QStringLiteral("checker"));
    m_thread.start();
}

PlanSession::~PlanSession() {
    m_stop.request_stop();
    m_valuesStop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void PlanSession::setState(SessionState state, const QString& reason) {
    if (m_state != state || m_reason != reason) {
        m_state = state;
        m_reason = reason;
        Q_EMIT stateChanged();
    }
}

void PlanSession::post(JobKind kind, Job job, const QString& layer, quint64 number) {
    RunContext context;
    if (kind == JobKind::open || kind == JobKind::run) {
        context.stop = m_stop.get_token();
    } else if (kind == JobKind::values) {
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
            Outcome outcome;
            try {
                context.throwIfStopped();
                outcome = job(*m_worker, context);
            } catch (const std::exception& error) {
                outcome = Worker::failure(error);
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
    }
    m_file = file;
    m_options = options;
    m_pending.clear();
    m_updating = false;
    m_valuesUnderWay = 0; // what they deliver is dropped
    m_fileChanged = false;
    m_runFollows = andRun;
    ++m_document;
    beginAnew(SessionState::opening);
    post(JobKind::open, [file, options, today = m_today](Worker& worker, const RunContext& context) {
        return worker.open(file, options, today, context);
    });
    if (andRun) {
        post(JobKind::run, [](Worker& worker, const RunContext& context) { return worker.run(context); });
    }
}

void PlanSession::reopen() {
    if (!m_file.isEmpty()) {
        open(m_file, m_options, true);
    }
}

void PlanSession::run() {
    if (m_fileChanged || m_snapshot == nullptr) {
        reopen();
        return;
    }
    beginAnew(SessionState::running);
    post(JobKind::run, [](Worker& worker, const RunContext& context) { return worker.run(context); });
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
    post(JobKind::waive, [waiver](Worker& worker, const RunContext& context) { return worker.waive(waiver, context); });
}

void PlanSession::save(const QString& layer, std::vector<FeatureChange> changes) {
    post(
        JobKind::save,
        [name = layer.toStdString(), changes = std::move(changes)](Worker& worker, const RunContext&) {
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
        JobKind::values,
        [values = std::move(values)](Worker& worker, const RunContext& context) {
            return worker.setValues(values, context);
        },
        {}, number);
}

void PlanSession::saveValues(ValueChanges values) {
    post(JobKind::saveValues,
         [values = std::move(values)](Worker& worker, const RunContext&) { return worker.saveValues(values); });
}

void PlanSession::sendPending() {
    if (m_updating || m_pending.empty() || m_snapshot == nullptr) {
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
    post(JobKind::update,
         [name = layer.toStdString(), changes = std::move(changes)](Worker& worker, const RunContext& context) {
             return worker.update(name, changes, context);
         });
}

void PlanSession::finish(quint64 document, quint64 generation, const Outcome& outcome) {
    const bool isSaving = outcome.job == JobKind::save || outcome.job == JobKind::saveValues;
    if (document != m_document && (!isSaving || outcome.planFile != m_file)) {
        return; // but what was written of this plan counts, also when it has been read again since
    }
    m_valuesUnderWay -= outcome.job == JobKind::values ? 1 : 0;
    const bool isNewest = generation == m_generation;
    if (outcome.kind == Outcome::Kind::failed || outcome.kind == Outcome::Kind::cancelled) {
        finishFailed(outcome, isNewest);
        return;
    }
    if (outcome.kind == Outcome::Kind::nothing || (!isNewest && outcome.job == JobKind::run)) {
        return;
    }
    if (outcome.job == JobKind::save) {
        Q_EMIT saved(outcome.layer);
        return;
    }
    if (!outcome.planBytes.isEmpty() && document == m_document) {
        m_planBytes = outcome.planBytes;
        m_fileChanged = bytesOf(m_file) != m_planBytes; // the watcher may have seen our own writing before this
        m_watcher.addPath(m_file);
    }
    if (outcome.job == JobKind::saveValues) {
        if (m_state == SessionState::outOfDate || m_state == SessionState::upToDate) {
            settle(); // the watcher may have seen our own writing
        }
        Q_EMIT valuesSaved();
        return;
    }
    if (outcome.job == JobKind::update) {
        m_updating = false;
    }
    m_snapshot = outcome.snapshot;
    Q_EMIT snapshotChanged();
    if (outcome.result != nullptr) {
        m_stale = m_updating || !m_pending.empty();
        m_result = outcome.result;
        Q_EMIT resultChanged();
    }
    if (outcome.job == JobKind::open && m_runFollows) {
        m_pending.clear(); // was meant for the layers before; who knows what is not saved says it anew
        setState(SessionState::running);
        Q_EMIT opened();
        return;
    }
    sendPending();
    if (isNewest || m_state != SessionState::running) {
        settle();
    }
    if (outcome.job == JobKind::waive) {
        Q_EMIT waived();
    } else if (outcome.job == JobKind::values) {
        Q_EMIT valuesSet(outcome.number, outcome.effect);
    }
}

void PlanSession::finishFailed(const Outcome& outcome, bool isNewest) {
    if (outcome.job == JobKind::save) {
        Q_EMIT notSaved(outcome.layer);
        Q_EMIT operationFailed(outcome.error);
        return;
    }
    if (outcome.job == JobKind::saveValues) {
        Q_EMIT valuesNotSaved();
        Q_EMIT operationFailed(outcome.error);
        return;
    }
    if (outcome.job == JobKind::values) {
        if (isNewest || m_state != SessionState::running) {
            settle();
        }
        sendPending();
        Q_EMIT valuesRefused(outcome.number, outcome.kind == Outcome::Kind::cancelled
                                                 ? tr("Stopped; everything is as it was before.")
                                                 : outcome.error);
        return;
    }
    if (outcome.job == JobKind::update || outcome.job == JobKind::waive) {
        m_updating = m_updating && outcome.job != JobKind::update;
        Q_EMIT operationFailed(outcome.error);
        settle();
        sendPending(); // what came meanwhile may well be possible
        return;
    }
    if (!isNewest) {
        return;
    }
    if (outcome.job == JobKind::open) {
        clear();
        m_watcher.addPath(m_file); // a plan that is mended is opened again by itself
    }
    if (outcome.kind == Outcome::Kind::cancelled) {
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
    if (m_snapshot == nullptr) {
        setState(SessionState::empty);
    } else if (m_fileChanged) {
        setState(SessionState::outOfDate, tr("The plan file has changed on the disk."));
    } else if (m_result == nullptr) {
        setState(SessionState::neverRun);
    } else if (m_valuesUnderWay > 0) {
        setState(SessionState::running);
    } else if (m_stale) {
        setState(SessionState::outOfDate, tr("The plan has been changed; its findings are being worked out."));
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
