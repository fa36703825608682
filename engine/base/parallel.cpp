// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"

#include "base/worker_pool.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

namespace merestone {

namespace {

/// The shared state of one parallelFor: hands out chunks until there are none, somebody failed or a stop came.
class ChunkQueue {
public:
    ChunkQueue(std::size_t count, std::size_t grain, const RunContext& context,
               const std::function<void(std::size_t, std::size_t)>& work)
        : m_count(count), m_grain(grain), m_context(context), m_work(work) {}

    void drain() noexcept {
        try {
            while (!m_failed.load(std::memory_order_relaxed)) {
                const std::size_t begin = m_next.fetch_add(m_grain, std::memory_order_relaxed);
                if (begin >= m_count) {
                    return;
                }
                m_context.throwIfStopped();
                m_work(begin, std::min(begin + m_grain, m_count));
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_error) {
                m_error = std::current_exception();
            }
            m_failed = true;
        }
    }

    void rethrow() const {
        if (m_error) {
            std::rethrow_exception(m_error);
        }
    }

private:
    std::size_t m_count;
    std::size_t m_grain;
    const RunContext& m_context;
    const std::function<void(std::size_t, std::size_t)>& m_work;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::exception_ptr m_error;
};

} // namespace

void parallelFor(std::size_t count, std::size_t grain, const RunContext& context,
                 const std::function<void(std::size_t begin, std::size_t end)>& work) {
    grain = std::max<std::size_t>(grain, 1);
    ChunkQueue queue(count, grain, context, work);
    const std::size_t chunks = (count + grain - 1) / grain;
    const std::size_t workers = std::min<std::size_t>(std::max(context.threads, 1U), chunks);
    if (workers > 1) {
        WorkerPool::instance().runTogether(workers - 1, [&queue] { queue.drain(); });
    } else {
        queue.drain();
    }
    queue.rethrow();
}

} // namespace merestone
