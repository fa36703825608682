// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"
#include "cli/commands_module.hpp"
#include "cli/map_program.hpp"

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <unistd.h>
#include <vector>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

constexpr int kCouldNotRun = 2;

void complain(const std::string& text) {
    std::fprintf(stderr, "merestone: %s\n", text.c_str());
}

/// A full disk must be an error, not a signal; a reader that has gone (`| head`) is none at all.
void prepareProcess() {
    std::setlocale(LC_ALL, "C");
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
#ifdef __GLIBC__
    // glibc raises this limit as it goes, and then keeps the columns of one rule on a heap that findings fragment.
    // Large blocks that go back to the system at once keep a big run some 15 MiB smaller, at no cost in time.
    constexpr int kLargeBlock = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, kLargeBlock);
#endif
}

bool printed(const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int run(const std::vector<std::string>& arguments) {
    merestone::cli::CommandLine commandLine;
    const auto outcome = commandLine.parse(arguments);
    if (outcome.options && outcome.options->command == merestone::cli::Command::map) {
        merestone::cli::becomeMapProgram(arguments); // does not come back
    }
    if (outcome.options) {
        return merestone::cli::runInModule(*outcome.options);
    }
    if (!outcome.error.empty()) {
        complain(outcome.error);
    } else if (!printed(outcome.output)) {
        complain("cannot write to standard output");
        return kCouldNotRun;
    }
    return outcome.status;
}

} // namespace

int main(int argc, char** argv) {
    prepareProcess();
    try {
        return run(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
    } catch (const std::exception& error) {
        complain(error.what());
    }
    return kCouldNotRun;
}
