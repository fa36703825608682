// SPDX-License-Identifier: MIT
#include "cartography/freed_elsewhere.hpp"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

namespace merestone::map {

void letGo(std::shared_ptr<const void> last) {
    const QCoreApplication* application = QCoreApplication::instance();
    if (application == nullptr || QThread::currentThread() != application->thread()) {
        return;
    }
    QThreadPool::globalInstance()->start([held = std::move(last)]() mutable { held.reset(); });
}

} // namespace merestone::map
