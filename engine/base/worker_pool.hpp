// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace merestone {

/// Threads that wait to be needed. They stay between calls because PROJ opens its database anew for every thread, which
/// takes longer than a small check does.
class WorkerPool {
public:
    /// The pool of this process; its threads end with it.
    static WorkerPool& instance();
    ~WorkerPool();

    /// Runs `work` on the caller's thread and, as far as they are free, on up to `helpers` others at the same time;
    /// returns when none of them is in it any more. Never waits for a thread that has not begun, so it may be called
    /// from any thread, from within `work`, and while a lock is held that other work waits for. `work` must not throw.
    void runTogether(std::size_t helpers, const std::function<void()>& work);

private:
    struct Call {
        const std::function<void()>& work;
        std::size_t wanted;      ///< helpers that may still join
        std::size_t running = 0; ///< helpers that are in it
    };

    WorkerPool() = default;
    void hire(std::size_t threads);
    void serve(const std::stop_token& stop);

    std::mutex m_mutex; ///< guards all below, and every Call in the queue
    std::condition_variable_any m_called;
    std::condition_variable m_left;
    std::deque<Call*> m_calls; ///< that want helpers, the oldest first
    std::vector<std::jthread> m_threads;
};

} // namespace merestone
