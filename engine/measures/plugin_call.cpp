// SPDX-License-Identifier: MIT
#include "measures/plugin_call.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/timed_call.hpp"

#include <exception>
#include <mutex>
#include <utility>

namespace merestone {

namespace {

/// Progress of a call as long as somebody waits for it: a call that was left alone must not reach into a run that is
/// over.
class ProgressGate {
public:
    explicit ProgressGate(const RunContext& outer) : m_outer(&outer) {}
    void report(std::string_view stage, double fraction) {
        const std::lock_guard lock(m_mutex);
        if (m_outer != nullptr) {
            m_outer->report(stage, fraction);
        }
    }
    void close() {
        const std::lock_guard lock(m_mutex);
        m_outer = nullptr;
    }

private:
    std::mutex m_mutex;
    const RunContext* m_outer;
};

/// Counts a call that was given up for as long as it goes on.
class Busy {
public:
    explicit Busy(std::shared_ptr<std::atomic<int>> count) : m_count(std::move(count)) {}
    void giveUp() {
        const std::lock_guard lock(m_mutex);
        m_counted = !m_ended;
        *m_count += m_counted ? 1 : 0;
    }
    void end() {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        *m_count -= m_counted ? 1 : 0;
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<std::atomic<int>> m_count;
    bool m_counted = false;
    bool m_ended = false;
};

struct GateCloser {
    ProgressGate& gate;
    ~GateCloser() { gate.close(); }
};

struct BusyEnder {
    Busy& busy;
    ~BusyEnder() { busy.end(); }
};

} // namespace

PluginCall::PluginCall(std::string what, std::shared_ptr<std::atomic<int>> busy, std::chrono::seconds limit)
    : m_what(std::move(what)), m_busy(std::move(busy)), m_limit(limit) {}

void PluginCall::fail(const std::string& how) const {
    throw Error(ErrorCode::plan, m_what + " " + printable(how));
}

void PluginCall::run(const RunContext& outer, std::function<void(const RunContext&)> work) const {
    if (*m_busy > 0) {
        fail("is still busy with a call that it did not answer in time; it is not called again before it ends that");
    }
    const auto gate = std::make_shared<ProgressGate>(outer);
    const auto busy = std::make_shared<Busy>(m_busy);
    const GateCloser closer{*gate};
    RunContext inner;
    inner.threads = outer.threads;
    inner.measureTime = m_limit;
    if (outer.progress) {
        inner.progress = [gate](std::string_view stage, double fraction) { gate->report(stage, fraction); };
    }
    const auto call = [inner, busy, work = std::move(work)](const std::stop_token& stop) {
        const BusyEnder ender{*busy};
        RunContext context = inner;
        context.stop = stop;
        work(context);
    };
    CallEnd end = CallEnd::returned;
    try {
        end = callWithin(m_limit, outer.stop, call);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            outer.throwIfStopped();
        }
        fail(std::string("failed: ") + error.what());
    } catch (const std::exception& error) {
        fail(std::string("failed: ") + error.what());
    } catch (...) {
        fail("failed, and threw something that says nothing about the reason");
    }
    if (end != CallEnd::returned) {
        busy->giveUp();
        outer.throwIfStopped();
        fail("did not answer within " + std::to_string(m_limit.count()) +
             " s; give it more time or leave the rule out");
    }
}

} // namespace merestone
