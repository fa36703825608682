// SPDX-License-Identifier: MIT
#include "base/timed_call.hpp"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace merestone {

namespace {

using Clock = std::chrono::steady_clock;
using Work = std::function<void(const std::stop_token&)>;

constexpr std::chrono::seconds kGrace{2}; ///< for work that looks at its stop token now and then

std::atomic<std::size_t>& abandoned() {
    static std::atomic<std::size_t> count{0};
    return count;
}

/// What a worker and the thread that waits for it share. The worker keeps it alive when nobody waits any more.
struct Desk {
    std::mutex mutex;
    std::condition_variable_any changed;
    Work work; ///< to be done; empty: none
    std::stop_source stop;
    std::exception_ptr error;
    bool done = false;
    bool closed = false;    ///< no more work will come
    bool abandoned = false; ///< nobody waits for the work in hand
};

void serve(const std::shared_ptr<Desk>& desk) {
    std::unique_lock lock(desk->mutex);
    for (;;) {
        desk->changed.wait(lock, [&] { return desk->work || desk->closed; });
        if (!desk->work) {
            return;
        }
        Work work = std::exchange(desk->work, nullptr);
        const std::stop_token stop = desk->stop.get_token();
        lock.unlock();
        std::exception_ptr error;
        try {
            work(stop);
        } catch (...) {
            error = std::current_exception();
        }
        work = nullptr; // whatever it holds is given back before anybody is told
        lock.lock();
        if (desk->abandoned) {
            --abandoned();
            return;
        }
        desk->error = std::move(error);
        desk->done = true;
        desk->changed.notify_all();
    }
}

/// A thread that works for the one thread that owns this.
class Worker {
public:
    Worker() : m_desk(std::make_shared<Desk>()), m_thread([desk = m_desk] { serve(desk); }) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() {
        if (m_thread.joinable()) {
            {
                const std::lock_guard lock(m_desk->mutex);
                m_desk->closed = true;
            }
            m_desk->changed.notify_all();
            m_thread.join();
        }
    }

    /// Whether the worker is still good for more: false after it was abandoned.
    [[nodiscard]] bool free() const noexcept { return m_thread.joinable(); }

    CallEnd run(std::chrono::seconds limit, const std::stop_token& stop, Work work) {
        std::unique_lock lock(m_desk->mutex);
        m_desk->work = std::move(work);
        m_desk->stop = std::stop_source();
        m_desk->done = false;
        m_desk->changed.notify_all();
        const auto done = [this] { return m_desk->done; };
        const auto end = limit.count() > 0 ? Clock::now() + limit : Clock::time_point::max();
        if (!waitUntil(lock, stop, end, done)) {
            m_desk->stop.request_stop();
            if (!m_desk->changed.wait_until(lock, Clock::now() + kGrace, done)) {
                leave();
                return stop.stop_requested() ? CallEnd::stopped : CallEnd::late;
            }
            if (!stop.stop_requested()) {
                m_desk->error = nullptr; // it ended because it was told to: what it has done is not whole
                return CallEnd::late;
            }
        }
        if (const std::exception_ptr error = std::exchange(m_desk->error, nullptr)) {
            lock.unlock();
            std::rethrow_exception(error);
        }
        return CallEnd::returned;
    }

private:
    template <class Done> bool waitUntil(std::unique_lock<std::mutex>& lock, const std::stop_token& stop,
                                         Clock::time_point end, const Done& done) {
        if (end == Clock::time_point::max()) { // too far for the arithmetic of some clocks
            return m_desk->changed.wait(lock, stop, done);
        }
        return m_desk->changed.wait_until(lock, stop, end, done);
    }

    void leave() {
        m_desk->abandoned = true;
        ++abandoned();
        m_thread.detach();
    }

    std::shared_ptr<Desk> m_desk;
    std::thread m_thread;
};

} // namespace

CallEnd callWithin(std::chrono::seconds limit, const std::stop_token& stop,
                   std::function<void(const std::stop_token&)> work) {
    // One for each thread that calls: calls are many and short, starting a thread for each would cost more than they
    // do.
    thread_local std::unique_ptr<Worker> worker;
    if (!worker || !worker->free()) {
        worker = std::make_unique<Worker>();
    }
    return worker->run(limit, stop, std::move(work));
}

std::size_t abandonedCalls() noexcept {
    return abandoned().load();
}

} // namespace merestone
