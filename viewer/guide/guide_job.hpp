// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <QMetaObject>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <stop_token>
#include <utility>

namespace merestone::viewer {

/// Does the guide's slow work on a thread of its own, one piece at a time. GUI thread; never blocks, but for the
/// destructor, which stops the work and waits for it.
class GuideJob : public QObject {
    Q_OBJECT

public:
    explicit GuideJob(QObject* parent = nullptr);
    ~GuideJob() override;

    /// Runs `work`, and then `done` with what it gave, here. When it throws, failed() follows instead.
    template <class Work, class Done> void start(Work work, Done done) {
        begin([work = std::move(work), done = std::move(done)](const RunContext& context) {
            return std::function<void()>([done, result = work(context)]() mutable { done(std::move(result)); });
        });
    }
    void stop() { m_stop.request_stop(); }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

Q_SIGNALS:
    void busyChanged();
    void progressed(const QString& stage, double fraction);
    void failed(const QString& reason); ///< a line for each mistake; empty: it was stopped

private:
    void begin(std::function<std::function<void()>(const RunContext&)> work);
    void end(const std::function<void()>& done, bool isDone, const QString& reason);

    QThreadPool m_pool;
    std::stop_source m_stop;
    bool m_busy = false;
};

} // namespace merestone::viewer
