// SPDX-License-Identifier: MIT
#include "base/memory_use.hpp"

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace merestone {

namespace {

constexpr double kMebibyte = 1024.0 * 1024.0;

} // namespace

double residentMebibytes() {
    // proc_pid_statm(5): total size, then resident size, in pages.
    std::ifstream statm("/proc/self/statm");
    double total = 0.0;
    double resident = 0.0;
    statm >> total >> resident;
    return statm ? resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / kMebibyte : 0.0;
}

double peakMebibytes() {
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<double>(usage.ru_maxrss) / 1024.0 : 0.0;
}

void returnFreedMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace merestone
