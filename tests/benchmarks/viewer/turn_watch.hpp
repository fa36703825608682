// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace merestone::benchmark {

/// How long the thread was at something, in milliseconds.
struct Spent {
    double wall = 0.0;
    double cpu = 0.0; ///< CLOCK_THREAD_CPUTIME_ID
    /// cpu; where the thread gave up the processor by itself, also the time that it waited, but not the time in which
    /// it could have run and no processor was free. What a virtual machine's host takes cannot be told from waiting.
    double held = 0.0;
    bool waited = false; ///< it gave up the processor by itself
};

/// A stretch of work between two moments at which the event loop could have taken the user's next event.
struct Turn {
    Spent spent;
    Spent worstSpent;       ///< of the event that took longest
    std::string worstEvent; ///< which one: "MapCanvas Paint"
    std::size_t events = 0;
};

/// The application, which times every turn of the event loop of its thread, the GUI thread. Turns are those of run();
/// other event loops (dialogs) are part of the turn that opened them.
class TurnWatch : public QApplication {
public:
    TurnWatch(int& argc, char** argv);

    /// Turns the event loop until `done`, which is asked between turns. False when that takes longer than the patience.
    [[nodiscard]] bool run(const std::function<bool()>& done, int patienceMs);
    /// The turns since the last call.
    [[nodiscard]] std::vector<Turn> take();

    bool notify(QObject* receiver, QEvent* event) override;

private:
    struct Moment {
        double wall = 0.0;
        double cpu = 0.0;
        double queued = 0.0;
        long waits = 0; ///< how often the thread gave up the processor
    };
    [[nodiscard]] static Moment now();
    [[nodiscard]] static Spent since(const Moment& begin);
    void end();

    std::vector<Turn> m_turns;
    Turn m_turn;
    Moment m_begin;
    int m_depth = 0; ///< events that are sent while another one is handled belong to that one
};

} // namespace merestone::benchmark
