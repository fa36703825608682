// SPDX-License-Identifier: MIT
#include "models/findings_lister.hpp"

#include <QMetaObject>

namespace merestone::viewer {

FindingsLister::FindingsLister(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

FindingsLister::~FindingsLister() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void FindingsLister::want(const RunPtr& run, const std::shared_ptr<const Plan>& plan, const FindingsChoice& choice) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 number = ++m_newest;
    m_busy = run != nullptr && run->findings.size() > kMostAtOnce;
    if (!m_busy) {
        Q_EMIT listed(run == nullptr ? nullptr : std::make_shared<const FindingsList>(run, plan.get(), choice));
        return;
    }
    m_pool.start([this, number, run, plan, choice, stop = m_stop.get_token()] {
        const auto list = std::make_shared<const FindingsList>(run, plan.get(), choice, stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, list] {
                if (number == m_newest) {
                    m_busy = false;
                    Q_EMIT listed(list);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace merestone::viewer
