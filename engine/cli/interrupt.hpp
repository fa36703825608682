// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>
#include <thread>

namespace merestone::cli {

/// Turns Ctrl-C, SIGTERM and SIGHUP into a stop request. Work has 0.9 s to end by itself; after that the process ends
/// with one line and status 2 (whatever was being written is staged, so the old files are whole). A second signal
/// kills at once. Make it before any thread is started: the signals are blocked in all of them.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const noexcept { return m_stop.get_token(); }

private:
    void watch();

    std::stop_source m_stop;
    int m_signals = -1; ///< signalfd
    int m_ended = -1;   ///< eventfd: there is nothing more to watch
    std::thread m_thread;
};

} // namespace merestone::cli
