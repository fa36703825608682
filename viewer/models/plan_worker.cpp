// SPDX-License-Identifier: MIT
#include "models/plan_worker.hpp"

#include "cartography/freed_elsewhere.hpp"
#include "exchange/publish.hpp"
#include "exchange/save_changes.hpp"
#include "plan/add_waiver.hpp"
#include "rules/load_layers.hpp"

#include <QFile>

#include <fstream>
#include <utility>

namespace merestone::viewer {

namespace {

QString fromStd(const std::string& text) {
    return QString::fromStdString(text);
}

/// What is drawn in a layer: what is there already; while it is empty, what its source says; areas where that says
/// nothing.
Shape drawnShape(const Plan& plan, const LayerSpec& spec, const Layer& features) {
    for (std::size_t row = 0; row < features.size(); ++row) {
        if (features.usable(row)) {
            return features.geometry().shape(row);
        }
    }
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
    return Shape::polygon;
}

RunPtr resultOf(RunResult run) {
    return map::freedElsewhere(std::make_shared<const RunResult>(std::move(run)));
}

void publishText(const std::filesystem::path& file, const std::string& text) {
    publishFile(file, [&text, &file](const std::filesystem::path& staged) {
        std::ofstream out(staged, std::ios::binary);
        out << text;
        if (!out.flush()) {
            throw Error(ErrorCode::output, file.string() + ": cannot be written; is the disk full?");
        }
    });
}

} // namespace

QByteArray bytesOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void PlanWorker::prepare() {
    try {
        m_prepared = std::make_unique<const PlanReader>();
        m_preparedAt = std::chrono::steady_clock::now();
    } catch (const std::exception&) {
        m_prepared.reset();
    }
}

/// For one plan and not for long: by then other packs may have been installed.
std::unique_ptr<const PlanReader> PlanWorker::takePrepared() {
    constexpr std::chrono::seconds kFresh(10);
    auto reader = std::move(m_prepared);
    return std::chrono::steady_clock::now() - m_preparedAt < kFresh ? std::move(reader) : nullptr;
}

PlanOutcome PlanWorker::open(const QString& file, const OpenOptions& options, const QString& today,
                             const RunContext& context) {
    if (file != m_file) {
        close();
        m_plan.reset();
    }
    m_file = file;
    try {
        return read(options, today, context);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::cancelled) {
            close(); // it is not what the file says any more
        }
        throw;
    } catch (...) {
        close();
        throw;
    }
}

/// What is open goes when everything has been read, and stays when that is stopped.
PlanOutcome PlanWorker::read(const OpenOptions& options, const QString& today, const RunContext& context) {
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    outcome.planBytes = bytesOf(m_file);
    auto reader = takePrepared();
    if (reader == nullptr) {
        reader = std::make_unique<const PlanReader>();
    }
    // Read by itself where it cannot be, so that it says so as everywhere.
    Plan plan = outcome.planBytes.isEmpty()
                    ? openPlan(m_file.toStdString(), options)
                    : reader->parse(outcome.planBytes.toStdString(), m_file.toStdString(), options);
    context.throwIfStopped();
    CheckOptions asked;
    asked.keepForUpdates = true;
    asked.loadEverything = true;
    asked.today = today.toStdString();
    auto checker = std::make_unique<Checker>(std::move(plan), asked);
    checker->load(context);
    close();
    m_checker = std::move(checker);
    m_reader = std::move(reader);
    m_options = options;
    m_text = outcome.planBytes.toStdString();
    takePlan(m_text);
    findDrawnShapes();
    outcome.snapshot = snapshot();
    return outcome;
}

/// The plan itself stays known: what was drawn in its layers can still be saved to them.
void PlanWorker::close() {
    m_checker.reset();
    m_result.reset();
    m_scene.reset();
    m_values.clear();
    m_text.clear();
    m_complete = false;
}

PlanOutcome PlanWorker::run(const RunContext& context) {
    PlanOutcome outcome;
    if (m_checker != nullptr) { // else opening has failed, and has said so
        m_complete = false;
        outcome.kind = PlanOutcome::Kind::done;
        outcome.result = m_result = resultOf(m_checker->run(context));
        outcome.snapshot = snapshot();
        m_complete = true;
    }
    return outcome;
}

PlanOutcome PlanWorker::update(const std::string& layer, const std::vector<FeatureChange>& changes,
                               const RunContext& context) {
    completeRun(context);
    (void)m_checker->update(layer, changes, context);
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    outcome.result = m_result = resultOf(m_checker->result());
    outcome.snapshot = snapshot();
    return outcome;
}

PlanOutcome PlanWorker::waive(const WaiverSpec& waiver, const RunContext& context) {
    completeRun(context);
    const std::filesystem::path file = m_checker->plan().file;
    const std::string text = bytesOf(fromStd(file.string())).toStdString();
    const std::string changed = addWaiver(text, file.string(), waiver);
    // Read as a plan before it replaces one: what cannot be opened again is never written.
    const Plan plan = openPlanText(changed, file, m_options);
    publishText(file, changed);
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    if (text == m_text) { // else another program has changed the file, which is out of date as it was
        m_text = changed;
        takePlan(withValues(m_text, file, m_values));
        outcome.planBytes = QByteArray::fromStdString(changed);
    }
    m_checker->setWaivers(plan.waivers);
    outcome.result = m_result = resultOf(m_checker->result());
    outcome.snapshot = snapshot();
    return outcome;
}

PlanOutcome PlanWorker::save(const std::string& layer, const std::vector<FeatureChange>& changes) {
    const LayerSpec* spec = m_plan == nullptr ? nullptr : m_plan->findLayer(layer);
    if (spec == nullptr || !isPlanRole(spec->role)) {
        throw Error(ErrorCode::usage, "layer '" + layer + "' is not the plan's own drawing and is never written");
    }
    saveChanges(m_plan->directory / spec->source.text, spec->layer, changes);
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    return outcome;
}

PlanOutcome PlanWorker::setValues(const ValueChanges& values, const RunContext& context) {
    completeRun(context);
    const std::filesystem::path file = m_checker->plan().file;
    const RunResult before = m_checker->result();
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    const std::string text = withValues(m_text, file, values);
    const RunDelta delta = m_checker->setPlan(parsedForPeople(text, file), context);
    m_values = values;
    takePlan(text);
    outcome.result = m_result = resultOf(m_checker->result());
    outcome.effect = effectOf(before, *m_result, delta);
    outcome.snapshot = snapshot();
    return outcome;
}

PlanOutcome PlanWorker::saveValues(const ValueChanges& values) {
    if (m_plan == nullptr) {
        throw Error(ErrorCode::usage, "no plan is open");
    }
    const std::filesystem::path file = m_plan->file;
    const std::string text = bytesOf(fromStd(file.string())).toStdString();
    const std::string changed = withValues(text, file, values);
    (void)parsedForPeople(changed, file); // what cannot be opened again is never written
    publishText(file, changed);
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::done;
    if (text == m_text) { // else another program has changed the file, which is out of date as it was
        m_text = changed;
        outcome.planBytes = QByteArray::fromStdString(changed);
    }
    return outcome;
}

PlanOutcome PlanWorker::failure(const std::exception& error) {
    PlanOutcome outcome;
    outcome.kind = PlanOutcome::Kind::failed;
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
            outcome.kind = PlanOutcome::Kind::cancelled;
        }
    }
    return outcome;
}

/// Of a mistake only what it is: the place is the value that has just been typed.
Plan PlanWorker::parsedForPeople(const std::string& text, const std::filesystem::path& file) const {
    try {
        return m_reader->parse(text, file, m_options);
    } catch (const PlanError& error) {
        throw Error(ErrorCode::plan, error.problems().front().message);
    }
}

/// What the checker's plan, which was read from this text, says of itself.
void PlanWorker::takePlan(const std::string& text) {
    m_plan = std::make_shared<const Plan>(m_checker->plan());
    m_planValues = std::make_shared<const std::vector<PlanValue>>(planValues(text, *m_plan, m_reader->packs()));
}

void PlanWorker::findDrawnShapes() {
    m_drawnShapes.clear();
    for (const LayerSpec& spec : m_plan->layers) {
        const LayerPtr layer = m_checker->layer(spec.name);
        if (layer != nullptr && isPlanRole(spec.role)) {
            m_drawnShapes[spec.name] = drawnShape(*m_plan, spec, *layer);
        }
    }
}

/// After a run that was stopped, the results of its rules are of different ages.
void PlanWorker::completeRun(const RunContext& context) {
    if (m_checker == nullptr) {
        throw Error(ErrorCode::usage, "no plan is open");
    }
    if (!m_complete) {
        (void)m_checker->run(context);
        m_complete = true;
    }
}

SnapshotPtr PlanWorker::snapshot() {
    auto made = std::make_shared<PlanSnapshot>();
    made->plan = m_plan;
    made->values = m_planValues;
    made->drawnShapes = m_drawnShapes;
    m_scene = map::makeScene(*m_checker, m_result, m_scene);
    for (const LayerSpec& spec : m_plan->layers) {
        if (const map::MapLayer* layer = m_scene->layer(fromStd(spec.name))) {
            (void)layer->features->index(); // made here, and not when somebody clicks on the map
            made->layers.push_back(layer->features);
        }
    }
    made->scene = m_scene;
    return made;
}

} // namespace merestone::viewer
