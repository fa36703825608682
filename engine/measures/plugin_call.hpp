// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace merestone {

/// Calls into the code of one kind of measure of a plugin: nothing that happens there gets past it but Error(plan)
/// with the reason, and Error(cancelled). Copies share what they know. Any thread.
class PluginCall {
public:
    /// `what` names the kind in messages: "measure 'orientation' of plugin 'shape'". `busy` counts the calls of the
    /// kind that were abandoned and have not returned; all measures of the kind share it.
    PluginCall(std::string what, std::shared_ptr<std::atomic<int>> busy, std::chrono::seconds limit);

    /// Runs `work` within the time limit. It must own or share what it touches, since it may be left alone; it gets a
    /// context whose stop token and progress stay good for as long as it runs.
    void run(const RunContext& outer, std::function<void(const RunContext&)> work) const;

    /// Throws Error(plan): the measure is at fault, and how.
    [[noreturn]] void fail(const std::string& how) const;

private:
    std::string m_what;
    std::shared_ptr<std::atomic<int>> m_busy;
    std::chrono::seconds m_limit;
};

} // namespace merestone
