// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string_view>

namespace merestone {

/// Called from any thread, at most a few times a second; must not throw. `fraction` is in [0, 1].
using ProgressCallback = std::function<void(std::string_view stage, double fraction)>;

/// What every long operation takes: how to stop it, whom to tell, how many threads it may use.
struct RunContext {
    std::stop_token stop;
    ProgressCallback progress; ///< may be empty
    unsigned threads = 1;      ///< at least 1; results never depend on it
    /// How long one answer of a plugin's measure is waited for; 0: for ever. The engine's own measures are not timed.
    std::chrono::seconds measureTime{600};

    void report(std::string_view stage, double fraction) const {
        if (progress) {
            progress(stage, fraction);
        }
    }
    /// Throws Error(cancelled) once a stop was requested.
    void throwIfStopped() const;
};

} // namespace merestone
