// SPDX-License-Identifier: MIT
#include "base/worker_pool.hpp"

#include <algorithm>
#include <system_error>

namespace merestone {

WorkerPool& WorkerPool::instance() {
    static WorkerPool pool;
    return pool;
}

WorkerPool::~WorkerPool() {
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

void WorkerPool::hire(std::size_t threads) {
    try {
        while (m_threads.size() < threads) {
            m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
        }
    } catch (const std::system_error&) { // the system has no more of them: those that there are do
    }
}

void WorkerPool::runTogether(std::size_t helpers, const std::function<void()>& work) {
    if (helpers == 0) {
        work();
        return;
    }
    Call call{work, helpers};
    {
        const std::lock_guard lock(m_mutex);
        hire(helpers);
        m_calls.push_back(&call);
    }
    m_called.notify_all();
    work();
    std::unique_lock lock(m_mutex);
    m_calls.erase(std::remove(m_calls.begin(), m_calls.end(), &call), m_calls.end());
    m_left.wait(lock, [&call] { return call.running == 0; });
}

void WorkerPool::serve(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_called.wait(lock, stop, [this] { return !m_calls.empty(); })) {
        Call& call = *m_calls.front();
        ++call.running;
        if (--call.wanted == 0) {
            m_calls.pop_front();
        }
        lock.unlock();
        call.work();
        lock.lock();
        --call.running;
        m_left.notify_all();
    }
}

} // namespace merestone
