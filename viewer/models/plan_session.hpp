// SPDX-License-Identifier: MIT
#pragma once

#include "models/open_plan.hpp"
#include "models/plan_reader.hpp"
#include "models/plan_snapshot.hpp"
#include "models/value_effect.hpp"
#include "rules/checker.hpp"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include <functional>
#include <stop_token>
#include <vector>

namespace merestone::viewer {

class PlanWorker;
struct PlanOutcome;
enum class PlanJob;

/// How the findings on screen stand to the plan. Each looks different everywhere: "nothing found" and "never looked"
/// must not be confused.
enum class SessionState { empty, opening, neverRun, running, upToDate, outOfDate, couldNotRun };

/// One open plan. The Checker lives on a thread of its own; everything that it makes arrives here, on the GUI thread,
/// as an immutable value by signal. Never blocks, but for the destructor, which stops the work and waits for it.
class PlanSession : public QObject {
    Q_OBJECT

public:
    explicit PlanSession(QObject* parent = nullptr);
    ~PlanSession() override;

    /// Begins to read what every plan needs, for a window that is still being made.
    void prepare();
    /// Reads the plan and its layers; with `andRun` checks it as well. Takes the place of whatever is open; what is
    /// under way for another plan is dropped, what is under way for this one is still delivered.
    void open(const QString& file, const OpenOptions& options, bool andRun);
    /// The same plan again: its file or its data have changed.
    void reopen();
    /// Checks everything. Reopens first when the plan file has changed on the disk.
    void run();
    /// Stops opening or running; what was there before stays.
    void cancel();
    /// Changes features of a loaded layer and re-evaluates what that can reach. Requests that come faster than they
    /// can be answered are merged: the newest shape of a feature wins, and none is lost.
    void update(const QString& layer, std::vector<FeatureChange> changes);
    /// Adds a waiver to the plan file, keeping everything else in it, and applies it. Answers by waived() or by
    /// operationFailed().
    void waive(const WaiverSpec& waiver);
    /// Writes changes that update() was told of to the layer's own file. Answers by saved() or notSaved().
    void save(const QString& layer, std::vector<FeatureChange> changes);
    /// Takes these values in place of those in the plan file, all that are not mentioned being as the file has them,
    /// and re-evaluates what reads them. cancel() leaves everything as it was, unless it is `certain` that they are
    /// wanted (they were taken before: undo and redo). Answers by valuesSet() or valuesRefused() with the number.
    void setValues(ValueChanges values, quint64 number, bool certain);
    /// Writes values that were set to the plan file, keeping everything else in it. Answers by valuesSaved() or
    /// valuesNotSaved().
    void saveValues(ValueChanges values);
    /// The day that waivers are judged by, ISO; empty: the system's. Counts from the next open().
    void setToday(const QString& isoDate) { m_today = isoDate; }
    [[nodiscard]] const QString& today() const noexcept { return m_today; }
    [[nodiscard]] const OpenOptions& options() const noexcept { return m_options; } ///< of the last open()

    [[nodiscard]] SessionState state() const noexcept { return m_state; }
    /// One sentence on why it is out of date or could not run; else empty.
    [[nodiscard]] const QString& stateReason() const noexcept { return m_reason; }
    /// Every mistake that kept the plan from opening, a line each.
    [[nodiscard]] const QStringList& problems() const noexcept { return m_problems; }
    [[nodiscard]] const QString& file() const noexcept { return m_file; }
    [[nodiscard]] SnapshotPtr snapshot() const noexcept { return m_snapshot; } ///< null when nothing is open
    [[nodiscard]] RunPtr result() const noexcept { return m_result; }          ///< null when never run

Q_SIGNALS:
    void stateChanged();
    void progressed(const QString& stage, double fraction);
    void snapshotChanged();
    void resultChanged();
    void opened(); ///< the plan has been read, perhaps again: its layers are as the disk holds them
    void waived();
    void saved(const QString& layer);
    void notSaved(const QString& layer);
    void operationFailed(const QString& reason);
    void valuesSet(quint64 number, const merestone::viewer::ValueEffect& effect);
    void valuesRefused(quint64 number, const QString& reason); ///< one sentence; all values are as they were
    void valuesSaved();
    void valuesNotSaved();

private:
    using Job = std::function<PlanOutcome(PlanWorker&, const RunContext&)>;

    void setState(SessionState state, const QString& reason = {});
    /// Sends a job to the worker's thread; its outcome comes back to finish(). Stops nothing by itself.
    void post(PlanJob kind, Job job, const QString& layer = {}, quint64 number = 0);
    /// Stops what is under way, and lets the outcomes of jobs posted from now on count as the newest.
    void beginAnew(SessionState state);
    void finish(quint64 document, quint64 generation, const PlanOutcome& outcome);
    void finishFailed(const PlanOutcome& outcome, bool isNewest);
    void clear();
    void settle();
    void sendPending();
    void fileTouched();

    QThread m_thread;
    PlanWorker* m_worker; ///< lives on m_thread
    QFileSystemWatcher m_watcher;
    std::stop_source m_stop;
    std::stop_source m_valuesStop;
    quint64 m_document = 0;   ///< counts the plans; what jobs about an older one deliver is dropped
    quint64 m_generation = 0; ///< counts open() and run(); a run that was overtaken is dropped
    SessionState m_state = SessionState::empty;
    QString m_reason;
    QStringList m_problems;
    QString m_file;
    QString m_today;
    OpenOptions m_options;
    SnapshotPtr m_snapshot;
    RunPtr m_result;
    QByteArray m_planBytes; ///< as it was read; to tell a change of the file from a mere touch
    bool m_runFollows = false;
    bool m_fileChanged = false;
    bool m_stale = false; ///< the layers are newer than the result
    bool m_updating = false;
    int m_valuesUnderWay = 0; ///< requests of setValues() that are not answered yet
    int m_opensUnderWay = 0;  ///< of open() for this plan
    struct Pending {
        QString layer;
        std::vector<FeatureChange> changes;
    };
    std::vector<Pending> m_pending; ///< updates that wait for the one under way
};

} // namespace merestone::viewer
