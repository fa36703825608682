// SPDX-License-Identifier: MIT
#include "app/filter_job.hpp"

#include "base/error.hpp"

#include <QMetaObject>

#include <exception>
#include <utility>

namespace merestone::viewer {

namespace {

FilterAnswer answerTo(const FilterRequest& request, const RunContext& context) {
    const LayerPtr& features = request.layer.features;
    const AttributeFilter filter(features, request.units, request.condition.toStdString());
    FilterAnswer answer{features, filter.run(context), nullptr};
    if (!answer.outcome.matching.empty()) {
        answer.onMap = map::makeFilter(request.layer, answer.outcome.matching, request.condition, request.fades);
        (void)features->index(); // made here, and not when the map is drawn
    }
    return answer;
}

} // namespace

FilterJob::FilterJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

FilterJob::~FilterJob() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void FilterJob::start(const FilterRequest& request) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_busy = true;
    m_pool.start([this, request, number = ++m_newest, stop = m_stop.get_token()] {
        RunContext context{stop, {}, 1};
        context.progress = [this, number](std::string_view, double fraction) {
            QMetaObject::invokeMethod(
                this,
                [this, number, fraction] {
                    if (number == m_newest && m_busy) {
                        Q_EMIT progressed(fraction);
                    }
                },
                Qt::QueuedConnection);
        };
        FilterAnswer answer;
        QString failure;
        try {
            answer = answerTo(request, context);
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, number, answer, failure] {
                if (number != m_newest || !m_busy) {
                    return; // overtaken, or stopped
                }
                m_busy = false;
                if (failure.isEmpty()) {
                    Q_EMIT finished(answer);
                } else {
                    Q_EMIT failed(failure);
                }
            },
            Qt::QueuedConnection);
    });
}

void FilterJob::cancel() {
    m_stop.request_stop();
    if (std::exchange(m_busy, false)) {
        Q_EMIT stopped();
    }
}

} // namespace merestone::viewer
