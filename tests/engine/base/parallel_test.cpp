// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace merestone {
namespace {

using Chunk = std::pair<std::size_t, std::size_t>;

RunContext contextWith(unsigned threads) {
    RunContext context;
    context.threads = threads;
    return context;
}

std::set<Chunk> chunksOf(std::size_t count, std::size_t grain, unsigned threads) {
    std::mutex mutex;
    std::set<Chunk> chunks;
    parallelFor(count, grain, contextWith(threads), [&](std::size_t begin, std::size_t end) {
        const std::lock_guard lock(mutex);
        EXPECT_TRUE(chunks.emplace(begin, end).second) << "handed out twice";
    });
    return chunks;
}

TEST(ParallelFor, CutsAtMultiplesOfTheGrain) {
    const std::set<Chunk> expected{{0, 4}, {4, 8}, {8, 10}};
    EXPECT_EQ(chunksOf(10, 4, 1), expected);
}

TEST(ParallelFor, ChunkBordersDoNotDependOnThreads) {
    for (const std::size_t count : {0U, 1U, 7U, 64U, 1000U, 1001U}) {
        for (const std::size_t grain : {1U, 3U, 64U, 5000U}) {
            const auto alone = chunksOf(count, grain, 1);
            EXPECT_EQ(chunksOf(count, grain, 2), alone);
            EXPECT_EQ(chunksOf(count, grain, 9), alone);
        }
    }
}

TEST(ParallelFor, VisitsEveryItemOnce) {
    std::vector<int> visits(10'001, 0);
    parallelFor(visits.size(), 17, contextWith(4), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            ++visits[i];
        }
    });
    EXPECT_EQ(visits, std::vector<int>(10'001, 1));
}

TEST(ParallelFor, NothingToDoCallsNothing) {
    EXPECT_TRUE(chunksOf(0, 8, 4).empty());
}

TEST(ParallelFor, ZeroGrainAndZeroThreadsMeanOne) {
    EXPECT_EQ(chunksOf(3, 0, 0), (std::set<Chunk>{{0, 1}, {1, 2}, {2, 3}}));
}

TEST(ParallelFor, OneThreadIsTheCallersAndGoesInOrder) {
    std::vector<std::size_t> begins;
    const auto caller = std::this_thread::get_id();
    parallelFor(5, 1, contextWith(1), [&](std::size_t begin, std::size_t) {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        begins.push_back(begin);
    });
    EXPECT_EQ(begins, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(ParallelFor, ExceptionReachesTheCallerAndStopsTheRest) {
    for (const unsigned threads : {1U, 4U}) {
        std::atomic<std::size_t> calls{0};
        try {
            parallelFor(1'000'000, 1, contextWith(threads), [&](std::size_t begin, std::size_t) {
                ++calls;
                if (begin == 3) {
                    throw std::out_of_range("third");
                }
            });
            FAIL() << "the exception was lost";
        } catch (const std::out_of_range& error) {
            EXPECT_STREQ(error.what(), "third");
        }
        EXPECT_LT(calls.load(), 1'000'000U);
    }
}

TEST(ParallelFor, StopRequestBeforeTheStartDoesNoWork) {
    std::stop_source source;
    source.request_stop();
    RunContext context = contextWith(3);
    context.stop = source.get_token();
    std::atomic<int> calls{0};
    EXPECT_THROW(parallelFor(100, 1, context, [&](std::size_t, std::size_t) { ++calls; }), Error);
    EXPECT_EQ(calls.load(), 0);
}

TEST(ParallelFor, StopRequestHalfwayThrowsCancelled) {
    for (const unsigned threads : {1U, 4U}) {
        std::stop_source source;
        RunContext context = contextWith(threads);
        context.stop = source.get_token();
        std::atomic<std::size_t> calls{0};
        try {
            parallelFor(1'000'000, 1, context, [&](std::size_t begin, std::size_t) {
                ++calls;
                if (begin == 10) {
                    source.request_stop();
                }
            });
            FAIL() << "the stop was ignored";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::cancelled);
        }
        EXPECT_LT(calls.load(), 1'000'000U);
    }
}

TEST(ParallelFor, StopRequestAfterTheLastChunkKeepsTheResult) {
    std::stop_source source;
    RunContext context = contextWith(1);
    context.stop = source.get_token();
    EXPECT_NO_THROW(parallelFor(1, 1, context, [&](std::size_t, std::size_t) { source.request_stop(); }));
}

TEST(ParallelFor, CanBeNested) {
    std::vector<int> sums(8, 0);
    parallelFor(sums.size(), 1, contextWith(3), [&](std::size_t outer, std::size_t) {
        std::atomic<int> sum{0};
        parallelFor(100, 9, contextWith(2), [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                sum += static_cast<int>(i);
            }
        });
        sums[outer] = sum;
    });
    EXPECT_EQ(sums, std::vector<int>(8, 4950));
}

} // namespace
} // namespace merestone
