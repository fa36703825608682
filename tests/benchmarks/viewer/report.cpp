// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <unistd.h>

namespace merestone::benchmark {

namespace {

double mebibytes(const std::string& key) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind(key, 0) == 0) {
            return std::stod(line.substr(key.size())) / 1024.0;
        }
    }
    return 0.0;
}

/// Since the process was started, to a hundredth.
double secondsOfProcess() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::istringstream fields(text.substr(text.rfind(')') + 1)); // the name before may hold anything
    std::string field;
    constexpr int kStartTime = 20; // of the fields after the name
    for (int i = 0; i < kStartTime; ++i) {
        fields >> field;
    }
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 -
           std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

void tellHeading() {
    std::printf("%-20s %7s %9s %9s %7s %7s\n", "phase", "turns", "cpu ms", "wall ms", "above", "waited");
}

void tellPhase(const char* name, const std::vector<Turn>& turns) {
    std::vector<const Turn*> told;
    double cpu = 0.0;
    double wall = 0.0;
    std::size_t above = 0;
    for (const Turn& turn : turns) {
        cpu = std::max(cpu, turn.spent.cpu);
        wall = std::max(wall, turn.spent.wall);
        above += turn.spent.cpu > kLongestTurn ? 1 : 0;
        if (turn.spent.held > kLongestTurn) {
            told.push_back(&turn);
        }
    }
    std::printf("%-20s %7zu %9.1f %9.1f %7zu %7zu\n", name, turns.size(), cpu, wall, above, told.size() - above);
    std::sort(told.begin(), told.end(), [](const Turn* a, const Turn* b) { return a->spent.held > b->spent.held; });
    constexpr std::size_t kTold = 5;
    told.resize(std::min(kTold, told.size()));
    for (const Turn* turn : told) {
        std::printf("    %.1f ms of work and waiting (%.1f ms of it work) at %zu events, the longest %.1f ms: %s\n",
                    turn->spent.held, turn->spent.cpu, turn->events, turn->worstSpent.held, turn->worstEvent.c_str());
    }
    (void)std::fflush(stdout);
}

void tellDelays(const char* what, std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%s: median %.1f ms, worst %.1f ms of %zu\n", what, milliseconds[milliseconds.size() / 2],
                milliseconds.back(), milliseconds.size());
}

void tellFirstPicture() {
    std::printf("first picture %.2f s after the start of the process, %.0f MiB\n", secondsOfProcess(),
                mebibytes("VmRSS:"));
}

void tellMemory() {
    std::printf("peak memory %.0f MiB\n", mebibytes("VmHWM:"));
}

} // namespace merestone::benchmark
