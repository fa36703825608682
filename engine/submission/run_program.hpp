// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// What another program may use up before it is ended. The defaults are for programs that read what strangers wrote.
struct ProgramLimits {
    std::chrono::seconds time{60};
    std::size_t outputBytes = std::size_t{64} << 20U;
    std::optional<std::size_t> memoryBytes = std::size_t{2} << 30U; ///< address space; nothing: as this process
    std::optional<std::size_t> fileBytes = 0; ///< longest file that it may write; nothing: as this process
    bool ownEnvironment = true;               ///< an environment of its own; else that of this process
    std::vector<std::string> variables;       ///< "NAME=value", added to the own environment
};

struct ProgramOutcome {
    enum class End { finished, notFound, timedOut, tooMuchOutput, failed };
    End end = End::failed;
    int status = -1; ///< of a program that finished; -1: a signal ended it
    std::string output;
    std::string complaint; ///< first line of standard error, printable
};

/// Runs a program found on PATH (absolute folders only), or at the absolute path that is its name, with these
/// arguments: no shell, no input, open files closed, limits kept. It is ended with what it started when time is up,
/// when a stop is requested (then this throws Error(cancelled)), and, by itself, when this process is killed. Never
/// throws for what the program does.
[[nodiscard]] ProgramOutcome runProgram(const std::vector<std::string>& arguments, const ProgramLimits& limits,
                                        const RunContext& context);

} // namespace merestone
