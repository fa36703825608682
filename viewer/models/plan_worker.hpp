// SPDX-License-Identifier: MIT
#pragma once

#include "models/open_plan.hpp"
#include "models/plan_reader.hpp"
#include "models/plan_snapshot.hpp"
#include "models/value_effect.hpp"
#include "rules/checker.hpp"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace merestone::viewer {

/// What a session asks its worker for.
enum class PlanJob { open, run, update, waive, save, values, saveValues };

/// What a job made; empty parts are left as they were.
struct PlanOutcome {
    enum class Kind { nothing, done, failed, cancelled };
    Kind kind = Kind::nothing;
    PlanJob job = PlanJob::open;
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

/// A whole file; empty when it cannot be read.
[[nodiscard]] QByteArray bytesOf(const QString& file);

/// Owns the Checker of an open plan and does what a session asks for. Everything here runs on the session's thread,
/// one job after another, and throws what the engine throws; what it makes is immutable.
class PlanWorker : public QObject {
public:
    /// Reads what every plan needs before one is named. Mistakes in it are told when a plan is opened.
    void prepare();
    /// Reads a plan and its layers. When that is stopped, what was there before stays; when it fails, nothing is open.
    PlanOutcome open(const QString& file, const OpenOptions& options, const QString& today, const RunContext& context);
    /// Evaluates every rule. Nothing when no plan is open: opening has failed then, and has said so.
    PlanOutcome run(const RunContext& context);
    PlanOutcome update(const std::string& layer, const std::vector<FeatureChange>& changes, const RunContext& context);
    PlanOutcome waive(const WaiverSpec& waiver, const RunContext& context);
    PlanOutcome save(const std::string& layer, const std::vector<FeatureChange>& changes);
    PlanOutcome setValues(const ValueChanges& values, const RunContext& context);
    PlanOutcome saveValues(const ValueChanges& values);

    /// What came of a job that threw: nothing may leave an event handler.
    [[nodiscard]] static PlanOutcome failure(const std::exception& error);

private:
    PlanOutcome read(const OpenOptions& options, const QString& today, const RunContext& context);
    [[nodiscard]] std::unique_ptr<const PlanReader> takePrepared();
    void close();
    [[nodiscard]] Plan parsedForPeople(const std::string& text, const std::filesystem::path& file) const;
    void takePlan(const std::string& text);
    void findDrawnShapes();
    void completeRun(const RunContext& context);
    [[nodiscard]] SnapshotPtr snapshot();

    std::unique_ptr<Checker> m_checker;
    RunPtr m_result;
    map::ScenePtr m_scene; ///< the newest: what has not changed since is not worked out again
    std::shared_ptr<const Plan> m_plan;
    std::map<std::string, Shape> m_drawnShapes;
    std::unique_ptr<const PlanReader> m_reader;
    std::unique_ptr<const PlanReader> m_prepared; ///< for the first plan
    std::chrono::steady_clock::time_point m_preparedAt;
    QString m_file;
    std::string m_text;    ///< of the plan file
    ValueChanges m_values; ///< that are others now
    std::shared_ptr<const std::vector<PlanValue>> m_planValues;
    OpenOptions m_options;
    bool m_complete = false; ///< every rule was evaluated since the plan was opened
};

} // namespace merestone::viewer
