// SPDX-License-Identifier: MIT
#include "cli/interrupt.hpp"

#include <array>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace merestone::cli {

namespace {

constexpr int kCouldNotRun = 2;
constexpr int kPatience = 900; // milliseconds
constexpr int kForever = -1;
constexpr std::string_view kGaveUp = "merestone: stopped before it was finished; files that were there are untouched\n";

enum class Event { signalled, ended, nothing };

/// Not those that the process was started to ignore: nohup must stay nohup.
sigset_t watched() noexcept {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction current {};
        if (sigaction(number, nullptr, &current) == 0 && current.sa_handler != SIG_IGN) {
            sigaddset(&signals, number);
        }
    }
    return signals;
}

Event waitFor(int signals, int ended, int milliseconds) noexcept {
    std::array<pollfd, 2> descriptors{pollfd{signals, POLLIN, 0}, pollfd{ended, POLLIN, 0}};
    if (poll(descriptors.data(), descriptors.size(), milliseconds) <= 0) {
        return Event::nothing;
    }
    return descriptors[1].revents != 0 ? Event::ended : Event::signalled;
}

int takeSignal(int signals) noexcept {
    signalfd_siginfo received{};
    return read(signals, &received, sizeof received) == static_cast<ssize_t>(sizeof received)
               ? static_cast<int>(received.ssi_signo)
               : SIGTERM;
}

/// Ends the process as if the signal had never been caught.
[[noreturn]] void dieOf(int number) noexcept {
    std::signal(number, SIG_DFL);
    const sigset_t signals = watched();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    std::raise(number);
    _exit(kCouldNotRun);
}

[[noreturn]] void giveUp() noexcept {
    [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, kGaveUp.data(), kGaveUp.size());
    _exit(kCouldNotRun);
}

} // namespace

Interrupt::Interrupt() {
    const sigset_t signals = watched();
    m_signals = signalfd(-1, &signals, SFD_CLOEXEC);
    m_ended = eventfd(0, EFD_CLOEXEC);
    if (m_signals >= 0 && m_ended >= 0) { // else signals keep their usual effect, which is safe too
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_thread = std::thread([this] { watch(); });
    }
}

Interrupt::~Interrupt() {
    if (m_thread.joinable()) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t ignored = write(m_ended, &one, sizeof one);
        m_thread.join();
        const sigset_t signals = watched();
        pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    }
    close(m_signals);
    close(m_ended);
}

void Interrupt::watch() {
    Event event = Event::nothing;
    while (event == Event::nothing) {
        event = waitFor(m_signals, m_ended, kForever);
    }
    if (event == Event::ended) {
        return;
    }
    takeSignal(m_signals);
    m_stop.request_stop();
    event = waitFor(m_signals, m_ended, kPatience);
    if (event == Event::signalled) {
        dieOf(takeSignal(m_signals));
    }
    if (event == Event::nothing) {
        giveUp();
    }
}

} // namespace merestone::cli
