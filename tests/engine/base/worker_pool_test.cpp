// SPDX-License-Identifier: MIT
#include "base/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace merestone {
namespace {

/// Waits until `people` have come, so that it ends only if that many threads are in it at once.
void meet(std::atomic<int>& arrived, int people) {
    ++arrived;
    while (arrived < people) {
        std::this_thread::yield();
    }
}

TEST(WorkerPool, HelpersRunTheWorkAtTheSameTime) {
    std::atomic<int> arrived = 0;
    WorkerPool::instance().runTogether(2, [&] { meet(arrived, 3); });
    EXPECT_EQ(arrived, 3);
}

std::atomic<int> threadsSeen = 0;

/// Made once in every thread that names it.
struct Mark {
    Mark() noexcept { ++threadsSeen; }
};

TEST(WorkerPool, TheSameThreadsServeAgain) {
    constexpr int kCalls = 50;
    for (int call = 0; call < kCalls; ++call) {
        std::atomic<int> arrived = 0;
        WorkerPool::instance().runTogether(2, [&] {
            thread_local const Mark mark;
            (void)mark;
            meet(arrived, 3);
        });
    }
    EXPECT_GE(threadsSeen, 3);
    EXPECT_LT(threadsSeen, kCalls); // other tests of this process ask for a few more threads
}

TEST(WorkerPool, NobodyIsInTheWorkAfterwards) {
    for (int call = 0; call < 2000; ++call) {
        std::atomic<int> inside = 0;
        WorkerPool::instance().runTogether(2, [&] {
            ++inside;
            --inside;
        });
        ASSERT_EQ(inside, 0);
    }
}

TEST(WorkerPool, WorkMayCallForHelpersWhileAllAreBusy) {
    std::atomic<int> runs = 0;
    WorkerPool::instance().runTogether(2, [&] { WorkerPool::instance().runTogether(2, [&] { ++runs; }); });
    EXPECT_GE(runs, 1);
    EXPECT_LE(runs, 9);
}

TEST(WorkerPool, SeveralThreadsMayCallAtOnce) {
    std::vector<std::thread> callers;
    std::atomic<int> calls = 0;
    for (int caller = 0; caller < 4; ++caller) {
        callers.emplace_back([&calls] {
            for (int call = 0; call < 200; ++call) {
                std::atomic<int> runs = 0;
                WorkerPool::instance().runTogether(1, [&] { ++runs; });
                calls += runs >= 1 && runs <= 2 ? 1 : 0;
            }
        });
    }
    for (std::thread& caller : callers) {
        caller.join();
    }
    EXPECT_EQ(calls, 800);
}

TEST(WorkerPool, WithoutHelpersTheCallerWorksAlone) {
    int runs = 0;
    WorkerPool::instance().runTogether(0, [&] { ++runs; });
    EXPECT_EQ(runs, 1);
}

} // namespace
} // namespace merestone
