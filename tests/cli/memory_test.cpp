// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

using namespace merestone::tests;

TEST(Memory, RunningOutOfItIsOneLineAndStatusTwoNeverASignal) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers need more address space than can be allowed";
#endif
    std::vector<Site> sites;
    for (int i = 0; i < 20000; ++i) {
        sites.push_back(
            {"S" + std::to_string(i), "Site " + std::to_string(i), "1", static_cast<double>(i % 1900), 0.05 * i});
    }
    const World world(sites);
    constexpr long kMebibyte = 1024L * 1024L;
    int refused = 0;
    for (long mebibytes = 40; mebibytes <= 400; mebibytes += 12) {
        ProgramSetting setting;
        setting.memoryBytes = mebibytes * kMebibyte;
        const ProgramResult result =
            merestoneProgram({"check", world.plan(), "--jobs", "1", "-o", "/dev/null"}, setting);
        EXPECT_EQ(result.signal, 0) << mebibytes << " MiB";
        if (result.status == 2) {
            ++refused;
            EXPECT_TRUE(isOneErrorLine(result.err)) << mebibytes << " MiB: " << result.err;
        } else {
            EXPECT_EQ(result.status, 1) << mebibytes << " MiB: " << result.err;
        }
    }
    EXPECT_GT(refused, 0);
}
