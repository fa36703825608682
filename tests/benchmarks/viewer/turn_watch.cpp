// SPDX-License-Identifier: MIT
#include "turn_watch.hpp"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace merestone::benchmark {

namespace {

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// For how long this thread could have run and had no processor, since it began (Linux; 0 where it is not told).
double millisecondsInQueue() {
    static const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC); // of the thread that asks first
    char text[96] = {};
    unsigned long long ran = 0;
    unsigned long long queued = 0;
    if (file < 0 || pread(file, text, sizeof text - 1, 0) <= 0 || std::sscanf(text, "%llu %llu", &ran, &queued) != 2) {
        return 0.0;
    }
    return static_cast<double>(queued) * 1e-6;
}

std::string nameOf(const QObject& receiver, const QEvent& event) {
    const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
    std::string name = receiver.metaObject()->className();
    if (!receiver.objectName().isEmpty()) {
        name += " '" + receiver.objectName().toStdString() + "'";
    }
    return name + " " + (type == nullptr ? std::to_string(event.type()) : std::string(type));
}

} // namespace

TurnWatch::TurnWatch(int& argc, char** argv) : QApplication(argc, argv) {
    (void)millisecondsInQueue();
    QAbstractEventDispatcher* loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &TurnWatch::end);
}

TurnWatch::Moment TurnWatch::now() {
    rusage used{};
    getrusage(RUSAGE_THREAD, &used);
    return {milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_THREAD_CPUTIME_ID), millisecondsInQueue(), used.ru_nvcsw};
}

Spent TurnWatch::since(const Moment& begin) {
    const Moment end = now();
    Spent spent{end.wall - begin.wall, end.cpu - begin.cpu, end.cpu - begin.cpu, end.waits > begin.waits};
    if (spent.waited) {
        spent.held = std::max(spent.cpu, spent.wall - (end.queued - begin.queued));
    }
    return spent;
}

void TurnWatch::end() {
    if (m_depth == 0 && m_turn.events > 0) {
        m_turn.spent = since(m_begin);
        m_turns.push_back(std::exchange(m_turn, {}));
    }
}

bool TurnWatch::run(const std::function<bool()>& done, int patienceMs) {
    QElapsedTimer patience;
    patience.start();
    QTimer look; // so that the loop ends its waiting now and then
    look.start(5);
    while (!done()) {
        if (patience.elapsed() > patienceMs) {
            return false;
        }
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
        end();
    }
    return true;
}

std::vector<Turn> TurnWatch::take() {
    return std::exchange(m_turns, {});
}

bool TurnWatch::notify(QObject* receiver, QEvent* event) {
    const bool isOfThisThread = QThread::currentThread() == thread(); // workers have events of their own
    if (!isOfThisThread || m_depth > 0) {
        return QApplication::notify(receiver, event);
    }
    const std::string name = nameOf(*receiver, *event); // it may be gone afterwards
    const Moment start = now();
    if (m_turn.events == 0) {
        m_begin = start; // no dispatcher tells when it wakes up before it hands out events
    }
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const Spent spent = since(start);
    ++m_turn.events;
    if (m_turn.worstEvent.empty() || spent.held > m_turn.worstSpent.held) {
        m_turn.worstSpent = spent;
        m_turn.worstEvent = name;
    }
    return handled;
}

} // namespace merestone::benchmark
