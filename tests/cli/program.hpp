// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace merestone::tests {

struct ProgramResult {
    int status = -1; ///< exit status; -1 when a signal ended it
    int signal = 0;
    std::string out;
    std::string err;
};

/// How the real program is run.
struct ProgramSetting {
    std::filesystem::path folder = "."; ///< working directory
    std::map<std::string, std::string> environment;
    std::string outputTo;                 ///< a file for standard output instead of catching it
    bool closedOutput = false;            ///< standard output is a pipe that nobody reads
    bool terminal = false;                ///< both outputs are a terminal, 100 columns wide; `out` gets what it shows
    std::optional<long> fileBytes;        ///< no file may grow longer: a disk that gets full
    std::optional<long> memoryBytes;      ///< address space that it may have
    bool ignoredHangUp = false;           ///< as nohup starts it
    bool unprivileged = false;            ///< not as root, who may write anywhere
    std::function<void(pid_t)> meanwhile; ///< called with the process when it has been started
};

/// Runs the built program and waits for it.
[[nodiscard]] ProgramResult merestoneProgram(const std::vector<std::string>& arguments,
                                             const ProgramSetting& setting = {});
/// Runs any program, for independent looks at what was written.
[[nodiscard]] ProgramResult otherProgram(const std::string& program, const std::vector<std::string>& arguments);

/// Whether `text` is one line that begins with "merestone: ", as every error must be.
[[nodiscard]] bool isOneErrorLine(const std::string& text);
[[nodiscard]] bool contains(const std::string& text, const std::string& part);

} // namespace merestone::tests
