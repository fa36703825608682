// SPDX-License-Identifier: MIT
#include "guide/guide_job.hpp"

#include "base/error.hpp"
#include "plan/plan.hpp"

#include <QStringList>

#include <algorithm>
#include <exception>
#include <thread>

namespace merestone::viewer {

namespace {

QString reasonOf(const std::exception& error) {
    if (const auto* plan = dynamic_cast<const PlanError*>(&error)) {
        QStringList lines;
        for (const PlanProblem& problem : plan->problems()) {
            lines << QString::fromStdString(problem.place.text() + ": " + problem.message);
        }
        return lines.join(QLatin1Char('\n'));
    }
    const auto* known = dynamic_cast<const Error*>(&error);
    return known != nullptr && known->code() == ErrorCode::cancelled ? QString() : QString::fromUtf8(error.what());
}

} // namespace

GuideJob::GuideJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

GuideJob::~GuideJob() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void GuideJob::begin(std::function<std::function<void()>(const RunContext&)> work) {
    m_stop = std::stop_source();
    m_busy = true;
    Q_EMIT busyChanged();
    m_pool.start([this, work = std::move(work), stop = m_stop.get_token()] {
        RunContext context;
        context.stop = stop;
        context.threads = std::max(1U, std::thread::hardware_concurrency());
        context.progress = [this](std::string_view stage, double fraction) {
            QMetaObject::invokeMethod(
                this,
                [this, fraction, text = QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()))] {
                    Q_EMIT progressed(text, fraction);
                },
                Qt::QueuedConnection);
        };
        std::function<void()> done;
        QString reason;
        bool isDone = false;
        try {
            done = work(context);
            isDone = true;
        } catch (const std::exception& error) {
            reason = reasonOf(error);
        }
        QMetaObject::invokeMethod(
            this, [this, done, isDone, reason] { end(done, isDone, reason); }, Qt::QueuedConnection);
    });
}

void GuideJob::end(const std::function<void()>& done, bool isDone, const QString& reason) {
    m_busy = false;
    Q_EMIT busyChanged();
    if (isDone) {
        done();
    } else {
        Q_EMIT failed(reason);
    }
}

} // namespace merestone::viewer
